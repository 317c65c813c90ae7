"""No two entries of a kind have the same title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.problems import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kennisbank.library.library import EntryFile, Library
    from kennisbank.problems import Problem

RULE = Rule(
    "duplicate-title",
    "Twee pagina's van dezelfde soort hebben dezelfde titel.",
    "Voeg de twee samen, of geef een van beide een titel die het verschil noemt.",
)
MESSAGE = "de titel '{title}' heeft {path} ook al."
HINT = "Voeg ze samen, of noem het verschil in de titel."


def find(library: Library) -> Iterator[Problem]:
    """Yield the second and later entries with a title; case and spacing do not count."""
    first: dict[tuple[str, str], EntryFile] = {}
    for key, file in sorted(library.files.items()):
        title = file.document.value.get("title")
        if not isinstance(title, str):
            continue
        earlier = first.setdefault((key.kind, " ".join(title.casefold().split())), file)
        if earlier is not file:
            message = MESSAGE.format(title=title, path=earlier.path)
            yield RULE.problem(file.document.location_of(("title",)), message, HINT)
