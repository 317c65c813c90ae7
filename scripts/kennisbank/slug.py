"""Makes of a Dutch text a name that can stand in an address."""

from __future__ import annotations

import re
import unicodedata


def slug(text: str) -> str:
    """Return small letters, digits and single hyphens; accents are dropped."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
