"""The letters that a Dutch list sorts names and titles on."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_ARTICLE = re.compile(r"\A(?:de|het|een|the|an|a)\s+(?=\S)", re.IGNORECASE)
# NFKD leaves these whole, though they are letters with a stroke or two letters in one.
_LETTERS = str.maketrans(
    {"ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th"}
)


@cache
def fold(text: str) -> str:
    """Return small letters and digits only; spaces, hyphens, apostrophes and accents are gone."""
    letters = unicodedata.normalize("NFKD", text.casefold()).translate(_LETTERS)
    return "".join(one for one in letters if one.isalnum())


def fold_title(title: str) -> str:
    """Return the same for a title, without the article in front."""
    return fold(_ARTICLE.sub("", title.lstrip("[\"'“‘«"), count=1))
