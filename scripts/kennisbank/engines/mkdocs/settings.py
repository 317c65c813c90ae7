"""What MkDocs and our plugin say of mkdocs.yml, as problems with their place.

A build runs what the settings name: hooks, extensions, functions behind a tag. Whoever only checks
a proposal runs nothing of it, so here the settings are read as data.
"""

from __future__ import annotations

import logging
import re
from importlib.metadata import entry_points
from io import StringIO
from typing import TYPE_CHECKING

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import yaml_load
from yaml_env_tag import add_env_tag

from kennisbank.engines.mkdocs.making import fault_in
from kennisbank.invisible_characters import one_line
from kennisbank.library.loading import SITE_SETTINGS
from kennisbank.messages import N_, _
from kennisbank.problems import Location, Problem
from kennisbank.reading.rules import BAD_SETTING
from kennisbank.reading.text_file import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


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
        kept["markdown_extensions"] = [*filter(_is_known, _extension_names(named))]
    return kept


def _extension_names(named: list[object] | dict[str, object]) -> Iterator[str]:
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
