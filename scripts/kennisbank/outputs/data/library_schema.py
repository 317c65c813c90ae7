"""The JSON Schemas of what is exported."""

from __future__ import annotations

from collections.abc import Sequence

from kennisbank.evidence.scale import Scale
from kennisbank.fields.base import Entry
from kennisbank.fields.kinds import field_of, is_rated, outcomes_of
from kennisbank.fields.schema import DIALECT, schema_of
from kennisbank.fields.text_rules import AN_ID, SOURCE_PATTERN
from kennisbank.fields.types import IdType, InvestmentType, Schema
from kennisbank.locales import currency
from kennisbank.messages import _, pgettext
from kennisbank.outputs.data.assessment import RATING, assessment_schema
from kennisbank.outputs.data.json_schema import TEXT, list_of, object_of
from kennisbank.routes import VERSION
from kennisbank.sources.conversion import ROLES

RETIRED_COLUMNS = ("address", "title", "why", "see")
_ID = IdType(AN_ID).schema()
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
    *("number-of-volumes", "part-number", "chapter-number", "original-title"),
    *("original-publisher", "original-publisher-place"),
    *("ISBN", "ISSN", "DOI", "URL"),
)
ITEM: Schema = _only(
    dict.fromkeys(_TEXTS, _TEXT)
    | dict.fromkeys(ROLES, _NAMES)
    | dict.fromkeys(("issued", "original-date", "accessed", "event-date"), _DATE),
    required=("id", "type"),
)


# What we say of a work ourselves; the rest of it stands in its CSL-JSON item.
OUR_FIELDS = ("studydesign", "recordstate", "archiveurl")


def library_schema(kinds: Sequence[type[Entry]], scale: Scale) -> Schema:
    """Return the schema; an entry's fields are described as the author may write them."""
    parts = {
        "version": {"const": VERSION},
        **{name: {"const": code} for name, code in money_of(kinds).items()},
        "entries": {
            "title": _("Pages"),
            **list_of({"oneOf": [_entry(kind, scale) for kind in kinds]}),
        },
        "links": {"title": _("Links between pages"), **list_of(_link(kinds))},
        "sources": {"title": _("Sources from references.bib"), **list_of(_source())},
        "retired": {"title": _("Addresses without a page"), **list_of(_retired())},
    }
    return {"$schema": DIALECT, "title": _("Knowledge library"), **object_of(parts)}


def money_of(kinds: Sequence[type[Entry]]) -> dict[str, str]:
    """Return what amounts of money are counted in, of a library that has them."""
    return {"currency": currency()} if any(field_of(one, InvestmentType) for one in kinds) else {}


def _entry(kind: type[Entry], scale: Scale) -> Schema:
    address = {"type": "string", "pattern": f"^{kind.address}/[a-z0-9-]+/$"}
    parts = {"kind": {"const": kind.kind}, "id": _ID, "address": address, "fields": schema_of(kind)}
    if is_rated(kind):
        parts[RATING] = assessment_schema(scale, outcomes_of(kind))
    return {"title": kind.label.one, **object_of(parts)}


def _link(kinds: Sequence[type[Entry]]) -> Schema:
    end = object_of({"kind": {"enum": [kind.kind for kind in kinds]}, "id": _ID})
    about = _(
        "The name of the field that names the page, or '{text}' when that is in running text.",
        text=in_prose(),
    )
    return object_of({"from": end, "to": end, "field": {**TEXT, "description": about}})


def _source() -> Schema:
    key = {"type": "string", "pattern": SOURCE_PATTERN}
    ours = dict.fromkeys(OUR_FIELDS, TEXT)
    return object_of({"key": key, "item": ITEM, **ours}, optional=OUR_FIELDS)


def _retired() -> Schema:
    return object_of(dict.fromkeys(RETIRED_COLUMNS, TEXT), optional=("see",))


def in_prose() -> str:
    """Return what stands in the place of a field for a link in running text."""
    return pgettext("data", "text")
