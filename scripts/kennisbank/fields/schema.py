"""Writes the JSON Schema of a kind, with which editors check and complete files.

An editor sees YAML's own types where our reader sees text, so an unquoted 2019 is a line, too. It
is made from the specs of fields and not by pydantic, whose schemas speak of classes, docstrings
and null.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from itertools import count

from kennisbank.fields.base import Entry
from kennisbank.fields.specs import FieldSpec, field_specs
from kennisbank.fields.text_rules import unknown_word
from kennisbank.fields.types import FieldGroup, GroupType, Schema, SourceType
from kennisbank.messages import _

SchemaOf = Callable[["FieldSpec"], Schema]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FOLDER = "docs/schemas"
# Beside the schemas: which entries and sources there are, for an editor to propose.
NAMES = "names.json"
SOURCE = "source"


def _by_type(spec: FieldSpec) -> Schema:
    return spec.field_type.schema()


def _with_names(spec: FieldSpec) -> Schema:
    """An editor proposes what is there; a name that came since is right as well."""
    name = SOURCE if isinstance(spec.field_type, SourceType) else spec.refers_to
    known = [{"$ref": f"{NAMES}#/$defs/{name}"}] if name else []
    return {"anyOf": [*known, _by_type(spec)]} if known else _by_type(spec)


def _or_instead(spec: FieldSpec, value: Schema) -> Schema:
    """A field in which one text may stand for a source takes that text, too."""
    return {"anyOf": [{"const": spec.instead}, value]} if spec.instead else value


def schema_files(kinds: Sequence[type[Entry]]) -> dict[str, str]:
    """Return the text of each kind's schema by its path in the library."""
    return {f"{FOLDER}/{kind.kind}.json": schema_text(kind) for kind in kinds}


def schema_text(kind: type[Entry]) -> str:
    """Return the schema as it stands in its file: with the names that an editor proposes.

    What a type asks is written once, and referred to by each field of that type.
    """
    types: dict[str, Schema] = {}

    def shared(spec: FieldSpec) -> Schema:
        value = _with_names(spec)
        numbers = (f"-{number}" if number > 1 else "" for number in count(1))
        # Two fields may have a type of one name and ask other things of it, such as a length.
        names = (f"{spec.field_type.name}{number}" for number in numbers)
        name = next(one for one in names if types.setdefault(one, value) == value)
        return {"$ref": f"#/$defs/{name}"}

    schema = {"$schema": DIALECT, **schema_of(kind, shared), "$defs": types}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def schema_of(kind: type[Entry], simple: SchemaOf = _by_type) -> Schema:
    """Return the schema of a kind's fields, without the line that names its dialect.

    `simple` gives the schema of a field that is no group and no closed list.
    """
    return {"title": kind.label.one, "description": kind.label.about, **_group(kind, simple)}


def _group(part: type[FieldGroup], simple: SchemaOf) -> Schema:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [spec.name for spec in field_specs(part) if spec.required],
        "properties": {spec.name: _property(spec, simple) for spec in field_specs(part)},
    }


def _property(spec: FieldSpec, simple: SchemaOf) -> Schema:
    about = spec.help
    if spec.advice:
        about = " ".join((about, _("Advice of the editors where no source stands with it.")))
    words = {"title": spec.title, "description": about, "examples": [spec.example]}
    value = _one(spec, simple)
    if spec.many:
        value = {"type": "array", "minItems": 1, "items": value}
    if spec.unknown:
        unknown = {"const": unknown_word(), "title": _("Unknown: no source tells it")}
        value = {"anyOf": [value, unknown]}
    return words | value


def _one(spec: FieldSpec, simple: SchemaOf) -> Schema:
    if isinstance(spec.field_type, GroupType):
        return _group(spec.field_type.group, simple) | spec.field_type.group_schema()
    if spec.choices:
        return spec.field_type.schema()
    return _or_instead(spec, simple(spec))
