"""A citation names a source in references.bib."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kennisbank.checks.doi_citation import names_doi
from kennisbank.library.library import Cited, Library
from kennisbank.messages import N_, _
from kennisbank.problems import Problem, Rule
from kennisbank.suggestions import Proposals

RULE = Rule(
    "unknown-citation",
    N_("A citation names a key that is not in references.bib."),
    N_("Correct the key, or add the source to references.bib. If it is no source, write \\@."),
)
MESSAGE = N_("source '{key}' is not in references.bib.")
ODD_LETTER = re.compile(r"(?![A-Za-z0-9_])\w")
ODD_MESSAGE = N_("in the key '{key}', '{letter}' is no plain letter from a to z (U+{code}).")
ODD_HINT = N_("Type the key again, or copy it from references.bib.")


def find(library: Library) -> Iterator[Problem]:
    """Yield each citation of a source that is not there; an unreadable source is no fault here."""
    if not library.bibliography.readable:
        return
    known = library.bibliography.sources.keys() | library.bibliography.unreadable
    meant = Proposals(known)
    for cited in library.all_citations:
        if cited.key not in known and not names_doi(cited):
            yield _problem(cited, meant)


def _problem(cited: Cited, meant: Proposals) -> Problem:
    hint = meant.question(cited.key)
    if odd := ODD_LETTER.search(cited.key):
        # Often it only looks like a plain letter, so the key looks right.
        code = f"{ord(odd[0]):04X}"
        message = _(ODD_MESSAGE, key=cited.key, letter=odd[0], code=code)
        return RULE.problem(cited.place, message, hint or _(ODD_HINT))
    return RULE.problem(cited.place, _(MESSAGE, key=cited.key), hint)
