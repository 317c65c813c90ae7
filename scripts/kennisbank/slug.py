"""Makes of a text a name that can stand in an address."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache


def slug(text: str) -> str:
    """Return small letters, digits and single hyphens; accents are dropped."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


# The titles of fields come by again for every entry.
@lru_cache
def address_part(text: str) -> str:
    """Return a name that keeps apart what a slug makes equal: C, C++ and C#, or words in Greek.

    Letters that no plain one stands for follow in Punycode, as they do in the name of a site.
    """
    said = _SAID.sub(lambda sign: f"-{_SIGNS[sign[0][0]]}-", text.casefold())
    decomposed = unicodedata.normalize("NFKD", said)
    if all(sign.isascii() or not sign.isalnum() for sign in decomposed) and (plain := slug(said)):
        return plain
    return slug(unicodedata.normalize("NFC", said).encode("punycode").decode())


_SIGNS = {"+": "plus", "#": "sharp", ".": "dot"}
# A plus or a hash behind a letter, and a point in front of a word: A+, C#, .NET.
_SAID = re.compile(r"(?<=[\w+])\+|(?<=[^\W\d])#(?!\w)|^\.(?=[^\W\d])")
