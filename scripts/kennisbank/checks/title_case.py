"""An English title is written as a sentence: the list of references changes no capitals."""

from __future__ import annotations

from collections.abc import Iterator

from kennisbank.library.library import Library
from kennisbank.messages import N_, _
from kennisbank.problems import Problem, Rule, Severity
from kennisbank.sources.importing.known_work import in_title_case
from kennisbank.sources.source import Source

RULE = Rule(
    "title-case",
    N_("An English title has a capital to nearly every word."),
    N_(
        "It stands in the list this way. An ordinary sentence looks better; put names with a "
        "capital between {}."
    ),
    Severity.ADVICE,
)
_ENGLISH = frozenset(("english", "american", "british", "ukenglish", "usenglish", "en"))


def find(library: Library) -> Iterator[Problem]:
    """Yield each English title with a capital to nearly every word that could do without."""
    for source in library.bibliography.all_sources:
        own = "title" in source.places and _is_english(source)
        if own and in_title_case(source.fields["title"]):
            message = _("the title of '{key}' has a capital to nearly every word.", key=source.key)
            yield RULE.problem(source.place_of("title"), message)


def _is_english(source: Source) -> bool:
    language = source.fields.get("langid") or source.fields.get("language", "")
    return language.casefold().split("-")[0] in _ENGLISH
