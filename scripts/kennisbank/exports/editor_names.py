"""The library becomes the names that an editor proposes: its entries by kind, and its sources."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kennisbank.entries.schema import DIALECT, FOLDER, NAMES, SOURCE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kennisbank.entries.schema import Schema
    from kennisbank.library import Library


def names_files(library: Library) -> dict[str, str]:
    """Return the text of the one file by its path; it may lag behind, since it forbids nothing."""
    titles: dict[str, dict[str, str]] = {kind.kind: {} for kind in library.kinds}
    for key, entry in library.entries.items():
        titles[key.kind][key.id] = entry.title
    titles[SOURCE] = {
        key: source.fields.get("title", "") for key, source in library.bibliography.sources.items()
    }
    schema = {"$schema": DIALECT, "$defs": {name: _names(one) for name, one in titles.items()}}
    return {f"{FOLDER}/{NAMES}": json.dumps(schema, ensure_ascii=False, indent=2) + "\n"}


def _names(titles: Mapping[str, str]) -> Schema:
    """Return a closed list with a description of each; the second name is that of VS Code."""
    names = sorted(titles)
    return {"enum": names, "enumDescriptions": [titles[name] for name in names]}
