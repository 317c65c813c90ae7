"""The works of one citation become its parts, in the order of the list, years joined."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kennisbank.citations.in_text import InText

_SOME_PAGES = r"[\divxlc]+(?:\s*[-–—]+\s*[\divxlc]+)?"
_PAGES = re.compile(
    r"(?:(?:pp?|blz|pag|pagina|pagina's)\b\.?)?\s*"
    rf"(?P<pages>{_SOME_PAGES}(?:(?:,| en)\s+{_SOME_PAGES})*)",
    re.IGNORECASE,
)
_MORE_THAN_ONE = re.compile("[–, ]")
_DASH = re.compile(r"\s*[-–—]+\s*")
_RANGE = re.compile(r"(?<=\d)\s*[-–—]+\s*(?=\d)")


class Part(NamedTuple):
    """One link of a citation: which work, what it says, and what stands before it."""

    key: str
    html: Markup
    before: str


def cluster(cited: Iterable[tuple[str, InText, str]]) -> list[Part]:
    """Return the parts of a citation of keys, forms and locators; parentheses are not in it."""
    parts: list[Part] = []
    author = Markup()
    for key, form, locator in sorted(set(cited), key=lambda one: (one[1].order, one[2])):
        joined = form.parenthetical == author
        names = Markup() if joined else form.parenthetical + ", "
        where = f", {dutch_locator(locator)}" if locator else ""
        before = "" if not parts else ", " if joined else "; "
        parts.append(Part(key, names + form.year + where, before))
        # A year behind "p. 3" would read as one more page.
        author = Markup() if locator else form.parenthetical
    return parts


def dutch_locator(text: str) -> str:
    """Return where in a work to look: p. 3, pp. 3–5, or what the author wrote."""
    plain = " ".join(text.split())
    if found := _PAGES.fullmatch(plain):
        pages = _DASH.sub("–", found["pages"])
        return f"{'pp.' if _MORE_THAN_ONE.search(pages) else 'p.'} {pages}"
    return _RANGE.sub("–", plain)
