"""A page, and the rules from entry to address and from one address to another."""

from __future__ import annotations

import posixpath
import textwrap
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from kennisbank.sources.formats.json_ld import json_ld_script

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kennisbank.fields.base import Entry
    from kennisbank.library.library import EntryKey


# Where contributors start; the page itself is written by hand.
GUIDE = "bijdragen/"
# Below it is a page for each role.
ROLES = "rollen/"
# In characters.
LONGEST_SNIPPET = 160
_REPORT = Markup('<p class="kb-report"><a href="{}" rel="noopener">Klopt dit niet?</a></p>\n')


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a page, for its table of contents; the title is plain text."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Page:
    """One address of the site; title and description are plain text, content is safe HTML.

    `short` is what the navigation calls it, where the title is too long for that; `listed` are
    the addresses of what a page is a list of; `styles` are style sheets that it loads besides the
    one of every page; `report` is where readers tell of a mistake.
    """

    address: str
    title: str
    description: str
    content: str
    headings: tuple[Heading, ...] = ()
    source: PurePosixPath | None = None
    section: str = ""
    short: str = ""
    listed: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    report: str = ""
    linked_data: dict[str, Any] = field(default_factory=dict)

    @property
    def html(self) -> str:
        """The page as it is printed: its content, where to tell of a mistake, its linked data."""
        report = _REPORT.format(self.report) if self.report else ""
        data = f"\n{json_ld_script(self.linked_data)}" if self.linked_data else ""
        return f"{self.content}{report}{data}"

    @property
    def name(self) -> str:
        """What the navigation calls the page."""
        return (self.short or self.title) if self.address else "Home"

    @property
    def snippet(self) -> str:
        """What a search engine shows below the title: it cuts off the rest."""
        if len(self.description) <= LONGEST_SNIPPET:
            return self.description
        return textwrap.shorten(self.description, LONGEST_SNIPPET, placeholder=" …")

    @property
    def file(self) -> PurePosixPath:
        """Where the page lies in the built site."""
        return PurePosixPath(self.address or ".", "index.html")


class Addresses:
    """Where every entry lives."""

    def __init__(self, kinds: Sequence[type[Entry]]) -> None:
        self._folders = {kind.kind: kind.address for kind in kinds}

    def entry(self, key: EntryKey) -> str:
        """Return the address of an entry, like methoden/jobcrafting/."""
        return f"{self._folders[key.kind]}/{key.id}/"

    def overview(self, kind: str) -> str:
        """Return the address of the overview of a kind, like methoden/."""
        return f"{self._folders[kind]}/"


def hand_address(path: PurePosixPath) -> str:
    """Return the address of a hand-written page: docs/over/index.md is over/."""
    inner = path.relative_to("docs").with_suffix("")
    parts = inner.parts[:-1] if inner.name == "index" else inner.parts
    return "".join(f"{part}/" for part in parts)


def relative(origin: str, target: str) -> str:
    """Return the link from one address to another; both are relative to the root of the site."""
    path, hash_mark, fragment = target.partition("#")
    if path == origin and hash_mark:
        return f"#{fragment}"
    here, there = origin.split("/")[:-1], path.split("/")
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    # posixpath.relpath asks the system for the working folder; this is asked 30 times a page.
    link = "../" * (len(here) - shared) + "/".join(there[shared:])
    return f"{link or './'}{hash_mark}{fragment}"


def site_href(href: str, origin: str, folder: PurePosixPath | None) -> str:
    """Return what a link in Markdown becomes on the page at an address.

    A page by hand names other pages and drawings from its own folder; in entries, and for all
    else, a link is an address already.
    """
    path, hash_mark, fragment = href.partition("#")
    if folder is None or not path or ":" in path:
        return href
    target = _published(PurePosixPath(posixpath.normpath(folder / path)))
    return href if target is None else relative(origin, target) + hash_mark + fragment


def _published(file: PurePosixPath) -> str | None:
    """Return where a page or a file of docs/assets/ is published; other links are addresses."""
    if file.suffix == ".md" and file.is_relative_to("docs"):
        return hand_address(file)
    return str(file.relative_to("docs")) if file.is_relative_to("docs/assets") else None
