"""Which methods fit what a reader answers, in order; none of which research found no gain."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

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
