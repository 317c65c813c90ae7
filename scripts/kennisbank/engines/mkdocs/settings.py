"""What MkDocs and our plugin say of mkdocs.yml, as problems with their place.

A build runs what the settings name: hooks, extensions, functions behind a tag. Whoever only checks
a proposal runs nothing of it, so here the settings are read as data.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from importlib.metadata import entry_points
from io import StringIO
from pathlib import Path, PurePosixPath

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import yaml_load
from yaml_env_tag import add_env_tag

from kennisbank.engines.mkdocs.options import KennisbankConfig
from kennisbank.invisible_characters import one_line
from kennisbank.library.loading import SITE_SETTINGS
from kennisbank.messages import N_, _
from kennisbank.problems import Location, Problem
from kennisbank.reading.plain_files import plain_files
from kennisbank.reading.rules import BAD_FILE, BAD_SETTING
from kennisbank.reading.site_files import DOCS
from kennisbank.reading.text_file import read_text
from kennisbank.theme.look import THEME


class _Loader(yaml.SafeLoader):
    """Reads plain values and what `!ENV` says; what other tags would make is not made."""


def _only_named(_: yaml.Loader, tag: str, node: yaml.Node) -> str:
    return tag or node.tag


add_env_tag(_Loader)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", _only_named)
_Loader.add_constructor("!relative", lambda _, node: node.tag)


def settings_problems(root: Path) -> Iterator[Problem]:
    """Yield what keeps MkDocs from building with the settings in a folder, in its own words.

    What cannot be read at all is told by the reader of the file.
    """
    # MkDocs says on the terminal what it also returns.
    logging.getLogger("mkdocs").addHandler(logging.NullHandler())
    text = read_text(root, SITE_SETTINGS)
    config = MkDocsConfig(config_file_path=str(root / SITE_SETTINGS))
    if isinstance(text, Problem):
        return
    try:
        values = _values(root, text)
        if not isinstance(values, dict):
            yield BAD_SETTING.problem(Location(SITE_SETTINGS), _(_NO_NAMES))
            return
        config.load_dict(_harmless(values))
        errors, warnings = config.validate()
    except (OSError, ConfigurationError, RecursionError, UnicodeDecodeError):
        if found := _INHERITS.search(text):
            yield BAD_SETTING.problem(_place(text, found[1]), _(_NOT_INHERITED), _(_REMEDY))
        return
    for name, said in [*errors, *warnings]:
        message = f"{name}: {one_line(str(said))[:_LONGEST]}"
        yield BAD_SETTING.problem(_place(text, name), message, _(_REMEDY))
    if not errors and (fault := fault_in(config)):
        yield BAD_SETTING.problem(Location(SITE_SETTINGS), fault)


def fault_in(config: MkDocsConfig) -> str:
    """Return what in the settings keeps us from building at all, or nothing."""
    if Path(config.docs_dir).name != str(DOCS):
        return _(
            "pages written by hand are in '{folder}'. Name no other folder in mkdocs.yml.",
            folder=DOCS,
        )
    # A theme without a name is one of the library's own.
    if config.theme.name not in (THEME, None):
        return _("the site works only with 'theme: {theme}'. Put that in mkdocs.yml.", theme=THEME)
    # A hook has no settings.
    settings = [getattr(one, "config", None) for one in config.plugins.values()]
    if sum(isinstance(one, KennisbankConfig) for one in settings) > 1:
        return _("'kennisbank' is in mkdocs.yml twice under 'plugins'. Remove one.")
    return _fault_in_own_theme(config)


def _fault_in_own_theme(config: MkDocsConfig) -> str:
    """Return which link in the library's own theme would publish what it leads to, or nothing."""
    root, folder = Path(config.docs_dir).parent, Path(config.theme.custom_dir or "")
    # What lies outside the library did not come with a change of it.
    if not folder.is_relative_to(root):
        return ""
    path = PurePosixPath(folder.relative_to(root).as_posix())
    steps = (path, *path.parents[:-1])
    problems: list[Problem] = []
    plain_files(root, path, problems)
    found = [step for step in steps if (root / step).is_symlink()]
    found += [one.location.path for one in problems if one.code == BAD_FILE.code]
    if not found:
        return ""
    told = _("{path} is no plain file or plain folder.", path=found[0])
    remedy = _("Put a copy of the file or the folder itself there.")
    return f"{told} {remedy}"


def are_self_contained(root: Path) -> bool:
    """Return whether these problems follow from the files of a library and from nothing else.

    Settings may lead to files elsewhere, and to the code of others.
    """
    text = read_text(root, SITE_SETTINGS)
    try:
        values = None if isinstance(text, Problem) else _values(root, text)
    except (OSError, ConfigurationError, RecursionError, UnicodeDecodeError):
        return False
    if not isinstance(values, dict) or _INHERITS.search(str(text)):
        return False
    theme, plugins = values.get("theme"), values.get("plugins")
    look = theme.get("custom_dir") if isinstance(theme, dict) else None
    named = [*_names(plugins)] if isinstance(plugins, list | dict) else []
    is_ours = named == ["kennisbank"] and not values.keys() & {"hooks", "watch"}
    return is_ours and values.get("docs_dir") in (None, "docs") and look in (None, "overrides")


def _values(root: Path, text: str) -> object:
    """Return what the settings say, and the settings that they inherit."""
    source = StringIO(text)
    # By its name MkDocs finds the file that is inherited.
    source.name = str(root / SITE_SETTINGS)
    try:
        return yaml_load(source, _Loader)  # type: ignore[arg-type]  # any loader
    except TypeError:
        # It looks for a name in whatever the file holds.
        return None


def _harmless(values: dict[str, object]) -> dict[str, object]:
    """Return settings without hooks, and without extensions that are not known by their name."""
    kept = {name: value for name, value in values.items() if name != "hooks"}
    if isinstance(named := kept.get("markdown_extensions"), list | dict):
        kept["markdown_extensions"] = [*filter(_is_known, _names(named))]
    return kept


def _names(named: list[object] | dict[str, object]) -> Iterator[str]:
    """Yield names alone: what an extension is given may be a function that was not made."""
    for one in named:
        yield from map(str, one if isinstance(one, dict) else [one])


def _is_known(extension: str) -> bool:
    """Return whether an extension comes with MkDocs or its theme: to look at it is to run it."""
    short = entry_points(group="markdown.extensions").names
    return extension in short or bool(_KNOWN.fullmatch(extension))


_INHERITS = re.compile(r"^(INHERIT)\s*:", re.MULTILINE)
_NO_NAMES = N_("must be names with values, such as site_name: Library.")
_NOT_INHERITED = N_("the settings that this inherits cannot be read.")
_KNOWN = re.compile(r"(?:markdown\.extensions|pymdownx)\.\w+")
# MkDocs quotes a value whole.
_LONGEST = 500
_REMEDY = N_("Correct this setting, or remove it.")


def _place(text: str, name: str) -> Location:
    found = re.search(rf"^{re.escape(name)}\s*:", text, re.MULTILINE)
    return Location(SITE_SETTINGS, text.count("\n", 0, found.start()) + 1 if found else 1)
