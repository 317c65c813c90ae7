"""The value of a field becomes what a reader sees of it."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from kennisbank.days import dutch_day
from kennisbank.fields.specs import shapes
from kennisbank.fields.types import UNKNOWN, Choice, Form
from kennisbank.pages.page import relative

if TYPE_CHECKING:
    from kennisbank.fields.base import Part
    from kennisbank.fields.specs import Shape
    from kennisbank.pages.prose import ProseRenderer
    from kennisbank.pages.prose_context import Reading

UNKNOWN_HTML = Markup('<span class="kb-unknown">onbekend</span>')


def dutch_number(number: Decimal) -> str:
    """Return a number with a decimal comma, as precise as it was written."""
    return f"{number:f}".replace(".", ",")


class ValueRenderer:
    """Turns values into HTML, for one page."""

    def __init__(self, prose: ProseRenderer, reading: Reading) -> None:
        self.prose = prose
        self.reading = reading

    def html(self, shape: Shape, value: Any) -> Any:  # noqa: ANN401 - Markup, or a list of it
        """Return safe HTML, a list of it for a list, and a dictionary for a group of fields."""
        if value == UNKNOWN and shape.unknown:
            return UNKNOWN_HTML
        if isinstance(value, tuple):
            return [self._one(shape, item) for item in value]
        return self._one(shape, value)

    def _one(self, shape: Shape, value: Any) -> Any:  # noqa: ANN401 - as above
        match shape.form:
            case Form.PART:
                shown: Any = self.part(value)
            case Form.PROSE:
                shown = self.prose.block(value, self.reading)
            case Form.SHORT:
                shown = self.prose.inline(value, self.reading)
            case Form.SOURCE if value == shape.instead:
                shown = escape(value)
            case Form.SOURCE:
                shown = self.prose.inline(f"@{value}", self.reading)
            case Form.LINK:
                shown = self._link(shape, value)
            case Form.URL:
                shown = Markup('<a href="{0}" rel="noopener">{0}</a>').format(value)
            case _:
                shown = escape(_plain(value))
        return shown

    def part(self, part: Part) -> dict[str, Any]:
        """Return the fields of a group: `html` by name, with `raw` for what a template draws."""
        filled = [shape for shape in shapes(type(part)) if getattr(part, shape.name) is not None]
        shown = {shape.name: self.html(shape, getattr(part, shape.name)) for shape in filled}
        return {"raw": part, "shapes": filled, "html": shown}

    def _link(self, shape: Shape, identifier: str) -> Markup:
        target = self.prose.site_map.find(shape.refers_to, identifier)
        if target is None:
            return escape(identifier)
        address = relative(self.reading.address, target.address)
        return Markup('<a href="{}">{}</a>').format(address, target.title)


def _plain(value: object) -> str:
    if isinstance(value, Choice):
        return value.label
    if isinstance(value, dt.date):
        return dutch_day(value)
    if isinstance(value, Decimal):
        return dutch_number(value)
    return str(value)
