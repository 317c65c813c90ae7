"""Puts the works of one citation in the order of the list, years joined."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from markupsafe import Markup, escape

from kennisbank.messages import all_of, language, pgettext, speaking
from kennisbank.sources.style.in_text import InText, Order

_SOME_PAGES = r"[\divxlc]+(?:\s*[-–—]+\s*[\divxlc]+)?"
_MORE_THAN_ONE = re.compile("[–, ]")
_DASH = re.compile(r"\s*[-–—]+\s*")
_RANGE = re.compile(r"(?<=\d)\s*[-–—]+\s*(?=\d)")


class ClusterItem(NamedTuple):
    """One work of a citation as its author wrote it: where in it, and with which words in front.

    Of a bare one the author stands in the sentence already.
    """

    key: str
    form: InText
    locator: str = ""
    before: str = ""
    bare: bool = False


class CitationPart(NamedTuple):
    """One link of a citation: which work, what it says, and what stands before it."""

    key: str
    html: Markup
    before: Markup


def cluster(cited: Iterable[ClusterItem]) -> list[CitationPart]:
    """Return the parts of a citation; parentheses are not in it.

    Works that words in front hold together stay together; each such group has its own order.
    """
    parts: list[CitationPart] = []
    for before, group in _groups(cited):
        author = Markup()
        for number, one in enumerate(sorted(group, key=_in_list_order)):
            joined = bool(author) and one.form.parenthetical == author
            mark = "" if not parts else ", " if joined else "; "
            words = f"{before} " if before and not number else ""
            parts.append(CitationPart(one.key, _shown(one, joined=joined), escape(mark + words)))
            # A year behind "p. 3" would read as one more page.
            author = Markup() if one.locator or one.bare else one.form.parenthetical
    return parts


def in_sentence(form: InText, locator: str) -> Markup:
    """Return a citation as part of a sentence: Jansen en De Vries (2020a, p. 3)."""
    where = f", {locator_in_words(locator)}" if locator else ""
    return Markup("{} ({}{})").format(form.narrative, form.year, where)


def _groups(cited: Iterable[ClusterItem]) -> list[tuple[str, set[ClusterItem]]]:
    groups: list[tuple[str, set[ClusterItem]]] = []
    for one in cited:
        if one.before or not groups:
            groups.append((one.before, set()))
        groups[-1][1].add(one._replace(before=""))
    return groups


def _in_list_order(one: ClusterItem) -> tuple[Order, str, bool]:
    return one.form.order, one.locator, one.bare


def _shown(one: ClusterItem, *, joined: bool) -> Markup:
    names = Markup() if joined or one.bare else one.form.parenthetical + ", "
    return names + one.form.year + (f", {locator_in_words(one.locator)}" if one.locator else "")


def locator_in_words(text: str) -> str:
    """Return where in a work to look: p. 3, pp. 3–5, or what the author wrote."""
    plain = " ".join(text.split())
    written, word = page_patterns(language())
    if found := written.fullmatch(plain):
        pages = _DASH.sub("–", word.sub(" ", found["pages"]))
        return f"{page_words()[bool(_MORE_THAN_ONE.search(pages))]} {pages}"
    return _RANGE.sub("–", plain)


def page_words() -> tuple[str, str]:
    """Return what stands before the number of one page, and before those of more."""
    return pgettext("citation", "p."), pgettext("citation", "pp.")


@cache
def page_patterns(spoken: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return how authors write pages in a language, and the word for a page between two of them."""
    with speaking(spoken):
        # What an author may write before the number of a page, with a point behind it or not.
        words = "|".join(map(re.escape, pgettext("citation", "p pp page pages").split()))
        conjunction = re.escape(all_of(["1", "2"])[1:-1].strip())
    word = rf"(?:{words})\b\.?"
    more = rf"(?:,| {conjunction}) (?:{word} ?)?{_SOME_PAGES}"
    pages = rf"(?:{word})?\s*(?P<pages>{_SOME_PAGES}(?:{more})*)"
    return re.compile(pages, re.IGNORECASE), re.compile(rf" {word} ?", re.IGNORECASE)
