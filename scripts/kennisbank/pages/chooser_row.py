"""What the chooser and the comparison tell of each method, and how methods are ranked."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from kennisbank.fields.kinds import findings_of, marked, named_of, ranking, tasks_of
from kennisbank.pages.price_words import price_in_words
from kennisbank.pages.prose_context import ProseContext
from kennisbank.pages.rating_words import levels_in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kennisbank.fields.base import Entry
    from kennisbank.pages.context import RenderContext
    from kennisbank.pages.site_map import EntryRef


GOAL, ROLE, GROUP, OBSTACLE = "uitkomst", "rol", "doelgroep", "drempel"
# What one match counts for, by question. The page prints these numbers, and its script reads them
# there: what stands in the way outweighs the two other answers, or equals them together. What a
# reader wants to reach gives no points: it decides by the level of the research on it.
POINTS: Mapping[str, int] = MappingProxyType({GOAL: 0, ROLE: 1, GROUP: 2, OBSTACLE: 3})
LIMIT = 5


@dataclass(frozen=True, slots=True)
class Candidate:
    """What the rule knows of a method; `fits` holds for each question the answers that match.

    `levels` has the level of each outcome on which the research may recommend it. `studied` tells
    of research that counts, whatever it found; `effort` is the smaller the lighter.
    """

    id: str
    title: str
    fits: Mapping[str, frozenset[str]]
    levels: Mapping[str, int]
    studied: bool
    effort: int

    @property
    def level(self) -> int:
        """The highest level on any outcome."""
        return max(self.levels.values(), default=0)

    @property
    def is_barred(self) -> bool:
        """Whether it was studied and nothing in it can be recommended."""
        return self.studied and not self.levels


def points(candidate: Candidate, answers: Mapping[str, str]) -> int:
    """Return the points of a method: those of every answer that it fits."""
    return sum(POINTS[name] for name, answer in answers.items() if answer in candidate.fits[name])


def strength(candidate: Candidate, answers: Mapping[str, str]) -> int:
    """Return the level for what a reader wants to reach, or the highest when that is anything."""
    goal = answers.get(GOAL)
    return candidate.levels.get(goal, 0) if goal else candidate.level


def in_order(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return methods by research, the strongest first, then effort, the smallest first, then title.

    The table has this order; among equal methods it decides, so that the script needs no more.
    What cannot be recommended comes last.
    """
    return sorted(
        candidates, key=lambda one: (one.is_barred, -one.level, one.effort, one.title.casefold())
    )


def best(
    candidates: Iterable[Candidate], answers: Mapping[str, str], compared: int
) -> list[Candidate]:
    """Return at most five methods that fit.

    What was compared with a group without it comes first: `compared` is the lowest level that asks
    for that. Then, where the reader names what to reach, the level of it; then the points.
    """
    goal = answers.get(GOAL)
    fitting = [
        one
        for one in in_order(candidates)
        if not one.is_barred and (strength(one, answers) if goal else points(one, answers))
    ]
    return sorted(
        fitting,
        key=lambda one: (
            strength(one, answers) < compared,
            -strength(one, answers) if goal else 0,
            -points(one, answers),
        ),
    )[:LIMIT]


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
    research: tuple[str, ...]
    effort: str
    price: str
    caution: str


def rows(context: RenderContext) -> list[ChooserRow]:
    """Return a row for every method, in the order of the rule."""
    found = {
        target.key.id: _row(context, target, target.entry)
        for target in context.site_map.of(context.library.rated)
    }
    return [found[one.id] for one in in_order(row.candidate for row in found.values())]


def _row(context: RenderContext, target: EntryRef, entry: Entry) -> ChooserRow:
    labels = {task.role: task.role.label for task in tasks_of(entry)}
    known = obstacles(context)
    assessment = context.assessments[target.key]
    return ChooserRow(
        _candidate(context, target, entry),
        target,
        tuple(labels.values()),
        _titles(context, named_of(entry, context.library.audience)),
        tuple(known[one] for one in named_of(entry, context.library.subjects) if one in known),
        levels_in_words(assessment.research),
        assessment.effort.label.split(":")[0] if assessment.effort else "Onbekend",
        price_in_words(assessment.price) if assessment.price else "Onbekend",
        caution(context, target, entry),
    )


def _candidate(context: RenderContext, target: EntryRef, entry: Entry) -> Candidate:
    found = ranking(type(entry))
    efforts = [*found[1]] if found else []
    assessment = context.assessments[target.key]
    research = assessment.research
    levels = {str(one.outcome): one.level.level for one in research.outcomes if one.recommends}
    fits = {
        GOAL: frozenset(levels),
        ROLE: frozenset(str(task.role) for task in tasks_of(entry)),
        GROUP: frozenset(named_of(entry, context.library.audience)),
        OBSTACLE: frozenset(named_of(entry, context.library.subjects)),
    }
    # Of an unknown effort nobody can say that it is small.
    effort = efforts.index(asked) if (asked := assessment.effort) else len(efforts)
    studied = any(one.counting for one in research.outcomes)
    return Candidate(target.key.id, target.title, fits, levels, studied, effort)


def obstacles(context: RenderContext) -> dict[str, str]:
    """Return what stands in the way, as people say it, by the mechanism that is missing then."""
    reading, kind = ProseContext(""), context.library.subjects
    spec = marked(kind, "obstacle") if kind else None
    return {
        target.key.id: context.plain(context.prose.inline(said, reading))
        for target in context.site_map.of(kind)
        if spec and (said := getattr(target.entry, spec.name))
    }


def _titles(context: RenderContext, groups: Iterable[str]) -> tuple[str, ...]:
    known = {one.key.id: one.title for one in context.site_map.of(context.library.audience)}
    return tuple(known[one] for one in groups if one in known)


def caution(context: RenderContext, target: EntryRef, entry: Entry) -> str:
    """Return what to mind: the first caveat of the findings, or what the level leaves open."""
    for finding in findings_of(entry):
        if finding.caveat:
            return context.plain(context.prose.inline(finding.caveat, ProseContext(target.address)))
    research = context.assessments[target.key].research
    lead = research.lead
    return research.level.not_said if lead and lead.counting else NOT_STUDIED
