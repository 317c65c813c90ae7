"""The changes of an entry stand from new to old, one for a day."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from kennisbank.problems import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kennisbank.library.library import EntryFile, Library
    from kennisbank.problems import Problem

RULE = Rule(
    "change-order",
    "De wijzigingen van een pagina staan niet op volgorde.",
    "Zet de nieuwste wijziging bovenaan, en van elke dag één.",
)

LATER = "{day} is later dan {above}, dat erboven staat."
LATER_HINT = "Zet de nieuwste wijziging bovenaan."
SAME = "van {day} staat er al een wijziging."
SAME_HINT = "Maak er één punt van."


def find(library: Library) -> Iterator[Problem]:
    """Yield each change that is as new as the one above it, or newer."""
    for file in library.files.values():
        for (_, above), (index, day) in pairwise(_days(file)):
            place = file.document.location_of(("changed", index, "day"))
            if day > above:
                message = LATER.format(day=day, above=above)
                yield RULE.problem(place, message, LATER_HINT)
            elif day == above:
                yield RULE.problem(place, SAME.format(day=day), SAME_HINT)


def _days(file: EntryFile) -> Iterator[tuple[int, str]]:
    """Yield the days as they are written; wrong-type reports what is no day."""
    changes = file.document.value.get("changed")
    for index, change in enumerate(changes if isinstance(changes, tuple) else ()):
        day = change.get("day") if isinstance(change, dict) else None
        if isinstance(day, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", day):
            yield index, day
