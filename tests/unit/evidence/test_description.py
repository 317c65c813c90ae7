"""How well a method is described, from its own fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from evidence_library import method, write_evidence
from kennisbank.evidence.assessment import Assessments
from kennisbank.library.library import EntryKey
from kennisbank.library.loading import load_library
from library_files import write_files

if TYPE_CHECKING:
    from pathlib import Path

PRACTICE = """\
title: Ruilen in Tilburg
summary: Een team ruilde.
reviewed: 2026-01-10
organisation: Gemeente Tilburg
place: Tilburg
since: onbekend
sector: [gemeente]
participants: onbekend
reason: onbekend
actions: Ruilen.
results: onbekend
how_known: onbekend
needed: onbekend
lessons: onbekend
mechanisms: [werk]
methods: [ruilen]
"""
COSTS = {
    "investment": "[{who: deelnemer, hours: 2, per: deelnemer, when: start, basis: jansen2020}]"
}
SOURCE = {"how_it_works": "Wie ruilt, leert [@jansen2020]."}


@pytest.mark.parametrize(
    ("fields", "practice", "level", "missing"),
    [
        ({"conditions": "onbekend"}, False, 0, ("conditions",)),
        ({}, False, 1, ("investment",)),
        (SOURCE, True, 1, ("investment",)),
        (COSTS, False, 2, ("source", "practice")),
        (COSTS, True, 2, ("source",)),
        (COSTS | SOURCE, False, 2, ("practice",)),
        (COSTS | {"how_it_works": "Wie ruilt, leert [@niemand]."}, True, 2, ("source",)),
        (COSTS | SOURCE, True, 3, ()),
        (COSTS | SOURCE | {"conditions": "onbekend"}, True, 0, ("conditions",)),
    ],
)
def test_a_level_needs_its_own_fields_and_those_below(
    tmp_path: Path, fields: dict[str, str], practice: bool, level: int, missing: tuple[str, ...]
) -> None:
    """What the next level still needs is named; a gap below is not made up for above."""
    root = write_evidence(tmp_path, ruilen=method("Ruilen", **fields))
    if practice:
        write_files(root, {"practices/tilburg.yml": PRACTICE})
    library, _ = load_library(root)
    description = Assessments(library)[EntryKey("method", "ruilen")].description

    assert (description.level.level, description.missing) == (level, missing)
