"""A citation between brackets starts with its key, and a semicolon stands between two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.problems import Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kennisbank.library import Library
    from kennisbank.problems import Problem

RULE = Rule(
    "loose-citation",
    "Een bron staat tussen haakjes op een manier die niet als verwijzing wordt gelezen.",
    "Schrijf [@sleutel] of [@een, p. 3; @twee]: de sleutel direct achter de haak, en een puntkomma "
    "tussen twee bronnen. Woorden als 'zie' staan ervoor, in de zin zelf.",
    Severity.WARNING,
)


def find(library: Library) -> Iterator[Problem]:
    """Yield each mention that readers would see with its name and year between other brackets."""
    for cited in library.all_citations:
        if cited.enclosed:
            message = f"bron '{cited.key}' staat tussen haakjes, maar leest als deel van de zin."
            yield RULE.problem(cited.place, message)
