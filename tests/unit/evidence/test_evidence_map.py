"""What is found of which outcome of which method, and where nothing is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidence_library import TALKS, TRIAL, finding, method, write_evidence
from kennisbank.evidence.assessment import Assessments
from kennisbank.evidence.evidence_map import EvidenceMap, MapRow, evidence_map
from kennisbank.fields.choices import Direction
from kennisbank.library.loading import load_library
from our_kinds import Outcome

if TYPE_CHECKING:
    from pathlib import Path

THEORY = TALKS.replace("bakker2016", "smit2001").replace("qualitative", "theory")


def drawn(root: Path, group: str = "") -> EvidenceMap:
    """Return the map of a library with four methods."""
    write_evidence(
        root,
        TRIAL + TALKS + THEORY,
        ruilen=method(
            "Ruilen",
            finding("jansen2020", "leren", "mixed"),
            finding("bakker2016", "leren"),
            finding("smit2001", "welzijn"),
            mechanisms="ruimte, werk",
            groups="buitendienst",
        ),
        mentor=method("Mentor", finding("bakker2016", "leren"), mechanisms="werk"),
        kijken=method("Kijken", mechanisms="werk"),
        praten=method("Praten", mechanisms="werk", groups="buitendienst"),
    )
    library, problems = load_library(root)
    assert problems == []
    return evidence_map(library, Assessments(library), group)


def filled(row: MapRow) -> dict[str, tuple[dict[Direction, int], int, str, int]]:
    """Return the cells of a row that are not empty: directions, level, verdict, methods."""
    return {
        cell.outcome.value: (
            cell.directions,
            cell.best.level.level,
            cell.best.verdict.value,
            cell.methods,
        )
        for cell in row.cells
        if cell.best
    }


def test_methods_stand_once_under_the_mechanism_they_name_first(tmp_path: Path) -> None:
    """Groups follow the order of the mechanisms, rows that of the titles."""
    groups = drawn(tmp_path).groups

    assert [group.summary.key.id for group in groups] == ["werk", "ruimte"]
    assert [row.key.id for row in groups[0].rows] == ["kijken", "mentor", "praten"]
    assert [row.key.id for row in groups[1].rows] == ["ruilen"]


def test_a_cell_counts_studies_and_has_the_level_of_its_outcome(tmp_path: Path) -> None:
    """What was found in a mixed trial, and what rests on a theory, lifts nothing."""
    groups = drawn(tmp_path).groups

    assert filled(groups[1].rows[0]) == {
        "leren": ({Direction.FAVOURABLE: 1, Direction.MIXED: 1}, 0, "mixed", 1),
        "welzijn": ({Direction.FAVOURABLE: 1}, 0, "unknown", 1),
    }


def test_a_mechanism_counts_each_study_of_its_methods_once(tmp_path: Path) -> None:
    """Also of those that stand under another mechanism; its level is that of one method."""
    groups = drawn(tmp_path).groups

    assert filled(groups[0].summary)["leren"] == (
        {Direction.FAVOURABLE: 1, Direction.MIXED: 1},
        0,
        "mixed",
        2,
    )


def test_empty_cells_are_counted_over_methods(tmp_path: Path) -> None:
    """Four methods and ten outcomes make forty cells, of which three are filled."""
    found = drawn(tmp_path)

    assert len(found.cells) == 4 * len(Outcome)
    assert found.gaps == 4 * len(Outcome) - 3


def test_a_target_group_keeps_only_methods_that_suit_it(tmp_path: Path) -> None:
    """Mechanisms without such a method fall away."""
    rows = drawn(tmp_path, "buitendienst").rows

    assert [row.key.id for row in rows] == ["praten", "ruilen"]
    assert drawn(tmp_path, "niemand").groups == ()
