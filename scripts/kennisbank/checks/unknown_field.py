"""A field has a name that its kind knows."""

from __future__ import annotations

from collections.abc import Iterator

from kennisbank.checks.faults import faults_of
from kennisbank.library.library import Library
from kennisbank.messages import N_, _
from kennisbank.problems import Problem, Rule
from kennisbank.suggestions import QUESTION

RULE = Rule(
    "unknown-field",
    N_("A field has a name that this kind does not know."),
    N_("Correct the name, or remove the field."),
)


def find(library: Library) -> Iterator[Problem]:
    """Yield each field with a name of its own invention, with the name that was meant."""
    for file, fault in faults_of(library, RULE.code):
        place = file.document.location_of(fault.key_path, of_key=True)
        hint = _(QUESTION, word=fault.suggestion) if fault.suggestion else _("Remove the field.")
        yield RULE.problem(
            place, _("field '{name}' does not exist.", name=fault.key_path[-1]), hint
        )
