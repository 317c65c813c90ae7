"""A citation names a source in references.bib."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.problems import Rule
from kennisbank.suggestions import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kennisbank.library import Library
    from kennisbank.problems import Problem

RULE = Rule(
    "unknown-citation",
    "Een bronverwijzing noemt een sleutel die niet in references.bib staat.",
    "Verbeter de sleutel, of voeg de bron toe aan references.bib. "
    "Is het geen bron, schrijf dan \\@.",
)
MESSAGE = "bron '{key}' staat niet in references.bib."


def find(library: Library) -> Iterator[Problem]:
    """Yield each citation of a source that is not there; an unreadable source is no fault here."""
    if not library.bibliography.readable:
        return
    known = library.bibliography.sources.keys() | library.bibliography.unreadable
    for cited in library.all_citations:
        if cited.key not in known:
            message = MESSAGE.format(key=cited.key)
            yield RULE.problem(cited.place, message, did_you_mean(cited.key, known))
