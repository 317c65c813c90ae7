"""Advice on plain language in the prose of a library; ADVICE is the list of its rules."""

from __future__ import annotations

from kennisbank.checks.readability import (
    long_sentence,
    stiff_word,
    summary_readability,
    summary_sentences,
)
from kennisbank.checks.readability.sentences import prose_of
from kennisbank.library.library import Library
from kennisbank.problems import Problem

ADVICE = (long_sentence, summary_sentences, summary_readability, stiff_word)
ADVICE_RULES = tuple(one.RULE for one in ADVICE)


def advise(library: Library) -> list[Problem]:
    """Return what could be said more simply; none of it keeps a page from being published."""
    return [
        problem for passage in prose_of(library) for one in ADVICE for problem in one.find(passage)
    ]
