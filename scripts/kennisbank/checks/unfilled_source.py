"""The marked places of a source that was added without its data have been filled in."""

from __future__ import annotations

from collections.abc import Iterator

from kennisbank.library.library import Library
from kennisbank.messages import N_, _
from kennisbank.problems import Problem, Rule
from kennisbank.sources.importing.adding import MARKER

RULE = Rule(
    "unfilled-source",
    N_("A source still holds ADD-ME, as in a source that 'kennisbank cite' could not find."),
    N_("Replace ADD-ME with what the work itself says, or remove the field."),
)


def find(library: Library) -> Iterator[Problem]:
    """Yield each field in which the marker still stands; inherited fields count where they are."""
    for source in library.bibliography.all_sources:
        for name in source.places:
            if _(MARKER) in source.fields.get(name, ""):
                message = _(
                    "in '{key}', the field '{name}' still waits for your text.",
                    key=source.key,
                    name=name,
                )
                yield RULE.problem(source.place_of(name), message, _("Replace ADD-ME."))
