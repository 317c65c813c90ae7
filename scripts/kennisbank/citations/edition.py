"""The edition of a book, in whatever words, becomes what a Dutch list says: 2e herziene druk."""

from __future__ import annotations

import re

_ORDINALS = {
    word: str(number)
    for number, words in enumerate(
        (
            *("first eerste", "second tweede", "third derde", "fourth vierde", "fifth vijfde"),
            *("sixth zesde", "seventh zevende", "eighth achtste", "ninth negende", "tenth tiende"),
            *("eleventh elfde", "twelfth twaalfde"),
        ),
        1,
    )
    for word in words.split()
}
_EDITION_WORD = re.compile(
    r"\s*\b(?:druk|dr\.|editie|edition|edn?\.?|aufl(?:age|\.)?)\s*$", re.IGNORECASE
)
_EDITION = re.compile(
    r"(?P<number>\d+)(?:e|de|ste|st|nd|rd|th)?\.?(?P<revised>,?\s+(?:revised|rev\.|herz\.))?"
)
_REVISED = re.compile(r"revised|rev\.?|herz\.?")


def dutch_edition(text: str) -> str:
    """Return the edition with its word; a first one goes without saying."""
    bare = _EDITION_WORD.sub("", text)
    word = bare.casefold()
    if number := _EDITION.fullmatch(_ORDINALS.get(word, word)):
        revised = " herziene" if number["revised"] else ""
        first = number["number"] == "1" and not revised
        return "" if first else f"{number['number']}e{revised} druk"
    shown = "herziene" if _REVISED.fullmatch(word) else bare
    return f"{shown} druk" if shown else ""
