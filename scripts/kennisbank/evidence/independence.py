"""Tells by the authors of sources whether two studies come from different people."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from kennisbank.sources.name_parsing import names_of
from kennisbank.sources.names import Name
from kennisbank.sources.order import fold


@dataclass(frozen=True, slots=True)
class Authors:
    """Surname and first initial of each author; an incomplete list can prove no independence."""

    people: frozenset[tuple[str, str]]
    complete: bool


def authors_of(field: str) -> Authors:
    """Return the authors in an author field of references.bib."""
    names = names_of(field)
    complete = bool(names.known) and not names.others and not names.faults
    return Authors(frozenset(map(_person, names.known)), complete)


def _person(name: Name) -> tuple[str, str]:
    return fold(name.surname), fold(name.given)[:1]


def share_author(one: Authors, other: Authors) -> bool:
    """Return whether someone wrote both: the same surname, and initials that do not differ."""
    return any(
        surname == other_surname and (initial == other_initial or not (initial and other_initial))
        for surname, initial in one.people
        for other_surname, other_initial in other.people
    )


def are_independent(authors: Iterable[Authors]) -> bool:
    """Return whether it is established that no two of these share an author."""
    known = list(authors)
    return all(one.complete for one in known) and not any(
        share_author(one, other) for one, other in combinations(known, 2)
    )
