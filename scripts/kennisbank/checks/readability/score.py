"""How easily a Dutch text reads, by the formula of Flesch and Douma."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import pyphen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kennisbank.checks.readability.sentences import Sentence


# Nobody hyphenates after one letter, so pyphen leaves out the first syllable of "over" and "idee".
_SINGLE_VOWEL = re.compile(r"[aeiouyéèëïöü](?![aeiouyéèëïöü])\w[aeiouyéèëïöü]", re.IGNORECASE)


def mean_length(sentences: Sequence[Sentence]) -> float:
    """Return the words per sentence; zero when there is no sentence."""
    return sum(len(one.words) for one in sentences) / max(1, len(sentences))


def flesch_douma(sentences: Sequence[Sentence]) -> float:
    """Return the Flesch score as W.H. Douma fitted it to Dutch: 100 is easy, 30 hard."""
    words = [word.text for one in sentences for word in one.words]
    per_word = sum(syllables(word) for word in words) / max(1, len(words))
    return 206.84 - 0.93 * mean_length(sentences) - 77 * per_word


@cache
def syllables(word: str) -> int:
    """Return how many syllables a word has, as far as hyphenation tells."""
    positions = [int(one) for one in _hyphenation().positions(word)]
    unseen = bool(_SINGLE_VOWEL.match(word)) and 2 not in positions  # noqa: PLR2004 - "on-eens"
    return len(positions) + 1 + unseen


@cache
def _hyphenation() -> pyphen.Pyphen:
    # Reading the patterns takes longer than all the rest of starting.
    return pyphen.Pyphen(lang="nl_NL")
