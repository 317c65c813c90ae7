"""Makes the class of a kind of entries from a description, and finds kinds by what they can do.

What a page, file or command does with a kind follows from the types of its fields and its marks.
Nothing in the package knows a kind, a field or a choice of a library by name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, cast

from pydantic import create_model

from kennisbank.fields.base import Entry, KindMarks, Label
from kennisbank.fields.compounds import Figure, Finding, Investment, Task
from kennisbank.fields.specs import FieldSpec, field_specs
from kennisbank.fields.text_rules import SUMMARY_WORDS, UNKNOWN
from kennisbank.fields.tools import Tool
from kennisbank.fields.types import (
    Choice,
    DefinitionType,
    FieldType,
    FiguresType,
    FindingsType,
    InvestmentType,
    StepsType,
    TasksType,
    ToolType,
    field,
    summary_type,
)

Kind = type[Entry]
Kinds = Sequence[Kind]

NUMBER = "number"


@dataclass(frozen=True, slots=True)
class KindDescription:
    """What a library says of one kind; `fields` has for each name an annotation and its field."""

    id: str
    folder: str
    address: str
    label: Label
    marks: KindMarks
    fields: Mapping[str, tuple[Any, Any]]
    summary_words: int = SUMMARY_WORDS


def kind_class(description: KindDescription) -> Kind:
    """Return the class whose instances are the entries of a kind."""
    fields = dict(description.fields)
    if description.summary_words != SUMMARY_WORDS:
        fields = {"summary": _summary(description.summary_words), **fields}
    name = "".join(part.capitalize() for part in description.id.split("-"))
    made = create_model(name, __base__=Entry, **cast("Any", fields))
    made.kind = description.id
    made.folder = description.folder
    made.address = description.address
    made.label = description.label
    made.marks = description.marks
    return made


def _summary(words: int) -> tuple[Any, Any]:
    spec = next(one for one in field_specs(Entry) if one.name == "summary")
    about = spec.help.replace(str(SUMMARY_WORDS), str(words), 1)
    return Annotated[str, summary_type(words)], field(spec.title, help=about, example=spec.example)


def kind_with(kinds: Kinds, type_: type[FieldType]) -> Kind | None:
    """Return the first kind that has a field of a type."""
    return next((kind for kind in kinds if field_of(kind, type_)), None)


def field_of(kind: Kind, type_: type[FieldType]) -> FieldSpec | None:
    """Return the first field of a type, groups not looked into."""
    return next((one for one in field_specs(kind) if isinstance(one.field_type, type_)), None)


def rated_kind(kinds: Kinds) -> Kind | None:
    """Return the first kind whose research is rated: map, chooser and comparison go by that one."""
    return kind_with(kinds, FindingsType)


def is_rated(kind: Kind) -> bool:
    """Return whether the research on entries of a kind is rated."""
    return field_of(kind, FindingsType) is not None


def outcomes_of(kind: Kind) -> tuple[Choice, ...]:
    """Return what the findings of a kind can be about."""
    spec = field_of(kind, FindingsType)
    return (
        tuple(spec.field_type.outcomes)
        if spec and isinstance(spec.field_type, FindingsType)
        else ()
    )


def glossary_kind(kinds: Kinds) -> Kind | None:
    """Return the kind of the words that prose explains."""
    return kind_with(kinds, DefinitionType)


def numbered_kind(kinds: Kinds) -> Kind | None:
    """Return the kind with an order of its own: the subjects that the library is built around."""
    return next((kind for kind in kinds if kind.marks.numbered), None)


def audience_kind(kinds: Kinds) -> Kind | None:
    """Return the kind of those for whom it all is."""
    return next((kind for kind in kinds if kind.marks.audience), None)


def reported_kind(kinds: Kinds) -> Kind | None:
    """Return the kind of what readers report from practice."""
    return next((kind for kind in kinds if kind.marks.reported), None)


def is_a(kind: Kind | None, name: str) -> bool:
    """Return whether a kind, where there is such a kind, has a name."""
    return kind is not None and name == kind.kind


def marked(kind: Kind, mark: str) -> FieldSpec | None:
    """Return the first field that has a mark."""
    return next((one for one in field_specs(kind) if getattr(one.marks, mark)), None)


def advice_of(kinds: Kinds) -> tuple[FieldSpec, ...]:
    """Return the fields in which the editors advise."""
    return tuple(spec for kind in kinds for spec in field_specs(kind) if spec.advice)


def _held(entry: Entry, type_: type[FieldType]) -> tuple[Any, ...]:
    """Return all that an entry holds in its first field of a type; what is unknown is nothing."""
    spec = field_of(type(entry), type_)
    value = getattr(entry, spec.name) if spec else ()
    if value in (None, UNKNOWN):
        return ()
    return value if isinstance(value, tuple) else (value,)


def findings_of(entry: Entry) -> tuple[Finding, ...]:
    """Return what studies found on the subject of an entry."""
    return _held(entry, FindingsType)


def investment_of(entry: Entry) -> tuple[Investment, ...]:
    """Return the hours and the money that an entry asks."""
    return _held(entry, InvestmentType)


def figures_of(entry: Entry) -> tuple[Figure, ...]:
    """Return the values with their names that an entry gives."""
    return _held(entry, FiguresType)


def tasks_of(entry: Entry) -> tuple[Task, ...]:
    """Return who does what."""
    return _held(entry, TasksType)


def steps_of(entry: Entry) -> tuple[str, ...]:
    """Return what someone does, one thing after another."""
    return _held(entry, StepsType)


def tool_of(entry: Entry) -> Tool | None:
    """Return what people do together on the page of an entry, if anything."""
    held: tuple[Tool, ...] = _held(entry, ToolType)
    return held[0] if held else None


def named_of(entry: Entry, kind: Kind | None) -> tuple[str, ...]:
    """Return the ids of a kind that an entry names in its first field of links to that kind."""
    if kind is None:
        return ()
    spec = link_to(type(entry), kind)
    return spec.ids_in(getattr(entry, spec.name)) if spec else ()


def link_to(kind: Kind, other: Kind) -> FieldSpec | None:
    """Return the first field of a kind that names entries of another."""
    return next((one for one in field_specs(kind) if one.relates_to == other.kind), None)


def roles_in(kinds: Kinds) -> type[Choice] | None:
    """Return the list of roles that have tasks."""
    kind = kind_with(kinds, TasksType)
    spec = field_of(kind, TasksType) if kind else None
    return spec.field_type.roles if spec and isinstance(spec.field_type, TasksType) else None


def ranking(kind: Kind) -> tuple[FieldSpec, type[Choice]] | None:
    """Return the field that ranks entries that are equal otherwise, and its list."""
    spec = marked(kind, "ranks")
    return (spec, spec.choices) if spec and spec.choices else None
