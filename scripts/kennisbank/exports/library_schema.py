"""The kinds become the JSON Schema of the library's data file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.entries.schema import DIALECT, ID, SOURCE_PATTERN, Schema, schema_of
from kennisbank.exports.csl_schema import ITEM

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kennisbank.entries.base import Entry

VERSION = "1"
# What we say of a work ourselves; the rest of it stands in its CSL-JSON item.
OUR_FIELDS = ("studydesign", "recordstate")
_TEXT: Schema = {"type": "string"}


def library_schema(kinds: Sequence[type[Entry]]) -> Schema:
    """Return the schema; an entry's fields are described as the author may write them."""
    parts = {
        "version": {"const": VERSION},
        "entries": {"title": "Pagina's", **_list_of({"oneOf": [_entry(kind) for kind in kinds]})},
        "links": {"title": "Verbanden tussen pagina's", **_list_of(_link(kinds))},
        "sources": {"title": "Bronnen uit references.bib", **_list_of(_source())},
    }
    return {"$schema": DIALECT, "title": "Kennisbibliotheek", **_object(parts)}


def _object(properties: Schema, optional: Iterable[str] = ()) -> Schema:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [name for name in properties if name not in set(optional)],
        "properties": properties,
    }


def _list_of(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _entry(kind: type[Entry]) -> Schema:
    address = {"type": "string", "pattern": f"^{kind.address}/[a-z0-9-]+/$"}
    shared = {"kind": {"const": kind.kind}, "id": ID, "address": address}
    return {"title": kind.label.one, **_object({**shared, "fields": schema_of(kind)})}


def _link(kinds: Sequence[type[Entry]]) -> Schema:
    end = _object({"kind": {"enum": [kind.kind for kind in kinds]}, "id": ID})
    about = "De naam van het veld dat de pagina noemt, of 'tekst' als het in een lopende tekst is."
    return _object({"from": end, "to": end, "field": {**_TEXT, "description": about}})


def _source() -> Schema:
    key = {"type": "string", "pattern": SOURCE_PATTERN}
    ours = dict.fromkeys(OUR_FIELDS, _TEXT)
    return _object({"key": key, "item": ITEM, **ours}, optional=OUR_FIELDS)
