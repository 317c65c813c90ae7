"""No two entries of a kind have the same title."""

from __future__ import annotations

from collections.abc import Iterator

from kennisbank.library.library import EntryFile, Library
from kennisbank.messages import N_, _
from kennisbank.problems import Problem, Rule

RULE = Rule(
    "duplicate-title",
    N_("Two pages of the same kind have the same title."),
    N_("Join the two, or give one of them a title that names the difference."),
)
MESSAGE = N_("{path} has the title '{title}', too.")
HINT = N_("Join them, or name the difference in the title.")


def find(library: Library) -> Iterator[Problem]:
    """Yield the second and later entries with a title; case and spacing do not count."""
    first: dict[tuple[str, str], EntryFile] = {}
    for key, file in sorted(library.files.items()):
        title = file.document.value.get("title")
        if not isinstance(title, str):
            continue
        earlier = first.setdefault((key.kind, " ".join(title.casefold().split())), file)
        if earlier is not file:
            message = _(MESSAGE, title=title, path=earlier.path)
            yield RULE.problem(file.document.location_of(("title",)), message, _(HINT))
