"""The site of a library while somebody works on it: a page is made when it is asked for.

A build makes every page; whoever edits looks at one. So after an edit only what changed is read
again, and only what a browser asks for is made, by the functions that a build uses.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from kennisbank.build import (
    PAGE_GROUPS,
    earlier_references,
    entry_pages,
    file_groups,
    references_file,
    remember,
)
from kennisbank.checks import check_library
from kennisbank.checks.bad_severity import with_severities
from kennisbank.library.loading import ReadBefore, load_library
from kennisbank.pages.context import NOWHERE, RenderContext, Repository, SiteMetadata
from kennisbank.pages.entry_page import entry_page
from kennisbank.pages.page import Page
from kennisbank.pages.source_pages import source_page, source_pages, source_title
from kennisbank.routes import routes, source_address
from kennisbank.site_links import link_problems
from kennisbank.sources.bibtex.file import BIBLIOGRAPHY
from kennisbank.sources.style.cache import ReferenceCache
from kennisbank.sources.works import works_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from kennisbank.pages.site_map import EntryRef
    from kennisbank.problems import Problem
    from kennisbank.sources.source import Bibliography
    from kennisbank.sources.works import Work


# Entries and sources come by the thousand and are made one by one.
_SINGLE = (entry_pages, source_pages)


@dataclass
class Memory:
    """What one state of a library leaves for the next: what was read, and where pages came from."""

    read: ReadBefore = field(default_factory=ReadBefore)
    references: ReferenceCache = field(default_factory=ReferenceCache)
    # Which group made the page at an address.
    groups: dict[str, int] = field(default_factory=dict)
    _works: tuple[Bibliography, dict[str, Work]] | None = None

    @classmethod
    def kept(cls, root: Path) -> Memory:
        """Return what an earlier program left of a library."""
        return cls(ReadBefore.kept(root), earlier_references(references_file(root)))

    def keep(self, root: Path) -> None:
        """Leave it for the next one."""
        self.read.keep(root)
        remember(self.references, references_file(root))

    def works_of(self, bibliography: Bibliography) -> dict[str, Work]:
        """Return the works of a bibliography, which are made once."""
        # It is the same object as long as the file is the same.
        if self._works is None or self._works[0] is not bibliography:
            self._works = (bibliography, works_of(bibliography.sources, self.references.reference))
        return self._works[1]


class Preview:
    """One state of a library: pages and files by where they would be in a built site."""

    def __init__(
        self,
        root: Path,
        memory: Memory,
        repository: Repository | None = None,
        imprint: SiteMetadata = NOWHERE,
        today: dt.date | None = None,
    ) -> None:
        self.root = root
        library, self.unread = load_library(root, today=today, before=memory.read)
        self.context = RenderContext(
            library,
            repository or Repository(),
            memory.references.reference,
            imprint,
            memory.works_of(library.bibliography),
        )
        self._expected = memory.groups
        self._made_by: dict[str, int] = {}
        self._groups = [iter(()) if one in _SINGLE else one(self.context) for one in PAGE_GROUPS]
        self._pages: dict[str, Page] = {}
        self._files: dict[str, bytes] = {}
        self._unmade = list(file_groups())

    def problems(self) -> tuple[Problem, ...]:
        """Return all that is wrong, as a build tells it."""
        library = self.context.library
        found = [*self.unread, *check_library(library, self.root)]
        found += link_problems(self.root, library, found)
        return tuple(sorted(with_severities(found, library.severities)))

    def page(self, address: str) -> Page | None:
        """Return the page at an address, made now if it was not made before."""
        page = self._pages.get(address) or self._entry(address) or self._source(address)
        page = page or self._in_groups(address)
        return replace(page, report=self.context.report_url(page)) if page else None

    def faulty(self, address: str) -> PurePosixPath | None:
        """Return the file of the entry that would have a page at an address if it were right."""
        library = self.context.library
        folders = {kind.kind: kind.folder for kind in library.kinds}
        for key in {*library.unreadable, *library.files} - library.entries.keys():
            if library.addresses.entry(*key) == address:
                return PurePosixPath(folders[key.kind], f"{key.id}.yml")
        return None

    def file(self, path: str) -> bytes | None:
        """Return what is at a path that is no page."""
        for group in tuple(self._unmade):
            # What reads all pages makes none: an address that is not there is told at once.
            is_slow = group.reads_pages and path.endswith(".html")
            if path not in self._files and path.startswith(group.folder) and not is_slow:
                self._unmade.remove(group)
                pages = self.pages() if group.reads_pages else self.outline()
                self._files |= group.files(self.context, pages)
        return self._files.get(path)

    def small_pages(self) -> tuple[Page, ...]:
        """Return all pages but those of single entries and sources, made now."""
        return tuple(self._all(lambda _: None))

    def pages(self) -> tuple[Page, ...]:
        """Return all pages in the order of a build, made now."""
        return tuple(self._all(self.page))

    def outline(self) -> tuple[Page, ...]:
        """Return all pages, those of single entries and sources with nothing but their name."""
        return tuple(self._all(self._named))

    def _named(self, address: str) -> Page:
        target = self._targets.get(address)
        key = address.removeprefix(routes().SOURCES).rstrip("/")
        title = target.title if target else source_title(self.context, self.context.works[key])
        return Page(address, title, "", "", source=BIBLIOGRAPHY)

    def _all(self, single: Callable[[str], Page | None]) -> Iterator[Page]:
        for number, group in enumerate(PAGE_GROUPS):
            # The rest of a group that was begun; what it made before, its pages know.
            deque(self._of_group(number), maxlen=0)
            yield from (self._pages[one] for one, of in self._made_by.items() if of == number)
            addresses: Iterable[str] = self._targets if group is entry_pages else ()
            if group is source_pages:
                addresses = map(source_address, self.context.works)
            yield from (page for one in addresses if (page := single(one)))

    @cached_property
    def _targets(self) -> Mapping[str, EntryRef]:
        return {target.address: target for target in self.context.site_map.targets.values()}

    def _entry(self, address: str) -> Page | None:
        target = self._targets.get(address)
        return self._kept(entry_page(self.context, target)) if target else None

    def _source(self, address: str) -> Page | None:
        key = address.removeprefix(routes().SOURCES).rstrip("/")
        work = self.context.works.get(key) if source_address(key) == address else None
        return self._kept(source_page(self.context, work)) if work else None

    def _in_groups(self, address: str) -> Page | None:
        first = self._expected.get(address)
        for number in sorted(range(len(PAGE_GROUPS)), key=lambda one: one != first):
            for page in self._of_group(number):
                if page.address == address:
                    return page
        return None

    def _of_group(self, number: int) -> Iterator[Page]:
        """Yield the pages of a group that were not made yet."""
        for page in self._groups[number]:
            self._expected[page.address] = self._made_by[page.address] = number
            yield self._kept(page)

    def _kept(self, page: Page) -> Page:
        return self._pages.setdefault(page.address, page)
