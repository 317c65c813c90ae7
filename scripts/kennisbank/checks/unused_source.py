"""A source that nobody cites deserves a look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.problems import Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kennisbank.library.library import Library
    from kennisbank.problems import Problem

RULE = Rule(
    "unused-source",
    "Een bron staat in references.bib, maar geen enkele pagina noemt hem.",
    "Noem de bron op een pagina, of haal hem weg.",
    Severity.WARNING,
)


def find(library: Library) -> Iterator[Problem]:
    """Yield each source without a citation, unless a file that cannot be read might cite it."""
    if library.unreadable:
        return
    cited = {one.key for one in library.all_citations}
    for key, source in library.bibliography.sources.items():
        if key not in cited:
            message = f"bron '{key}' wordt nergens genoemd."
            yield RULE.problem(source.location, message, "Noem hem, of haal hem weg.")
