"""Makes a site with MkDocs: pages enter as data, problems stop the build, changes reload it.

One file: the events of MkDocs hand one build from one to the next.
"""

from __future__ import annotations

import datetime as dt
import logging
import os
from dataclasses import replace
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from kennisbank.build import Site, build_site
from kennisbank.build_folder import BuildFolder, BuildFolderError, Place, begin, kept_folders
from kennisbank.config import PATH as CONFIGURATION
from kennisbank.config.configuration import kinds_of
from kennisbank.config.site_settings import setting_problems, with_settings
from kennisbank.days import build_day
from kennisbank.engines.mkdocs.dressing import bring_look, dress, dressed_for, print_policy
from kennisbank.engines.mkdocs.options import KennisbankConfig
from kennisbank.engines.mkdocs.pages import (
    DataPage,
    add_page,
    name_in_menu,
    notice,
    print_page,
    remove_unreadable,
)
from kennisbank.engines.mkdocs.settings import fault_in
from kennisbank.engines.mkdocs.shells import give_shells
from kennisbank.invisible_characters import one_line, visible
from kennisbank.library.loading import SITE_SETTINGS
from kennisbank.messages import _, ngettext, pgettext
from kennisbank.os_errors import refusal
from kennisbank.outputs.discovery import PATH as SITEMAP
from kennisbank.outputs.offline_copy import offline_copy
from kennisbank.outputs.pdf import NoPrinterError, pdf_of
from kennisbank.pages.compiled_templates import COMPILED
from kennisbank.pages.context import Repository, SiteMetadata, said
from kennisbank.pages.navigation import Frame, frame, navigation
from kennisbank.problems import Problem, Severity
from kennisbank.routes import DATA
from kennisbank.slug import slug
from kennisbank.theme.look import OVERRIDES, THEME, MissingLookError

log = get_plugin_logger("kennisbank")
# The theme prints these as they are; what is marked as safe, it does not escape again.
_PRINTED = ("site_name", "site_description", "site_author")
TEMPLATES = Path(__file__).parents[2] / "pages" / "templates"


class WarningCounter(logging.Handler):
    """Counts the warnings of a build."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:
        """Count one warning."""
        self.count += 1


class Making:
    """One build of a site, step by step as MkDocs asks for them."""

    # Where MkDocs builds the site; it takes its place once it is whole.
    folder: BuildFolder | None = None
    # MkDocs refuses a strict build only after it was made.
    warnings: WarningCounter | None = None
    # Where the site goes.
    place = ""
    # Where entries lie.
    folders: tuple[str, ...] = ()
    # Where in the site its offline copy goes; nothing when none is made.
    copy = ""
    # Where its book goes, if it has one.
    book = ""
    # What the settings say that the theme gets in another form.
    said: dict[str, str]
    site: Site
    frame: Frame
    navigation: Navigation
    files: Files
    env: Environment

    def __init__(self, settings: KennisbankConfig, *, serving: bool, dirty: bool) -> None:
        self.config, self.serving, self.dirty = settings, serving, dirty

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Put the kinds in the navigation, and watch everything a page is made from."""
        if fault := fault_in(config):
            raise PluginError(fault)
        if not self.warnings:
            self.warnings = WarningCounter()
            logging.getLogger("mkdocs").addHandler(self.warnings)
        self.said = {name: str(config[name] or "") for name in _PRINTED}
        config.load_dict({name: Markup.escape(said) for name, said in self.said.items()})
        # The library writes its own sitemap: MkDocs says that every page changed today.
        config.theme.static_templates.discard(SITEMAP)
        root = _root(config)
        # The library says in which language, before anything is said.
        kinds = kinds_of(root)
        self.folders = tuple(kind.folder for kind in kinds)
        if config.theme.name == THEME:
            dress(config)
        watched = [root / kind.folder for kind in kinds]
        watched += [
            root / CONFIGURATION,
            root / "references.bib",
            root / "synonyms.yml",
            root / "retired.yml",
            root / "overrides",
            TEMPLATES,
            OVERRIDES.parent,
        ]
        config.watch.extend(str(path) for path in watched if path.exists())
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Build the library; with errors nothing else happens and the old site stays."""
        if not self.serving:
            self._take_place(config)
        COMPILED.remember(_root(config))
        name = slug(self.said["site_name"]) or "site"
        self.copy = f"{DATA}{name}.zip" if self.config.offline and not self.serving else ""
        self.book = f"{DATA}{name}.pdf" if self.config.book and not self.serving else ""
        imprint = self.imprint(config)
        site = build_site(_root(config), None, self.repository, imprint, _today())
        self.site = replace(
            site, problems=with_settings(site.problems, self.settings_faults(config))
        )
        self._report(self.site.problems, strict=config.strict)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Put the site in its place, after all other plugins and unless MkDocs will refuse it."""
        COMPILED.keep(_root(config))
        self._add_offers(config)
        if self.folder and not (config.strict and self.warnings and self.warnings.count):
            try:
                self.folder.publish()
            except BuildFolderError as error:
                raise PluginError(str(error)) from None
            config.site_dir = self.place
            self.folder = None

    @property
    def is_flawless(self) -> bool:
        """Whether a site stands in its place of which there was nothing to tell."""
        told = bool(self.warnings and self.warnings.count) or bool(self.site.problems)
        same_folders = self.folders == tuple(kind.folder for kind in self.site.library.kinds)
        return self.folder is None and same_folders and not told

    def _add_offers(self, config: MkDocsConfig) -> None:
        """Write the book and the copy of the site, and print the page again that offers them.

        The book is in the copy, and the page there says so.
        """
        folder = Path(config.site_dir)
        size = 0
        if self.book and self.site.book:
            try:
                content = pdf_of(self.site.book(()))
            except NoPrinterError as error:
                raise PluginError(str(error)) from None
            (folder / self.book).write_bytes(content)
            size = len(content)
            self._offer(config, 0, size)
        if self.copy:
            content = offline_copy(folder, Path(self.copy).stem)
            (folder / self.copy).write_bytes(content)
            self._offer(config, len(content), size)

    def _offer(self, config: MkDocsConfig, copy: int, book: int) -> None:
        if not self.site.offering:
            return
        page = self.site.offering(copy, book)
        printed = print_page(page, self.files, self.env, config, self.navigation)
        Path(config.site_dir, page.file).write_text(printed, encoding="utf-8")

    def on_build_error(self, *, error: Exception) -> None:
        """Leave nothing beside the old site, and no traceback of a disk that is full."""
        self.on_shutdown()
        if isinstance(error, OSError):
            # Of a copy, this is the file that was copied.
            said = _("reading or writing failed ({reason}).", reason=refusal(error))
            if error.filename:
                said = _(
                    "reading or writing failed at '{path}' ({reason}).",
                    path=visible(str(error.filename)),
                    reason=refusal(error),
                )
            log.error("%s", said)
            message = _("Nothing is built.")
            raise Abort(message) from None

    def on_shutdown(self) -> None:
        """Give the place back when a build was broken off."""
        if self.warnings:
            logging.getLogger("mkdocs").removeHandler(self.warnings)
            self.warnings = None
        if self.folder:
            self.folder.discard()
            self.folder = None

    def _take_place(self, config: MkDocsConfig) -> None:
        """Let MkDocs build in a folder of its own, once no other build has the place."""
        if self.dirty:
            message = _("'--dirty' builds on an old site and leaves half a one. Leave it out.")
            raise PluginError(message)
        self.place = config.site_dir
        place = Place(Path(self.place), _root(config), kept_folders(self.folders))
        try:
            self.folder = begin(place, log.info)
        except BuildFolderError as error:
            raise PluginError(str(error)) from None
        config.site_dir = str(self.folder.path)

    @property
    def repository(self) -> Repository:
        """Where the files of the library live."""
        return Repository(
            self.config.repository.rstrip("/"), self.config.branch, self.config.contact
        )

    def imprint(self, config: MkDocsConfig) -> SiteMetadata:
        """Return what the settings say of the site."""
        return SiteMetadata(
            one_line(self.said["site_name"]),
            config.site_url or "",
            self._day(),
            self.config.license,
            self.copy,
            one_line(self.config.cited_in),
            one_line(self.said["site_description"]),
            self.book,
            tuple(self.config.also_searched),
        )

    def settings_faults(self, config: MkDocsConfig) -> list[Problem]:
        """Return what in the settings would spoil a page."""
        # What the environment fills in is known to MkDocs only.
        file = Path(config.config_file_path or "")
        text = file.read_text(encoding="utf-8-sig") if file.is_file() else ""
        values = {**config, **self.config, **self.said}
        return setting_problems(SITE_SETTINGS, text, values)

    def _day(self) -> dt.date | None:
        try:
            return build_day(os.environ.get("SOURCE_DATE_EPOCH", "")) or self.config.date
        except ValueError as error:
            raise PluginError(str(error)) from None

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Hand our pages and files to MkDocs."""
        shown = notice(self.site.problems) if self.serving else ""
        # It is no template any more, so MkDocs would copy the one of the theme as it is written.
        if theirs := files.get_file_from_path(SITEMAP):
            files.remove(theirs)
        kind = self.site.library.rated
        rated = f"{kind.address}/" if kind else ""
        named = config.nav or []
        self.frame = frame(named, self.site.pages, rated, self.book)
        for page in self.site.pages:
            add_page(files, page, config, self.frame.head(page), shown)
        for path, content in self.site.files.items():
            if earlier := files.get_file_from_path(path):
                files.remove(earlier)
            files.append(File.generated(config, path, content=content))
        if config.theme.name == THEME:
            self._bring_look(files, config)
        remove_unreadable(files, self.site)
        config.nav = navigation(named, self.site.pages, rated)
        name_in_menu(config.nav, files)
        config.extra["frame"] = self.frame.printed
        return files

    @staticmethod
    def _bring_look(files: Files, config: MkDocsConfig) -> None:
        try:
            bring_look(files, config)
        except MissingLookError as error:
            raise PluginError(str(error)) from None

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Remember the navigation: the shell shows it."""
        self.navigation = nav
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Give each page the policy on what it may load, and the shell that it shares."""
        self.files, self.env = files, env
        # While serving, each change is a build.
        env.bytecode_cache = COMPILED
        env.globals |= {"_": said, "pgettext": pgettext}
        # MkDocs reloads pages by a script of its own, which the policy would block.
        if not self.serving:
            print_policy(env, config)
        if self.config.shell:
            give_shells(files, env, config, self.navigation)
        return env

    def on_page_context(
        self, context: TemplateContext, page: MkDocsPage, config: MkDocsConfig
    ) -> TemplateContext:
        """Let a page load the style sheets that it needs."""
        # A shell was printed with them.
        if isinstance(page, DataPage) and "template" not in page.meta:
            context["config"] = dressed_for(config, page.styles)
        return context

    def _report(self, problems: tuple[Problem, ...], *, strict: bool) -> None:
        errors = [one for one in problems if one.severity is Severity.ERROR]
        for problem in problems:
            report = log.error if problem in errors else log.warning
            report("%s", one_line(str(problem)))
        stopping = problems if strict else errors
        if stopping and not self.serving:
            message = ngettext(
                "The library has {n} message; nothing is built.",
                "The library has {n} messages; nothing is built.",
                len(stopping),
            )
            raise PluginError(message)


def _today() -> dt.date:
    return dt.datetime.now().astimezone().date()


def _root(config: MkDocsConfig) -> Path:
    return Path(config.docs_dir).parent
