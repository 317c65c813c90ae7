"""What an editor completes: the ids of entries and the keys of sources."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kennisbank.fields.schema import DIALECT, FOLDER, NAMES, SOURCE
from kennisbank.sources.conversion import csl_item
from kennisbank.sources.style.in_text import in_text_forms

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kennisbank.fields.types import Schema
    from kennisbank.library.library import Library


def names_files(library: Library) -> dict[str, str]:
    """Return the text of the one file by its path; it may lag behind, since it forbids nothing."""
    kinds = [kind.kind for kind in library.kinds]
    titles: dict[str, dict[str, str]] = {name: {} for name in (*kinds, SOURCE)}
    for entry_key, entry in library.entries.items():
        titles[entry_key.kind][entry_key.id] = entry.title
    for key, name in source_names(library).items():
        titles[SOURCE][key] = ". ".join(filter(None, name))
    schema = {"$schema": DIALECT, "$defs": {name: _names(one) for name, one in titles.items()}}
    return {f"{FOLDER}/{NAMES}": json.dumps(schema, ensure_ascii=False, indent=2) + "\n"}


def source_names(library: Library) -> dict[str, tuple[str, str]]:
    """Return of each source what a sentence calls it, and its title, by key."""
    items = {key: csl_item(source) for key, source in library.bibliography.sources.items()}
    forms = in_text_forms(items)
    return {
        key: (forms[key].in_sentence.striptags(), str(item.get("title", "")))
        for key, item in items.items()
    }


def _names(titles: Mapping[str, str]) -> Schema:
    """Return a closed list with a description of each; the second name is that of VS Code."""
    names = sorted(titles)
    return {"enum": names, "enumDescriptions": [titles[name] for name in names]}
