"""A method is not called proven before its research is strong."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kennisbank.evidence.assessment import assess
from kennisbank.evidence.scale import scale_of
from kennisbank.fields.kinds import is_rated
from kennisbank.problems import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kennisbank.fields.specs import Text
    from kennisbank.library.library import EntryFile, Library
    from kennisbank.problems import Problem

RULE = Rule(
    "unproven",
    "Een methode heet bewezen, terwijl het onderzoek daarvoor te weinig is. Dat mag alleen als "
    "de berekende sterkte van het onderzoek het hoogste niveau is.",
    "Schrijf wat de bron vond, bij wie en wanneer.",
)
# "Zich bewijzen", "een bewijs" and "bewijzen verzamelen" say nothing about research.
_PROVEN = re.compile(
    r"\bbewezen(?:e|en)?\b"
    r"|\b(?:bewijst|bewees)\b(?! zich)"
    r"|\bbewijzen(?=,? (?:dat|hoe|wat)\b)",
    re.IGNORECASE,
)
_HINT = re.compile(r"bew(?:e|ij)", re.IGNORECASE)
_ONESELF = re.compile(r"\b(?:zich|zichzelf|uzelf|jezelf|mezelf|onszelf)\b[^.?!]*$", re.IGNORECASE)


def find(library: Library) -> Iterator[Problem]:
    """Yield each place that calls a method proven below the highest level."""
    found = list(_claims(library))
    assessments = assess(library) if found else {}
    top = scale_of(library).top
    for file, text, match in found:
        rating = assessments[file.key].research
        level = rating.level
        if level.level < top.level or not rating.recommends:
            place = file.document.location_of_text(text.key_path, match.start())
            message = f"'{match[0]}' is te sterk: het onderzoek staat op niveau {level.level}"
            yield RULE.problem(place, f"{message} ('{level.label}').")


def _claims(library: Library) -> Iterator[tuple[EntryFile, Text, re.Match[str]]]:
    for file in library.files.values():
        # Without a valid entry there is no level, and another problem to mend first.
        if file.entry and is_rated(file.kind) and _HINT.search(file.document.text):
            for text in file.texts:
                yield from (
                    (file, text, match)
                    for match in _PROVEN.finditer(text.text)
                    if text.spec.field_type.is_read and not _is_reflexive(match)
                )


def _is_reflexive(match: re.Match[str]) -> bool:
    before = match.string[: match.start()]
    return match[0].casefold() in {"bewijst", "bewees"} and bool(_ONESELF.search(before[-60:]))
