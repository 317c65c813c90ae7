"""A site that MkDocs builds gets our look, as far as the library does not choose otherwise."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Sequence
from copy import copy
from functools import partial

import jinja2
from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.theme import Theme

from kennisbank.messages import _
from kennisbank.pages.content_policy import PRINTED_POLICY, with_policy
from kennisbank.theme.look import (
    BASE,
    FEATURES,
    OVERRIDES,
    SCRIPTS,
    STYLES,
    THEME,
    before,
    look_files,
    theme_settings,
)
from kennisbank.theme.theme_style import below_ours, lightened

# The template of the theme that all its pages extend.
_PAGE = "base.html"


def dress(config: MkDocsConfig) -> None:
    """Add our settings, templates, styles and scripts to those of the library."""
    theme, as_it_comes = config.theme, Theme(THEME)
    theme.get_env = partial(_environment, theme.get_env, theme)  # type: ignore[method-assign]
    config.extra["whole_theme"] = _asks_for_more(config)
    for name, value in theme_settings().items():
        if theme.get(name) == as_it_comes.get(name):
            theme[name] = value
    theme["features"] = [*FEATURES, *theme["features"]]
    theme.dirs.insert(1 if theme.custom_dir else 0, str(OVERRIDES))
    config.extra_css = [*before(STYLES, config.extra_css), *config.extra_css]
    scripts = before(SCRIPTS, map(str, config.extra_javascript))
    config.extra_javascript = [*map(_deferred, scripts), *config.extra_javascript]


def _environment(make: Callable[[], jinja2.Environment], theme: Theme) -> jinja2.Environment:
    environment = make()
    environment.loader = ThemeLoader(theme.dirs)
    return environment


# Settings under `extra` that only the script of the theme can carry out.
_EXTRAS = ("annotate", "consent", "version")


def _asks_for_more(config: MkDocsConfig) -> bool:
    """Return whether a library uses more of the theme than our own pages do.

    It may have templates, scripts or styles that rest on it.
    """
    theme = config.theme
    features = set(theme["features"]) - {*FEATURES}
    own = (features, theme.custom_dir, config.extra_css, config.extra_javascript)
    return any(own) or any(config.extra.get(name) for name in _EXTRAS)


class ThemeLoader(jinja2.FileSystemLoader):
    """Loads the templates of a theme; what is hidden in it MkDocs would never publish."""

    def list_templates(self) -> list[str]:
        """Return the name of every file, without walking through ten thousand hidden icons."""
        found = set()
        for start in map(str, self.searchpath):
            for place, folders, files in os.walk(start):
                folders[:] = [name for name in folders if name[0] != "."]
                above = os.path.relpath(place, start).replace(os.sep, "/")
                found |= {name if above == "." else f"{above}/{name}" for name in files}
        return sorted(found)


class PolicyLoader(jinja2.BaseLoader):
    """Loads the templates of a theme with the policy on what a page may load in them."""

    def __init__(self, loader: jinja2.BaseLoader) -> None:
        self.loader = loader

    def get_source(
        self, environment: jinja2.Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        """Return the source of a template, its file, and whether that is still the same."""
        source, file, is_same = self.loader.get_source(environment, template)
        return with_policy(source), file, is_same

    def list_templates(self) -> list[str]:
        """Return the names of all templates."""
        return self.loader.list_templates()


def print_policy(environment: jinja2.Environment, config: MkDocsConfig) -> None:
    """Let each page that is printed have the policy; raises PluginError where one would not."""
    environment.loader = PolicyLoader(environment.loader or jinja2.DictLoader({}))
    if config.theme.name != THEME:
        return
    if PRINTED_POLICY not in environment.loader.get_source(environment, _PAGE)[0]:
        hint = _("In {file} there is no <head>. Write it there, as the theme does.", file=_PAGE)
        raise PluginError(hint)


def bring_look(files: Files, config: MkDocsConfig) -> None:
    """Add the files of our look, but for those that the library has itself.

    The style sheets of the theme go below ours, as light as our pages allow.
    """
    ours = look_files()
    styles = [content.decode() for path, content in ours.items() if path.endswith(".css")]
    _lay_below(files, config, styles)
    for path, content in ours.items():
        if files.get_file_from_path(path) is None:
            files.append(File.generated(config, path, content=content))


# The names of its style sheets, that of the colours too, hold a hash.
_THEME_STYLE = re.compile(r"assets/stylesheets/(?:main|palette)\.[0-9a-f]+\.min\.css")
# What only its own script asks for, and what nobody asks for without the source it was made from.
_OF_THEME_SCRIPT = re.compile(r"assets/(javascripts/(bundle|workers/|lunr/)|.*\.(css|js)\.map$)")


def _lay_below(files: Files, config: MkDocsConfig, ours: Iterable[str]) -> None:
    whole = config.extra["whole_theme"]
    by_name = {file.src_uri: file for file in files}
    for name, file in by_name.items():
        if not whole and _OF_THEME_SCRIPT.match(name):
            files.remove(file)
    names = [name for name in by_name if _THEME_STYLE.fullmatch(name)]
    styles = [by_name[name].content_string for name in names]
    if not whole:
        styles = lightened(styles, ours, _colours(config))
    for name, style in zip(names, styles, strict=True):
        files.remove(by_name[name])
        files.append(File.generated(config, name, content=below_ours(style)))


def _colours(config: MkDocsConfig) -> set[str]:
    """Return the colours that a page can have: those of the library, or what the theme takes."""
    palette = config.theme.get("palette")
    chosen = palette if isinstance(palette, list) else [palette]
    return {
        str(one.get(place) or "indigo").replace(" ", "-")
        for one in chosen
        if isinstance(one, dict)
        for place in ("primary", "accent")
    }


def dressed_for(config: MkDocsConfig, styles: Sequence[str]) -> MkDocsConfig:
    """Return the settings with which a page is printed that loads style sheets of its own.

    These come after the one that every page has, and before those of the library.
    """
    if not styles or config.theme.name != THEME:
        return config
    named = config.extra_css
    place = named.index(BASE) + 1
    changed = copy(config)
    changed["extra_css"] = [*named[:place], *before(styles, named), *named[place:]]
    return changed


def _deferred(path: str) -> ExtraScriptValue:
    script = ExtraScriptValue(path)
    script.defer = True
    return script
