"""The words of a record become what it is found by: each stem with a weight from 1 to 15.

A weight depends on its own record only, so that one edit never changes the weights of others; how
rare a word is, the browser counts itself.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from kennisbank.search.dutch import STOP_WORDS
from kennisbank.search.words import stem

if TYPE_CHECKING:
    from collections.abc import Sequence

HEAVIEST = 15
_TITLE, _ALIAS, _SUMMARY = 5.0, 4.0, 1.2
_WHOLE = 1.0
_OTHER_PLACES = 0.2
# A title of one word that also stands in the summary and in another name.
_MOST = 7.0
# How many times a word must stand in a body of usual length to be worth half of the most.
_HALF_COUNT = 1.5
_USUAL_LENGTH = 250
# A short entry is no better answer than a long one; a very long one is no worse.
_LENGTH_PART = 0.5


def core_weights(
    title: list[str], aliases: Sequence[list[str]], summary: list[str], worth: float = 1.0
) -> dict[str, int]:
    """Return the weight of each stem, for the words of a title, the other names and the summary.

    All weights of a page that is worth less are lower in the same measure.

    The best place of a word decides; the others add little, or a page that repeats a word would
    come before the page that has it as its title.
    """
    found: dict[str, list[float]] = defaultdict(list)
    for words, weight in ((title, _TITLE), *((alias, _ALIAS) for alias in aliases)):
        content = {word for word in words if word not in STOP_WORDS}
        # A word counts for more when it is the whole name than when it is one of five.
        share = weight / math.sqrt(len(content)) if len(content) > 1 else weight + _WHOLE
        for one in {stem(word) for word in words}:
            found[one].append(share)
    for one in {stem(word) for word in summary}:
        found[one].append(_SUMMARY)
    return {one: _scaled(worth * _combined(weights) / _MOST) for one, weights in found.items()}


def body_weights(body: list[str], worth: float = 1.0) -> dict[str, int]:
    """Return the weight of each stem, for the words of the rest of the text."""
    counts = Counter(stem(word) for word in body)
    length = 1 - _LENGTH_PART + _LENGTH_PART * len(body) / _USUAL_LENGTH
    half = _HALF_COUNT * max(length, _LENGTH_PART)
    return {word: _scaled(worth * count / (count + half)) for word, count in counts.items()}


def _combined(weights: list[float]) -> float:
    best = max(weights)
    return best + _OTHER_PLACES * (sum(weights) - best)


def _scaled(share: float) -> int:
    return min(HEAVIEST, max(1, round(share * HEAVIEST)))
