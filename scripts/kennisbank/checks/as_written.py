"""What no rule recognises in a source is printed as it is, and a person is told."""

from __future__ import annotations

from collections.abc import Iterator

from kennisbank.library.library import Library
from kennisbank.messages import N_, _
from kennisbank.problems import Problem, Rule, Severity
from kennisbank.sources.fields import read_as_written
from kennisbank.sources.importing.adding import MARKER
from kennisbank.sources.source import Bibliography

RULE = Rule(
    "as-written",
    N_(
        "An edition or page number is not recognised, or a name is in capitals, and it stands in "
        "the reference as it was written."
    ),
    N_(
        "See whether it is right this way. Write an edition as 3 or '2nd revised', pages as "
        "12-15, a name as Jansen."
    ),
    Severity.WARNING,
)


def find(library: Library) -> Iterator[Problem]:
    """Yield each edition, page number and name in capitals that is printed as it was written."""
    yield from problems_in(library.bibliography)


def problems_in(bibliography: Bibliography) -> Iterator[Problem]:
    """Yield the same for sources that belong to no library."""
    for source in bibliography.all_sources:
        for name, text in read_as_written(source):
            # What a source takes over from another is reported there, once.
            if name in source.places and _(MARKER) not in text:
                message = _(
                    "in '{source}', '{text}' in the field '{name}' is shown as written.",
                    source=source.key,
                    text=text,
                    name=name,
                )
                yield RULE.problem(source.place_of(name), message)
