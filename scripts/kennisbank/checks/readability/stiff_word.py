"""A word of officials has a plain word beside it; stiff-words.csv is the list."""

from __future__ import annotations

import csv
import re
from importlib.resources import files
from typing import TYPE_CHECKING

from kennisbank.checks.readability.sentences import without_markup
from kennisbank.problems import Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kennisbank.checks.readability.sentences import Passage
    from kennisbank.problems import Problem


RULE = Rule(
    "stiff-word",
    "Een woord is stijf: mensen schrijven het wel, maar zeggen het niet.",
    "Schrijf het gewone woord dat erbij staat, of zeg het op uw eigen manier.",
    Severity.ADVICE,
)
_TABLE = (
    files("kennisbank.checks.readability").joinpath("stiff-words.csv").read_text(encoding="utf-8")
)
PLAIN_WORDS = {row["stijf"]: row["gewoon"] for row in csv.DictReader(_TABLE.splitlines())}
# Longest first: "ten behoeve van" before any shorter phrase that starts in the same way.
_PHRASES = sorted(map(re.escape, PLAIN_WORDS), key=len, reverse=True)
_STIFF = re.compile(rf"\b(?:{'|'.join(_PHRASES)})\b(?!-)".replace(r"\ ", r"\s+"), re.IGNORECASE)


def find(passage: Passage) -> Iterator[Problem]:
    """Yield each stiff word or phrase."""
    for match in _STIFF.finditer(without_markup(passage.text)):
        stiff = " ".join(match.group().split())
        hint = f"Schrijf liever '{PLAIN_WORDS[stiff.casefold()]}'."
        yield RULE.problem(passage.location(match.start()), f"'{stiff}' is stijf.", hint)
