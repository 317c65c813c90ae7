"""What our CSL-JSON items hold becomes JSON Schema: narrower than CSL's own, never wider."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.citations.item import ROLES

if TYPE_CHECKING:
    from kennisbank.entries.schema import Schema

_TEXT: Schema = {"type": "string", "minLength": 1}
_NAME_PARTS = ("family", "given", "non-dropping-particle", "suffix", "literal")
_DAY: Schema = {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": "integer"}}


def _only(properties: Schema, required: tuple[str, ...] = ()) -> Schema:
    found: Schema = {"type": "object", "additionalProperties": False, "properties": properties}
    return found | ({"required": [*required]} if required else {"minProperties": 1})


_NAMES: Schema = {"type": "array", "items": _only(dict.fromkeys(_NAME_PARTS, _TEXT))}
_DATE = _only(
    {
        "date-parts": {"type": "array", "minItems": 1, "maxItems": 2, "items": _DAY},
        "circa": {"type": "boolean"},
        "season": {"type": "integer", "minimum": 1, "maximum": 4},
        "literal": _TEXT,
    }
)
_TEXTS = (
    *("id", "type", "title", "title-short", "status", "language", "genre", "container-title"),
    *("collection-title", "collection-number", "volume", "issue", "page", "number", "edition"),
    *("version", "publisher", "publisher-place", "archive", "event-title", "event-place"),
    *("ISBN", "ISSN", "DOI", "URL"),
)
ITEM: Schema = _only(
    dict.fromkeys(_TEXTS, _TEXT)
    | dict.fromkeys(ROLES, _NAMES)
    | dict.fromkeys(("issued", "original-date", "accessed"), _DATE),
    required=("id", "type"),
)
