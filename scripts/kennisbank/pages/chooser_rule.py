"""What a reader answers, and what each method fits, become the methods that fit best, in order."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

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
