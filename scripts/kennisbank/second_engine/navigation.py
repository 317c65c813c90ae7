"""The navigation of mkdocs.yml becomes one in which every page has its name and its new path."""

from __future__ import annotations

from html import escape
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from kennisbank.entries import KINDS
from kennisbank.pages.page import hand_address, with_kinds
from kennisbank.second_engine.page_file import page_path

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kennisbank.pages.page import Page


def named_navigation(items: Sequence[object], pages: Sequence[Page]) -> list[object]:
    """Return the items with the kinds among them, as names with paths.

    An engine would call a page by its title, which is too long for a tab.
    """
    by_address = {page.address: page for page in pages}
    return [_named(item, by_address) for item in with_kinds(items, KINDS)]


def _named(item: object, pages: Mapping[str, Page]) -> object:
    if isinstance(item, dict):
        return {name: _inner(below, pages) for name, below in item.items()}
    page = _page(item, pages)
    return {escape(page.name): page_path(page)} if page else item


def _inner(below: object, pages: Mapping[str, Page]) -> object:
    if isinstance(below, list):
        return [_named(item, pages) for item in below]
    page = _page(below, pages)
    return page_path(page) if page else below


def _page(path: object, pages: Mapping[str, Page]) -> Page | None:
    """Return the page that a path in docs/ stands for; other addresses stand for none."""
    return pages.get(hand_address(PurePosixPath("docs", str(path))))
