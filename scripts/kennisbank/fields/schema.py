"""Writes the JSON Schema of a kind, with which editors check and complete files.

An editor sees YAML's own types where our reader sees text, so an unquoted 2019 is a line, too. It
is made from the shapes and not by pydantic, whose schemas speak of classes, docstrings and null.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from kennisbank.fields.specs import shapes
from kennisbank.fields.types import (
    ID_LENGTHS,
    ID_PATTERN,
    LINE_LIMIT,
    PROSE_LIMIT,
    SHORT_LIMIT,
    UNKNOWN,
    Form,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kennisbank.fields.base import Entry, Part
    from kennisbank.fields.specs import Shape


Schema = dict[str, Any]
SchemaOf = Callable[["Shape"], Schema]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FOLDER = "docs/schemas"
# Beside the schemas: which entries and sources there are, for an editor to propose.
NAMES = "names.json"
SOURCE = "source"
SOURCE_PATTERN = "^[a-z0-9][a-z0-9_-]{0,63}$"
# A trailing line end is no second line: our reader drops it.
_ONE_LINE = r"^.*\S\s*$"
_UNKNOWN: Schema = {"const": UNKNOWN, "title": "Onbekend: geen bron vertelt het"}
ID: Schema = {
    "type": "string",
    "pattern": ID_PATTERN,
    "minLength": ID_LENGTHS.start,
    "maxLength": ID_LENGTHS.stop - 1,
}


def _text(limit: int, pattern: str) -> Schema:
    return {
        "type": ["string", "number"],
        "maxLength": limit,
        "pattern": pattern,
        "not": {"const": UNKNOWN},
    }


_FORMS: dict[Form, Schema] = {
    Form.LINE: _text(LINE_LIMIT, _ONE_LINE),
    Form.SHORT: _text(SHORT_LIMIT, _ONE_LINE),
    Form.PROSE: _text(PROSE_LIMIT, r"\S"),
    Form.NUMBER: {"type": "number"},
    Form.COUNT: {"type": "integer", "minimum": 1, "maximum": 999_999},
    Form.DAY: {"type": "string", "format": "date", "pattern": r"^\d{4}-\d\d-\d\d$"},
    Form.YEAR: {"type": "integer", "minimum": 1800, "maximum": 2099},
    Form.URL: {"type": "string", "format": "uri", "pattern": r"^https?://\S{3,500}$"},
    Form.LINK: ID,
    Form.SOURCE: {"type": "string", "pattern": SOURCE_PATTERN},
    Form.OLD_ID: ID,
}


def _by_form(shape: Shape) -> Schema:
    patterns = [{"pattern": f"^(?:{one.pattern})$"} for one in shape.demands if one.in_schema]
    return _FORMS[shape.form] | ({"allOf": patterns} if patterns else {})


def _with_names(shape: Shape) -> Schema:
    """An editor proposes what is there; a name that came since is right as well."""
    name = SOURCE if shape.form is Form.SOURCE else shape.refers_to
    known = [{"$ref": f"{NAMES}#/$defs/{name}"}] if name else []
    return {"anyOf": [*known, _by_form(shape)]} if known else _by_form(shape)


def _or_instead(shape: Shape, value: Schema) -> Schema:
    """A field in which one text may stand for a source takes that text, too."""
    return {"anyOf": [{"const": shape.instead}, value]} if shape.instead else value


def schema_files(kinds: Sequence[type[Entry]]) -> dict[str, str]:
    """Return the text of each kind's schema by its path in the library."""
    return {f"{FOLDER}/{kind.kind}.json": schema_text(kind) for kind in kinds}


def schema_text(kind: type[Entry]) -> str:
    """Return the schema as it stands in its file: with the names that an editor proposes."""
    schema = {"$schema": DIALECT, **schema_of(kind, _with_names)}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def schema_of(kind: type[Entry], simple: SchemaOf = _by_form) -> Schema:
    """Return the schema of a kind's fields, without the line that names its dialect.

    `simple` gives the schema of a field that is no group and no closed list.
    """
    return {"title": kind.label.one, "description": kind.label.about, **_group(kind, simple)}


def _group(part: type[Part], simple: SchemaOf) -> Schema:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [shape.name for shape in shapes(part) if shape.required],
        "properties": {shape.name: _property(shape, simple) for shape in shapes(part)},
    }


def _property(shape: Shape, simple: SchemaOf) -> Schema:
    words = {"title": shape.title, "description": shape.help, "examples": [shape.example]}
    value = _one(shape, simple)
    if shape.many:
        value = {"type": "array", "minItems": 1, "items": value}
    if shape.unknown:
        value = {"anyOf": [value, _UNKNOWN]}
    return words | value


def _one(shape: Shape, simple: SchemaOf) -> Schema:
    if shape.part:
        return _group(shape.part, simple)
    if shape.choices:
        return {"oneOf": [{"const": one.value, "title": one.label} for one in shape.choices]}
    return _or_instead(shape, simple(shape))
