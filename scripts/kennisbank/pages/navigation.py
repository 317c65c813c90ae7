"""The menu of the site, from the pages and from what its settings name."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from kennisbank.routes import HOME, routes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kennisbank.pages.page import Page


def navigation(named: Sequence[object], pages: Sequence[Page], rated: str = "") -> list[object]:
    """Return paths, or names with their path: the kinds that have entries behind the first.

    Where nothing is named, the pages right below the home page follow. The menu has one level,
    so the items of a group stand beside each other. `rated` is where the map is a map of.
    """
    items = list(_flat(named)) or _own(pages, rated)
    kinds = [path_of(page) for page in pages if page.section and page.listed and _is_top(page)]
    known = {path_in(item) for item in items}
    return [*items[:1], *(path for path in kinds if path not in known), *items[1:]]


def path_in(item: object) -> object:
    """Return the path of an item, with or without a name of its own."""
    return next(iter(item.values())) if isinstance(item, dict) else item


def imprint_links(pages: Sequence[Page]) -> list[dict[str, str]]:
    """Return the address and the name of what the foot of each page leads to, where it exists."""
    by_address = {page.address: page for page in pages}
    found = [by_address[address] for address in _imprint() if address in by_address]
    return [{"address": page.address, "title": escape(page.name)} for page in found]


def _imprint() -> tuple[str, str, str]:
    """Return the addresses that the foot of each page leads to."""
    return routes().ACCESSIBILITY, routes().PRIVACY, routes().COLOPHON


def path_of(page: Page) -> str:
    """Return the path in docs/ of the file that a page is made from, or would be."""
    if page.source and page.source.parts[0] == "docs":
        return str(page.source.relative_to("docs"))
    return f"{page.address}index.md"


def _flat(named: Sequence[object]) -> Iterator[object]:
    for item in named:
        for name, below in item.items() if isinstance(item, dict) else [("", item)]:
            if isinstance(below, list):
                yield from _flat(below)
            else:
                # The theme prints names as they are.
                yield {escape(str(name)): below} if name else below


def _own(pages: Sequence[Page], rated: str) -> list[object]:
    by_address = {page.address: page for page in pages}
    lists = (
        {routes().MAP: rated, routes().SOURCES: routes().SOURCES}
        if routes().MAP in by_address
        else {routes().SOURCES: routes().SOURCES}
    )
    filled = [address for address, list_of in lists.items() if by_address[list_of].listed]
    written = [page.address for page in pages if page.source and _is_top(page)]
    rest = [address for address in written if address not in (routes().GUIDE, *_imprint())]
    return [path_of(by_address[address]) for address in (HOME, *filled, *rest, routes().GUIDE)]


def _is_top(page: Page) -> bool:
    return page.address.count("/") == 1
