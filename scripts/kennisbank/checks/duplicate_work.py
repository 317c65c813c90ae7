"""No work is in references.bib twice under different keys."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from kennisbank.library.library import Library
from kennisbank.messages import N_, _
from kennisbank.problems import Problem
from kennisbank.sources.addresses import work_doi
from kennisbank.sources.conversion import csl_item
from kennisbank.sources.date_parsing import publication_date
from kennisbank.sources.importing.adding import MARKER
from kennisbank.sources.importing.known_work import DUPLICATE_WORK
from kennisbank.sources.order import fold_title
from kennisbank.sources.source import Source

RULE = DUPLICATE_WORK
_REASONS = {
    "doi": N_("They have the same DOI."),
    "title": N_("They have the same title, author and date."),
}
# Where both have one of these and they differ, title and date say too little.
_APART = ("DOI", "volume", "issue", "number", "page", "container-title")
_HINT = N_("Keep one of the two.")


def find(library: Library) -> Iterator[Problem]:
    """Yield the second and later sources with a DOI, or with a title, authors and a date."""
    first: dict[Hashable, Source] = {}
    for source in library.bibliography.all_sources:
        for name, value in _marks(source):
            earlier = first.setdefault((name, value), source)
            if earlier is not source and not _are_different_works(earlier, source):
                line = earlier.location.line
                message = _(
                    "'{key}' is the same work as '{earlier}' on line {line}.",
                    key=source.key,
                    earlier=earlier.key,
                    line=line,
                )
                yield RULE.problem(
                    source.place_of(name), message, f"{_(_REASONS[name])} {_(_HINT)}"
                )
                break


def _marks(source: Source) -> Iterator[tuple[str, Hashable]]:
    """Yield what tells a work from others: its DOI; its title, with who wrote it and when."""
    if doi := work_doi(source.fields).casefold():
        yield "doi", doi
    item = csl_item(source)
    title = item.get("title", "")
    if fold_title(title) and _(MARKER) not in title:
        who = str(item.get("author") or item.get("editor"))
        yield "title", (fold_title(title), item["type"], who, publication_date(source.fields))


def _are_different_works(one: Source, other: Source) -> bool:
    """Return whether two works with one title are two all the same: parts, or reviews."""
    first, second = csl_item(one), csl_item(other)
    pairs = ((str(first.get(name, "")), str(second.get(name, ""))) for name in _APART)
    return any(a and b and a.casefold() != b.casefold() for a, b in pairs)
