"""Packs the numbers and the words of the search index into few letters.

Each number is written in base 32, the last digit with a character of the first half of the
alphabet and the digits before it with one of the second half, so that no separator is needed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise, starmap, takewhile

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567abcdefghijklmnopqrstuvwxyz0189-_"
_BASE = 32


def coded(numbers: Iterable[int]) -> str:
    """Return numbers from 0 as one text."""
    return "".join(_number(number) for number in numbers)


def coded_places(places: Iterable[int]) -> str:
    """Return rising numbers as the steps between them."""
    return coded(after - before - 1 for before, after in pairwise((-1, *sorted(places))))


def coded_weights(weights: Mapping[int, int]) -> str:
    """Return the weight of each place, 1 to 16, as step and weight in one number."""
    steps = pairwise([-1, *sorted(weights)])
    return coded((after - before - 1) * 16 + weights[after] - 1 for before, after in steps)


def coded_words(words: Sequence[str]) -> str:
    """Return sorted words of a-z and 0-9, each as what it shares with the one before, and its rest.

    A capital says how many letters it shares: A none, Z twenty-five.
    """
    return "".join(starmap(_word, pairwise(("", *words))))


def _word(before: str, word: str) -> str:
    same = takewhile(lambda pair: pair[0] == pair[1], zip(before, word, strict=False))
    shared = min(sum(1 for _ in same), 25)
    return ALPHABET[shared] + word[shared:]


def _number(number: int) -> str:
    text = ALPHABET[number % _BASE]
    while number := number // _BASE:
        text = ALPHABET[_BASE + number % _BASE] + text
    return text
