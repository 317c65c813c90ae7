"""The kinds become the JSON Schema of the library's data file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.entries.method import Method
from kennisbank.entries.schema import DIALECT, ID, SOURCE_PATTERN, Schema, schema_of
from kennisbank.exports.assessment_row import RATING
from kennisbank.exports.assessment_schema import assessment_schema
from kennisbank.exports.csl_schema import ITEM
from kennisbank.exports.json_schema import TEXT, list_of, object_of
from kennisbank.exports.retired_rows import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kennisbank.entries.base import Entry
    from kennisbank.evidence.scale import Scale

VERSION = "1"
# What we say of a work ourselves; the rest of it stands in its CSL-JSON item.
OUR_FIELDS = ("studydesign", "recordstate", "archiveurl")


def library_schema(kinds: Sequence[type[Entry]], scale: Scale) -> Schema:
    """Return the schema; an entry's fields are described as the author may write them."""
    parts = {
        "version": {"const": VERSION},
        "entries": {
            "title": "Pagina's",
            **list_of({"oneOf": [_entry(kind, scale) for kind in kinds]}),
        },
        "links": {"title": "Verbanden tussen pagina's", **list_of(_link(kinds))},
        "sources": {"title": "Bronnen uit references.bib", **list_of(_source())},
        "retired": {"title": "Adressen zonder pagina", **list_of(_retired())},
    }
    return {"$schema": DIALECT, "title": "Kennisbibliotheek", **object_of(parts)}


def _entry(kind: type[Entry], scale: Scale) -> Schema:
    address = {"type": "string", "pattern": f"^{kind.address}/[a-z0-9-]+/$"}
    parts = {"kind": {"const": kind.kind}, "id": ID, "address": address, "fields": schema_of(kind)}
    if kind is Method:
        parts[RATING] = assessment_schema(scale)
    return {"title": kind.label.one, **object_of(parts)}


def _link(kinds: Sequence[type[Entry]]) -> Schema:
    end = object_of({"kind": {"enum": [kind.kind for kind in kinds]}, "id": ID})
    about = "De naam van het veld dat de pagina noemt, of 'tekst' als het in een lopende tekst is."
    return object_of({"from": end, "to": end, "field": {**TEXT, "description": about}})


def _source() -> Schema:
    key = {"type": "string", "pattern": SOURCE_PATTERN}
    ours = dict.fromkeys(OUR_FIELDS, TEXT)
    return object_of({"key": key, "item": ITEM, **ours}, optional=OUR_FIELDS)


def _retired() -> Schema:
    return object_of(dict.fromkeys(COLUMNS, TEXT), optional=("see",))
