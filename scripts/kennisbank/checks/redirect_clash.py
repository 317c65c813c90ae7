"""An old address belongs to one entry only, and to none that still exists."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from kennisbank.library import EntryKey
from kennisbank.problems import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kennisbank.library import Library
    from kennisbank.problems import Problem

RULE = Rule(
    "redirect-clash",
    "Een vroeger adres is al van een andere pagina.",
    "Haal het vroegere adres weg bij een van beide.",
)
MESSAGE = "het adres '{id}' is al van {path}."


def find(library: Library) -> Iterator[Problem]:
    """Yield each old address that is taken by an entry or by another redirect."""
    folders = {kind.kind: kind.folder for kind in library.kinds}
    keys = (*library.files, *library.unreadable)
    taken = {key: PurePosixPath(folders[key.kind], f"{key.id}.yml") for key in keys}
    for key, file in sorted(library.files.items()):
        old_ids = file.document.value.get("redirect_from")
        for index, old in enumerate(old_ids if isinstance(old_ids, tuple) else ()):
            old_key = EntryKey(key.kind, str(old))
            if old_key in taken:
                place = file.document.location_of(("redirect_from", index))
                message = MESSAGE.format(id=old, path=taken[old_key])
                yield RULE.problem(place, message)
            taken.setdefault(old_key, file.path)
