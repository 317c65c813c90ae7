"""Hand-written pages become the links on them that lead to no page of the site, each a problem."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from kennisbank.checks.broken_link import RULE
from kennisbank.pages.page import hand_address, relative
from kennisbank.suggestions import QUESTION, Proposals

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kennisbank.library.library import Library
    from kennisbank.pages.page import Page
    from kennisbank.problems import Problem

# Of our own HTML. An address of the site has no scheme, and its last part is no name of a file.
_ADDRESS = re.compile(r'<a href="([^":#?]+/|[^":#?./]+)(?=["#?])')


def dead_links(library: Library, pages: Iterable[Page], files: Iterable[str]) -> Iterator[Problem]:
    """Yield each link to an address that has no page, at its place in the file."""
    by_address = {page.address: page for page in pages}
    led_on = (path.removesuffix("index.html") for path in files if path.endswith("/index.html"))
    known = {*by_address, *led_on}
    meant = Proposals(known)
    for document in library.pages:
        page = by_address[hand_address(document.path)]
        for link in dict.fromkeys(_ADDRESS.findall(page.content)):
            target = _address(page.address, link)
            if target not in known:
                place = document.location_of_text((), max(0, document.body.find(f"]({link}") + 2))
                # People write an address as it is from the home page.
                whole = _address("", link.lstrip("./"))
                found = whole if whole in known else meant.nearest(target)
                hint = QUESTION.format(word=relative(page.address, found)) if found else ""
                yield RULE.problem(place, f"op het adres '{link}' staat geen pagina.", hint)


def _address(origin: str, link: str) -> str:
    path = posixpath.normpath(posixpath.join(origin, link))
    return "" if path == "." else f"{path}/"
