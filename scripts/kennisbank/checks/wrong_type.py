"""A value fits its field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.checks.faults import faults_of, field_name
from kennisbank.problems import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kennisbank.library.library import Library
    from kennisbank.problems import Problem

RULE = Rule(
    "wrong-type",
    "Een waarde past niet bij het veld.",
    "Op de site staat onder Bijdragen → Alle velden wat hier hoort.",
)
MESSAGE = "{field} {fault}"


def find(library: Library) -> Iterator[Problem]:
    """Yield each value that is not what its field holds."""
    for file, fault in faults_of(library, RULE.code):
        place = file.document.location_of(fault.key_path)
        message = MESSAGE.format(field=field_name(file, fault), fault=fault.message)
        yield RULE.problem(place, message, fault.hint)
