"""The page of the editors' to-do list: what is old, unsure, unknown or not researched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from kennisbank.evidence.upkeep import upkeep_of
from kennisbank.messages import _, pgettext
from kennisbank.pages.context import RenderContext
from kennisbank.pages.page import Heading, Page
from kennisbank.pages.parts import ListPart, in_parts, list_pages
from kennisbank.pages.prose_context import ProseContext
from kennisbank.pages.source_pages import NAMED
from kennisbank.routes import routes, source_address


def upkeep_pages(context: RenderContext) -> Iterator[Page]:
    """Yield the page; a library without entries has no day to count from, and no page."""
    if context.day is None:
        return
    found = upkeep_of(context.library, context.assessments, context.day)
    lists: list[Mapping[Any, Any]]
    lists = [found.stale, found.unverified, found.unknown, found.gaps]
    kept = (True, context.library.checks_sources, True, context.library.has_map)
    counts = [*map(len, lists[:-1]), sum(map(len, found.gaps.values()))]
    headings = _headings()
    rows = zip(headings, lists, kept, strict=True)
    groups = [(one, [*held.items()]) for one, held, is_kept in rows if is_kept]
    description = _("The to-do list of the editors: what is old, unsure, unknown or empty.")

    def made(part: ListPart[Heading, Any]) -> Page:
        html = context.render(
            "upkeep.jinja",
            ProseContext(part.address),
            part=part,
            most=None if part.is_whole else NAMED,
            targets=context.site_map.targets,
            usage=context.usage,
            source_address=source_address,
            guide=routes().GUIDE,
            counts={one.id: count for one, count in zip(headings, counts, strict=True)},
            names=[one.id for one in _headings()],
            outcome_count=len(context.library.outcomes),
            methods=context.assessments,
        )
        shown = tuple(heading for heading, _rows in part.groups)
        return Page(routes().UPKEEP, _("Upkeep"), description, html, shown)

    yield from list_pages(in_parts(routes().UPKEEP, groups), made)


def _headings() -> tuple[Heading, ...]:
    return (
        Heading(pgettext("anchor", "old"), _("Not reviewed for more than a year")),
        Heading(pgettext("anchor", "sources"), _("Sources that were not checked")),
        Heading(pgettext("anchor", "unknown"), _("What is not known yet")),
        Heading(pgettext("anchor", "empty"), _("Empty cells on the map")),
    )
