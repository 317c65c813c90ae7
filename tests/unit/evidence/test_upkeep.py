"""The to-do list of the editors, on a given day."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from evidence_library import finding, method, write_evidence
from kennisbank.evidence.assessment import Assessments
from kennisbank.evidence.upkeep import Upkeep, a_year_before, newest_review, upkeep_of
from kennisbank.library.library import EntryKey
from kennisbank.library.loading import load_library

if TYPE_CHECKING:
    from pathlib import Path


def upkeep(root: Path, day: dt.date) -> Upkeep:
    """Return the list for a library whose target group was reviewed on 10 January 2025."""
    write_evidence(root, ruilen=method("Ruilen", finding("jansen2020"), finding("bakker2016")))
    library, _ = load_library(root)
    return upkeep_of(library, Assessments(library), day)


@pytest.mark.parametrize(("day", "stale"), [("2026-01-10", False), ("2026-01-11", True)])
def test_an_entry_is_old_after_a_year_and_a_day(tmp_path: Path, day: str, stale: bool) -> None:
    """On the same date a year later it is not yet old."""
    old = upkeep(tmp_path, dt.date.fromisoformat(day)).stale

    assert (EntryKey("target-group", "buitendienst") in old) is stale


def test_what_is_unsure_unknown_or_empty_is_listed(tmp_path: Path) -> None:
    """A cited source that is not verified, the titles of unknown fields, and the gaps."""
    found = upkeep(tmp_path, dt.date(2026, 1, 10))
    key = EntryKey("method", "ruilen")

    assert found.unverified == {"bakker2016": "as-cited"}
    assert found.unknown[key] == ("Voor wie minder", "Hoe het werkt", "Land")
    assert len(found.gaps[key]) == 10
    assert "leren" not in found.gaps[key]


def test_a_year_before_a_leap_day_is_the_last_of_february() -> None:
    """29 February has no counterpart in other years."""
    assert a_year_before(dt.date(2024, 2, 29)) == dt.date(2023, 2, 28)
    assert a_year_before(dt.date(2026, 11, 25)) == dt.date(2025, 11, 25)


def test_the_newest_review_is_the_day_to_count_from(tmp_path: Path) -> None:
    """Without a setting, a library is as old as its last review; an empty one has no day."""
    empty, _ = load_library(tmp_path)
    library, _ = load_library(write_evidence(tmp_path))

    assert newest_review(empty) is None
    assert newest_review(library) == dt.date(2026, 1, 10)
