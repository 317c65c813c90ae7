"""Writes the whole library as one JSON file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kennisbank.evidence.assessment import Assessment
from kennisbank.evidence.scale import scale_of
from kennisbank.fields.base import Entry
from kennisbank.fields.text_rules import ESTIMATE, UNKNOWN, estimate_word, unknown_word
from kennisbank.fields.types import Choice, FieldGroup
from kennisbank.library.library import EntryKey, Library
from kennisbank.outputs.data.assessment import RATING, assessment_row
from kennisbank.outputs.data.library_schema import (
    OUR_FIELDS,
    RETIRED_COLUMNS,
    in_prose,
    library_schema,
    money_of,
)
from kennisbank.plain_json import json_bytes
from kennisbank.routes import FOLDER, VERSION
from kennisbank.sources.formats.csl_json import csl_json
from kennisbank.sources.works import Work

# An entry as programs get it.
Row = dict[str, Any]


def library_files(
    library: Library, works: Mapping[str, Work], rows: Mapping[str, list[Row]]
) -> dict[str, bytes]:
    """Return the file, given the rows of each kind, and the schema of it for programs."""
    return {
        f"{FOLDER}/library.json": json_bytes(_library_data(library, works, rows)),
        f"{FOLDER}/library.schema.json": json_bytes(
            library_schema(library.kinds, scale_of(library))
        ),
    }


def _library_data(
    library: Library, works: Mapping[str, Work], rows: Mapping[str, list[Row]]
) -> dict[str, object]:
    """Return the valid entries, their links, all readable sources and the retired addresses."""
    return {
        "version": VERSION,
        **money_of(library.kinds),
        "entries": [row for kind in library.kinds for row in rows[kind.kind]],
        "links": link_rows(library),
        "sources": [source_row(works[key]) for key in sorted(works)],
        "retired": retired_rows(library),
    }


def entry_rows(
    library: Library, kind: type[Entry], assessments: Mapping[EntryKey, Assessment]
) -> list[Row]:
    """Return the valid entries of a kind, by id."""
    scale = scale_of(library)
    rated = {
        key: assessment_row(assessments[key], scale, library.country)
        for key in library.of_kind(kind)
        if key in assessments
    }
    return [
        {
            "kind": key.kind,
            "id": key.id,
            "address": f"{kind.address}/{key.id}/",
            "fields": _fields(library.entries[key]),
        }
        | ({RATING: rated[key]} if key in rated else {})
        for key in sorted(library.by_kind[kind.kind])
    ]


def _fields(part: FieldGroup) -> dict[str, object]:
    """Return what the author wrote, in the words of the library; what was left out stays out."""
    return {name: _value(value) for name, value in part if value not in (None, ())}


def _value(value: object) -> object:
    if isinstance(value, FieldGroup):
        return _fields(value)
    if isinstance(value, Choice):
        return value.written
    if isinstance(value, tuple):
        return [_value(item) for item in value]
    # Once it was read, what is unknown or estimated is one word in every language.
    return {UNKNOWN: unknown_word(), ESTIMATE: estimate_word()}.get(str(value), value)


def link_rows(library: Library) -> list[dict[str, object]]:
    """Return each link once, however often the text repeats it."""
    known = {
        (key, link.target, str(link.key_path[0]) if link.spec else in_prose())
        for key in library.entries
        for link in library.links[key]
        if link.target in library.entries
    }
    return [
        {"from": origin._asdict(), "to": target._asdict(), "field": field}
        for origin, target, field in sorted(known)
    ]


def source_row(work: Work) -> dict[str, object]:
    """Return what programs get of a source."""
    (item,) = csl_json([work.item])
    ours = {name: work.source.fields[name] for name in OUR_FIELDS if name in work.source.fields}
    return {"key": work.key, "item": item, **ours}


def retired_rows(library: Library) -> list[dict[str, str]]:
    """Return a row for each address; without `see` nothing takes its place."""
    rows = (
        dict(zip(RETIRED_COLUMNS, (one.address, one.title, one.why, one.see), strict=True))
        for one in sorted(library.retired, key=lambda one: one.address)
    )
    return [{name: text for name, text in row.items() if text} for row in rows]
