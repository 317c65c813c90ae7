"""The value of a field becomes what a reader sees of it."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from kennisbank.days import dutch_day
from kennisbank.fields.specs import field_specs
from kennisbank.fields.types import UNKNOWN, Choice, FieldType
from kennisbank.pages.page import relative

if TYPE_CHECKING:
    from kennisbank.fields.base import FieldGroup
    from kennisbank.fields.specs import FieldSpec
    from kennisbank.pages.prose import ProseRenderer
    from kennisbank.pages.prose_context import ProseContext

UNKNOWN_HTML = Markup('<span class="kb-unknown">onbekend</span>')


def dutch_number(number: Decimal) -> str:
    """Return a number with a decimal comma, as precise as it was written."""
    return f"{number:f}".replace(".", ",")


class ValueRenderer:
    """Turns values into HTML, for one page."""

    def __init__(self, prose: ProseRenderer, reading: ProseContext) -> None:
        self.prose = prose
        self.reading = reading

    def html(self, spec: FieldSpec, value: Any) -> Any:  # noqa: ANN401 - Markup, or a list of it
        """Return safe HTML, a list of it for a list, and a dictionary for a group of fields."""
        if value == UNKNOWN and spec.unknown:
            return UNKNOWN_HTML
        if isinstance(value, tuple):
            return [self._one(spec, item) for item in value]
        return self._one(spec, value)

    def _one(self, spec: FieldSpec, value: Any) -> Any:  # noqa: ANN401 - as above
        match spec.form:
            case FieldType.PART:
                shown: Any = self.part(value)
            case FieldType.PROSE:
                shown = self.prose.block(value, self.reading)
            case FieldType.SHORT:
                shown = self.prose.inline(value, self.reading)
            case FieldType.SOURCE if value == spec.instead:
                shown = escape(value)
            case FieldType.SOURCE:
                shown = self.prose.inline(f"@{value}", self.reading)
            case FieldType.LINK:
                shown = self._link(spec, value)
            case FieldType.URL:
                shown = Markup('<a href="{0}" rel="noopener">{0}</a>').format(value)
            case _:
                shown = escape(_plain(value))
        return shown

    def part(self, part: FieldGroup) -> dict[str, Any]:
        """Return the fields of a group: `html` by name, with `raw` for what a template draws."""
        filled = [spec for spec in field_specs(type(part)) if getattr(part, spec.name) is not None]
        shown = {spec.name: self.html(spec, getattr(part, spec.name)) for spec in filled}
        return {"raw": part, "specs": filled, "html": shown}

    def _link(self, spec: FieldSpec, identifier: str) -> Markup:
        target = self.prose.site_map.find(spec.refers_to, identifier)
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
