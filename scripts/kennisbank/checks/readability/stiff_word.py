"""A word of officials has a plain word beside it; stiff-words-nl.csv is the Dutch list."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from kennisbank.checks.readability.sentences import Passage, without_markup
from kennisbank.messages import N_, _, language
from kennisbank.problems import Problem, Rule, Severity

RULE = Rule(
    "stiff-word",
    N_("A word is stiff: people write it, but do not say it."),
    N_("Write the plain word beside it, or say it in your own way."),
    Severity.ADVICE,
)


@cache
def plain_words(language: str) -> dict[str, str]:
    """Return each stiff word with its plain one; none of a language without a list."""
    table = files("kennisbank.checks.readability").joinpath(f"stiff-words-{language}.csv")
    if not table.is_file():
        return {}
    rows = csv.DictReader(table.read_text(encoding="utf-8").splitlines())
    return {row["stiff"]: row["plain"] for row in rows}


@cache
def _stiff(language: str) -> re.Pattern[str]:
    # Longest first: "ten behoeve van" before any shorter phrase that starts in the same way.
    phrases = sorted(map(re.escape, plain_words(language)), key=len, reverse=True)
    any_of_them = "|".join(phrases).replace(r"\ ", r"\s+") or "(?!)"
    return re.compile(rf"\b(?:{any_of_them})\b(?!-)", re.IGNORECASE)


def find(passage: Passage) -> Iterator[Problem]:
    """Yield each stiff word or phrase."""
    for match in _stiff(language()).finditer(without_markup(passage.text)):
        stiff = " ".join(match.group().split())
        hint = _("Rather write '{plain}'.", plain=plain_words(language())[stiff.casefold()])
        yield RULE.problem(
            passage.location(match.start()), _("'{stiff}' is stiff.", stiff=stiff), hint
        )
