"""The pages to choose and to compare methods on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kennisbank.fields.choices import Outcome, Role
from kennisbank.fields.specs import field_specs
from kennisbank.fields.text_rules import UNKNOWN
from kennisbank.kinds.method import Finding, Method
from kennisbank.kinds.target_group import TargetGroup
from kennisbank.pages.chooser_row import (
    GOAL,
    GROUP,
    LIMIT,
    OBSTACLE,
    POINTS,
    ROLE,
    ChooserRow,
    caution,
    obstacles,
    rows,
)
from kennisbank.pages.method_rating import outcome_words
from kennisbank.pages.page import Page
from kennisbank.pages.price_words import price_in_words
from kennisbank.pages.prose_context import ProseContext
from kennisbank.pages.rating_words import levels_in_words
from kennisbank.pages.values import ValueRenderer
from kennisbank.routes import CHOOSER, COMPARISON
from kennisbank.theme.look import PAGE_STYLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kennisbank.fields.specs import FieldSpec
    from kennisbank.pages.context import RenderContext
    from kennisbank.pages.site_map import EntryRef


LARGEST = 4
_ABOUT_COMPARISON = "Zet twee tot vier methoden naast elkaar en zie waarin zij verschillen."
_SHAPES = {spec.name: spec for spec in field_specs(Method)}
_CAVEAT = next(spec for spec in field_specs(Finding) if spec.name == "caveat")
# The rows of the table, in order. What is no field of a method has a title of its own here.
_FIELDS = ("for_whom", "level", "effort", "people", "mechanisms", "target_groups")
ROWS = {name: _SHAPES[name].title for name in _FIELDS} | {
    "price": "Prijs",
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

    target: EntryRef
    cells: dict[str, tuple[str, ...]]


def comparison_page(context: RenderContext) -> Page:
    """Return the page; it holds every method, and its script shows those in the address."""
    columns = [
        Column(target, dict(_cells(context, target, target.entry)))
        for target in context.site_map.of_kind(Method.kind)
        if isinstance(target.entry, Method)
    ]
    html = context.render(
        "comparison.jinja",
        ProseContext(COMPARISON),
        about=_ABOUT_COMPARISON,
        columns=columns,
        titles=ROWS,
        largest=LARGEST,
    )
    styles = PAGE_STYLES["comparison"]
    return Page(COMPARISON, "Vergelijken", _ABOUT_COMPARISON, html, styles=styles)


def _cells(
    context: RenderContext, target: EntryRef, method: Method
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for name in _FIELDS:
        yield name, _texts(context, target, _SHAPES[name], context.known_value(target.key, name))
    assessment = context.assessments[target.key]
    yield "price", (price_in_words(assessment.price),) if assessment.price else ()
    yield "research", levels_in_words(assessment.research)
    yield "size", tuple(_sizes(context, target))
    yield "description", (assessment.description.level.label,)
    first = UNKNOWN if method.steps == UNKNOWN else method.steps[:1]
    yield "first_step", _texts(context, target, _SHAPES["steps"], first)
    yield "conditions", _texts(context, target, _SHAPES["conditions"], method.conditions)
    yield "caveat", (caution(context, target, method),)


def _sizes(context: RenderContext, target: EntryRef) -> Iterator[str]:
    """Yield how large the effect is on each outcome that may be recommended."""
    for rated in context.assessments[target.key].research.outcomes:
        one = outcome_words(rated, context.scale)
        if one.size:
            yield f"{one.outcome.label}: {one.size.people}"


def _texts(
    context: RenderContext, target: EntryRef, spec: FieldSpec, value: object
) -> tuple[str, ...]:
    """Return plain texts: links and references to sources are on the page of the method itself."""
    if value in (None, UNKNOWN, ()):
        return ()
    html = ValueRenderer(context.prose, ProseContext(target.address)).html(spec, value)
    parts = html if isinstance(html, list) else [html]
    return tuple(" ".join(context.plain(part).split()) for part in parts)


TABLE = "alle-methoden"
_ABOUT = (
    "Waar begint u? Vier vragen, en hooguit vijf methoden die bij u passen, met de reden erbij."
)


def chooser_page(context: RenderContext) -> Page:
    """Return the page with the questions and the table of all methods."""
    found = rows(context)
    html = context.render(
        "chooser.jinja",
        ProseContext(CHOOSER),
        about=_ABOUT,
        rows=found,
        options=_options(context, found),
        points=POINTS,
        limit=LIMIT,
        compared=context.scale.level(min(context.scale.compared, context.scale.top.level)),
        comparison=COMPARISON,
        largest=LARGEST,
        table=TABLE,
    )
    # Without a table of contents beside it the table has the whole width.
    return Page(CHOOSER, "Keuzehulp", _ABOUT, html, styles=PAGE_STYLES["chooser"])


def _options(context: RenderContext, found: list[ChooserRow]) -> dict[str, list[tuple[str, str]]]:
    """Return the answers to each question that some method fits, with what readers see of them."""
    groups = [(one.key.id, one.title) for one in context.site_map.of_kind(TargetGroup.kind)]
    outcomes = [(str(one), one.label) for one in Outcome]
    return {
        GOAL: _that_fit(GOAL, outcomes, found),
        ROLE: _that_fit(ROLE, [(str(role), role.label) for role in Role], found),
        GROUP: _that_fit(GROUP, groups, found),
        OBSTACLE: _that_fit(OBSTACLE, obstacles(context).items(), found),
    }


def _that_fit(
    question: str, answers: Iterable[tuple[str, str]], found: list[ChooserRow]
) -> list[tuple[str, str]]:
    fitting = {answer for row in found for answer in row.candidate.fits[question]}
    return [(value, label) for value, label in answers if value in fitting]
