"""Prints single pages of a library as MkDocs would, with the menu that its settings ask for."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any

from mkdocs.commands.build import _populate_page, get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation

from kennisbank.build import Site
from kennisbank.engines.mkdocs.making import Making
from kennisbank.engines.mkdocs.pages import DataPage
from kennisbank.kept_content import read_kept, write_kept
from kennisbank.library.library import Library
from kennisbank.messages import language
from kennisbank.pages.navigation import path_of
from kennisbank.pages.page import Page

FILE = "outline"
_LARGEST = 10_000_000


def outline(root: Path, made_of: object, make: Callable[[], Iterable[Page]]) -> tuple[Page, ...]:
    """Return pages as the menu needs them, without what they hold.

    An earlier program may have made them of the same; to make them takes most of a start.
    """
    of = hashlib.sha256(repr((made_of, language())).encode()).hexdigest()
    kept = read_kept(root, FILE, _LARGEST)
    earlier, rows = json.loads(kept) if kept else ("", [])
    if earlier != of:
        rows = [*map(_row, make())]
        write_kept(root, FILE, json.dumps((of, rows)).encode())
    return tuple(_page(row) for row in rows)


def _row(page: Page) -> tuple[object, ...]:
    source = str(page.source) if page.source else ""
    return page.address, page.title, page.section, page.short, page.listed[:1], source


def _page(row: Sequence[Any]) -> Page:
    address, title, section, short, listed, source = row
    path = PurePosixPath(source) if source else None
    shown = tuple(listed)
    return Page(address, title, "", "", source=path, section=section, short=short, listed=shown)


def menu_of(library: Library) -> tuple[object, ...]:
    """Return what of the library the menu and the foot of each page show."""
    kinds = tuple(kind.kind for kind in library.kinds if library.by_kind[kind.kind])
    written = tuple((page.path, page.title) for page in library.pages)
    return kinds, written, library.has_map, bool(library.bibliography.sources)


class Stage:
    """What MkDocs makes of the settings: the menu, the templates and the files of the theme."""

    def __init__(
        self, config: MkDocsConfig, plugin: Making, library: Library, pages: tuple[Page, ...]
    ) -> None:
        plugin.site = Site(library, (), pages, {})
        self.config, self._plugin = config, plugin
        files = get_files(config)
        env = config.theme.get_env()
        files.add_files_from_theme(env, config)
        self.files = config.plugins.on_files(files, config=config)
        set_exclusions(self.files, config)
        found = get_navigation(self.files, config)
        self.navigation = config.plugins.on_nav(found, config=config, files=self.files)
        for file in self.files.documentation_pages(inclusion=InclusionLevel.is_in_serve):
            if file.page:
                _populate_page(file.page, config, self.files)
        self.env = config.plugins.on_env(env, config=config, files=self.files)

    def printed(self, page: Page, shown_above: str) -> str:
        """Return a page as the theme prints it."""
        data_page = self._page_of(page, shown_above)
        data_page.read_source(self.config)
        data_page.render(self.config, self.files)
        data_page.active = True
        try:
            context = get_context(self.navigation, self.files, self.config, data_page)
            events = self.config.plugins
            context = events.on_page_context(
                context, page=data_page, config=self.config, nav=self.navigation
            )
            template = self.env.get_template(data_page.meta.get("template", "main.html"))
            output = template.render(context)
            return events.on_post_page(output, page=data_page, config=self.config)
        finally:
            data_page.active = False

    def _page_of(self, page: Page, shown_above: str) -> DataPage:
        """Return the page of the menu where it is in the menu, with what it is now."""
        file = self.files.get_file_from_path(path_of(page))
        if file and isinstance(file.page, DataPage):
            file.page.fill(page, self._plugin.frame.head(page), shown_above)
            return file.page
        inclusion = InclusionLevel.NOT_IN_NAV
        file = File.generated(self.config, path_of(page), content="", inclusion=inclusion)
        return DataPage(page, file, self.config, self._plugin.frame.head(page), shown_above)

    @cached_property
    def static(self) -> dict[str, File]:
        """The files that are published as they are, by their path in the site."""
        return {
            file.dest_uri: file
            for file in self.files
            if not file.is_documentation_page() and file.inclusion.is_in_serve()  # type: ignore[no-untyped-call]
        }
