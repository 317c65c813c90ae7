"""No field of a source goes missing without a word."""

from __future__ import annotations

from collections.abc import Iterator

from kennisbank.checks.bad_source import faulty_fields
from kennisbank.library.library import Library
from kennisbank.messages import N_, _
from kennisbank.problems import Problem, Rule, Severity
from kennisbank.sources.fields import misspelt, unused_fields
from kennisbank.sources.importing.adding import MARKER
from kennisbank.sources.source import Bibliography

RULE = Rule(
    "unused-field",
    N_("A field of a source is not in the reference, nor in the files with sources."),
    N_("Put the text in a field that belongs to this type, choose another type, or leave it."),
    Severity.ADVICE,
)


def find(library: Library) -> Iterator[Problem]:
    """Yield each field that says something and counts for nothing."""
    yield from problems_in(library.bibliography)


def problems_in(bibliography: Bibliography) -> Iterator[Problem]:
    """Yield the same for sources that belong to no library."""
    for source in bibliography.all_sources:
        told = misspelt(source).keys() | faulty_fields(source)
        for name in unused_fields(source):
            if name not in told and _(MARKER) not in source.fields[name]:
                message = _(
                    "in '{key}', the field '{name}' plays no part in @{type}.",
                    key=source.key,
                    name=name,
                    type=source.type,
                )
                yield RULE.problem(source.place_of(name), message)
