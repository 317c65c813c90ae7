"""The pages to choose and to compare methods on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kennisbank.fields.choices import Role
from kennisbank.fields.specs import shapes
from kennisbank.fields.types import UNKNOWN
from kennisbank.kinds.method import Finding, Method
from kennisbank.kinds.target_group import TargetGroup
from kennisbank.pages.chooser_row import (
    GROUP,
    LIMIT,
    OBSTACLE,
    POINTS,
    ROLE,
    Row,
    caution,
    obstacles,
    rows,
)
from kennisbank.pages.page import Page
from kennisbank.pages.prose_context import Reading
from kennisbank.pages.values import ValueRenderer
from kennisbank.theme.look import PAGE_STYLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kennisbank.fields.specs import Shape
    from kennisbank.pages.context import Layout
    from kennisbank.pages.site_map import Target


COMPARISON = "vergelijken/"
LARGEST = 4
_ABOUT_COMPARISON = "Zet twee tot vier methoden naast elkaar en zie waarin zij verschillen."
_SHAPES = {shape.name: shape for shape in shapes(Method)}
_CAVEAT = next(shape for shape in shapes(Finding) if shape.name == "caveat")
# The rows of the table, in order. What is no field of a method has a title of its own here.
_FIELDS = ("for_whom", "level", "effort", "people", "mechanisms", "target_groups")
ROWS = {name: _SHAPES[name].title for name in _FIELDS} | {
    "research": "Onderzoek",
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
        about=_ABOUT_COMPARISON,
        columns=columns,
        titles=ROWS,
        largest=LARGEST,
    )
    styles = PAGE_STYLES["comparison"]
    return Page(COMPARISON, "Vergelijken", _ABOUT_COMPARISON, html, styles=styles)


def _cells(layout: Layout, target: Target, method: Method) -> Iterator[tuple[str, tuple[str, ...]]]:
    for name in _FIELDS:
        yield name, _texts(layout, target, _SHAPES[name], getattr(method, name))
    assessment = layout.assessments[target.key]
    research = layout.rating_label(target.key)
    yield "research", (research[:1].upper() + research[1:],)
    yield "description", (assessment.description.level.label,)
    first = UNKNOWN if method.steps == UNKNOWN else method.steps[:1]
    yield "first_step", _texts(layout, target, _SHAPES["steps"], first)
    yield "conditions", _texts(layout, target, _SHAPES["conditions"], method.conditions)
    yield "caveat", (caution(layout, target, method),)


def _texts(layout: Layout, target: Target, shape: Shape, value: object) -> tuple[str, ...]:
    """Return plain texts: links and references to sources are on the page of the method itself."""
    if value in (UNKNOWN, ()):
        return ()
    html = ValueRenderer(layout.prose, Reading(target.address)).html(shape, value)
    parts = html if isinstance(html, list) else [html]
    return tuple(" ".join(layout.plain(part).split()) for part in parts)


CHOOSER = "keuzehulp/"
TABLE = "alle-methoden"
_ABOUT = (
    "Waar begint u? Drie vragen, en hooguit vijf methoden die bij u passen, met de reden erbij."
)


def chooser_page(layout: Layout) -> Page:
    """Return the page with the questions and the table of all methods."""
    found = rows(layout)
    html = layout.render(
        "chooser.jinja",
        Reading(CHOOSER),
        about=_ABOUT,
        rows=found,
        options=_options(layout, found),
        points=POINTS,
        limit=LIMIT,
        comparison=COMPARISON,
        largest=LARGEST,
        table=TABLE,
    )
    # Without a table of contents beside it the table has the whole width.
    return Page(CHOOSER, "Keuzehulp", _ABOUT, html, styles=PAGE_STYLES["chooser"])


def _options(layout: Layout, found: list[Row]) -> dict[str, list[tuple[str, str]]]:
    """Return the answers to each question that some method fits, with what readers see of them."""
    groups = [(one.key.id, one.title) for one in layout.site_map.of_kind(TargetGroup.kind)]
    return {
        ROLE: _that_fit(ROLE, [(str(role), role.label) for role in Role], found),
        GROUP: _that_fit(GROUP, groups, found),
        OBSTACLE: _that_fit(OBSTACLE, obstacles(layout).items(), found),
    }


def _that_fit(
    question: str, answers: Iterable[tuple[str, str]], found: list[Row]
) -> list[tuple[str, str]]:
    fitting = {answer for row in found for answer in row.candidate.fits[question]}
    return [(value, label) for value, label in answers if value in fitting]
