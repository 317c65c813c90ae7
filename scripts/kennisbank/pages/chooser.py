"""The library becomes the chooser: four questions, and the table from which its answer comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.entries.choices import Outcome, Role
from kennisbank.entries.target_group import TargetGroup
from kennisbank.pages.chooser_row import Row, obstacles, rows
from kennisbank.pages.chooser_rule import GOAL, GROUP, LIMIT, OBSTACLE, POINTS, ROLE
from kennisbank.pages.comparison import COMPARISON, LARGEST
from kennisbank.pages.page import Page
from kennisbank.pages.prose import Reading

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kennisbank.pages.layout import Layout

CHOOSER = "keuzehulp/"
TABLE = "alle-methoden"
_ABOUT = (
    "Waar begint u? Vier vragen, en hooguit vijf methoden die bij u passen, met de reden erbij."
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
        compared=layout.scale.level(min(layout.scale.compared, layout.scale.top.level)),
        comparison=COMPARISON,
        largest=LARGEST,
        table=TABLE,
    )
    # Without a table of contents beside it the table has the whole width.
    return Page(CHOOSER, "Keuzehulp", _ABOUT, html)


def _options(layout: Layout, found: list[Row]) -> dict[str, list[tuple[str, str]]]:
    """Return the answers to each question that some method fits, with what readers see of them."""
    groups = [(one.key.id, one.title) for one in layout.site_map.of_kind(TargetGroup.kind)]
    outcomes = [(str(one), one.label) for one in Outcome]
    return {
        GOAL: _that_fit(GOAL, outcomes, found),
        ROLE: _that_fit(ROLE, [(str(role), role.label) for role in Role], found),
        GROUP: _that_fit(GROUP, groups, found),
        OBSTACLE: _that_fit(OBSTACLE, obstacles(layout).items(), found),
    }


def _that_fit(
    question: str, answers: Iterable[tuple[str, str]], found: list[Row]
) -> list[tuple[str, str]]:
    fitting = {answer for row in found for answer in row.candidate.fits[question]}
    return [(value, label) for value, label in answers if value in fitting]
