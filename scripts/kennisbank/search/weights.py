"""A record becomes the words it is found by, each with a weight from 1 to 15.

A weight depends on its own record only, so that one edit never changes the weights of others; how
rare a word is, the browser counts itself.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from kennisbank.search.words import stem, words_of

if TYPE_CHECKING:
    from kennisbank.search.records import Record

HEAVIEST = 15
_TITLE, _ALIAS, _SUMMARY = 5.0, 4.0, 1.2
_OTHER_PLACES = 0.2
# A title of one word that also stands in the summary and in another name.
_MOST = 6.0
# How many times a word must stand in a body of usual length to be worth half of the most.
_HALF_COUNT = 1.5
_USUAL_LENGTH = 250
# A short entry is no better answer than a long one; a very long one is no worse.
_LENGTH_PART = 0.5


def core_weights(record: Record) -> dict[str, int]:
    """Return the weight of each stem in the title, the other names and the summary.

    The best place of a word decides; the others add little, or a page that repeats a word would
    come before the page that has it as its title.
    """
    found: dict[str, list[float]] = defaultdict(list)
    for name, weight in ((record.title, _TITLE), *((alias, _ALIAS) for alias in record.aliases)):
        stems = {stem(word) for word in words_of(name)}
        for word in stems:
            # A word counts for more when it is the whole name than when it is one of five.
            found[word].append(weight / math.sqrt(len(stems)))
    for word in {stem(word) for word in words_of(record.summary)}:
        found[word].append(_SUMMARY)
    weights = {
        word: max(ones) + _OTHER_PLACES * (sum(ones) - max(ones)) for word, ones in found.items()
    }
    return {word: _scaled(weight / _MOST) for word, weight in weights.items()}


def body_weights(record: Record) -> dict[str, int]:
    """Return the weight of each stem in the rest of the text."""
    counts = Counter(stem(word) for word in words_of(record.body))
    length = 1 - _LENGTH_PART + _LENGTH_PART * counts.total() / _USUAL_LENGTH
    half = _HALF_COUNT * max(length, _LENGTH_PART)
    return {word: _scaled(count / (count + half)) for word, count in counts.items()}


def _scaled(share: float) -> int:
    return min(HEAVIEST, max(1, round(share * HEAVIEST)))
