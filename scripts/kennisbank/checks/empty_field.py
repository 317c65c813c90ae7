"""A field that is written has a value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.checks.faults import faults_of, field_name
from kennisbank.problems import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kennisbank.library.library import Library
    from kennisbank.problems import Problem

RULE = Rule(
    "empty-field",
    "Een veld staat er wel, maar is leeg.",
    "Vul het veld in, of haal de regel weg.",
)
MESSAGE = "{field} is leeg."
HINT = "Vul het in, of haal de regel weg."


def find(library: Library) -> Iterator[Problem]:
    """Yield each field that is written without a value."""
    for file, fault in faults_of(library, RULE.code):
        place = file.document.location_of(fault.key_path)
        message = MESSAGE.format(field=field_name(file, fault))
        yield RULE.problem(place, message, HINT)
