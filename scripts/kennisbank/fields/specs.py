"""Describes the fields of a kind as plain data; everything derived starts here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from kennisbank.fields.text_rules import UNKNOWN
from kennisbank.fields.types import (
    PLAIN,
    Blocks,
    Choice,
    ChoiceType,
    FieldGroup,
    FieldType,
    GroupType,
    LinkType,
    Marks,
    ProseType,
    RelationType,
    SourceType,
    UnknownAllowed,
)
from kennisbank.locales import currency, currency_name
from kennisbank.messages import _, language
from kennisbank.reading.yaml_document import KeyPath

_NO_MARKS = Marks()
# The entry that a relation leads to, among its fields.
TO = "to"


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field as data: its words for people and the type of its value."""

    name: str
    title: str
    help: str
    example: object
    required: bool
    field_type: FieldType
    many: bool = False
    unknown: bool = False
    marks: Marks = _NO_MARKS

    @property
    def reverse(self) -> str:
        """Why the entry that is named shows the one that names it."""
        return self.marks.reverse

    @property
    def shows(self) -> str:
        """The kind whose related entries stand in the section of the field."""
        return self.marks.shows

    @property
    def ordered(self) -> bool:
        """Whether a list has numbers."""
        return self.marks.ordered

    @property
    def cited(self) -> bool:
        """Whether each text of the field needs a source."""
        return self.marks.cited

    @property
    def advice(self) -> bool:
        """Whether the editors advise here: what has no source is no result of research."""
        return self.marks.advice

    @property
    def refers_to(self) -> str:
        """The kind of entry that a link names; empty for other types."""
        return self.field_type.kind if isinstance(self.field_type, LinkType) else ""

    @property
    def relates_to(self) -> str:
        """The kind of entry that a link or a relation names; empty for other types."""
        type_ = self.field_type
        return type_.kind if isinstance(type_, LinkType | RelationType) else ""

    def ids_in(self, value: object) -> tuple[str, ...]:
        """Return the entries that a value of this field names, where it is a link or relation."""
        values = value if isinstance(value, tuple) else (value,)
        if isinstance(self.field_type, RelationType):
            return tuple(getattr(one, TO) for one in values if isinstance(one, FieldGroup))
        known = (one for one in values if one is not None and not (self.unknown and one == UNKNOWN))
        return tuple(str(one) for one in known) if self.refers_to else ()

    @property
    def blocks(self) -> Blocks:
        """What prose in this field may hold beside plain prose."""
        return self.field_type.blocks if isinstance(self.field_type, ProseType) else PLAIN

    @property
    def choices(self) -> type[Choice] | None:
        """The closed list, of a field that has one."""
        return self.field_type.choices if isinstance(self.field_type, ChoiceType) else None

    @property
    def group(self) -> type[FieldGroup] | None:
        """The fields inside, of a field that is a group."""
        return self.field_type.group if isinstance(self.field_type, GroupType) else None

    @property
    def instead(self) -> str:
        """What may stand in the place of a source."""
        return self.field_type.instead if isinstance(self.field_type, SourceType) else ""


@dataclass(frozen=True, slots=True)
class Text:
    """One text inside an entry, with the field it belongs to and its place in the file."""

    key_path: KeyPath
    spec: FieldSpec
    text: str

    @property
    def source_key(self) -> str:
        """The key of a source that the whole text is; empty when it is something else."""
        type_ = self.spec.field_type
        is_key = isinstance(type_, SourceType) and not type_.is_instead(self.text)
        return self.text if is_key else ""


def field_specs(model: type[FieldGroup]) -> tuple[FieldSpec, ...]:
    """Return the fields of a kind or part, in the order in which they are written."""
    return _field_specs(model, language(), currency())


@cache
def _field_specs(model: type[FieldGroup], _language: str, _currency: str) -> tuple[FieldSpec, ...]:
    # Of fields of our own, the words are in that language and name that currency.
    return tuple(_spec(name, info) for name, info in model.model_fields.items())


def field_type_of(annotation: Any) -> FieldType:  # noqa: ANN401 - a form of a type
    """Return the type of the values that an annotation allows, inside lists and "or unknown"."""
    found: FieldType = _describe(annotation, [])["field_type"]
    return found


def texts(model: type[FieldGroup], value: object, path: KeyPath = ()) -> Iterator[Text]:
    """Yield every text of a value that has a known field, also where the rest is invalid."""
    if not isinstance(value, dict):
        return
    for spec in field_specs(model):
        found = value.get(spec.name)
        items = enumerate(found) if spec.many and isinstance(found, tuple) else [(None, found)]
        for index, item in items:
            here = (*path, spec.name) if index is None else (*path, spec.name, index)
            if isinstance(item, str):
                yield Text(here, spec, item)
            elif spec.group:
                yield from texts(spec.group, item, here)


def _spec(name: str, info: FieldInfo) -> FieldSpec:
    extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
    described = _describe(info.annotation, info.metadata)
    marks = found if isinstance(found := extra.get("marks"), Marks) else _NO_MARKS
    say = said if marks.own else _as_is
    return FieldSpec(
        name=name,
        title=say(info.title or name),
        help=say(info.description or ""),
        example=say(info.examples[0] if info.examples else None),
        required=info.is_required(),
        marks=marks,
        **described,
    )


def _as_is(words: Any) -> Any:  # noqa: ANN401 - an example is what YAML can hold
    return words


def said(words: Any) -> Any:  # noqa: ANN401 - as above
    """Return words of our own, or an example with such words, in the language of the moment."""
    if isinstance(words, list):
        return [said(one) for one in words]
    if isinstance(words, dict):
        return {key: said(value) for key, value in words.items()}
    if isinstance(words, Choice):
        return words.written
    return _(words).replace("{currency}", currency_name()) if isinstance(words, str) else words


def _describe(annotation: Any, marks: list[Any]) -> dict[str, Any]:  # noqa: ANN401 - type forms
    """Return the type of an annotation: what is inside tuples, "or unknown" and "or nothing"."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    unknown = any(isinstance(mark, UnknownAllowed) for mark in marks)
    if origin is Annotated:
        return _describe(arguments[0], list(arguments[1:]))
    if origin in {Union, UnionType}:
        real = next(one for one in arguments if one is not NoneType)
        return _describe(real, []) | ({"unknown": True} if unknown else {})
    if origin is tuple:
        return _describe(arguments[0], []) | {"many": True}
    if given := next((mark for mark in marks if isinstance(mark, FieldType)), None):
        return {"field_type": given}
    if issubclass(annotation, Choice):
        return {"field_type": ChoiceType(annotation)}
    return {"field_type": GroupType(annotation)}
