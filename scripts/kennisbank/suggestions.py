"""Proposes the known word that somebody may have meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from kennisbank.messages import N_, _

ALIKE = 0.7
QUESTION = N_("Did you mean '{word}'?")
# So many pairs of words take a second or two; who has more mistakes has one cause for most.
PAIRS = 100_000


class Proposals:
    """Says which of many known words was meant, each once, until it was asked too often."""

    def __init__(self, known: Iterable[str]) -> None:
        self._known = tuple(known)
        self._left = PAIRS
        self._found: dict[str, str | None] = {}

    def nearest(self, word: str) -> str | None:
        """Return the known word that looks most like the given one, if any does."""
        if word not in self._found and self._left > 0:
            self._left -= len(self._known)
            self._found[word] = nearest(word, self._known)
        return self._found.get(word)

    def question(self, word: str) -> str:
        """Return the question to ask, or nothing when no known word comes near."""
        found = self.nearest(word)
        return _(QUESTION, word=found) if found else ""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that looks most like the given one, if any does."""
    by_fold = {candidate.casefold(): candidate for candidate in known}
    close = difflib.get_close_matches(word.casefold(), by_fold, n=1, cutoff=ALIKE)
    return by_fold[close[0]] if close else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return the question to ask, or nothing when no known word comes near."""
    suggestion = nearest(word, known)
    return _(QUESTION, word=suggestion) if suggestion else ""
