"""The names of the types of fields in kennisbank.yml, and the marks that a field can have there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import create_model

from kennisbank.fields.compounds import figures, findings, investment, tasks
from kennisbank.fields.specs import TO, field_specs, said
from kennisbank.fields.tools import EXAMPLE, tool
from kennisbank.fields.types import (
    Blocks,
    Choice,
    Count,
    CountType,
    Day,
    Definition,
    DefinitionType,
    FieldGroup,
    FieldType,
    GroupType,
    Line,
    LinkType,
    Number,
    NumberType,
    OrUnknown,
    Prose,
    ProseType,
    RelationType,
    Share,
    Short,
    SourceKey,
    Step,
    StepsType,
    Tag,
    Unit,
    Url,
    Year,
    YearType,
    prose_with,
)
from kennisbank.fields.types import field as described
from kennisbank.messages import N_, _

# What `is` may name beside a list of choices and a kind, with what stands there in a new file.
SIMPLE: Mapping[str, tuple[Any, object]] = {
    "line": (Line, N_("A few words")),
    "unit": (Unit, "%"),
    "short": (Short, N_("One or two sentences.")),
    "prose": (Prose, N_("A few sentences.")),
    "definition": (Definition, N_("What the word means.")),
    "number": (Number, 2.5),
    "count": (Count, 1),
    "year": (Year, 2026),
    "day": (Day, "2026-11-24"),
    "url": (Url, N_("https://www.example.org")),
    "share": (Share, N_("39 of 55")),
    "source": (SourceKey, N_("name2026title")),
    "tags": (Tag, N_("keyword")),
    "steps": (Step, N_("A step.")),
    "investment": (investment(), {}),
    "figures": (figures(), {}),
    "tool": (tool(), EXAMPLE),
}
# These say which list of choices they use, under this key.
WITH_LIST = {"findings": "outcomes", "tasks": "roles"}
GROUP = "group"
# Always more than one, so that `many` says nothing.
LISTS = frozenset({"steps", "tags", "investment", "figures", *WITH_LIST})
# Of these, prose may hold pictures and headings.
PROSE: Mapping[str, type[ProseType]] = {
    "prose": ProseType,
    "definition": DefinitionType,
    "steps": StepsType,
}
NAMES = (*SIMPLE, *WITH_LIST, GROUP)


@dataclass(frozen=True, slots=True)
class Typed:
    """The annotation of one value of a field, and an example for where the library gives none."""

    annotation: Any
    example: object


def simple(name: str) -> Typed:
    """Return a type by its name."""
    annotation, example = SIMPLE[name]
    return Typed(annotation, said(example))


def with_list(name: str, choices: type[Choice]) -> Typed:
    """Return a type that has a list of choices inside."""
    return Typed((findings if name == "findings" else tasks)(choices), {})


def prose(name: str, blocks: Blocks) -> Typed:
    """Return a type of prose by its name, that may hold more than plain prose."""
    return Typed(prose_with(blocks, PROSE[name]), SIMPLE[name][1])


def relation(kind: str, fields: Mapping[str, Any], *, title: str, reverse: str) -> Typed:
    """Return the type of a link with fields of its own; the words are those of the link."""
    target = link(kind)
    named = described(title, help=f"{title}.", example=target.example, reverse=reverse)
    group = create_model(
        "Relation", __base__=FieldGroup, **{TO: (target.annotation, named), **fields}
    )
    example = {spec.name: spec.example for spec in field_specs(group)}
    return Typed(Annotated[group, RelationType(group, kind)], example)


def link(kind: str) -> Typed:
    """Return the type of the id of an entry."""
    return Typed(Annotated[str, LinkType(kind)], _("name-of-the-file"))


def choice(choices: type[Choice]) -> Typed:
    """Return the type of one out of a list."""
    return Typed(choices, next(iter(choices)).value)


def listed(one: Typed) -> Any:  # noqa: ANN401 - a form of a type
    """Return the annotation of a list of values."""
    return tuple.__class_getitem__((one.annotation, ...))


def or_unknown(annotation: Any) -> Any:  # noqa: ANN401 - as above
    """Return the annotation of a value that may also be unknown."""
    form: Any = OrUnknown
    return form[annotation]


def group(made: type[FieldGroup]) -> Typed:
    """Return the type of fields that belong together."""
    return Typed(made, {spec.name: spec.example for spec in field_specs(made)})


def example_as_typed(type_: FieldType, value: object) -> object:
    """Return an example with numbers where its field has them: YAML is read as text."""
    if isinstance(value, tuple):
        return [example_as_typed(type_, one) for one in value]
    if isinstance(value, dict) and isinstance(type_, GroupType):
        inner = {one.name: one.field_type for one in field_specs(type_.group)}
        return {
            name: example_as_typed(inner[name], one) if name in inner else one
            for name, one in value.items()
        }
    return _number(value) if isinstance(type_, NumberType | CountType | YearType) else value


def _number(value: object) -> object:
    try:
        return float(str(value)) if "." in str(value) else int(str(value))
    except ValueError:
        return value
