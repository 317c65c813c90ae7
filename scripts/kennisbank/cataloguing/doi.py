"""What a person pastes as a DOI becomes the DOI itself, or nothing when it is none."""

from __future__ import annotations

import re
from urllib.parse import unquote

_ADDRESS = re.compile(r"(?:https?://)?(?:www\.|dx\.)?doi\.org/", re.IGNORECASE)
_LABELS = re.compile(r"(?:doi(?!\.org/)\s*:?\s*)+", re.IGNORECASE)
# Printable ASCII, without what could leave a field of a .bib file or a path of an address.
_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/[!#-Z_a-z\[\]~]{1,250}")
_LAST_MARKS = ".,;:"


def doi_in(text: str) -> str:
    """Return the DOI in an address, behind `doi:` or by itself; empty when there is none."""
    rest = text.strip()
    if rest.startswith("<") and rest.endswith(">"):
        rest = rest[1:-1]
    if label := _LABELS.match(rest):
        rest = rest[label.end() :]
    if address := _ADDRESS.match(rest):
        rest = unquote(re.split("[?#]", rest[address.end() :])[0])
    rest = rest.rstrip(_LAST_MARKS)
    steps = rest.split("/")
    return rest if _DOI.fullmatch(rest) and not {".", ".."} & set(steps) else ""
