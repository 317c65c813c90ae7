"""How easily a text reads, by the formula of Flesch, as fitted to its language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import pyphen

from kennisbank.checks.readability.sentences import Sentence

# Nobody hyphenates after one letter, so pyphen leaves out the first syllable of "over" and "idee".
_SINGLE_VOWEL = re.compile(r"[aeiouyéèëïöü](?![aeiouyéèëïöü])\w[aeiouyéèëïöü]", re.IGNORECASE)


def mean_length(sentences: Sequence[Sentence]) -> float:
    """Return the words per sentence; zero when there is no sentence."""
    return sum(len(one.words) for one in sentences) / max(1, len(sentences))


class _Formula(NamedTuple):
    """What a score starts from, and what a word per sentence and a syllable per word take off."""

    start: float
    per_word: float
    per_syllable: float
    hyphenation: str


# From R. Flesch, A new readability yardstick (1948), and W.H. Douma, De leesbaarheid van
# landbouwbladen (1960). A language that is not here has no score.
_FORMULAS = {
    "en": _Formula(206.835, 1.015, 84.6, "en_GB"),
    "nl": _Formula(206.84, 0.93, 77, "nl_NL"),
}


def reading_ease(sentences: Sequence[Sentence], language: str) -> float | None:
    """Return the Flesch score in a language: 100 is easy, 30 hard; none where nobody fitted one."""
    formula = _FORMULAS.get(language)
    if not formula:
        return None
    words = [word.text for one in sentences for word in one.words]
    per_word = sum(syllables(word, language) for word in words) / max(1, len(words))
    lost = formula.per_word * mean_length(sentences) + formula.per_syllable * per_word
    return formula.start - lost


@cache
def syllables(word: str, language: str) -> int:
    """Return how many syllables a word has, as far as the hyphenation of the language tells."""
    positions = [int(one) for one in _hyphenation(_FORMULAS[language].hyphenation).positions(word)]
    unseen = bool(_SINGLE_VOWEL.match(word)) and 2 not in positions  # noqa: PLR2004 - "on-eens"
    return len(positions) + 1 + unseen


@cache
def _hyphenation(patterns: str) -> pyphen.Pyphen:
    # Reading the patterns takes longer than all the rest of starting.
    return pyphen.Pyphen(lang=patterns)
