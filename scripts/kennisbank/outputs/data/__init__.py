"""The files of open data, by their path in the site.

The library whole; each kind and the retired addresses as JSON and as a table; and the works in
each format, all together and one by one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from kennisbank.csv_text import csv_bytes
from kennisbank.evidence.assessment import Assessment
from kennisbank.fields.base import Entry
from kennisbank.fields.kinds import is_rated
from kennisbank.fields.specs import field_specs
from kennisbank.library.library import EntryKey, Library
from kennisbank.outputs.data.assessment import RATING, RATING_COLUMNS
from kennisbank.outputs.data.library_json import Row, entry_rows, library_files, retired_rows
from kennisbank.outputs.data.library_schema import RETIRED_COLUMNS, money_of
from kennisbank.plain_json import json_bytes, json_text
from kennisbank.routes import FOLDER, VERSION, entry_path, routes, work_path
from kennisbank.sources.formats.bibtex import bibtex
from kennisbank.sources.formats.csl_json import csl_json
from kennisbank.sources.formats.reference_list import in_list_order, named_in_order
from kennisbank.sources.formats.ris import ris
from kennisbank.sources.works import Work

BETWEEN_ITEMS = " | "


def export_files(
    library: Library, works: Mapping[str, Work], assessments: Mapping[EntryKey, Assessment]
) -> dict[str, bytes]:
    """Return every data file; the same library gives the same bytes."""
    rows = {kind.kind: entry_rows(library, kind, assessments) for kind in library.kinds}
    return {
        **library_files(library, works, rows),
        **_table_files(library, rows),
        **source_files(library, works),
    }


def _table_files(library: Library, rows: Mapping[str, list[Row]]) -> dict[str, bytes]:
    """Return both files of each kind, and of the addresses that were retired."""
    files: dict[str, bytes] = {}
    for kind in library.kinds:
        held = rows[kind.kind]
        data = {"version": VERSION, "kind": kind.kind, **money_of([kind]), "entries": held}
        files[f"{FOLDER}/{kind.address}.json"] = json_bytes(data)
        files[f"{FOLDER}/{kind.address}.csv"] = _table(kind, held, rated=is_rated(kind))
    retired = retired_rows(library)
    data = {"version": VERSION, "retired": retired}
    cells = [[row.get(name, "") for name in RETIRED_COLUMNS] for row in retired]
    files[f"{FOLDER}/retired.json"] = json_bytes(data)
    files[f"{FOLDER}/retired.csv"] = csv_bytes([[*RETIRED_COLUMNS], *cells])
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


def source_files(library: Library, works: Mapping[str, Work]) -> dict[str, bytes]:
    """Return every file by its path in the site; an entry that cites no work has none."""
    texts = {key: _Texts(work) for key, work in works.items()}
    files: dict[str, bytes] = {}
    for path, listed in _lists(library, works):
        files |= _files(path, [texts[work.key] for work in listed])
    return files


def _lists(library: Library, works: Mapping[str, Work]) -> Iterator[tuple[str, list[Work]]]:
    """Yield the path without its ending and the works of each file, in the order of the list."""
    for work in works.values():
        yield work_path(work.key), [work]
    for key, entry in library.entries.items():
        if cited := named_in_order(library.cited_in(library.files[key].path), works):
            yield entry_path(f"{entry.address}/{key.id}/"), cited
    yield routes().LIBRARY_PATH, in_list_order(works.values())


class _Texts:
    """One work in each format, written once for all the files it is in."""

    def __init__(self, work: Work) -> None:
        self.bib = bibtex(work.item)
        self.ris = ris(work.item)
        (self.json,) = csl_json([work.item])


def _files(path: str, works: list[_Texts]) -> dict[str, bytes]:
    return {
        f"{path}.bib": "\n".join(work.bib for work in works).encode(),
        f"{path}.ris": "\n".join(work.ris for work in works).encode(),
        f"{path}.json": json_bytes([work.json for work in works]),
    }
