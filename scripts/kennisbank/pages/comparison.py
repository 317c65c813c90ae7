"""Methods become the page that puts two to four of them side by side, row by row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kennisbank.entries.fields import UNKNOWN
from kennisbank.entries.method import Finding, Method
from kennisbank.entries.shapes import shapes
from kennisbank.pages.chooser_row import caution
from kennisbank.pages.method_rating import outcome_words
from kennisbank.pages.page import Page
from kennisbank.pages.prose import Reading
from kennisbank.pages.rating_words import levels_in_words
from kennisbank.pages.values import ValueRenderer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kennisbank.entries.shapes import Shape
    from kennisbank.pages.layout import Layout
    from kennisbank.pages.site_map import Target

COMPARISON = "vergelijken/"
LARGEST = 4
_ABOUT = "Zet twee tot vier methoden naast elkaar en zie waarin zij verschillen."
_SHAPES = {shape.name: shape for shape in shapes(Method)}
_CAVEAT = next(shape for shape in shapes(Finding) if shape.name == "caveat")
# The rows of the table, in order. What is no field of a method has a title of its own here.
_FIELDS = ("for_whom", "level", "effort", "people", "mechanisms", "target_groups")
ROWS = {name: _SHAPES[name].title for name in _FIELDS} | {
    "research": "Onderzoek",
    "size": "Hoe groot",
    "description": "Beschrijving",
    "first_step": "Eerste stap",
    "conditions": _SHAPES["conditions"].title,
    "caveat": _CAVEAT.title,
}


@dataclass(frozen=True, slots=True)
class Column:
    """One method: for each row its texts; none where no source tells."""

    target: Target
    cells: dict[str, tuple[str, ...]]


def comparison_page(layout: Layout) -> Page:
    """Return the page; it holds every method, and its script shows those in the address."""
    columns = [
        Column(target, dict(_cells(layout, target, target.entry)))
        for target in layout.site_map.of_kind(Method.kind)
        if isinstance(target.entry, Method)
    ]
    html = layout.render(
        "comparison.jinja",
        Reading(COMPARISON),
        about=_ABOUT,
        columns=columns,
        titles=ROWS,
        largest=LARGEST,
    )
    return Page(COMPARISON, "Vergelijken", _ABOUT, html)


def _cells(layout: Layout, target: Target, method: Method) -> Iterator[tuple[str, tuple[str, ...]]]:
    for name in _FIELDS:
        yield name, _texts(layout, target, _SHAPES[name], getattr(method, name))
    assessment = layout.assessments[target.key]
    yield "research", levels_in_words(assessment.research)
    yield "size", tuple(_sizes(layout, target))
    yield "description", (assessment.description.level.label,)
    first = UNKNOWN if method.steps == UNKNOWN else method.steps[:1]
    yield "first_step", _texts(layout, target, _SHAPES["steps"], first)
    yield "conditions", _texts(layout, target, _SHAPES["conditions"], method.conditions)
    yield "caveat", (caution(layout, target, method),)


def _sizes(layout: Layout, target: Target) -> Iterator[str]:
    """Yield how large the effect is on each outcome that may be recommended."""
    for rated in layout.assessments[target.key].research.outcomes:
        one = outcome_words(rated, layout.scale)
        if one.size:
            yield f"{one.outcome.label}: {one.size.people}"


def _texts(layout: Layout, target: Target, shape: Shape, value: object) -> tuple[str, ...]:
    """Return plain texts: links and references to sources are on the page of the method itself."""
    if value in (UNKNOWN, ()):
        return ()
    html = ValueRenderer(layout.prose, Reading(target.address)).html(shape, value)
    parts = html if isinstance(html, list) else [html]
    return tuple(" ".join(layout.plain(part).split()) for part in parts)
