"""A site that MkDocs builds gets our look, as far as the library does not choose otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.structure.files import File
from mkdocs.theme import Theme

from kennisbank.theme.look import (
    FEATURES,
    OVERRIDES,
    SCRIPTS,
    SETTINGS,
    STYLES,
    THEME,
    before,
    look_files,
)

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files


def dress(config: MkDocsConfig) -> None:
    """Add our settings, templates, styles and scripts to those of the library."""
    theme, as_it_comes = config.theme, Theme(THEME)
    for name, value in SETTINGS.items():
        if theme.get(name) == as_it_comes.get(name):
            theme[name] = value
    theme["features"] = [*FEATURES, *theme["features"]]
    theme.dirs.insert(1 if theme.custom_dir else 0, str(OVERRIDES))
    config.extra_css = [*before(STYLES, config.extra_css), *config.extra_css]
    scripts = before(SCRIPTS, map(str, config.extra_javascript))
    config.extra_javascript = [*map(_deferred, scripts), *config.extra_javascript]


def bring_look(files: Files, config: MkDocsConfig) -> None:
    """Add the files of our look, but for those that the library has itself."""
    for path, place in look_files().items():
        if files.get_file_from_path(path) is None:
            files.append(File.generated(config, path, abs_src_path=str(place)))


def _deferred(path: str) -> ExtraScriptValue:
    script = ExtraScriptValue(path)
    script.defer = True
    return script
