"""Reads mkdocs.yml, and finds what in it would spoil a page, with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import NamedTuple

import yaml
from babel import Locale

from kennisbank.invisible_characters import HIDDEN, one_line
from kennisbank.messages import N_, _, language
from kennisbank.problems import Location, Problem
from kennisbank.reading.rules import BAD_SETTING, YAML_SYNTAX
from kennisbank.reading.yaml_errors import cause_of

_HOST = r"https?://\w[\w.-]*(?::[0-9]{1,5})?"
_OTHER_FORGE = r"(?!https?://[^/]*(?:gitlab|bitbucket|codeberg|gitea))"
_PATH = r"(?:/[^\s\"'<>\\`{|}?#]*)?"


class _Demand(NamedTuple):
    pattern: re.Pattern[str]
    message: str
    hint: str


_LINE = _Demand(
    re.compile(rf"(?=.*\S)(?:(?!{HIDDEN.pattern})[^\n\t])*"),
    N_("is no plain text on one line."),
    N_("Type the text again, on one line."),
)
_OWN_FILE = _Demand(
    re.compile(r"(?!\w[\w+.-]*:)(?!//).*"),
    N_("comes from another site, which then sees who reads here."),
    N_("Put the file itself in docs/assets/."),
)
_DEMANDS = {
    "site_name": _LINE,
    "site_description": _LINE,
    "site_author": _LINE,
    "cited_in": _LINE,
    "site_url": _Demand(
        re.compile(_HOST + _PATH),
        N_("is no address of a site."),
        N_("Write it like https://example.org/knowledge/, without ? or #."),
    ),
    "repository": _Demand(
        re.compile(rf"(?!.*\.git/?$){_OTHER_FORGE}{_HOST}{_PATH}"),
        N_("is no address of a repository on GitHub."),
        N_(
            "Write it as in the address bar: https://github.com/name/library, without .git. If "
            "the files are elsewhere, leave this out."
        ),
    ),
    "branch": _Demand(
        re.compile(r"(?!.*(?:\.\.|//|/$))\w[\w./-]*"),
        N_("is no name of a branch."),
        N_("Write the name of the branch, such as main."),
    ),
    "contact": _Demand(
        re.compile(rf"mailto:[\w.+-]+@[\w-]+(?:\.[\w-]+)+|{_HOST}{_PATH}"),
        N_("is no e-mail address after mailto: and no web address."),
        N_("Write it like mailto:library@example.org, or like https://example.org/contact/."),
    ),
    "license": _Demand(
        re.compile(rf"{_HOST}{_PATH}(?:[?#][^\s\"'<>\\]*)?"),
        N_("is no web address."),
        N_("Write the address of the terms, with https:// before it."),
    ),
    "also_searched": _Demand(
        re.compile(r"/(?:\w[\w.~-]*/)*"),
        N_("is no folder of the same host."),
        N_("Write it like /other-library/, with a slash before and behind it."),
    ),
    "date": _Demand(
        re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"),
        N_("is no date."),
        N_("Write year, month and day like 2026-11-24."),
    ),
    "font": _Demand(
        re.compile("false|no|off|null|~", re.IGNORECASE),
        N_("comes from another site, which then sees who reads here."),
        N_("Leave out 'font'."),
    ),
    "features": _Demand(
        re.compile(r"(?!navigation\.instant|toc\.integrate).*"),
        N_("does not work here."),
        N_("Leave it out."),
    ),
    "provider": _Demand(re.compile(""), N_("counts who reads here."), N_("Leave out 'analytics'.")),
    "use_directory_urls": _Demand(
        re.compile("true|yes|on", re.IGNORECASE),
        N_("makes addresses that no link goes to."),
        N_("Leave out 'use_directory_urls'."),
    ),
    "nav": _Demand(
        re.compile(r"(?!\w[\w+.-]*:)(?!//).*|https?://\S+", re.DOTALL),
        N_("is no page and no web address."),
        N_("Name a file in docs/, or an address with https:// before it."),
    ),
    **dict.fromkeys(("extra_css", "extra_javascript", "logo", "favicon"), _OWN_FILE),
}
# An empty setting means that it is not known.
_REQUIRED = {"site_name", "branch"}


class _Setting(NamedTuple):
    name: str
    value: object
    place: Location


def setting_problems(path: PurePosixPath, text: str, values: Mapping[str, object]) -> list[Problem]:
    """Return what is wrong with values that settings have got, at their place in the text."""
    places = {one.name: one.place for one in _settings(path, text)}
    return list(
        _problems(_Setting(*item, places.get(item[0], Location(path))) for item in values.items())
    )


def with_settings(problems: Sequence[Problem], found: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return problems, sorted, with those of settings at places where none was found yet."""
    known = {one.location for one in problems}
    return tuple(sorted([*problems, *(one for one in found if one.location not in known)]))


class MenuItem(NamedTuple):
    """A page that the menu names by its file in docs/, and where it does."""

    file: str
    place: Location


# Its pattern is what the library speaks.
_SPOKEN = _Demand(
    re.compile(""),
    N_("does not suit the site, of which the own words are in this language: {language}."),
    N_("Leave out 'language'."),
)


def read_settings(path: PurePosixPath, text: str) -> tuple[tuple[MenuItem, ...], list[Problem]]:
    """Return the pages in the menu, and what is wrong with the settings as they are written.

    The environment has no say.
    """
    try:
        settings = list(_settings(path, text))
        menu = (
            MenuItem(one.value, one.place)
            for one in settings
            if one.name == "nav" and isinstance(one.value, str) and one.value.endswith(".md")
        )
        return tuple(menu), list(_problems(settings))
    except yaml.MarkedYAMLError as error:
        cause = cause_of(error, text)
        place = Location(path, cause.line + 1, cause.column + 1)
        return (), [YAML_SYNTAX.problem(place, cause.message, cause.hint)]
    except (yaml.YAMLError, RecursionError):
        return (), [YAML_SYNTAX.problem(Location(path), _("this file cannot be read."))]


def _problems(settings: Iterable[_Setting]) -> Iterator[Problem]:
    for name, value, place in settings:
        demand = _SPOKEN if name == "language" else _DEMANDS.get(name)
        if not demand or not isinstance(value, str) or (not value and name not in _REQUIRED):
            continue
        fits = value == language() if demand is _SPOKEN else demand.pattern.fullmatch(value)
        if not fits:
            message = _(demand.message, language=Locale(language()).get_language_name(language()))
            told = f"{name} '{one_line(value)}' {message}"
            yield BAD_SETTING.problem(place, told, _(demand.hint))


def _settings(path: PurePosixPath, text: str) -> Iterator[_Setting]:
    """Yield the settings of the site, its theme and our plugin that something is asked of.

    What the environment fills in (!ENV) has a place and no value.
    """
    # Composed, not loaded: the tags of MkDocs mean nothing here.
    root = yaml.compose(text, yaml.SafeLoader)
    parts = (_value(root, "theme"), _ours(root), _value(_value(root, "extra"), "analytics"))
    rows = [row for part in (root, *parts) for row in _rows(part)]
    for key, node in (row for row in rows if row[0].value in {*_DEMANDS, "language"}):
        for scalar in _scalars(node):
            mark = scalar.start_mark
            value = scalar.value if scalar.tag.startswith("tag:") else None
            yield _Setting(key.value, value, Location(path, mark.line + 1, mark.column + 1))


def _scalars(node: yaml.Node, seen: set[int] | None = None) -> Iterator[yaml.Node]:
    """Yield a value, or those that a list or an item of it holds; of !ENV only the whole."""
    # A list can be made to hold itself, or one other a million times.
    seen = set() if seen is None else seen
    if id(node) in seen:
        return
    seen.add(id(node))
    if isinstance(node, yaml.ScalarNode) or not node.tag.startswith("tag:"):
        yield node
    else:
        held = (
            node.value if isinstance(node, yaml.SequenceNode) else [one for _, one in _rows(node)]
        )
        for one in held:
            yield from _scalars(one, seen)


def _rows(node: yaml.Node | None) -> list[tuple[yaml.Node, yaml.Node]]:
    return node.value if isinstance(node, yaml.MappingNode) else []


def _ours(root: yaml.Node | None) -> yaml.Node | None:
    plugins = _value(root, "plugins")
    named = plugins.value if isinstance(plugins, yaml.SequenceNode) else [plugins]
    found = (_value(one, "kennisbank") for one in named)
    return next((node for node in found if node), None)


def _value(node: yaml.Node | None, name: str) -> yaml.Node | None:
    return next((value for key, value in _rows(node) if key.value == name), None)
