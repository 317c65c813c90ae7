"""A text becomes the words it is found by: small letters, no accents, one stem for all forms."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from kennisbank.search.dutch import SHORTEST, STEPS, STOP_WORDS

_APOSTROPHES = re.compile(r"(?<=\w)['’‘`´](?=\w)")
_ACCENTS = re.compile("[\u0300-\u036f]")
_WORD = re.compile(r"[a-z0-9]+")
# Letters that do not fall apart into a letter and an accent.
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d"})
_STEPS = [
    [(re.compile(pattern), re.sub(r"\$(\d)", r"\\\1", new)) for pattern, new in step]
    for step in STEPS
]


def fold(text: str) -> str:
    """Return a text in small letters without accents; an apostrophe inside a word is dropped."""
    plain = text.lower()
    if not plain.isascii():
        plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", plain.translate(_LETTERS)))
    return _APOSTROPHES.sub("", plain)


def words_of(text: str) -> list[str]:
    """Return the words of a text in order, stop words left out."""
    return [word for word in all_words_of(text) if word not in STOP_WORDS]


def all_words_of(text: str) -> list[str]:
    """Return the words of a text in order."""
    return _WORD.findall(fold(text))


@cache
def stem(word: str) -> str:
    """Return what all forms of a folded word share."""
    # "meting" becomes "met", which is no form of the word "met".
    if word in STOP_WORDS:
        return f"{word}."
    if len(word) < SHORTEST or word.isdigit():
        return word
    for step in _STEPS:
        for pattern, new in step:
            shorter, count = pattern.subn(new, word, count=1)
            if count:
                word = shorter
                break
    return word
