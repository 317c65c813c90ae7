"""Reads the fields of a kind in kennisbank.yml: what each holds, its words and its marks.

One file: one class goes through a field, and knows the place of each value it tells of.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import copy
from dataclasses import dataclass, field
from importlib.metadata import EntryPoint
from typing import Any

from pydantic import create_model
from pydantic.fields import FieldInfo

from kennisbank.config import field_kinds
from kennisbank.config.extensions import ExtensionError, field_types, load
from kennisbank.config.field_kinds import (
    GROUP,
    LISTS,
    NAMES,
    PROSE,
    SIMPLE,
    WITH_LIST,
    Typed,
    example_as_typed,
)
from kennisbank.config.told import FIELD_NAME, NAME, Rows, Told, choose_from, is_switch, write_like
from kennisbank.config.words import FIELD_WORDS, INSTEAD, TYPE_WORDS
from kennisbank.fields.base import Entry
from kennisbank.fields.kinds import NUMBER
from kennisbank.fields.specs import TO, field_specs, field_type_of
from kennisbank.fields.text_rules import UNKNOWN
from kennisbank.fields.types import (
    Blocks,
    Choice,
    ChoiceType,
    Day,
    FieldGroup,
    FieldType,
    FindingsType,
    LinkType,
    ProseType,
    RelationType,
    ShortType,
    TagType,
    TasksType,
)
from kennisbank.fields.types import field as described
from kennisbank.messages import _
from kennisbank.reading.yaml_document import KeyPath

# An annotation, and what stands behind it in a class.
Made = tuple[Any, Any]

WITH = "with"
# Marks that are on or off.
FLAGS = (
    *("many", "optional", "unknown", "cited", "ordered", "images", "headings", "obstacle"),
    *("ranks", "explains", "caveat", "opens", "advice"),
)
FIELD_KEYS = (
    *("is", "title", "help", "example", *FLAGS, "facet", "reverse", "shows", "under"),
    *("schema_org", "outcomes", "roles", WITH, "fields", GROUP),
)
# Properties of schema.org that the pages know how to fill.
PROPERTIES = ("estimatedCost", "sameAs", "contentLocation")
_EXAMPLE = "goal: {is: prose, title: Goal}"
# Of a collection in which nobody writes it down.
_REVIEWED = "reviewed"
_NOT_REVIEWED = "reviewed: {optional: true}"
_IN_GROUPS = frozenset(name for name in dir(FieldGroup) if not name.startswith("_"))
_OF_ENTRIES = frozenset((*(spec.name for spec in field_specs(Entry)), NUMBER))
_IN_ENTRIES = frozenset(name for name in dir(Entry) if not name.startswith("_")) | {
    *_OF_ENTRIES,
    *Entry.__annotations__,
}
_PROSE = (ProseType,)
_TEXTS = (ProseType, ShortType)
_LINKS = (LinkType, RelationType)
# Where a mark has a meaning; elsewhere it would be silently nothing.
_ONLY_ON: Mapping[str, tuple[tuple[type[FieldType], ...], str]] = {
    "images": (_PROSE, "prose, definition, steps"),
    "headings": (_PROSE, "prose, definition, steps"),
    "cited": (_TEXTS, "prose, definition, steps, short"),
    "advice": ((*_TEXTS, TasksType), "prose, definition, steps, short, tasks"),
    "explains": (_TEXTS, "prose, definition, steps, short"),
    "obstacle": (_TEXTS, "prose, short"),
    "ranks": ((ChoiceType,), "choices"),
}


@dataclass
class FieldReader:
    """Makes fields out of rows; `kinds` gives the id of a kind by each word people use for it."""

    told: Told
    choices: Mapping[str, type[Choice]] = field(default_factory=dict)
    kinds: Mapping[str, str] = field(default_factory=dict)
    # Lists of choices with a mistake in them, which is told there.
    faulty: frozenset[str] = frozenset()

    @property
    def _ids(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.kinds.values()))

    def fields(
        self, rows: Rows, path: KeyPath, key: str = "fields", *, inside: bool = False
    ) -> Iterator[tuple[str, Made]]:
        """Yield each field that is right, by its name."""
        for name, inner in self.told.rows(rows, key, path, _EXAMPLE, _as_field):
            here = (*path, key, name)
            if not inside and name == _REVIEWED and inner == {"optional": "true"}:
                yield name, (Day | None, _without_need(_REVIEWED))
                continue
            if not inside and name in _OF_ENTRIES:
                message = _("every entry has the field '{name}' already.", name=name)
                hint = _("Leave it out here.")
                if name == _REVIEWED:
                    hint = _("Only this can be said of it: {example}", example=_NOT_REVIEWED)
                self.told.say(here, message, hint, of_key=True)
                continue
            taken = _IN_GROUPS if inside else _IN_ENTRIES
            if not self.told.is_free(name, FIELD_NAME, here, taken):
                continue
            self.told.known(inner, FIELD_KEYS, here, FIELD_WORDS)
            if typed := self._typed(inner, here):
                yield name, self._field(inner, here, typed)

    def _typed(self, rows: Rows, path: KeyPath) -> Typed | None:
        """Return what a field holds; nothing where that is told, here or at its list."""
        name = rows.get("is", GROUP if GROUP in rows else None)
        match name:
            case None:
                self._say_missing(rows, path)
                return None
            case "group":
                return self._group(rows, path, GROUP if GROUP in rows else "fields")
            case str() if name in WITH_LIST:
                return self._with_list(name, rows, path)
            case str() if name in SIMPLE or name in self.choices:
                return self._simple(name, rows)
            case str() if name in self.faulty:
                return None
            case _:
                return self._other(name, rows, path)

    def _other(self, name: object, rows: Rows, path: KeyPath) -> Typed | None:
        """Return a link to a kind, or what another package brings."""
        if isinstance(name, str) and name not in self._ids:
            # To look for what other packages bring takes a while: only what is nowhere else.
            point = field_types().get(name)
            if point:
                return self._extension(point, path)
        known = (*NAMES, *self.choices, *self._ids)
        is_known = self.told.one_of(name, known, (*path, "is"), self._meant(name))
        return self._link(str(name), rows, path) if is_known else None

    def _extension(self, point: EntryPoint, path: KeyPath) -> Typed | None:
        """Return the type that another package brings."""
        try:
            made = load(point)
        except ExtensionError as error:
            self.told.say((*path, "is"), str(error), _("Update that package, or uninstall it."))
            return None
        if isinstance(made, Typed):
            return made
        message = _("'{name}' of the package is no type of fields.", name=point.name)
        self.told.say((*path, "is"), message, _("Update that package, or uninstall it."))
        return None

    def _simple(self, name: str, rows: Rows) -> Typed:
        if name in self.choices:
            return field_kinds.choice(self.choices[name])
        if name in PROSE:
            blocks = Blocks(*(rows.get(key) == "true" for key in Blocks._fields))
            return field_kinds.prose(name, blocks)
        return field_kinds.simple(name)

    def _say_missing(self, rows: Rows, path: KeyPath) -> None:
        """Tell that nothing says what a field is, unless another key was meant to."""
        if not any(FIELD_WORDS.get(key.casefold()) == "is" for key in rows):
            hint = write_like("{is: prose}")
            self.told.say(path, _("'is' is missing: what sort of field it is."), hint, of_key=True)

    def _meant(self, name: object) -> str:
        """Return what to write instead of a word that is no type, list or kind here."""
        word = str(name).casefold() if isinstance(name, str) else ""
        if found := self.kinds.get(word, TYPE_WORDS.get(word, "")):
            return _("Here that is called '{name}'.", name=found)
        # Whoever writes the choices themselves here means a list of them.
        instead = INSTEAD.get("choice" if isinstance(name, tuple | dict) else word)
        return _(instead[0], example=instead[1]) if instead else ""

    def _with_list(self, name: str, rows: Rows, path: KeyPath) -> Typed | None:
        key = WITH_LIST[name]
        value = rows.get(key)
        if isinstance(value, str) and value in self.choices:
            return field_kinds.with_list(name, self.choices[value])
        if isinstance(value, str) and value in self.faulty:
            return None
        if not self.choices or not isinstance(value, str):
            message = _("'{key}' must name a list under 'choices'.", key=key)
            hint = choose_from(self.choices) or _("Write that list first.")
            self.told.say((*path, key if key in rows else "is"), message, hint)
        else:
            self.told.one_of(value, self.choices, (*path, key))
        return None

    def _group(self, rows: Rows, path: KeyPath, key: str) -> Typed | None:
        inner = rows.get(key)
        if key == GROUP and isinstance(inner, dict) and [*inner] == ["fields"]:
            rows, path, key = inner, (*path, GROUP), "fields"
        before = len(self.told.problems)
        fields = dict(self.fields(rows, path, key, inside=True))
        if fields:
            return field_kinds.group(_group_class(fields))
        if len(self.told.problems) == before:
            hint = write_like("{group: {who: {is: line}}}")
            self.told.say(path, _("a group needs fields inside."), hint, of_key=True)
        return None

    def _link(self, kind: str, rows: Rows, path: KeyPath) -> Typed:
        if WITH not in rows:
            return field_kinds.link(kind)
        fields = dict(self.fields(rows, path, WITH, inside=True))
        if TO in fields:
            message = _("'{name}' is already something else.", name=TO)
            self.told.say((*path, WITH, TO), message, _("Choose another name."), of_key=True)
            del fields[TO]
        words = {"title": self.told.text(rows, "title", path) or _title(path)}
        words |= {"reverse": self.told.text(rows, "reverse", path)}
        return field_kinds.relation(kind, fields, **words)

    def _field(self, rows: Rows, path: KeyPath, typed: Typed) -> Made:
        flags = {key: self.told.flag(rows, key, path) for key in FLAGS}
        many = flags["many"] or rows.get("is") in LISTS
        type_ = field_type_of(typed.annotation)
        self._look_at_marks(rows, path, type_, many=many)
        title = self.told.text(rows, "title", path) or _title(path)
        annotation = field_kinds.listed(typed) if many else typed.annotation
        if flags["unknown"]:
            annotation = field_kinds.or_unknown(annotation)
        optional: dict[str, Any] = {}
        if flags["optional"]:
            # A list that is left out is an empty one; anything else is nothing.
            empty: tuple[()] | None = () if many and not flags["unknown"] else None
            annotation = annotation if empty == () else annotation | None
            optional = {"default": empty}
        words = {"help": self.told.text(rows, "help", path) or f"{title}."}
        marks = self._marks(rows, path, flags)
        example = _example(annotation, rows.get("example", typed.example), many=many)
        return annotation, described(title, example=example, **words, **optional, **marks)

    def _look_at_marks(self, rows: Rows, path: KeyPath, type_: FieldType, *, many: bool) -> None:
        """Tell each mark that would do nothing on a field of this type."""
        written = rows.get("is", GROUP)
        lists = {used: name for name, used in WITH_LIST.items()}
        idle = {
            mark: names for mark, (types, names) in _ONLY_ON.items() if not isinstance(type_, types)
        }
        idle |= {key: name for key, name in lists.items() if written != name}
        if written != GROUP:
            idle |= {"fields": GROUP, GROUP: GROUP}
        if not isinstance(type_, _LINKS):
            idle |= dict.fromkeys((WITH, "reverse"), ", ".join(self._ids))
        for key, names in idle.items():
            if key in rows:
                message = _("'{key}' does nothing here.", key=key)
                hint = _("It belongs to a field that is: {names}.", names=names)
                self.told.say((*path, key), message, hint, of_key=True)
        if "ordered" in rows and not many:
            hint = _("Add 'many: true', or leave '{key}' out.", key="ordered")
            self.told.say((*path, "ordered"), _("only a list has an order."), hint)
        if self._is_no_facet(rows, type_):
            hint = _("Give the field a list of choices, a kind or tags, or leave 'facet' out.")
            message = _("readers cannot narrow by what is written here freely.")
            self.told.say((*path, "facet"), message, hint)

    def _is_no_facet(self, rows: Rows, type_: FieldType) -> bool:
        by = (*_LINKS, ChoiceType, TagType, FindingsType, TasksType)
        return rows.get("facet", "false") != "false" and not isinstance(type_, by)

    def _marks(self, rows: Rows, path: KeyPath, flags: Mapping[str, bool]) -> dict[str, Any]:
        kept = ("cited", "advice", "obstacle", "ranks", "explains", "caveat", "opens")
        return {
            **{key: flags[key] for key in kept},
            "ordered": flags["ordered"] or rows.get("is") == "steps",
            "facet": self._facet(rows, path),
            "under": self.told.text(rows, "under", path),
            "reverse": self.told.text(rows, "reverse", path),
            "shows": self.told.word(rows, "shows", path, self._ids),
            "schema_org": self.told.word(rows, "schema_org", path, PROPERTIES),
        }

    def _facet(self, rows: Rows, path: KeyPath) -> str:
        """Return the sentence above a list of one value."""
        facet = self.told.text(rows, "facet", path)
        if is_switch(facet):
            return _("Everything with ‘{value}’.", value="{}") if facet == "true" else ""
        if facet and (facet.count("{}") != 1 or {"{", "}"} & set(facet.replace("{}", ""))):
            message = _("in this sentence the place of the choice is missing.")
            example = _("Everything in the sector ‘{value}’.", value="{}")
            hint = _("Write true, or put {mark} in it: {example}", mark="{}", example=example)
            self.told.say((*path, "facet"), message, hint)
        return facet


def _without_need(name: str) -> FieldInfo:
    """Return a field that every entry has as one that may be left out."""
    info = copy(Entry.model_fields[name])
    info.default = None
    return info


def _as_field(name: str, inner: object) -> str:
    """Return how to write a field of which only the type is given."""
    is_word = isinstance(inner, str) and NAME.fullmatch(inner)
    return f"{name}: {{is: {TYPE_WORDS.get(str(inner), inner)}}}" if is_word else ""


def _title(path: KeyPath) -> str:
    return str(path[-1]).replace("_", " ").capitalize()


def _group_class(fields: Mapping[str, Made]) -> type[FieldGroup]:
    return create_model("Group", __base__=FieldGroup, **fields)  # type: ignore[call-overload, no-any-return]


def _example(annotation: Any, example: object, *, many: bool) -> object:  # noqa: ANN401 - a form of a type
    typed = example_as_typed(field_type_of(annotation), example)
    return [typed] if many and not isinstance(typed, list) and typed != UNKNOWN else typed
