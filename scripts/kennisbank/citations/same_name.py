"""The names of an author and of a publisher become whether a list would say the same twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kennisbank.citations.order import fold

if TYPE_CHECKING:
    from kennisbank.citations.name import Name

_ABBREVIATION = re.compile(r"\s*\((?P<short>[^()\s]+)\)$")
_LEGAL_FORM = re.compile(
    r"^(?:Stichting|Uitgeverij)\s+|,?\s+(?:B\.?V\.?|N\.?V\.?|Ltd\.?|Inc\.?|GmbH)$"
)
_AND = re.compile(r"\s[&+]\s")
_INITIAL = re.compile(r"\b[A-Z](?=[a-z])")


def is_same(author: Name, publisher: str) -> bool:
    """Return whether a publisher with this name is the author: SER, or Piet Jansen."""
    full = author.literal or f"{author.given} {author.surname}"
    return bool(publisher) and (_core(full) == _core(publisher) or publisher in _short_names(full))


def _core(name: str) -> str:
    bare = _LEGAL_FORM.sub("", _ABBREVIATION.sub("", name))
    return fold(_AND.sub(" en ", bare))


def _short_names(name: str) -> tuple[str, str]:
    """Return the abbreviation behind a name, and the one that its capitals make: VNG."""
    found = _ABBREVIATION.search(name)
    initials = "".join(_INITIAL.findall(_ABBREVIATION.sub("", name)))
    return found["short"] if found else "", initials if len(initials) > 1 else ""
