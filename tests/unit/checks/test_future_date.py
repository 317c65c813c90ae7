"""What lies ahead is told by the reviews of a library, and by the day of whoever looks."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from kennisbank.checks.future_date import find
from kennisbank.library.loading import load_library
from library_files import write_files

if TYPE_CHECKING:
    from pathlib import Path

TERM = "title: {title}\nsummary: Kort.\nreviewed: {day}\ndefinition: Lang.\n"


@pytest.mark.parametrize(
    ("days", "today", "ahead"),
    [
        (["2026-01-01"], None, []),
        ([], None, []),
        (["2026-01-01", "2026-11-24"], None, []),
        (["2026-01-01", "2026-11-24", "2062-11-24"], None, ["2062-11-24"]),
        (["2062-11-24", "2063-01-01"], None, []),
        # Nobody looked after the library for years, and now somebody does.
        (["2020-01-01", "2020-02-01", "2026-11-24"], None, ["2026-11-24"]),
        (["2020-01-01", "2020-02-01", "2026-11-24"], "2026-11-24", []),
        # The clock of a computer is behind, or a place where it is tomorrow already.
        (["2026-01-01", "2026-11-24"], "1970-01-01", []),
        (["2020-01-01", "2026-11-25"], "2026-11-24", []),
        (["2020-01-01", "2026-11-26"], "2026-11-24", ["2026-11-26"]),
    ],
)
def test_a_review_lies_ahead_of_all_others_and_of_today(
    tmp_path: Path, days: list[str], today: str | None, ahead: list[str]
) -> None:
    """A review that no other is near to is a slip, unless that day has come."""
    files = {
        f"terms/begrip-{number}.yml": TERM.format(title=f"Begrip {number}", day=day)
        for number, day in enumerate(days)
    }
    looking = dt.date.fromisoformat(today) if today else None
    (tmp_path / "terms").mkdir()
    library, problems = load_library(write_files(tmp_path, files), today=looking)

    assert problems == []
    assert [one.message.split()[0] for one in find(library)] == ahead


def test_changes_count_beside_reviews(tmp_path: Path) -> None:
    """A change some months after all reviews is no slip; one of many years later is."""
    changed = "changed: [{{day: {day}, note: Iets.}}]\n"
    for day, ahead in (("2026-09-01", []), ("2062-09-01", ["2062-09-01"])):
        text = TERM.format(title="Begrip", day="2026-01-01") + changed.format(day=day)
        library, _ = load_library(write_files(tmp_path, {"terms/begrip.yml": text}))

        assert [one.message.split()[0] for one in find(library)] == ahead


def test_a_year_in_a_figure_and_its_edition_may_lie_ahead_too(tmp_path: Path) -> None:
    """Both are told where they stand; a large number in the name of an edition is no year."""
    text = (
        "title: Cijfer\nsummary: Kort.\nreviewed: 2026-01-01\nunit: '%'\nyear: 2062\n"
        "edition: Monitor 2044, 2500 mensen\nsource: a\nmeaning: Zo.\ncaveat: onbekend\n"
        "population: onbekend\nvalues: [{label: A, amount: 1}]\n"
    )
    files = {"statistics/cijfer.yml": text, "references.bib": "@book{a, title = {Leren}}\n"}
    library, _ = load_library(write_files(tmp_path, files))

    assert [str(one).partition(" Kijk")[0] for one in find(library)] == [
        "statistics/cijfer.yml:5:7: future-date: 2062 ligt na 1 januari 2026.",
        "statistics/cijfer.yml:6:10: future-date: 2044 ligt na 1 januari 2026.",
    ]
