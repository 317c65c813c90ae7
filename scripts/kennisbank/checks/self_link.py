"""An entry names others, not itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.problems import Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kennisbank.library.library import Library
    from kennisbank.problems import Problem

RULE = Rule(
    "self-link",
    "Een pagina verwijst naar zichzelf.",
    "Haal de verwijzing weg. Laat in een zin alleen de woorden staan.",
    Severity.WARNING,
)
MESSAGE = "deze verwijzing gaat naar de pagina zelf."


def find(library: Library) -> Iterator[Problem]:
    """Yield each link of an entry to itself, in a field or inside prose."""
    for key, links in library.links.items():
        for link in links:
            if link.target == key:
                yield RULE.problem(link.place, MESSAGE)
