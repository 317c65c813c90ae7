"""The page of the editors' to-do list: what is old, unsure, unknown or not researched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.evidence.upkeep import upkeep_of
from kennisbank.messages import _, pgettext
from kennisbank.pages.page import Heading, Page
from kennisbank.pages.prose_context import ProseContext
from kennisbank.pages.source_pages import usage_of
from kennisbank.routes import routes, source_address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kennisbank.pages.context import RenderContext


def upkeep_pages(context: RenderContext) -> Iterator[Page]:
    """Yield the page; a library without entries has no day to count from, and no page."""
    if context.day is None:
        return
    reading = ProseContext(routes().UPKEEP)
    headings = _headings()
    html = context.render(
        "upkeep.jinja",
        reading,
        upkeep=upkeep_of(context.library, context.assessments, context.day),
        targets=context.site_map.targets,
        usage=usage_of(context.library, context.site_map),
        source_address=source_address,
        guide=routes().GUIDE,
        headings=headings,
        outcome_count=len(context.library.outcomes),
        methods=context.assessments,
    )
    description = _("The to-do list of the editors: what is old, unsure, unknown or empty.")
    old, unsure, unknown, empty = headings
    checked = (unsure,) if context.library.checks_sources else ()
    shown = (old, *checked, unknown, *((empty,) if context.library.has_map else ()))
    yield Page(routes().UPKEEP, _("Upkeep"), description, html, shown)


def _headings() -> tuple[Heading, ...]:
    return (
        Heading(pgettext("anchor", "old"), _("Not reviewed for more than a year")),
        Heading(pgettext("anchor", "sources"), _("Sources that were not checked")),
        Heading(pgettext("anchor", "unknown"), _("What is not known yet")),
        Heading(pgettext("anchor", "empty"), _("Empty cells on the map")),
    )
