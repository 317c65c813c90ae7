"""The data of the form becomes files that a page loads when it needs them, also from a disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.exports.plain_json import json_script
from kennisbank.webform.choices import choice_data
from kennisbank.webform.description import kind_description
from kennisbank.webform.rules import rule_data

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kennisbank.library import EntryFile
    from kennisbank.pages.layout import Layout

FOLDER = "assets/form"


def form_files(layout: Layout) -> dict[str, bytes]:
    """Return a script for each kind and each entry, one with all rules and one with all choices."""
    return {
        f"{FOLDER}/{name}.js": json_script("kennisbankForm", name, data)
        for name, data in _parts(layout)
    }


def _parts(layout: Layout) -> Iterator[tuple[str, object]]:
    library = layout.library
    yield "rules", rule_data(library.kinds)
    yield "choices", choice_data(layout)
    for kind in library.kinds:
        yield f"kinds/{kind.kind}", kind_description(kind, library)
    for key in library.entries:
        yield f"entries/{key.kind}/{key.id}", _entry(library.files[key])


def _entry(file: EntryFile) -> dict[str, object]:
    """Return the values as they are written, and whether remarks in the file would be lost."""
    remarks = [line for line in file.document.text.splitlines()[1:] if line.startswith("#")]
    return {"values": file.document.value, "remarks": bool(remarks)}
