"""Reads kennisbank.yml: language, severities, lists of choices and the kinds of entries.

Every mistake in it is a problem with its place. Classes are made once per process for one text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from pydantic import create_model

from kennisbank.config import field_kinds
from kennisbank.config.field_kinds import (
    GROUP,
    LISTS,
    NAMES,
    SIMPLE,
    WITH_LIST,
    Typed,
    example_as_typed,
)
from kennisbank.fields.base import Entry, KindMarks, Label
from kennisbank.fields.kinds import NUMBER, KindDescription, kind_class
from kennisbank.fields.specs import field_specs, field_type_of
from kennisbank.fields.text_rules import SUMMARY_WORDS, UNKNOWN
from kennisbank.fields.types import Choice, FieldGroup, Place
from kennisbank.fields.types import field as described
from kennisbank.messages import DEFAULT_LANGUAGE, LANGUAGES, _, speak
from kennisbank.problems import Problem, Rule
from kennisbank.reading.plain_files import is_there
from kennisbank.reading.text_file import read_text
from kennisbank.reading.yaml_document import read_yaml
from kennisbank.routes import first_parts
from kennisbank.slug import slug
from kennisbank.suggestions import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from kennisbank.reading.yaml_document import KeyPath, YamlDocument

PATH = PurePosixPath("kennisbank.yml")
PRESET = ("presets", "evidence-library", "nl", "kennisbank.yml")
RULE = Rule(
    "bad-configuration",
    "In kennisbank.yml staat iets waar geen soort, veld of keuzelijst van te maken is.",
    "Kijk in docs/development/kinds.md wat hier kan staan.",
)
_TOP = ("language", "severity", "choices", "kinds")
KIND_KEYS = (
    *("folder", "address", "label", "summary_words", "numbered", "audience", "reported"),
    *("schema_org", "compared", "fields"),
)
_FLAGS = ("many", "optional", "unknown", "cited", "ordered", "obstacle", "ranks", "explains")
FIELD_KEYS = (
    *("is", "title", "help", "example", *_FLAGS, "caveat", "facet", "reverse", "shows"),
    *("opens", "under"),
    *("schema_org", "outcomes", "roles", "fields"),
)
_YES_OR_NO = {"true": True, "false": False}
_ID = re.compile(r"[a-z]+(?:-[a-z]+)*")
_FOLDER = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_FIELD_NAME = re.compile(r"[a-z][a-z0-9_]{0,40}")
# Folders of a library that hold something else.
_FOLDERS = frozenset({"docs", "overrides", "scripts", "tests", "site", "node-modules"})
_ADDRESSES = frozenset({"assets", "schemas", "search"})
# What is no kind, but stands beside kinds in lists and data.
_RESERVED = frozenset({*NAMES, "source", "page"})
# Rows of the comparison that are no field.
ROWS = ("price", "research", "size", "description", "first_step", "caveat")
# Properties and types of schema.org that the pages know how to fill.
PROPERTIES = ("estimatedCost", "sameAs", "contentLocation")
TYPES = ("Article", "HowTo", "Dataset", "LearningResource", "DefinedTerm")
_MOST_WORDS = 500


@dataclass(frozen=True)
class Configuration:
    """What a library says of itself; `document` is where it does, `severities` is as written."""

    kinds: tuple[type[Entry], ...]
    language: str = DEFAULT_LANGUAGE
    choices: Mapping[str, type[Choice]] = field(default_factory=dict)
    severities: Mapping[str, str] = field(default_factory=dict)
    document: YamlDocument | None = None


def configuration_of(root: Path) -> tuple[Configuration, list[Problem]]:
    """Return what a folder's kennisbank.yml says, or the preset of a folder without one.

    From here on, everything is said in its language.
    """
    if not is_there(root, PATH):
        speak(DEFAULT_LANGUAGE)
        return preset(), []
    text = read_text(root, PATH)
    if isinstance(text, Problem):
        return Configuration(()), [text]
    configuration, problems = read_configuration(text)
    speak(configuration.language)
    return configuration, list(problems)


def kinds_of(root: Path) -> tuple[type[Entry], ...]:
    """Return the kinds of a folder; faulty ones, which a check reports, are not among them."""
    return configuration_of(root)[0].kinds


@cache
def preset() -> Configuration:
    """Return the kinds of a library that has no kennisbank.yml."""
    text = files("kennisbank").joinpath(*PRESET).read_text(encoding="utf-8")
    return read_configuration(text)[0]


@cache
def read_configuration(text: str) -> tuple[Configuration, tuple[Problem, ...]]:
    """Return what a text says, as far as that is right, and what is wrong in it."""
    document, problems = read_yaml(PATH, text, "Begin met regels als 'language: nl'.")
    if document is None:
        return Configuration(()), tuple(problems)
    reader = _Reader(document)
    return reader.configuration(), tuple(reader.problems)


class _Reader:
    """Goes through a document once, and keeps the problems that it meets."""

    def __init__(self, document: YamlDocument) -> None:
        self.document = document
        self.problems: list[Problem] = []
        self.choices: dict[str, type[Choice]] = {}
        self.kind_names: tuple[str, ...] = ()

    def configuration(self) -> Configuration:
        """Return everything together."""
        value = self.document.value
        self._known(value, _TOP, ())
        language = value.get("language", DEFAULT_LANGUAGE)
        if language in LANGUAGES:
            speak(language)
        else:
            message = _("there is no language '{language}' yet.", language=language)
            hint = _("Write one of these: {languages}.", languages=", ".join(LANGUAGES))
            self._say(("language",), message, hint)
        self.choices = {
            name: made
            for name, rows in self._rows(value, "choices", ())
            if (made := self._choice(name, rows))
        }
        described = self._rows(value, "kinds", ())
        self.kind_names = tuple(name for name, _ in described)
        if not described:
            self._say((), "er staan geen soorten in.", "Schrijf ze onder 'kinds'.")
        found = [self._kind(name, rows) for name, rows in described]
        kinds = [one for one in found if one]
        self._apart(kinds)
        severities = dict(self._texts(value, "severity"))
        return Configuration(
            tuple(kind_class(one) for one in kinds) if not self.problems else (),
            language if language in LANGUAGES else DEFAULT_LANGUAGE,
            self.choices,
            severities,
            self.document,
        )

    def _say(self, path: KeyPath, message: str, hint: str = "", *, of_key: bool = False) -> None:
        place = self.document.location_of(path, of_key=of_key)
        self.problems.append(RULE.problem(place, message, hint))

    def _known(self, value: Mapping[str, object], names: Iterable[str], path: KeyPath) -> None:
        names = tuple(names)
        for name in value:
            if name not in names:
                hint = did_you_mean(name, names) or f"Kies uit: {', '.join(names)}."
                self._say((*path, name), f"'{name}' hoort hier niet.", hint, of_key=True)

    def _rows(
        self, value: Mapping[str, object], key: str, path: KeyPath
    ) -> list[tuple[str, dict[str, object]]]:
        """Return what stands under a key by name, each with keys of its own."""
        found = value.get(key, {})
        if not isinstance(found, dict):
            self._say((*path, key), f"'{key}' moet namen hebben met elk een dubbele punt.")
            return []
        rows = []
        for name, inner in found.items():
            if isinstance(inner, dict):
                rows.append((name, inner))
            else:
                message = f"onder '{name}' moeten ingesprongen regels met een dubbele punt staan."
                self._say((*path, key, name), message)
        return rows

    def _texts(self, value: Mapping[str, object], key: str) -> Iterable[tuple[str, str]]:
        found = value.get(key, {})
        if not isinstance(found, dict):
            self._say((key,), f"'{key}' moet namen hebben met elk een woord erachter.")
            return
        for name, text in found.items():
            if isinstance(text, str):
                yield name, text
            else:
                self._say((key, name), f"achter '{name}' moet een woord staan.")

    def _choice(self, name: str, rows: Mapping[str, object]) -> type[Choice] | None:
        path: KeyPath = ("choices", name)
        if not self._is_free(name, _ID, path, NAMES):
            return None
        for value, label in rows.items():
            if not isinstance(label, str):
                self._say((*path, value), f"achter '{value}' moet staan wat lezers zien.")
                return None
        members = [
            (f"C{place}", (value, str(label))) for place, (value, label) in enumerate(rows.items())
        ]
        title = "".join(part.capitalize() for part in name.split("-"))
        return Choice(title, members)  # type: ignore[arg-type, return-value]

    def _is_free(
        self, name: str, pattern: re.Pattern[str], path: KeyPath, taken: Iterable[str]
    ) -> bool:
        if not pattern.fullmatch(name):
            message = f"'{name}' kan geen naam zijn."
            self._say(path, message, "Gebruik kleine letters, en streepjes ertussen.", of_key=True)
        elif name in taken:
            message = f"'{name}' heet al iets anders."
            self._say(path, message, "Kies een andere naam.", of_key=True)
        else:
            return True
        return False

    def _kind(self, name: str, rows: Mapping[str, object]) -> KindDescription | None:
        path: KeyPath = ("kinds", name)
        before = len(self.problems)
        if not self._is_free(name, _ID, path, {*_RESERVED, *self.choices}):
            return None
        self._known(rows, KIND_KEYS, path)
        fields = dict(self._fields(rows, path))
        marks = self._kind_marks(rows, path, fields)
        label = self._label(rows, path)
        folder = self._folder(rows, "folder", path, _FOLDERS)
        address = self._folder(rows, "address", path, _ADDRESSES | first_parts(), otherwise=folder)
        words = self._words(rows, path)
        if len(self.problems) > before or label is None:
            return None
        if marks.numbered:
            fields = {NUMBER: _NUMBER, **fields}
        return KindDescription(name, folder, address, label, marks, fields, words)

    def _label(self, rows: Mapping[str, object], path: KeyPath) -> Label | None:
        match rows.get("label"):
            case (str(one), str(many), str(about)):
                return Label(one, many, about)
            case _:
                message = (
                    "'label' moet drie teksten hebben: één, meer dan één, en waar het over gaat."
                )
                self._say(
                    (*path, "label"), message, "Schrijf: [Methode, Methoden, Wat u kunt doen.]"
                )
                return None

    def _folder(
        self,
        rows: Mapping[str, object],
        key: str,
        path: KeyPath,
        taken: Iterable[str],
        otherwise: str = "",
    ) -> str:
        value = rows.get(key, otherwise)
        if not value and key not in rows and key != "folder":
            # It would follow from the folder, which is told already.
            return ""
        if not isinstance(value, str) or not _FOLDER.fullmatch(value):
            message = f"'{key}' moet een naam zijn van kleine letters, cijfers en streepjes."
            self._say((*path, key), message, "Schrijf zoals: methods.")
        elif value in taken:
            self._say((*path, key), f"'{value}' is van de site zelf.", "Kies een andere naam.")
        else:
            return value
        return ""

    def _words(self, rows: Mapping[str, object], path: KeyPath) -> int:
        value = rows.get("summary_words", str(SUMMARY_WORDS))
        if isinstance(value, str) and value.isdecimal() and 0 < int(value) <= _MOST_WORDS:
            return int(value)
        self._say((*path, "summary_words"), f"moet een getal van 1 tot {_MOST_WORDS} zijn.")
        return SUMMARY_WORDS

    def _kind_marks(
        self, rows: Mapping[str, object], path: KeyPath, fields: Mapping[str, object]
    ) -> KindMarks:
        compared = rows.get("compared", ())
        if not isinstance(compared, tuple):
            self._say((*path, "compared"), "'compared' moet een lijst van velden zijn.")
            compared = ()
        for place, row in enumerate(compared):
            self._one_of(row, (*fields, *ROWS), (*path, "compared", place))
        return KindMarks(
            numbered=self._flag(rows, "numbered", path),
            audience=self._flag(rows, "audience", path),
            reported=self._text(rows, "reported", path),
            schema_org=self._word(rows, "schema_org", path, TYPES) or "Article",
            compared=tuple(str(one) for one in compared),
        )

    def _apart(self, kinds: list[KindDescription]) -> None:
        """Two kinds have no folder, address or name in common."""
        seen: dict[tuple[str, str], str] = {}
        for kind in kinds:
            one = slug(kind.label.one)
            for key, value in (("folder", kind.folder), ("address", kind.address), ("label", one)):
                other = seen.setdefault((key, value), kind.id)
                if other != kind.id:
                    message = f"'{value}' is al van de soort '{other}'."
                    self._say(("kinds", kind.id, key), message, "Kies een andere naam.")

    def _flag(self, rows: Mapping[str, object], key: str, path: KeyPath) -> bool:
        value = rows.get(key, "false")
        if isinstance(value, str) and value in _YES_OR_NO:
            return _YES_OR_NO[value]
        self._say((*path, key), f"'{key}' is waar of niet waar.", "Schrijf: true.")
        return False

    def _text(self, rows: Mapping[str, object], key: str, path: KeyPath) -> str:
        value = rows.get(key, "")
        if isinstance(value, str):
            return value
        self._say((*path, key), f"'{key}' moet tekst zijn.")
        return ""

    def _word(
        self, rows: Mapping[str, object], key: str, path: KeyPath, known: Iterable[str]
    ) -> str:
        value = self._text(rows, key, path)
        if value:
            self._one_of(value, known, (*path, key))
        return value

    def _one_of(self, value: object, known: Iterable[str], path: KeyPath) -> bool:
        known = tuple(known)
        if value in known:
            return True
        hint = did_you_mean(str(value), known) or f"Kies uit: {', '.join(known)}."
        self._say(path, f"'{value}' is niet bekend.", hint)
        return False

    def _fields(
        self, rows: Mapping[str, object], path: KeyPath, *, inside: bool = False
    ) -> Iterable[tuple[str, tuple[Any, Any]]]:
        for name, field_rows in self._rows(rows, "fields", path):
            here = (*path, "fields", name)
            taken = _IN_GROUPS if inside else _IN_ENTRIES
            if not self._is_free(name, _FIELD_NAME, here, taken):
                continue
            self._known(field_rows, FIELD_KEYS, here)
            typed = self._typed(field_rows, here)
            if typed:
                yield name, self._field(name, field_rows, here, typed)

    def _typed(self, rows: Mapping[str, object], path: KeyPath) -> Typed | None:
        name = rows.get("is")
        if name is None:
            self._say(path, "'is' ontbreekt: wat voor veld het is.", of_key=True)
        elif name == GROUP:
            inner = dict(self._fields(rows, path, inside=True))
            return field_kinds.group(_group_class(inner))
        elif name in WITH_LIST:
            key = WITH_LIST[str(name)]
            if self._one_of(rows.get(key, ""), self.choices, (*path, key)):
                return field_kinds.with_list(str(name), self.choices[str(rows[key])])
        elif name in SIMPLE:
            return field_kinds.simple(str(name))
        elif name in self.choices:
            return field_kinds.choice(self.choices[str(name)])
        elif self._one_of(name, (*NAMES, *self.choices, *self.kind_names), (*path, "is")):
            return field_kinds.link(str(name))
        return None

    def _field(
        self, name: str, rows: Mapping[str, object], path: KeyPath, typed: Typed
    ) -> tuple[Any, Any]:
        flags = {key: self._flag(rows, key, path) for key in _FLAGS}
        many = flags["many"] or rows.get("is") in LISTS
        title = self._text(rows, "title", path) or name.replace("_", " ").capitalize()
        example = rows.get("example", typed.example)
        annotation = field_kinds.listed(typed) if many else typed.annotation
        if flags["unknown"]:
            annotation = field_kinds.or_unknown(annotation)
        optional: dict[str, Any] = {}
        if flags["optional"]:
            # A list that is left out is an empty one; anything else is nothing.
            empty: tuple[()] | None = () if many and not flags["unknown"] else None
            annotation = annotation if empty == () else annotation | None
            optional = {"default": empty}
        words = {"help": self._text(rows, "help", path) or f"{title}."}
        marks = self._marks(rows, path, flags)
        typed_example = _example(annotation, example, many=many)
        return annotation, described(title, example=typed_example, **words, **optional, **marks)

    def _marks(
        self, rows: Mapping[str, object], path: KeyPath, flags: Mapping[str, bool]
    ) -> dict[str, Any]:
        facet = self._text(rows, "facet", path)
        if facet in _YES_OR_NO:
            facet = "Alles met ‘{}’." if _YES_OR_NO[facet] else ""
        elif facet and "{}" not in facet:
            hint = "Zet {} waar de keuze komt: Alles uit de sector ‘{}’."
            self._say((*path, "facet"), "in deze zin ontbreekt de plaats van de keuze.", hint)
        kept = ("cited", "obstacle", "ranks", "explains")
        return {
            **{key: flags[key] for key in kept},
            "ordered": flags["ordered"] or rows.get("is") == "steps",
            "caveat": self._flag(rows, "caveat", path),
            "opens": self._flag(rows, "opens", path),
            "under": self._text(rows, "under", path),
            "facet": facet,
            "reverse": self._text(rows, "reverse", path),
            "shows": self._word(rows, "shows", path, self.kind_names),
            "schema_org": self._word(rows, "schema_org", path, PROPERTIES),
        }


def _group_class(fields: Mapping[str, tuple[Any, Any]]) -> type[FieldGroup]:
    return create_model("Group", __base__=FieldGroup, **fields)  # type: ignore[call-overload, no-any-return]


def _example(annotation: Any, example: object, *, many: bool) -> object:  # noqa: ANN401 - a form of a type
    typed = example_as_typed(field_type_of(annotation), example)
    return [typed] if many and not isinstance(typed, list) and typed != UNKNOWN else typed


_OF_ENTRIES = frozenset(spec.name for spec in field_specs(Entry))
_IN_GROUPS = frozenset(name for name in dir(FieldGroup) if not name.startswith("_"))
_IN_ENTRIES = frozenset(name for name in dir(Entry) if not name.startswith("_")) | {
    *_OF_ENTRIES,
    *Entry.__annotations__,
    NUMBER,
}
_NUMBER = (
    Place,
    described("Nummer", help="De plaats op de kaart van de bibliotheek, vanaf 1.", example=2),
)
