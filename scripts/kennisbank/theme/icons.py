"""Icons of Material, which come with the theme, and which of them belongs to a kind."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from markupsafe import Markup

from kennisbank.fields.base import Entry
from kennisbank.fields.kinds import field_of
from kennisbank.fields.types import (
    DefinitionType,
    FiguresType,
    FindingsType,
    TasksType,
)

# What a kind has, the most telling first.
_BY_TYPE = {
    FindingsType: "lightbulb-on-outline",
    FiguresType: "chart-bar",
    DefinitionType: "book-alphabet",
    TasksType: "clipboard-list-outline",
}
_OTHER = "toolbox-outline"


@cache
def icon(name: str) -> Markup:
    """Return an icon as SVG, which says nothing to who listens: words stand beside it."""
    path = files("material").joinpath("templates", ".icons", "material", f"{name}.svg")
    drawn = path.read_text(encoding="utf-8").strip()
    return Markup(drawn.replace("<svg ", '<svg class="kb-icon" aria-hidden="true" ', 1))  # noqa: S704  # the theme's


def icon_of(kind: type[Entry]) -> Markup:
    """Return the icon of a kind: it follows from its marks and the types of its fields."""
    marks = kind.marks
    if marks.numbered:
        return icon("hexagon-multiple-outline")
    if marks.audience:
        return icon("account-group-outline")
    if marks.reported:
        return icon("map-marker-outline")
    named = (name for type_, name in _BY_TYPE.items() if field_of(kind, type_))
    return icon(next(named, _OTHER))
