"""The evidence map becomes its pages: one with all methods, and one for each target group."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kennisbank.evidence.evidence_map import evidence_map
from kennisbank.evidence.scale import published_scale
from kennisbank.fields.choices import Outcome
from kennisbank.kinds.method import Method
from kennisbank.kinds.target_group import TargetGroup
from kennisbank.pages.page import Page
from kennisbank.pages.prose_context import Reading
from kennisbank.theme.look import PAGE_STYLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kennisbank.pages.context import Layout
    from kennisbank.pages.site_map import Target

MAP = "kaart/"
TITLE = "Kaart van het onderzoek"
SHORT = "Onderzoek"


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of the filter: all methods, or those that suit a target group."""

    address: str
    title: str
    group: Target | None = None


def map_pages(layout: Layout) -> Iterator[Page]:
    """Yield the map of all methods, then that of each target group that a method names."""
    choices = [Choice(MAP, "Alle doelgroepen"), *_group_choices(layout)]
    for choice in choices:
        yield _page(layout, choice, choices)


def _group_choices(layout: Layout) -> Iterator[Choice]:
    named = {
        identifier
        for target in layout.site_map.of_kind(Method.kind)
        if isinstance(target.entry, Method)
        for identifier in target.entry.target_groups
    }
    for group in layout.site_map.of_kind(TargetGroup.kind):
        if group.key.id in named:
            yield Choice(f"{MAP}{group.key.id}/", group.title, group)


def _page(layout: Layout, choice: Choice, choices: list[Choice]) -> Page:
    group = choice.group
    title = f"{TITLE}: {group.title.lower()}" if group else TITLE
    drawn = evidence_map(layout.library, layout.assessments, group.key.id if group else "")
    html = layout.render(
        "map.jinja",
        Reading(choice.address),
        title=title,
        chosen=choice,
        choices=choices,
        map=drawn,
        outcomes=list(Outcome),
        scale=published_scale(),
        root=MAP,
    )
    who = f" voor {group.title.lower()}" if group else ""
    description = f"Wat er van welke methode{who} is onderzocht, en waar nog niets is gevonden."
    short = "" if group else SHORT
    return Page(choice.address, title, description, html, short=short, styles=PAGE_STYLES["map"])
