"""An entry names others, not itself."""

from __future__ import annotations

from collections.abc import Iterator

from kennisbank.library.library import Library
from kennisbank.messages import N_, _
from kennisbank.problems import Problem, Rule, Severity

RULE = Rule(
    "self-link",
    N_("A page links to itself."),
    N_("Remove the link. In a sentence, leave only the words."),
    Severity.WARNING,
)
MESSAGE = N_("this link goes to the page itself.")


def find(library: Library) -> Iterator[Problem]:
    """Yield each link of an entry to itself, in a field or inside prose."""
    for key, links in library.links.items():
        for link in links:
            if link.target == key:
                yield RULE.problem(link.place, _(MESSAGE))
