"""What the chooser and the comparison tell of each method, and how methods are ranked."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from kennisbank.fields.choices import Effort
from kennisbank.kinds.mechanism import Mechanism
from kennisbank.kinds.method import Method
from kennisbank.kinds.target_group import TargetGroup
from kennisbank.pages.prose_context import ProseContext

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kennisbank.pages.context import RenderContext
    from kennisbank.pages.site_map import EntryRef


ROLE, GROUP, OBSTACLE = "rol", "doelgroep", "drempel"
# What one match counts for, by question. The page prints these numbers, and its script reads them
# there: what stands in the way outweighs the two other answers, or equals them together.
POINTS: Mapping[str, int] = MappingProxyType({ROLE: 1, GROUP: 2, OBSTACLE: 3})
LIMIT = 5


@dataclass(frozen=True, slots=True)
class Candidate:
    """What the rule knows of a method; `fits` holds for each question the answers that match.

    `level` is that of the research, the higher the stronger; `effort` the smaller the lighter.
    """

    id: str
    title: str
    fits: Mapping[str, frozenset[str]]
    level: int
    effort: int


def points(candidate: Candidate, answers: Mapping[str, str]) -> int:
    """Return the points of a method: those of every answer that it fits."""
    return sum(POINTS[name] for name, answer in answers.items() if answer in candidate.fits[name])


def in_order(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return methods by research, the strongest first, then effort, the smallest first, then title.

    The table has this order; among equal points it decides, so that the script only counts points.
    """
    return sorted(candidates, key=lambda one: (-one.level, one.effort, one.title.casefold()))


def best(candidates: Iterable[Candidate], answers: Mapping[str, str]) -> list[Candidate]:
    """Return at most five methods that fit some answer, the most points first."""
    fitting = [one for one in in_order(candidates) if points(one, answers)]
    return sorted(fitting, key=lambda one: -points(one, answers))[:LIMIT]


# What no assessment says anything of, because no research counts.
NOT_STUDIED = "Nog niet onderzocht."


@dataclass(frozen=True, slots=True)
class ChooserRow:
    """A method in the table; `text` and what follows `target` are for people, plain text."""

    candidate: Candidate
    target: EntryRef
    roles: tuple[str, ...]
    groups: tuple[str, ...]
    obstacles: tuple[str, ...]
    research: str
    effort: str
    caution: str


def rows(context: RenderContext) -> list[ChooserRow]:
    """Return a row for every method, in the order of the rule."""
    found = {
        target.key.id: _row(context, target, target.entry)
        for target in context.site_map.of_kind(Method.kind)
        if isinstance(target.entry, Method)
    }
    return [found[one.id] for one in in_order(row.candidate for row in found.values())]


def _row(context: RenderContext, target: EntryRef, method: Method) -> ChooserRow:
    labels = {task.role: task.role.label for task in method.roles}
    known = obstacles(context)
    research = context.rating_label(target.key)
    return ChooserRow(
        _candidate(context, target, method),
        target,
        tuple(labels.values()),
        _titles(context, method.target_groups),
        tuple(known[one] for one in method.mechanisms if one in known),
        research[:1].upper() + research[1:],
        method.effort.label.split(":")[0] if isinstance(method.effort, Effort) else "Onbekend",
        caution(context, target, method),
    )


def _candidate(context: RenderContext, target: EntryRef, method: Method) -> Candidate:
    efforts = [*Effort]
    fits = {
        ROLE: frozenset(str(task.role) for task in method.roles),
        GROUP: frozenset(method.target_groups),
        OBSTACLE: frozenset(method.mechanisms),
    }
    # Of an unknown effort nobody can say that it is small.
    effort = efforts.index(method.effort) if isinstance(method.effort, Effort) else len(efforts)
    level = context.assessments[target.key].research.level.level
    return Candidate(target.key.id, target.title, fits, level, effort)


def obstacles(context: RenderContext) -> dict[str, str]:
    """Return what stands in the way, as people say it, by the mechanism that is missing then."""
    reading = ProseContext("")
    return {
        target.key.id: context.plain(context.prose.inline(target.entry.obstacle, reading))
        for target in context.site_map.of_kind(Mechanism.kind)
        if isinstance(target.entry, Mechanism) and target.entry.obstacle
    }


def _titles(context: RenderContext, groups: Iterable[str]) -> tuple[str, ...]:
    found = [context.site_map.find(TargetGroup.kind, one) for one in groups]
    return tuple(target.title for target in found if target)


def caution(context: RenderContext, target: EntryRef, method: Method) -> str:
    """Return what to mind: the first caveat of the findings, or what the level leaves open."""
    for finding in method.findings:
        if finding.caveat:
            return context.plain(context.prose.inline(finding.caveat, ProseContext(target.address)))
    level = context.assessments[target.key].research.level
    return level.not_said if level.level else NOT_STUDIED
