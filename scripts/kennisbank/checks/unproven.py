"""A method is not called proven before its research is strong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kennisbank.evidence.assessment import Assessments
from kennisbank.evidence.scale import scale_of
from kennisbank.fields.kinds import is_rated
from kennisbank.fields.specs import Text
from kennisbank.library.library import EntryFile, Library
from kennisbank.messages import N_, _, language
from kennisbank.problems import Problem, Rule

RULE = Rule(
    "unproven",
    N_(
        "A method is called proven, while there is too little research for that. It is allowed "
        "only where the computed strength of the research is the highest level."
    ),
    N_("Write what the source found, with whom and when."),
)


class _Words(NamedTuple):
    """How a language calls a thing proven, what nearly every such text holds, and what is no claim.

    "Zich bewijzen", "prove themselves" and "proves to be" say nothing about research.
    """

    proven: re.Pattern[str]
    sign: re.Pattern[str]
    reflexive: frozenset[str] = frozenset()
    oneself: re.Pattern[str] = re.compile(r"(?!)")


# In a language that is not here, nothing is called proven.
_IN_WORDS = {
    "nl": _Words(
        re.compile(
            r"\bbewezen(?:e|en)?\b"
            r"|\b(?:bewijst|bewees)\b(?! zich)"
            r"|\bbewijzen(?=,? (?:dat|hoe|wat)\b)",
            re.IGNORECASE,
        ),
        re.compile(r"bew(?:e|ij)", re.IGNORECASE),
        frozenset(("bewijst", "bewees")),
        re.compile(r"\b(?:zich|zichzelf|uzelf|jezelf|mezelf|onszelf)\b[^.?!]*$", re.IGNORECASE),
    ),
    "en": _Words(
        re.compile(
            r"\b(?:un)?proven\b(?! track)"
            r"|\b(?:proves|proved)\b(?! (?:to be|itself|himself|herself|themselves|oneself)\b)"
            r"|\bprove(?= (?:that|how|what)\b)",
            re.IGNORECASE,
        ),
        re.compile(r"prove", re.IGNORECASE),
    ),
}
_NO_WORDS = _Words(re.compile(r"(?!)"), re.compile(r"(?!)"))


def find(library: Library) -> Iterator[Problem]:
    """Yield each place that calls a method proven below the highest level."""
    found = list(_claims(library))
    assessments = Assessments(library) if found else {}
    top = scale_of(library).top
    for file, text, match in found:
        rating = assessments[file.key].research
        level = rating.level
        if level.level < top.level or not rating.recommends:
            place = file.document.location_of_text(text.key_path, match.start())
            message = _(
                "'{word}' is too strong: the research stands at level {level} ('{label}').",
                word=match[0],
                level=level.level,
                label=level.label,
            )
            yield RULE.problem(place, message)


def _claims(library: Library) -> Iterator[tuple[EntryFile, Text, re.Match[str]]]:
    words = _IN_WORDS.get(language(), _NO_WORDS)
    for file in library.files.values():
        # Without a valid entry there is no level, and another problem to mend first.
        if file.entry and is_rated(file.kind) and words.sign.search(file.document.text):
            for text in file.texts:
                yield from (
                    (file, text, match)
                    for match in words.proven.finditer(text.text)
                    if text.spec.field_type.is_read and not _is_reflexive(match, words)
                )


def _is_reflexive(match: re.Match[str], words: _Words) -> bool:
    before = match.string[: match.start()]
    return match[0].casefold() in words.reflexive and bool(words.oneself.search(before[-60:]))
