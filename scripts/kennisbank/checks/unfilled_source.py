"""The marked places of a source that was added without its data have been filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.problems import Rule
from kennisbank.sources.importing.new_entry import MARKER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kennisbank.library.library import Library
    from kennisbank.problems import Problem

RULE = Rule(
    "unfilled-source",
    f"In een bron staat nog {MARKER}, zoals in een bron die 'kennisbank cite' niet kon vinden.",
    f"Vervang {MARKER} door wat in het werk zelf staat, of haal het veld weg.",
)


def find(library: Library) -> Iterator[Problem]:
    """Yield each field in which the marker still stands; inherited fields count where they are."""
    for source in library.bibliography.all_sources:
        for name in source.places:
            if MARKER in source.fields.get(name, ""):
                message = f"in '{source.key}' wacht het veld '{name}' nog op uw tekst."
                yield RULE.problem(source.place_of(name), message, f"Vervang {MARKER}.")
