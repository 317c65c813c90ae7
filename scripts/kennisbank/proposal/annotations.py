"""The problems of a library become the few that GitHub shows on a proposal, what matters first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import PurePosixPath

    from kennisbank.problems import Problem

# GitHub shows no more of a kind for one step.
MOST = 10
_ORDER = list(Severity)


def first_problems(
    problems: Iterable[Problem], changed: Collection[PurePosixPath]
) -> list[Problem]:
    """Return at most ten problems: errors first, and of those the ones in changed files first."""

    def rank(problem: Problem) -> tuple[int, bool, Problem]:
        place = problem.location.path
        return _ORDER.index(problem.severity), place not in changed, problem

    return sorted(problems, key=rank)[:MOST]
