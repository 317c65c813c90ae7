"""A build, a check and an edit take about as long, beside others, as the benchmark says.

What the processors did counts, and the bounds are wide: a busy machine is no fault of a change.
"""

from __future__ import annotations

import statistics
from typing import TYPE_CHECKING

import pytest

from bench import SERVE, measured, seen

if TYPE_CHECKING:
    from pathlib import Path

    from bench import Cost

ENTRIES = 100
# In seconds; it takes a quarter of one.
SOON = 5


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which all that is measured lies."""
    return tmp_path_factory.mktemp("bench")


@pytest.fixture(scope="module")
def costs(library: Path) -> dict[str, Cost]:
    """What each build and check took, in one run."""
    return measured(library, ENTRIES, rounds=1)


def test_a_build_costs_little_more_than_plain_pages(costs: dict[str, Cost]) -> None:
    """Twice what MkDocs with Material takes for pages without checks, sources and search."""
    assert costs["kennisbank, cold"].processor < 4 * costs["MkDocs + Material"].processor


def test_a_build_with_nothing_changed_makes_nothing(costs: dict[str, Cost]) -> None:
    """It takes a tenth of a cold one, most of it to start Python and MkDocs."""
    assert costs["kennisbank, again"].processor < 0.3 * costs["kennisbank, cold"].processor


def test_a_build_after_an_edit_uses_the_pages_of_an_earlier_one(costs: dict[str, Cost]) -> None:
    """References, templates and pages that nobody changed are not made again."""
    edited = costs["kennisbank, one entry edited"].processor
    assert edited < 0.9 * costs["kennisbank, cold"].processor


def test_a_check_costs_less_than_a_build(costs: dict[str, Cost]) -> None:
    """Whoever only wants to know what is wrong waits half as long."""
    assert costs["kennisbank check"].processor < 0.7 * costs["kennisbank, cold"].processor


def test_an_edit_is_seen_at_once(library: Path, costs: dict[str, Cost]) -> None:
    """By whoever has the page before him, without waiting for a build."""
    assert costs
    entry = library / "ours" / "methods" / "methode-1.yml"

    assert statistics.median(seen(library / "ours", SERVE, entry, rounds=2)) < SOON
