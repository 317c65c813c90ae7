"""Finds the source that a work already is: by DOI, or by title, author and year."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from kennisbank.messages import N_
from kennisbank.problems import Rule
from kennisbank.sources.addresses import work_doi
from kennisbank.sources.conversion import csl_item
from kennisbank.sources.csl_item import CslItem, leading_role, names_in, publication
from kennisbank.sources.order import fold, fold_title
from kennisbank.sources.source import Bibliography, Source

DUPLICATE_WORK = Rule(
    "duplicate-work",
    N_("The same work is in references.bib twice, under two keys."),
    N_("Keep one of the two, and name that key everywhere."),
)


_ALIKE = 0.92
_LONG_TITLE = 20
_DIGITS = re.compile(r"\d+")
_PROTECTED = re.compile(r"\{[^{}]*\}")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
# A word behind one of these is written with a capital in sentence case as well.
_NEW_SENTENCE = re.compile(r"(?:^|[.:?!–—]\s+|\s-\s+|[\"“‘(\[])\W*$")
# Up to three letters, and these longer ones, are small in either style.
_SMALL = 3
_SMALL_WORDS = frozenset(
    (
        *("about", "after", "among", "amid", "before", "between", "from", "into", "over", "than"),
        *("that", "their", "through", "toward", "towards", "under", "upon", "versus", "with"),
        *("within", "without"),
    )
)
_FEWEST_WORDS = 3
_MOST = 0.9
_FEWEST_CAPITALS = 6


def same_title(one: str, other: str) -> bool:
    """Return whether two titles are those of one work, for all that people can see.

    Case, accents, marks and a subtitle that one of the two lacks do not count; numbers do:
    a monitor of 2021 is not the one of 2023.
    """
    folded = fold_title(one), fold_title(other)
    if not all(folded) or _DIGITS.findall(one) != _DIGITS.findall(other):
        return False
    if _main(one) == folded[1] or _main(other) == folded[0]:
        return folded[0] == folded[1] or min(map(len, folded)) >= _LONG_TITLE
    lengths = sorted(map(len, folded))
    if lengths[0] < _ALIKE**2 * lengths[1]:
        return False
    return SequenceMatcher(None, *folded, autojunk=False).ratio() >= _ALIKE


def same_work(one: CslItem, other: CslItem) -> bool:
    """Return whether two works with one title are one: the same people or the same year.

    "Inleiding" of others in another year is another work.
    """
    if not same_title(one.get("title", ""), other.get("title", "")):
        return False
    names = [fold(first_name(item)) for item in (one, other)]
    days = publication(one).start, publication(other).start
    has_other_year = days[0] and days[1] and days[0].year != days[1].year
    return not (all(names) and names[0] != names[1] and has_other_year)


def first_name(item: CslItem) -> str:
    """Return the surname, or the organisation, that stands in front."""
    names = names_in(item, leading_role(item))
    return names[0].alone if names else ""


def _main(title: str) -> str:
    return fold_title(title.split(":", maxsplit=1)[0])


def in_capitals(text: str) -> bool:
    """Return whether a text that is longer than an acronym has capitals throughout."""
    return sum(map(str.isalpha, text)) > _FEWEST_CAPITALS and text.isupper()


def in_title_case(latex: str) -> bool:
    """Return whether most words of an English title that could be small have a capital.

    Short words, acronyms, words in braces and the first word of a sentence tell nothing.
    """
    title = _PROTECTED.sub("", latex)
    telling = [
        word.group()
        for word in _WORD.finditer(title)
        if len(word.group()) > _SMALL
        and word.group() not in _SMALL_WORDS
        and not word.group().isupper()
        and not _NEW_SENTENCE.search(title[: word.start()])
    ]
    capitals = sum(word[0].isupper() for word in telling)
    return len(telling) >= _FEWEST_WORDS and capitals >= _MOST * len(telling)


def source_with_doi(bibliography: Bibliography, doi: str) -> Source | None:
    """Return the source with a DOI; capitals do not count in one."""
    return next(
        (
            source
            for source in bibliography.all_sources
            if work_doi(source.fields).casefold() == doi.casefold()
        ),
        None,
    )


def source_like(bibliography: Bibliography, item: CslItem) -> Source | None:
    """Return the source that a work is, by its title and who wrote it or when."""
    return next((one for one in bibliography.all_sources if same_work(csl_item(one), item)), None)


def source_with_title(bibliography: Bibliography, title: str) -> Source | None:
    """Return the source whose title is the same or nearly so, whoever wrote it."""
    return next(
        (
            one
            for one in bibliography.all_sources
            if same_title(csl_item(one).get("title", ""), title)
        ),
        None,
    )
