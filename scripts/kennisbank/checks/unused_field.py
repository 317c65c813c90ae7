"""No field of a source goes missing without a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.checks.bad_source import faulty_fields
from kennisbank.problems import Rule, Severity
from kennisbank.sources.fields import misspelt, unused_fields
from kennisbank.sources.importing.new_entry import MARKER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kennisbank.library.library import Library
    from kennisbank.problems import Problem
    from kennisbank.sources.source import Bibliography

RULE = Rule(
    "unused-field",
    "Een veld van een bron komt niet in de bronvermelding, en niet in de bestanden met bronnen.",
    "Zet de tekst in een veld dat bij deze soort hoort, kies een andere soort, of laat het zo.",
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
            if name not in told and MARKER not in source.fields[name]:
                message = f"in '{source.key}' doet het veld '{name}' bij @{source.type} niet mee."
                yield RULE.problem(source.place_of(name), message)
