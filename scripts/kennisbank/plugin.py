"""MkDocs builds our site: pages enter as data, problems stop the build, changes reload the browser."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from mkdocs.config.base import Config
from mkdocs.config.config_options import Type
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from kennisbank.build import Site, build_site
from kennisbank.entries import KINDS
from kennisbank.pages.layout import Repository
from kennisbank.problems import Problem, Severity
from kennisbank.reports import visible

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from kennisbank.pages.page import Page

log = get_plugin_logger("kennisbank")
TEMPLATES = Path(__file__).parent / "pages" / "templates"
# Lists of links would crowd out the pages they lead to.
_NOT_SEARCHED = ("a-z/", "bronnen/", "rollen/")


class KennisbankConfig(Config):
    """What mkdocs.yml can say about the library."""

    repository = Type(str, default="")
    branch = Type(str, default="main")


class DataPage(MkDocsPage):
    """A page that is ready when it arrives: MkDocs reads no file and runs no Markdown for it."""

    def __init__(self, page: Page, file: File, config: MkDocsConfig, notice: str) -> None:
        # The theme prints titles and descriptions as they are, so they are escaped here.
        super().__init__(escape(page.title), file, config)
        self._page = page
        self._notice = notice

    def read_source(self, config: MkDocsConfig) -> None:
        """Set what MkDocs would read from the head of a Markdown file."""
        page = self._page
        self.markdown = ""
        self.meta = {"description": escape(page.description), "hide": ["navigation"]}
        if page.address:
            self.meta["title"] = escape(page.title)
        if not page.headings:
            self.meta["hide"] = ["navigation", "toc"]
        if page.address.startswith(_NOT_SEARCHED):
            self.meta["search"] = {"exclude": True}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Set the content and the table of contents."""
        self.content = self._notice + self._page.html
        top = AnchorLink(escape(self._page.title), "titel", 1)
        top.children = [
            AnchorLink(escape(heading.title), heading.id, 2) for heading in self._page.headings
        ]
        self.toc = TableOfContents([top])


class KennisbankPlugin(BasePlugin[KennisbankConfig]):
    """The edge between our library and MkDocs."""

    serving = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether a person is watching."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Put the kinds in the navigation, and watch everything a page is made from."""
        nav = list(config.nav or [])
        config.nav = [*nav[:1], *(f"{kind.address}/index.md" for kind in KINDS), *nav[1:]]
        root = _root(config)
        watched = [root / kind.folder for kind in KINDS]
        watched += [root / "references.bib", root / "overrides", TEMPLATES]
        config.watch.extend(str(path) for path in watched if path.exists())
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Build the library and hand its pages and files to MkDocs."""
        repository = Repository(self.config.repository.rstrip("/"), self.config.branch)
        site = build_site(_root(config), repository=repository)
        self._report(site.problems)
        notice = _notice(site.problems) if self.serving else ""
        for page in site.pages:
            _add_page(files, page, config, notice)
        for path, content in site.files.items():
            files.append(File.generated(config, path, content=content))
        _remove_unreadable(files, site)
        return files

    def _report(self, problems: tuple[Problem, ...]) -> None:
        errors = [one for one in problems if one.severity is Severity.ERROR]
        for problem in problems:
            report = log.error if problem in errors else log.warning
            report("%s", visible(str(problem)))
        if errors and not self.serving:
            count = "1 fout" if len(errors) == 1 else f"{len(errors)} fouten"
            message = f"De bibliotheek heeft {count}; er is niets gebouwd."
            raise PluginError(message)


def _root(config: MkDocsConfig) -> Path:
    return Path(config.docs_dir).parent


def _add_page(files: Files, page: Page, config: MkDocsConfig, notice: str) -> None:
    path = f"{page.address}index.md"
    if page.source and page.source.parts[0] == "docs":
        path = str(page.source.relative_to("docs"))
    file = files.get_file_from_path(path)
    if file is None:
        in_nav = page.address.count("/") == 1
        inclusion = InclusionLevel.INCLUDED if in_nav else InclusionLevel.NOT_IN_NAV
        file = File.generated(config, path, content="", inclusion=inclusion)
        files.append(file)
    DataPage(page, file, config, notice)


def _remove_unreadable(files: Files, site: Site) -> None:
    """A page that could not be read has no DataPage; MkDocs would show its raw text instead."""
    known = {str(page.path.relative_to("docs")) for page in site.library.pages}
    for file in list(files.documentation_pages()):
        if file.generated_by is None and file.src_uri not in known:
            files.remove(file)


def _notice(problems: tuple[Problem, ...]) -> str:
    """Return what a person who is editing sees on top of every page."""
    if not problems:
        return ""
    rows = "".join(f"<li>{escape(visible(str(problem)))}</li>" for problem in problems)
    title = "Dit klopt nog niet"
    return f'<div class="kb-notice" role="alert"><p><b>{title}</b></p><ul>{rows}</ul></div>'

