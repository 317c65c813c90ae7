"""The files of a built site become their links, anchors, headings and text."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PROJECT_PATH = "/kb/"


@dataclass
class HtmlFile:
    """What a page links to, what can be linked to in it, and its heading levels in order."""

    links: list[str] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    duplicates: set[str] = field(default_factory=set)


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found = HtmlFile()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if anchor := values.get("id"):
            if anchor in self.found.anchors:
                self.found.duplicates.add(anchor)
            self.found.anchors.add(anchor)
        for name in ("href", "src"):
            if (link := values.get(name)) and tag != "base":
                self.found.links.append(link)


def read_html(text: str) -> HtmlFile:
    """Return the links and anchors of a page."""
    parser = _Parser()
    parser.feed(text)
    return parser.found


def is_redirect(path: Path) -> bool:
    """Return whether a page only leads on, as an old address does."""
    return 'http-equiv="refresh"' in path.read_text(encoding="utf-8")


def is_old_address(text: str) -> bool:
    """Return whether a page stands at an address of before: it leads on, or says why not."""
    return 'name="robots" content="noindex"' in text


def broken_links(site: Path, project: str = PROJECT_PATH) -> Iterator[str]:
    """Yield "page: link" for each internal link or anchor that leads nowhere.

    `project` is the path under which the site is published.
    """
    pages = {
        path.relative_to(site).as_posix(): read_html(path.read_text(encoding="utf-8"))
        for path in site.rglob("*.html")
    }
    for name, page in sorted(pages.items()):
        for link in page.links:
            if not urlsplit(link).scheme and not _resolves(site, pages, name, link, project):
                yield f"{name}: {link}"


def _resolves(site: Path, pages: dict[str, HtmlFile], name: str, link: str, project: str) -> bool:
    parts = urlsplit(link)
    # The 404 page is shown at any address, so its links start at the root of the site.
    absolute = parts.path.startswith(project)
    start = "" if absolute else posixpath.dirname(name)
    path = unquote(parts.path).removeprefix(project)
    target = posixpath.normpath(posixpath.join(start, path)) if parts.path else name
    if (site / target).is_dir():
        target = posixpath.normpath(f"{target}/index.html")
    if not (site / target).is_file():
        return False
    return not parts.fragment or target not in pages or parts.fragment in pages[target].anchors
