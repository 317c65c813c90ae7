"""A page becomes a Markdown file that holds nothing but HTML, so that no engine changes it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from kennisbank.pages.page import Page

# Markdown leaves the inside of one block alone, up to the tag that ends it.
_BLOCK = '<div class="kb-page">\n{}\n</div>\n'
# Engines turn tabs into spaces before they look for blocks; this way a tab stays one.
_TAB = "&#9;"


def page_path(page: Page) -> str:
    """Return where the file of a page lies in the folder of pages; its address follows from it."""
    return f"{page.address}index.md"


def page_text(page: Page) -> str:
    """Return the head and the one block of HTML that make the page."""
    return f"---\n{_head(page)}---\n\n{_BLOCK.format(page.html.replace(chr(9), _TAB))}"


def _head(page: Page) -> str:
    """Return what the theme prints around the page; no engine escapes that, so it is done here."""
    values: dict[str, object] = {
        # The home page is called after the site.
        **({"title": escape(page.title)} if page.address else {}),
        "description": escape(page.snippet),
        "hide": ["navigation"] if page.headings else ["navigation", "toc"],
        # An engine finds no headings in HTML, so the theme prints this list.
        "headings": [{"id": one.id, "title": escape(one.title)} for one in page.headings],
    }
    return yaml.safe_dump(values, allow_unicode=True, sort_keys=False)
