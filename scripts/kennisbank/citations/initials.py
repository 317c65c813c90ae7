"""Given names become initials as the list shows them: Jean-Paul A. becomes J.-P. A."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# "PJ" as databases of articles write it; a name of three capitals is rarer than three initials.
_RUN_OF_INITIALS = re.compile(r"[A-ZÀ-Þ]{2,3}")
# Chr. and Th. are written by people who call themselves so.
_INITIAL_OF_MORE = re.compile(r"(?:Chr?|Ph|Th)\.")
_HYPHEN = "-‐‑"


@lru_cache(maxsize=100_000)
def initials_of(given: str) -> str:
    """Return the initials of given names, with their full stops."""
    words = re.sub(rf"\.(?![{_HYPHEN}])", ". ", given).split()
    if len(words) == 1 and _RUN_OF_INITIALS.fullmatch(words[0]):
        words = list(words[0])
    return " ".join(found for word in words if (found := _initials_of_word(word)))


def _initials_of_word(word: str) -> str:
    first, *more = [
        part for part in re.split(f"[{_HYPHEN}]", word) if any(map(str.isalpha, part))
    ] or [""]
    initials = [_initial(first)] if first else []
    initials += [_initial(part) for part in more if part[0].isupper()]
    return "-".join(initials)


def _initial(word: str) -> str:
    if _INITIAL_OF_MORE.fullmatch(word):
        return word
    letters = word[next(i for i, letter in enumerate(word) if letter.isalpha()) :]
    first = letters[:2] if letters.startswith("IJ") else letters[0]
    return f"{unicodedata.normalize('NFC', first.upper())}."
