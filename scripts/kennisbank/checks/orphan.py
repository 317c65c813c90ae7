"""An entry is connected to the rest of the library."""

from __future__ import annotations

from collections.abc import Iterator

from kennisbank.library.library import Library
from kennisbank.messages import N_, _
from kennisbank.problems import Location, Problem, Rule, Severity

RULE = Rule(
    "orphan",
    N_("A page links to nothing, and no other page links to it."),
    N_("Name another page, or link to it from another page."),
    Severity.WARNING,
)


def find(library: Library) -> Iterator[Problem]:
    """Yield each entry without a link, unless a file or link that is broken might name it."""
    # A link to itself connects an entry with nothing.
    named = {link.target for link in library.all_links if link.target != link.origin}
    if library.unreadable or not named <= library.files.keys():
        return
    for key, file in library.files.items():
        others = (link for link in library.links[key] if link.target != key)
        if file.entry and key not in named and not any(others):
            message = _("'{title}' has no link with any other page.", title=file.entry.title)
            yield RULE.problem(Location(file.path), message)
