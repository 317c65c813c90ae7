"""The files of a built site become their links, anchors, headings and text."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from lxml import etree, html

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


def read_html(text: str) -> HtmlFile:
    """Return the links and anchors of a page."""
    found = HtmlFile()
    for element in html.document_fromstring(text.encode()).iter(etree.Element):
        if anchor := element.get("id"):
            (found.duplicates if anchor in found.anchors else found.anchors).add(anchor)
        links = [element.get(name) for name in ("href", "src") if element.tag != "base"]
        found.links += [link for link in links if link]
    return found


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
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    for name, page in sorted(pages.items()):
        for link in page.links:
            if not urlsplit(link).scheme and not _resolves(files, pages, name, link, project):
                yield f"{name}: {link}"


def _resolves(
    files: set[str], pages: dict[str, HtmlFile], name: str, link: str, project: str
) -> bool:
    parts = urlsplit(link)
    # The 404 page is shown at any address, so its links start at the root of the site.
    absolute = parts.path.startswith(project)
    start = "" if absolute else posixpath.dirname(name)
    path = unquote(parts.path).removeprefix(project)
    target = posixpath.normpath(posixpath.join(start, path)) if parts.path else name
    if target not in files:
        target = posixpath.normpath(f"{target}/index.html")
    if target not in files:
        return False
    return not parts.fragment or target not in pages or parts.fragment in pages[target].anchors
