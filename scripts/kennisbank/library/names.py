"""What people call entries: the id of each by its title, its aliases and its former ids."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from kennisbank.library.library import EntryKey, Library
from kennisbank.slug import slug

Names = dict[str, dict[str, str]]
_JOINED = re.compile(r"\s*[,;]\s*")


def ids_by_name(library: Library) -> Names:
    """Return for each kind the id that a name stands for, in small letters with hyphens.

    An id goes before a title, a title before an alias. What two entries are called is no name.
    """
    found: Names = defaultdict(dict)
    ids = {key: [key.id] for key in library.files}
    for names in (_aliases(library), _titles(library), ids):
        owners: dict[tuple[str, str], set[str]] = defaultdict(set)
        for key, own in names.items():
            for name in own:
                owners[key.kind, slug(name)].add(key.id)
        for (kind, name), called in owners.items():
            if len(called) == 1:
                found[kind][name] = next(iter(called))
            else:
                found[kind].pop(name, None)
    return found


def _titles(library: Library) -> dict[EntryKey, list[str]]:
    return {key: [entry.title] for key, entry in library.entries.items()}


def _aliases(library: Library) -> dict[EntryKey, list[str]]:
    entries = library.entries.items()
    return {key: [*entry.aliases, *library.files[key].old_ids] for key, entry in entries}


def parts_of(text: str) -> list[str]:
    """Return the parts of a text in which several names stand behind each other."""
    return [one for one in _JOINED.split(text) if one]


def is_joined(text: str, known: Mapping[str, str]) -> bool:
    """Return whether a value is a list behind commas, of which a part is a known name."""
    parts = parts_of(text)
    return len(parts) > 1 and slug(text) not in known and any(slug(one) in known for one in parts)
