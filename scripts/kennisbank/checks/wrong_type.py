"""A value fits its field."""

from __future__ import annotations

from collections.abc import Iterator

from kennisbank.checks.faults import faults_of, field_name
from kennisbank.library.library import Library
from kennisbank.messages import N_, _
from kennisbank.problems import Problem, Rule

RULE = Rule(
    "wrong-type",
    N_("A value does not fit the field."),
    N_("On the site, under Contribute → All fields, you find what belongs here."),
)
MESSAGE = N_("{field} {fault}")


def find(library: Library) -> Iterator[Problem]:
    """Yield each value that is not what its field holds."""
    for file, fault in faults_of(library, RULE.code):
        place = file.document.location_of(fault.key_path)
        message = _(MESSAGE, field=field_name(file, fault), fault=fault.message)
        yield RULE.problem(place, message, fault.hint)
