"""The changes of an entry stand from new to old, one for a day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kennisbank.library.library import EntryFile, Library
from kennisbank.messages import N_, _
from kennisbank.problems import Problem, Rule

RULE = Rule(
    "change-order",
    N_("The changes of a page are not in order."),
    N_("Put the newest change first, and one for each day."),
)

LATER = N_("{day} is later than {above}, which stands above it.")
LATER_HINT = N_("Put the newest change first.")
SAME = N_("there is a change of {day} already.")
SAME_HINT = N_("Make it one point.")


def find(library: Library) -> Iterator[Problem]:
    """Yield each change that is as new as the one above it, or newer."""
    for file in library.files.values():
        for (_place, above), (index, day) in pairwise(_days(file)):
            place = file.document.location_of(("changed", index, "day"))
            if day > above:
                message = _(LATER, day=day, above=above)
                yield RULE.problem(place, message, _(LATER_HINT))
            elif day == above:
                yield RULE.problem(place, _(SAME, day=day), _(SAME_HINT))


def _days(file: EntryFile) -> Iterator[tuple[int, str]]:
    """Yield the days as they are written; wrong-type reports what is no day."""
    changes = file.document.value.get("changed")
    for index, change in enumerate(changes if isinstance(changes, tuple) else ()):
        day = change.get("day") if isinstance(change, dict) else None
        if isinstance(day, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", day):
            yield index, day
