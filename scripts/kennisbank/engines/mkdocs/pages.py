"""Our pages enter MkDocs as data: it reads no file and runs no Markdown for them."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from pathlib import PurePosixPath

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from kennisbank.build import Site
from kennisbank.invisible_characters import one_line
from kennisbank.messages import _, pgettext
from kennisbank.pages.navigation import path_of
from kennisbank.pages.page import Heading, Page
from kennisbank.problems import Problem, Severity


class DataPage(MkDocsPage):
    """A page that is ready when it arrives."""

    def __init__(
        self,
        page: Page,
        file: File,
        config: MkDocsConfig,
        place: Mapping[str, object],
        notice: str = "",
    ) -> None:
        # The theme prints titles and descriptions as they are, so they are escaped here.
        super().__init__(escape(page.name), file, config)
        self.fill(page, place, notice)

    def fill(self, page: Page, place: Mapping[str, object], notice: str) -> None:
        """Take what the page holds now; its name in the menu stays."""
        self._page = page
        self.place = place
        self._notice = notice
        self.headings = [Heading(one.id, escape(one.title)) for one in page.headings]

    def read_source(self, config: MkDocsConfig) -> None:
        """Set what MkDocs would read from the head of a Markdown file."""
        page = self._page
        self.markdown = ""
        self.meta = {
            "description": escape(page.snippet),
            "hide": ["navigation"] if page.headings else ["navigation", "toc"],
            **self.place,
        }
        if page.address:
            self.meta["title"] = escape(page.title)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Set the content and the table of contents."""
        self.content = self._notice + self._page.html
        self.toc = contents(str(self.title), self.headings)

    @property
    def styles(self) -> tuple[str, ...]:
        """The style sheets that the page loads besides those of every page."""
        return self._page.styles

    @property
    def shares_shell(self) -> tuple[object, ...]:
        """What pages have in common that differ only in what a shell fills in; or nothing.

        The theme gives a heading of its own to a page that has none.
        """
        page = self._page
        above = page.address.rstrip("/").rpartition("/")[0]
        if not (above and "<h1" in page.content) or "beside" in self.place:
            return ()
        around = (above, self.place["place"], bool(self.canonical_url))
        return (*around, bool(self.headings), bool(page.snippet), page.styles)


def contents(title: str, headings: list[Heading]) -> TableOfContents:
    """Return the table of contents that the theme shows beside a page."""
    top = AnchorLink(title, pgettext("anchor", "title"), 1)
    top.children = [AnchorLink(heading.title, heading.id, 2) for heading in headings]
    return TableOfContents([top])


def add_page(
    files: Files, page: Page, config: MkDocsConfig, place: Mapping[str, object], notice: str
) -> None:
    """Hand a page to MkDocs, in the place of the file that people wrote where there is one."""
    path = path_of(page)
    file = files.get_file_from_path(path)
    if file is None:
        in_nav = page.address.count("/") == 1
        inclusion = InclusionLevel.INCLUDED if in_nav else InclusionLevel.NOT_IN_NAV
        file = File.generated(config, path, content="", inclusion=inclusion)
        files.append(file)
    DataPage(page, file, config, place, notice)


def print_page(
    page: Page, files: Files, env: Environment, config: MkDocsConfig, navigation: Navigation
) -> str:
    """Return a page as the theme prints it, in the place of the one that was built before."""
    file = files.get_file_from_path(path_of(page))
    if file is None:
        return ""
    earlier = file.page
    place = earlier.place if isinstance(earlier, DataPage) else {}
    new = DataPage(page, file, config, place)
    new.read_source(config)
    new.render(config, files)
    return env.get_template("main.html").render(get_context(navigation, files, config, new))


def name_in_menu(items: list[object], files: Files) -> None:
    """Give the pages in the menu the name that mkdocs.yml gives them there."""
    named = [pair for item in items if isinstance(item, dict) for pair in item.items()]
    for name, path in named:
        file = files.get_file_from_path(path)
        if file and file.page:
            file.page.title = name


def remove_unreadable(files: Files, site: Site) -> None:
    """Leave out what is refused: MkDocs would show the raw text of a page, or copy the file."""
    known = {str(page.path.relative_to("docs")) for page in site.library.pages}
    refused = {one.location.path for one in site.problems if one.severity is Severity.ERROR}
    for file in [one for one in files if one.generated_by is None and one.src_uri not in known]:
        path = PurePosixPath("docs", file.src_uri)
        if file.is_documentation_page() or refused & {path, *path.parents}:
            files.remove(file)


def notice(problems: tuple[Problem, ...]) -> str:
    """Return what a person who is editing sees on top of every page."""
    if not problems:
        return ""
    rows = "".join(f"<li>{escape(one_line(str(problem)))}</li>" for problem in problems)
    title = _("This is not right yet")
    return f'<div class="kb-notice" role="alert"><p><b>{title}</b></p><ul>{rows}</ul></div>'
