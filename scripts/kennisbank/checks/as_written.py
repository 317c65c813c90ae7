"""What no rule recognises in a source is printed as it is, and a person is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.problems import Rule, Severity
from kennisbank.sources.fields import read_as_written
from kennisbank.sources.importing.new_entry import MARKER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kennisbank.library.library import Library
    from kennisbank.problems import Problem
    from kennisbank.sources.source import Bibliography

RULE = Rule(
    "as-written",
    "Een druk of paginanummer is niet te herkennen, en staat in de bronvermelding zoals "
    "geschreven.",
    "Kijk na of het zo goed staat. Schrijf een druk als 3 of '2e herziene', pagina's als 12-15.",
    Severity.WARNING,
)


def find(library: Library) -> Iterator[Problem]:
    """Yield each edition and page number that is printed as it was written."""
    yield from problems_in(library.bibliography)


def problems_in(bibliography: Bibliography) -> Iterator[Problem]:
    """Yield the same for sources that belong to no library."""
    for source in bibliography.all_sources:
        for name, text in read_as_written(source):
            # What a source takes over from another is reported there, once.
            if name in source.places and MARKER not in text:
                message = f"in '{source.key}' staat '{text}' in het veld '{name}' zoals geschreven."
                yield RULE.problem(source.place_of(name), message)
