"""The navigation of mkdocs.yml becomes one in which every page has its name and its new path."""

from __future__ import annotations

from html import escape
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from kennisbank.pages.navigation import navigation
from kennisbank.pages.page import hand_address
from kennisbank.second_engine.page_file import page_path

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kennisbank.pages.page import Page


def named_navigation(items: Sequence[object], pages: Sequence[Page]) -> list[object]:
    """Return what the menu holds, as names with paths.

    An engine would call a page by its title, which is too long for a tab.
    """
    by_address = {page.address: page for page in pages}
    return [_named(item, by_address) for item in navigation(items, pages)]


def _named(item: object, pages: Mapping[str, Page]) -> object:
    [(name, path)] = item.items() if isinstance(item, dict) else [("", item)]
    page = pages.get(hand_address(PurePosixPath("docs", str(path))))
    if not page:
        return item
    return {escape(name or page.name): page_path(page)}
