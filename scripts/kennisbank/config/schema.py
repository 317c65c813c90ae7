"""Writes the JSON Schema of kennisbank.yml, with which editors check and complete it."""

from __future__ import annotations

import json

from kennisbank.config.field_kinds import NAMES
from kennisbank.config.field_reader import FIELD_KEYS, FLAGS, PROPERTIES
from kennisbank.config.kind_reader import KIND_KEYS, ROWS, TYPES
from kennisbank.fields.schema import DIALECT, FOLDER
from kennisbank.fields.types import Schema
from kennisbank.messages import LANGUAGES

PATH = f"{FOLDER}/kennisbank.json"
_TEXT: Schema = {"type": ["string", "number", "boolean"]}
_FLAG: Schema = {"type": "boolean"}
# Of the keys of a kind or field, those that are no plain text.
_OF_KINDS: dict[str, Schema] = {
    "label": {"type": "array", "items": {"type": "string"}, "minItems": 3, "maxItems": 3},
    "in_text": {"type": "array", "items": {"type": "string"}, "minItems": 2, "maxItems": 2},
    "summary_words": {"type": "integer", "minimum": 1, "maximum": 500},
    "numbered": _FLAG,
    "audience": _FLAG,
    "schema_org": {"enum": [*TYPES]},
    "compared": {"type": "array", "items": {"anyOf": [{"enum": [*ROWS]}, {"type": "string"}]}},
    "routes": {"type": "array", "items": {"type": "string"}},
    "fields": {"$ref": "#/$defs/fields"},
}
_OF_FIELDS: dict[str, Schema] = {
    "is": {"anyOf": [{"enum": [*NAMES]}, {"type": "string"}]},
    "example": True,  # type: ignore[dict-item]  # a schema that takes anything
    "schema_org": {"enum": [*PROPERTIES]},
    "facet": {"type": ["boolean", "string"]},
    "with": {"$ref": "#/$defs/fields"},
    "fields": {"$ref": "#/$defs/fields"},
    # A group may hold its fields, or the word `fields` with those.
    "group": {"type": "object"},
    **dict.fromkeys(FLAGS, _FLAG),
}


def _named(value: Schema) -> Schema:
    return {"type": "object", "additionalProperties": value}


def _only(keys: tuple[str, ...], known: dict[str, Schema], required: Schema) -> Schema:
    return {
        "type": "object",
        "additionalProperties": False,
        **required,
        "properties": {key: known.get(key, _TEXT) for key in keys},
    }


def configuration_schema() -> str:
    """Return the text of the schema."""
    severity: Schema = {"enum": ["error", "warning", "advice", "off", False]}
    is_or_group = {"anyOf": [{"required": ["is"]}, {"required": ["group"]}]}
    schema = {
        "$schema": DIALECT,
        "title": "kennisbank.yml",
        "type": "object",
        "additionalProperties": False,
        "required": ["kinds"],
        "properties": {
            "language": {"enum": list(LANGUAGES)},
            "country": {"type": ["string", "array"], "items": {"type": "string"}},
            "currency": {"type": "string", "pattern": "^[A-Z]{3}$"},
            "severity": _named(severity),
            "choices": _named(_named(_TEXT)),
            "routes": _named({"type": "string"}),
            "kinds": _named(_only(KIND_KEYS, _OF_KINDS, {"required": ["folder", "label"]})),
        },
        "$defs": {
            "fields": {
                **_named(_only(FIELD_KEYS, _OF_FIELDS, is_or_group)),
                "properties": {"reviewed": {"const": {"optional": True}}},
            }
        },
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
