"""The pages of the evidence map: one with all methods, and one for each target group."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kennisbank.evidence.evidence_map import evidence_map
from kennisbank.fields.kinds import named_of
from kennisbank.pages.method_rating import outcome_words
from kennisbank.pages.page import Page
from kennisbank.pages.prose_context import ProseContext
from kennisbank.routes import routes
from kennisbank.theme.look import PAGE_STYLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kennisbank.pages.context import RenderContext
    from kennisbank.pages.site_map import EntryRef

TITLE = "Kaart van het onderzoek"
SHORT = "Onderzoek"


@dataclass(frozen=True, slots=True)
class MapFilter:
    """One choice of the filter: all methods, or those that suit a target group."""

    address: str
    title: str
    group: EntryRef | None = None


def map_pages(context: RenderContext) -> Iterator[Page]:
    """Yield the map of all methods, then that of each target group that a method names."""
    if not context.library.has_map:
        return
    choices = [MapFilter(routes().MAP, "Alle doelgroepen"), *_group_choices(context)]
    for choice in choices:
        yield _page(context, choice, choices)


def _group_choices(context: RenderContext) -> Iterator[MapFilter]:
    named = {
        identifier
        for target in context.site_map.of(context.library.rated)
        for identifier in named_of(target.entry, context.library.audience)
    }
    for group in context.site_map.of(context.library.audience):
        if group.key.id in named:
            yield MapFilter(f"{routes().MAP}{group.key.id}/", group.title, group)


def _page(context: RenderContext, choice: MapFilter, choices: list[MapFilter]) -> Page:
    group = choice.group
    title = f"{TITLE}: {group.title.lower()}" if group else TITLE
    drawn = evidence_map(context.library, context.assessments, group.key.id if group else "")
    html = context.render(
        "map.jinja",
        ProseContext(choice.address),
        title=title,
        chosen=choice,
        choices=choices,
        map=drawn,
        outcomes=list(context.library.outcomes),
        scale=context.scale,
        words=lambda rating: outcome_words(rating, context.scale),
        root=routes().MAP,
    )
    who = f" voor {group.title.lower()}" if group else ""
    description = f"Wat er van welke methode{who} is onderzocht, en waar nog niets is gevonden."
    short = "" if group else SHORT
    return Page(choice.address, title, description, html, short=short, styles=PAGE_STYLES["map"])
