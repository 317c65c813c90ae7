"""The author field of a source becomes names: people in parts, and organisations whole."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from bibtexparser.middlewares.names import split_multiple_persons_names

from kennisbank.citations.name import Name
from kennisbank.citations.name_parts import name_of
from kennisbank.reading.latex import plain_text

_OTHERS = "others"
# Programs cut a long list off with an ellipsis.
_CUT_OFF = frozenset((_OTHERS, "…", "...", "{\\ldots}"))
# "et al." and "e.a." are what BibTeX calls others; capitals would be someone's initials.
_ET_AL = re.compile(r"(?<![\s,])[\s,]++(?:and\s+)?\{?(?:et\s+al\.?|e\.\s?a\.)\}?\s*$")


@dataclass(frozen=True, slots=True)
class Names:
    """The names in one field, whether there were others, and the ones that cannot be split."""

    known: tuple[Name, ...] = ()
    others: bool = False
    faults: tuple[str, ...] = ()


@lru_cache(maxsize=100_000)
def names_of(latex: str) -> Names:
    """Return the names of an author, editor or translator field; braces are still in it.

    Names are split first and decoded after: decoding takes away the braces that keep an
    organisation together.
    """
    latex = _ET_AL.sub(f" and {_OTHERS}", latex)
    written = split_multiple_persons_names(latex) if latex.strip() else []
    names = [one for one in written if one.strip() and one.strip() not in _CUT_OFF]
    others = any(one.strip() in _CUT_OFF for one in written)
    known = [(one, name_of(one)) for one in names]
    faults = tuple(plain_text(one) or one for one, name in known if name is None)
    shown = [name or Name(literal=plain_text(one)) for one, name in known]
    return Names(tuple(name for name in shown if name.surname), others, faults)
