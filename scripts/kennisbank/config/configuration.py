"""Reads kennisbank.yml: language, severities, lists of choices, old addresses, kinds of entries.

Every mistake in it is a problem with its place. Classes are made once per process for one text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path

from kennisbank.config import PATH
from kennisbank.config.field_kinds import NAMES
from kennisbank.config.kind_reader import KindReader
from kennisbank.config.told import NAME, RULE, Rows, Told, as_written, write_like
from kennisbank.config.words import TOP_WORDS
from kennisbank.fields.base import Entry
from kennisbank.fields.kinds import kind_class
from kennisbank.fields.types import Choice
from kennisbank.locales import code_of_currency, count_in, is_currency
from kennisbank.messages import DEFAULT_LANGUAGE, LANGUAGES, _, speak, speaking
from kennisbank.problems import Problem
from kennisbank.reading.plain_files import is_there
from kennisbank.reading.text_file import read_text
from kennisbank.reading.yaml_document import KeyPath, YamlDocument, read_yaml
from kennisbank.routes import old_address, site_address
from kennisbank.slug import slug

__all__ = ["RULE", "Configuration", "configuration_of", "kinds_of", "read_configuration"]
PRESET = ("presets", "learning-culture.yml")
TOP_KEYS = ("language", "country", "currency", "severity", "choices", "routes", "kinds")
_CHOICES = "effort: {small: Small, large: Large}"


@dataclass(frozen=True)
class Configuration:
    """What a library says of itself; `document` is where it does, `severities` is as written.

    `routes` gives for an old address, as a path in the site, the address that it leads to.
    """

    kinds: tuple[type[Entry], ...]
    language: str = DEFAULT_LANGUAGE
    choices: Mapping[str, type[Choice]] = field(default_factory=dict)
    severities: Mapping[str, str] = field(default_factory=dict)
    routes: Mapping[str, str] = field(default_factory=dict)
    document: YamlDocument | None = None
    country: tuple[str, ...] = ()
    currency: str = ""


def configuration_of(root: Path) -> tuple[Configuration, list[Problem]]:
    """Return what a folder's kennisbank.yml says, or the preset of a folder without one.

    From here on, everything is said in its language, and counted in its currency.
    """
    if not is_there(root, PATH):
        speak(DEFAULT_LANGUAGE)
        count_in("")
        return preset(), []
    text = read_text(root, PATH)
    if isinstance(text, Problem):
        return Configuration(()), [text]
    configuration, problems = read_configuration(text)
    speak(configuration.language)
    count_in(configuration.currency)
    return configuration, list(problems)


def kinds_of(root: Path) -> tuple[type[Entry], ...]:
    """Return the kinds of a folder; faulty ones, which a check reports, are not among them."""
    return configuration_of(root)[0].kinds


@cache
def preset() -> Configuration:
    """Return the kinds of a library that has no kennisbank.yml."""
    text = files("kennisbank").joinpath(*PRESET).read_text(encoding="utf-8")
    with speaking(DEFAULT_LANGUAGE):
        return read_configuration(text)[0]


@cache
def read_configuration(text: str) -> tuple[Configuration, tuple[Problem, ...]]:
    """Return what a text says, as far as that is right, and what is wrong in it."""
    document, problems = read_yaml(PATH, text, _("Start with lines like 'language: en'."))
    if document is None:
        return Configuration(()), tuple(problems)
    told = Told(document)
    language = _language(told)
    choices = dict(_choices(told))
    kinds = KindReader(told, choices, document.value).kinds()
    if not document.value.get("kinds"):
        told.say((), _("there are no kinds in it."), _("Write them under 'kinds'."))
    severities = dict(_severities(told))
    moved = dict(_routes(told))
    made = tuple(kind_class(one) for one in kinds) if not told.problems else ()
    country = _country(told, language)
    currency = _currency(told)
    configuration = Configuration(
        made, language, choices, severities, moved, document, country, currency
    )
    return configuration, tuple(told.problems)


def _language(told: Told) -> str:
    """Return the language of a library, and speak it: also what is wrong is said in it."""
    rows = told.document.value
    language = rows.get("language", DEFAULT_LANGUAGE)
    if isinstance(language, str) and language in LANGUAGES:
        speak(language)
    else:
        message = _("there is no language '{language}' yet.", language=as_written(language))
        hint = _("Write one of these: {languages}.", languages=", ".join(LANGUAGES))
        told.say(("language",), message, hint)
        language = DEFAULT_LANGUAGE
    told.known(rows, TOP_KEYS, (), TOP_WORDS)
    return language


# Of a library that does not say: the first one came before this could be said.
_COUNTRIES = {"nl": ("Nederland",)}


def _country(told: Told, language: str) -> tuple[str, ...]:
    """Return what the country that a library is about is called, first as a sentence has it."""
    match told.document.value.get("country", _COUNTRIES.get(language, ())):
        case str(name) if name.strip():
            return (name,)
        case (*names,) if all(isinstance(one, str) and one.strip() for one in names):
            return tuple(str(one) for one in names)
        case _:
            message = _("'country' must be a name, or a list of names for one country.")
            told.say(("country",), message, write_like("country: [the United Kingdom, UK]"))
            return ()


def _currency(told: Told) -> str:
    """Return what money is counted in; nothing where the library leaves that to its language."""
    written = as_written(told.document.value.get("currency", ""))
    if not written or is_currency(written):
        return written
    message = _("'{currency}' is no code of a currency.", currency=written)
    meant = code_of_currency(written)
    hint = write_like(f"currency: {meant}") if meant else _("Write three capitals: EUR, GBP.")
    told.say(("currency",), message, hint)
    return ""


def _choices(told: Told) -> Iterator[tuple[str, type[Choice]]]:
    for name, rows in told.rows(told.document.value, "choices", (), _CHOICES, _labelled):
        path: KeyPath = ("choices", name)
        if not told.is_free(name, NAME, path, NAMES):
            continue
        if not rows:
            told.say(path, _("this list is empty."), write_like(_CHOICES), of_key=True)
            continue
        # Each is looked at, so that each mistake is told.
        right = [_is_choice(told, (*path, value), label) for value, label in rows.items()]
        if all(right):
            yield name, _choice(name, rows)


def _labelled(name: str, inner: object) -> str:
    """Return a list of bare words with a label behind each."""
    words = inner if isinstance(inner, tuple) else (inner,)
    if not all(isinstance(one, str) for one in words):
        return ""
    rows = (f"{slug(str(one))}: {str(one)[:1].upper()}{str(one)[1:]}" for one in words)
    return f"{name}: {{{', '.join(rows)}}}"


# A choice is a part of the address of a list.
_VALUE = re.compile(r"[A-Za-z0-9]+(?:[._+-][A-Za-z0-9]+)*")


def _is_choice(told: Told, path: KeyPath, label: object) -> bool:
    value = str(path[-1])
    if not isinstance(label, str) or not label.strip():
        message = _("behind '{value}' there must be what readers see.", value=value)
        hint = write_like(f"{value}: {value.capitalize()}")
    elif not _VALUE.fullmatch(value):
        message = _("'{value}' cannot be a choice: it is a part of addresses.", value=value)
        hint = write_like(f"{slug(value) or 'a'}: {label}")
    else:
        return True
    told.say(path, message, hint, of_key=True)
    return False


def _choice(name: str, rows: Rows) -> type[Choice]:
    members = [
        (f"C{place}", (value, str(label))) for place, (value, label) in enumerate(rows.items())
    ]
    title = "".join(part.capitalize() for part in name.split("-"))
    return Choice(title, members)  # type: ignore[arg-type, return-value]


def _severities(told: Told) -> Iterator[tuple[str, str]]:
    found = told.document.value.get("severity", {})
    example = "severity: {title-case: off}"
    if not isinstance(found, dict):
        message = _(
            "under '{key}' there must be rules, each with a word behind it.", key="severity"
        )
        told.say(("severity",), message, write_like(example), of_key=True)
        return
    for name, word in found.items():
        if isinstance(word, str):
            yield name, word
        else:
            message = _("behind '{name}' there must be a word.", name=name)
            told.say(("severity", name), message, write_like(f"{name}: warning"))


def _routes(told: Told) -> Iterator[tuple[str, str]]:
    """Yield where pages were that are elsewhere now; whether they are there, a check tells."""
    found = told.document.value.get("routes", {})
    example = "routes: {/2019/old-page.html: /methods/new-page/}"
    if not isinstance(found, dict):
        message = _("under 'routes' there must be old addresses, each with the new one behind it.")
        told.say(("routes",), message, write_like(example), of_key=True)
        return
    for old, new in found.items():
        if not (path := old_address(old)):
            message = _(
                "'{address}' is no address that a page of this site can have had.", address=old
            )
            told.say(("routes", old), message, write_like(example), of_key=True)
        elif not isinstance(new, str) or (target := site_address(new)) is None:
            shown = as_written(new)
            message = _("'{address}' is no address of a page of this site.", address=shown)
            told.say(("routes", old), message, write_like(example))
        else:
            yield path, target
