"""A folder becomes the entry files in it that lie where nobody reads them, each as a problem."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from kennisbank.problems import Location
from kennisbank.reading.rules import BAD_FILE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from kennisbank.entries.base import Entry
    from kennisbank.problems import Problem

    Kind = type[Entry]

# The first line that new files and the form on the site write.
_FIRST_LINE = re.compile(rb"# yaml-language-server: \$schema=\S*/schemas/([a-z-]+)\.json")
_LINE_LIMIT = 200


def misplaced(root: Path, kinds: Sequence[Kind]) -> dict[PurePosixPath, Problem]:
    """Return the problem of each file that is an entry by its first line or its folder's name."""
    by_kind = {kind.kind: kind for kind in kinds}
    by_name = {name.casefold(): kind for kind in kinds for name in _names(kind)}
    found = {}
    for path in _files(root):
        kind = _kind_of(root / path, by_kind) or by_name.get(path.parent.name.casefold())
        if kind and path.parent != PurePosixPath(kind.folder):
            found[path] = _problem(path, kind)
    return found


def _names(kind: Kind) -> tuple[str, ...]:
    return (kind.folder, kind.address, kind.kind, kind.label.one, kind.label.many)


def _files(root: Path) -> Iterator[PurePosixPath]:
    """Yield the .yml files in the root and in the folders right below it; no link is followed."""
    folders = [root, *(one for one in _inside(root) if one.is_dir(follow_symlinks=False))]
    for folder in folders:
        for one in _inside(folder):
            if one.name.endswith(".yml") and one.is_file(follow_symlinks=False):
                yield PurePosixPath(os.path.relpath(one.path, root))


def _inside(folder: str | os.PathLike[str]) -> list[os.DirEntry[str]]:
    # A folder that may not be opened holds nothing of the library.
    with suppress(OSError), os.scandir(folder) as found:
        return sorted((one for one in found if one.name[0] != "."), key=lambda one: one.name)
    return []


def _kind_of(file: Path, kinds: Mapping[str, Kind]) -> Kind | None:
    # What cannot be read is reported by who reads it.
    with suppress(OSError), file.open("rb") as opened:
        if match := _FIRST_LINE.match(opened.readline(_LINE_LIMIT)):
            return kinds.get(match[1].decode())
    return None


def _problem(path: PurePosixPath, kind: Kind) -> Problem:
    message = f"is een {kind.label.one.lower()} en hoort in de map {kind.folder}/."
    return BAD_FILE.problem(Location(path), message, "Verplaats het, of verbeter de eerste regel.")
