"""The page of the editors' to-do list: what is old, unsure, unknown or not researched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.evidence.upkeep import upkeep_of
from kennisbank.pages.page import Heading, Page
from kennisbank.pages.prose_context import ProseContext
from kennisbank.pages.source_pages import usage_of
from kennisbank.routes import routes, source_address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kennisbank.pages.context import RenderContext

_HEADINGS = (
    Heading("oud", "Langer dan een jaar niet nagekeken"),
    Heading("bronnen", "Bronnen die niet zijn nagetrokken"),
    Heading("onbekend", "Wat nog onbekend is"),
    Heading("leeg", "Lege vakken op de kaart"),
)


def upkeep_pages(context: RenderContext) -> Iterator[Page]:
    """Yield the page; a library without entries has no day to count from, and no page."""
    if context.day is None:
        return
    reading = ProseContext(routes().UPKEEP)
    html = context.render(
        "upkeep.jinja",
        reading,
        upkeep=upkeep_of(context.library, context.assessments, context.day),
        targets=context.site_map.targets,
        usage=usage_of(context.library, context.site_map),
        source_address=source_address,
        guide=routes().GUIDE,
        headings=_HEADINGS,
        outcome_count=len(context.library.outcomes),
        methods=context.assessments,
    )
    description = "Het werklijstje van de redactie: wat oud, onzeker, onbekend of leeg is."
    shown = _HEADINGS if context.library.has_map else _HEADINGS[:-1]
    yield Page(routes().UPKEEP, "Onderhoud", description, html, shown)
