"""The list of published addresses becomes each address with its place; other lines are reported."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kennisbank.problems import Location
from kennisbank.reading.rules import BAD_ADDRESSES

if TYPE_CHECKING:
    from pathlib import PurePosixPath

    from kennisbank.problems import Problem

_ADDRESS = re.compile(r"(?!\.)[A-Za-z0-9_:.+-]+(?:/(?!\.)[A-Za-z0-9_:.+-]+)*/?")


def read_published(path: PurePosixPath, text: str) -> tuple[dict[str, Location], list[Problem]]:
    """Return each line of the list with its place; an empty line is none."""
    found: dict[str, Location] = {}
    problems = []
    for number, line in enumerate(text.split("\n"), start=1):
        place = Location(path, number)
        if line in found:
            message = f"'{line}' staat er al, op regel {found[line].line}."
            problems.append(BAD_ADDRESSES.problem(place, message, "Haal een van de twee weg."))
        elif _ADDRESS.fullmatch(line):
            found[line] = place
        elif line:
            problems.append(BAD_ADDRESSES.problem(place, f"'{line}' is geen adres op de site."))
    return found, problems
