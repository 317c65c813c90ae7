"""The pages of the evidence map: one with all methods, and one for each target group."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from kennisbank.evidence.evidence_map import MapRow, evidence_map
from kennisbank.fields.kinds import is_rated, named_of
from kennisbank.messages import _
from kennisbank.pages.context import RenderContext
from kennisbank.pages.method_rating import outcome_words
from kennisbank.pages.page import Page
from kennisbank.pages.parts import ListPart, in_parts, list_pages
from kennisbank.pages.prose_context import ProseContext
from kennisbank.pages.site_map import EntryRef
from kennisbank.routes import routes
from kennisbank.theme.look import PAGE_STYLES

# From how many studies a form is of the second and of the third size.
SIZES = (2, 5)


@dataclass(frozen=True, slots=True)
class MapFilter:
    """One choice of the filter: all methods, or those that suit a target group."""

    address: str
    title: str
    group: EntryRef | None = None


@dataclass(frozen=True, slots=True)
class LevelForm:
    """A circle filled as far as a level goes: the part that is filled, as a path."""

    level: int
    filled: str


def level_forms(top: int) -> list[LevelForm]:
    """Return the form of each level, from an empty circle to a full one."""
    return [LevelForm(level, _filled(level / top)) for level in range(top + 1)]


_RADIUS = 8


def _filled(share: float) -> str:
    """Return the part of a circle around 10, 10 that a share of it fills, from the top."""
    if share <= 0:
        return ""
    if share >= 1:
        return f"M10 {10 - _RADIUS}a{_RADIUS} {_RADIUS} 0 1 1-.01 0z"
    angle = 2 * math.pi * share
    x, y = 10 + _RADIUS * math.sin(angle), 10 - _RADIUS * math.cos(angle)
    large = int(share > 1 / 2)
    return f"M10 10V{10 - _RADIUS}A{_RADIUS} {_RADIUS} 0 {large} 1 {x:.2f} {y:.2f}z"


def size_of(count: int) -> int:
    """Return which of three sizes a form has that stands for a number of studies."""
    return 1 + sum(count >= size for size in SIZES)


def map_pages(context: RenderContext) -> Iterator[Page]:
    """Yield the map of all methods, then that of each target group that a method names."""
    for kind in filter(is_rated, context.library.kinds):
        with context.about(kind) as own:
            # Of the first kind, with its addresses, they need not be made at once.
            found = _maps(own) if own is context else iter([*_maps(own)])
        yield from found


def _maps(context: RenderContext) -> Iterator[Page]:
    if not context.library.has_map:
        return
    choices = [MapFilter(routes().MAP, _("All target groups")), *_group_choices(context)]
    for choice in choices:
        yield from _pages(context, choice, choices)


def _group_choices(context: RenderContext) -> Iterator[MapFilter]:
    named = {
        identifier
        for target in context.site_map.of(context.library.rated)
        for identifier in named_of(target.entry, context.library.audience)
    }
    for group in context.site_map.of(context.library.audience):
        if group.key.id in named:
            yield MapFilter(f"{routes().MAP}{group.key.id}/", group.title, group)


def _pages(context: RenderContext, choice: MapFilter, choices: list[MapFilter]) -> Iterator[Page]:
    group = choice.group
    whole = context.titled(_("Map of the research"))
    title = _("Map of the research: {group}", group=group.title) if group else whole
    drawn = evidence_map(context.library, context.assessments, group.key.id if group else "")
    description = _("What was studied on which outcome, and where nothing was found yet.")
    if group:
        description = _("{about} Only for: {group}.", about=description, group=group.title)
    short = "" if group else _("Map")

    def made(part: ListPart[MapRow, MapRow]) -> Page:
        html = context.render(
            "map.jinja",
            ProseContext(part.address),
            title=title,
            chosen=choice,
            choices=choices,
            map=drawn,
            part=part,
            places={summary.key: place for summary, place in part.places},
            outcomes=list(context.library.outcomes),
            forms=level_forms(context.scale.top.level),
            size_of=size_of,
            sizes=SIZES,
            subject=context.library.subjects,
            rated_kind=context.library.rated,
            words=lambda rating: outcome_words(rating, context.scale),
            root=routes().MAP,
            whole=whole,
        )
        styles = PAGE_STYLES["map"]
        return Page(choice.address, title, description, html, short=short, styles=styles)

    by_summary = [(one.summary, one.rows) for one in drawn.groups]
    yield from list_pages(in_parts(choice.address, by_summary), made)
