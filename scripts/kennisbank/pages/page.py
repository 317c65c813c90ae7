"""A page of the site, as data until it is printed."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from markupsafe import Markup

from kennisbank.messages import _
from kennisbank.sources.formats.json_ld import json_ld_script

# In characters.
LONGEST_SNIPPET = 160
_REPORT = Markup('<p class="kb-report"><a href="{}" rel="noopener">{}</a></p>\n')


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
    one of every page; `cited` are the keys of
    the works in the list at its foot; `report` is where readers tell of a mistake.
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
    cited: tuple[str, ...] = ()
    report: str = ""
    linked_data: dict[str, Any] = field(default_factory=dict)

    @property
    def html(self) -> str:
        """The page as it is printed: its content, where to tell of a mistake, its linked data."""
        report = _REPORT.format(self.report, _("Is this not right?")) if self.report else ""
        data = f"\n{json_ld_script(self.linked_data)}" if self.linked_data else ""
        return f"{self.content}{report}{data}"

    @property
    def name(self) -> str:
        """What the navigation calls the page."""
        return (self.short or self.title) if self.address else _("Home")

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
