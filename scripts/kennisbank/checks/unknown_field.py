"""A field has a name that its kind knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.checks.faults import faults_of
from kennisbank.problems import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kennisbank.library.library import Library
    from kennisbank.problems import Problem

RULE = Rule(
    "unknown-field",
    "Een veld heeft een naam die deze soort niet kent.",
    "Verbeter de naam, of haal het veld weg.",
)


def find(library: Library) -> Iterator[Problem]:
    """Yield each field with a name of its own invention, with the name that was meant."""
    for file, fault in faults_of(library, RULE.code):
        place = file.document.location_of(fault.key_path, of_key=True)
        hint = f"Bedoelde u '{fault.suggestion}'?" if fault.suggestion else "Haal het weg."
        yield RULE.problem(place, f"veld '{fault.key_path[-1]}' bestaat niet.", hint)
