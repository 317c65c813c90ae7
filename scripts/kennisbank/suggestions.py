"""A word that is not known, and the known words, become "Bedoelde u …?"."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


ALIKE = 0.7
QUESTION = "Bedoelde u '{word}'?"


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that looks most like the given one, if any does."""
    by_fold = {candidate.casefold(): candidate for candidate in known}
    close = difflib.get_close_matches(word.casefold(), by_fold, n=1, cutoff=ALIKE)
    return by_fold[close[0]] if close else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return the question to ask, or nothing when no known word comes near."""
    suggestion = nearest(word, known)
    return QUESTION.format(word=suggestion) if suggestion else ""
