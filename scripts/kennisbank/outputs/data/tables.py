"""Exports each kind, the sources and the assessments as CSV tables."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from kennisbank.csv_text import csv_bytes
from kennisbank.fields.kinds import is_rated
from kennisbank.fields.specs import field_specs
from kennisbank.outputs.data.assessment import RATING, RATING_COLUMNS
from kennisbank.outputs.data.library_json import entry_rows
from kennisbank.outputs.data.library_schema import money_of
from kennisbank.outputs.data.retired_rows import COLUMNS, retired_rows
from kennisbank.plain_json import json_bytes, json_text
from kennisbank.routes import FOLDER, VERSION

if TYPE_CHECKING:
    from kennisbank.fields.base import Entry
    from kennisbank.library.library import Library


BETWEEN_ITEMS = " | "


def table_files(library: Library) -> dict[str, bytes]:
    """Return both files of each kind, and of the addresses that were retired."""
    files: dict[str, bytes] = {}
    for kind in library.kinds:
        rows = entry_rows(library, kind)
        data = {"version": VERSION, "kind": kind.kind, **money_of([kind]), "entries": rows}
        files[f"{FOLDER}/{kind.address}.json"] = json_bytes(data)
        files[f"{FOLDER}/{kind.address}.csv"] = _table(kind, rows, rated=is_rated(kind))
    rows = retired_rows(library)
    data = {"version": VERSION, "retired": rows}
    cells = [[row.get(name, "") for name in COLUMNS] for row in rows]
    files[f"{FOLDER}/retired.json"] = json_bytes(data)
    files[f"{FOLDER}/retired.csv"] = csv_bytes([[*COLUMNS], *cells])
    return files


def _table(kind: type[Entry], rows: list[dict[str, Any]], *, rated: bool) -> bytes:
    names = [spec.name for spec in field_specs(kind)]
    columns = RATING_COLUMNS if rated else {}
    cells = [
        [
            *(row["id"], row["address"]),
            *(_flat(row["fields"].get(name, "")) for name in names),
            *(_flat(value_of(row[RATING])) for value_of in columns.values()),
        ]
        for row in rows
    ]
    return csv_bytes([["id", "address", *names, *columns], *cells])


def _flat(value: object) -> str:
    if isinstance(value, list):
        return BETWEEN_ITEMS.join(_flat(item) for item in value)
    if isinstance(value, dict):
        return json_text(value)
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
