"""The plugin of MkDocs: hands each step of a build to what makes the site, if that must be made."""

from __future__ import annotations

import gc
from typing import Literal

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from kennisbank.engines.mkdocs.making import Making
from kennisbank.engines.mkdocs.options import KennisbankConfig
from kennisbank.engines.mkdocs.unchanged import (
    StandingSite,
    ingredients_of,
    is_knowable,
    keep,
    standing,
)
from kennisbank.ingredients import Ingredients
from kennisbank.messages import _

log = get_plugin_logger("kennisbank")


class KennisbankPlugin(BasePlugin[KennisbankConfig]):  # type: ignore[no-untyped-call]  # MkDocs has no types for this
    """The edge between our library and MkDocs."""

    serving = False
    dirty = False
    # What makes the site; or what lets it stand, when a build would make the same.
    making: Making | None = None
    standing: StandingSite | None = None
    ingredients: Ingredients | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether a person is watching, and whether an old site is built upon."""
        self.serving = command == "serve"
        self.dirty = dirty
        # MkDocs keeps a plugin for the next build in the same program, of any library.
        self.making = self.standing = None
        if not self.serving:
            # A build ends before there is anything to collect; to look for it took a sixth of it.
            gc.disable()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Look whether the site stands already, and else prepare for making it."""
        self.ingredients = self.standing = None
        if is_knowable(config) and not self.serving and not self.dirty:
            self.ingredients = ingredients_of(config, self.config)
            self.standing = standing(config, self.ingredients, log.info)
        if self.standing:
            log.info(
                "%s",
                _(
                    "nothing changed since the last build, so the site stays as it is "
                    "(KENNISBANK_CACHE=off builds it anyway)."
                ),
            )
            return self.standing.on_config(config)
        # To read this code takes as long as to see that nothing changed.
        from kennisbank.engines.mkdocs.making import Making  # noqa: PLC0415

        self.making = self.making or Making(self.config, serving=self.serving, dirty=self.dirty)
        config = self.making.on_config(config)
        if self.ingredients:
            self.ingredients.take(self.making.folders)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Build the library; with errors nothing else happens and the old site stays."""
        if self.making:
            self.making.on_pre_build(config=config)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Hand our pages and files to MkDocs."""
        return self.making.on_files(files, config=config) if self.making else Files([])

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Remember the navigation: the shell shows it."""
        return self.making.on_nav(nav, config=config, files=files) if self.making else nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Give each page the policy on what it may load, and the shell that it shares."""
        return self.making.on_env(env, config=config, files=files) if self.making else env

    def on_page_context(
        self,
        context: TemplateContext,
        *,
        page: MkDocsPage,
        config: MkDocsConfig,
        nav: Navigation,
    ) -> TemplateContext:
        """Let a page load the style sheets that it needs."""
        return self.making.on_page_context(context, page, config) if self.making else context

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Put the site in its place, after all other plugins and unless MkDocs will refuse it."""
        if self.standing:
            self.standing.on_post_build(config)
        if self.making:
            self.making.on_post_build(config=config)
            flawless = self.ingredients and self.making.is_flawless
            if self.ingredients and flawless and self.ingredients.have_stayed():
                keep(config, self.ingredients)

    def on_build_error(self, *, error: Exception) -> None:
        """Leave nothing beside the old site, and no traceback of a disk that is full."""
        if self.standing:
            self.standing.on_shutdown()
        if self.making:
            self.making.on_build_error(error=error)

    def on_shutdown(self) -> None:
        """Give the place back when a build was broken off."""
        gc.enable()
        for one in (self.standing, self.making):
            if one:
                one.on_shutdown()
