"""A source that nobody cites deserves a look."""

from __future__ import annotations

from collections.abc import Iterator

from kennisbank.library.library import Library
from kennisbank.messages import N_, _
from kennisbank.problems import Problem, Rule, Severity

RULE = Rule(
    "unused-source",
    N_("A source is in references.bib, but no page names it."),
    N_("Name the source on a page, or remove it."),
    Severity.WARNING,
)


def find(library: Library) -> Iterator[Problem]:
    """Yield each source without a citation, unless a file that cannot be read might cite it."""
    if library.unreadable:
        return
    cited = {one.key for one in library.all_citations}
    for key, source in library.bibliography.sources.items():
        if key not in cited:
            message = _("source '{key}' is named nowhere.", key=key)
            yield RULE.problem(source.location, message, _("Name it, or remove it."))
