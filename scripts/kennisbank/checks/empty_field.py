"""A field that is written has a value."""

from __future__ import annotations

from collections.abc import Iterator

from kennisbank.checks.faults import faults_of, field_name
from kennisbank.library.library import Library
from kennisbank.messages import N_, _
from kennisbank.problems import Problem, Rule

RULE = Rule(
    "empty-field",
    N_("A field is there, but empty."),
    N_("Fill in the field, or remove the line."),
)
MESSAGE = N_("{field} is empty.")
HINT = N_("Fill it in, or remove the line.")


def find(library: Library) -> Iterator[Problem]:
    """Yield each field that is written without a value."""
    for file, fault in faults_of(library, RULE.code):
        place = file.document.location_of(fault.key_path)
        message = _(MESSAGE, field=field_name(file, fault))
        yield RULE.problem(place, message, _(HINT))
