"""A citation names a source in references.bib."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kennisbank.problems import Rule
from kennisbank.suggestions import Proposals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kennisbank.library.library import Cited, Library
    from kennisbank.problems import Problem

RULE = Rule(
    "unknown-citation",
    "Een bronverwijzing noemt een sleutel die niet in references.bib staat.",
    "Verbeter de sleutel, of voeg de bron toe aan references.bib. "
    "Is het geen bron, schrijf dan \\@.",
)
MESSAGE = "bron '{key}' staat niet in references.bib."
ODD_LETTER = re.compile(r"(?![A-Za-z0-9_])\w")
ODD_MESSAGE = "in de sleutel '{key}' is '{letter}' geen gewone letter van a tot z (U+{code})."
ODD_HINT = "Typ de sleutel opnieuw, of neem haar over uit references.bib."


def find(library: Library) -> Iterator[Problem]:
    """Yield each citation of a source that is not there; an unreadable source is no fault here."""
    if not library.bibliography.readable:
        return
    known = library.bibliography.sources.keys() | library.bibliography.unreadable
    meant = Proposals(known)
    for cited in library.all_citations:
        if cited.key not in known:
            yield _problem(cited, meant)


def _problem(cited: Cited, meant: Proposals) -> Problem:
    hint = meant.question(cited.key)
    if odd := ODD_LETTER.search(cited.key):
        # Often it only looks like a plain letter, so the key looks right.
        code = f"{ord(odd[0]):04X}"
        message = ODD_MESSAGE.format(key=cited.key, letter=odd[0], code=code)
        return RULE.problem(cited.place, message, hint or ODD_HINT)
    return RULE.problem(cited.place, MESSAGE.format(key=cited.key), hint)
