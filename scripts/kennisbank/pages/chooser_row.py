"""A method becomes its row in the table of the chooser: what it fits, and what to mind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kennisbank.entries.choices import Effort
from kennisbank.entries.mechanism import Mechanism
from kennisbank.entries.method import Method
from kennisbank.entries.target_group import TargetGroup
from kennisbank.pages.chooser_rule import GOAL, GROUP, OBSTACLE, ROLE, Candidate, in_order
from kennisbank.pages.prose import Reading
from kennisbank.pages.rating_words import levels_in_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kennisbank.pages.layout import Layout
    from kennisbank.pages.site_map import Target

# What no assessment says anything of, because no research counts.
NOT_STUDIED = "Nog niet onderzocht."


@dataclass(frozen=True, slots=True)
class Row:
    """A method in the table; `text` and what follows `target` are for people, plain text."""

    candidate: Candidate
    target: Target
    roles: tuple[str, ...]
    groups: tuple[str, ...]
    obstacles: tuple[str, ...]
    research: tuple[str, ...]
    effort: str
    caution: str


def rows(layout: Layout) -> list[Row]:
    """Return a row for every method, in the order of the rule."""
    found = {
        target.key.id: _row(layout, target, target.entry)
        for target in layout.site_map.of_kind(Method.kind)
        if isinstance(target.entry, Method)
    }
    return [found[one.id] for one in in_order(row.candidate for row in found.values())]


def _row(layout: Layout, target: Target, method: Method) -> Row:
    labels = {task.role: task.role.label for task in method.roles}
    known = obstacles(layout)
    return Row(
        _candidate(layout, target, method),
        target,
        tuple(labels.values()),
        _titles(layout, method.target_groups),
        tuple(known[one] for one in method.mechanisms if one in known),
        levels_in_words(layout.assessments[target.key].research),
        method.effort.label.split(":")[0] if isinstance(method.effort, Effort) else "Onbekend",
        caution(layout, target, method),
    )


def _candidate(layout: Layout, target: Target, method: Method) -> Candidate:
    efforts = [*Effort]
    research = layout.assessments[target.key].research
    levels = {str(one.outcome): one.level.level for one in research.outcomes if one.recommends}
    fits = {
        GOAL: frozenset(levels),
        ROLE: frozenset(str(task.role) for task in method.roles),
        GROUP: frozenset(method.target_groups),
        OBSTACLE: frozenset(method.mechanisms),
    }
    # Of an unknown effort nobody can say that it is small.
    effort = efforts.index(method.effort) if isinstance(method.effort, Effort) else len(efforts)
    studied = any(one.counting for one in research.outcomes)
    return Candidate(target.key.id, target.title, fits, levels, studied, effort)


def obstacles(layout: Layout) -> dict[str, str]:
    """Return what stands in the way, as people say it, by the mechanism that is missing then."""
    reading = Reading("")
    return {
        target.key.id: layout.plain(layout.prose.inline(target.entry.obstacle, reading))
        for target in layout.site_map.of_kind(Mechanism.kind)
        if isinstance(target.entry, Mechanism) and target.entry.obstacle
    }


def _titles(layout: Layout, groups: Iterable[str]) -> tuple[str, ...]:
    found = [layout.site_map.find(TargetGroup.kind, one) for one in groups]
    return tuple(target.title for target in found if target)


def caution(layout: Layout, target: Target, method: Method) -> str:
    """Return what to mind: the first caveat of the findings, or what the level leaves open."""
    for finding in method.findings:
        if finding.caveat:
            return layout.plain(layout.prose.inline(finding.caveat, Reading(target.address)))
    research = layout.assessments[target.key].research
    lead = research.lead
    return research.level.not_said if lead and lead.counting else NOT_STUDIED
