"""Names in capitals throughout become names with one capital, as a Dutch list writes them."""

from __future__ import annotations

import re

from kennisbank.citations.name_parts import PREFIXES

_WORD = re.compile(r"[^\W\d_]+")
_VOWEL = re.compile("[AEIOUYÀ-Þ]")
# The t and s of 't Hart and 's Jacob.
_SMALL = PREFIXES | {"t", "s"}
_FEWEST_OF_A_NAME = 3


def as_surname(family: str) -> str:
    """Return the surname of a person with one capital: van der Berg, IJzerman, Jansen-de Vries."""
    return _WORD.sub(lambda word: _capitalised(word[0]), family) if family.isupper() else family


def as_given_name(given: str) -> str:
    """Return JAN as Jan; JP are initials."""
    return _WORD.sub(lambda word: _given(word[0]), given)


def _given(word: str) -> str:
    is_name = word.isupper() and len(word) >= _FEWEST_OF_A_NAME and _VOWEL.search(word)
    return _capitalised(word) if is_name else word


def _capitalised(word: str) -> str:
    small = word.lower()
    if small in _SMALL:
        return small
    start = 2 if small.startswith("ij") else 1
    return word[:start].upper() + small[start:]
