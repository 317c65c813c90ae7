"""Lists the plain files in a folder, with a problem for all that is something else."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

from kennisbank.file_names import name_fault
from kennisbank.messages import N_, _
from kennisbank.problems import Location, Problem
from kennisbank.reading.rules import BAD_FILE, BAD_NAME, TOO_LARGE

DEPTH_LIMIT = 8
COUNT_LIMIT = 20_000
_COPY = N_("Put a copy of the file itself in its place.")


def names_in(
    root: Path, folder: PurePosixPath, problems: list[Problem], *, dotted: bool = False
) -> Iterator[tuple[PurePosixPath, bool]]:
    """Yield each file and folder in root/folder by name, and whether it is a folder.

    No link is followed, and nothing is opened. Names that start with a point are never published;
    they are left out unless `dotted`.
    """
    if not is_there(root, folder):
        return
    if kind_fault := _kind_fault((root / folder).lstat().st_mode, stat.S_ISDIR):
        problems.append(
            BAD_FILE.problem(Location(folder), kind_fault, _("Make it an ordinary folder."))
        )
        return
    with os.scandir(root / folder) as found:
        listed = sorted(
            (one for one in found if dotted or one.name[0] != "."), key=lambda one: one.name
        )
    if len(listed) > COUNT_LIMIT:
        message = _(
            "this folder holds {count} files; {limit} are allowed.",
            count=len(listed),
            limit=COUNT_LIMIT,
        )
        problems.append(
            TOO_LARGE.problem(Location(folder), message, _("Divide them over more folders."))
        )
        return
    for one in listed:
        path, mode = folder / one.name, one.stat(follow_symlinks=False).st_mode
        if fault := _kind_fault(mode, stat.S_ISREG, stat.S_ISDIR):
            problems.append(BAD_FILE.problem(Location(path), fault, _(_COPY)))
        else:
            yield path, stat.S_ISDIR(mode)


def is_there(root: Path, path: PurePosixPath) -> bool:
    """Return whether something has this name; a link that leads nowhere is something, too."""
    return os.path.lexists(root / path)


def plain_files(root: Path, folder: PurePosixPath, problems: list[Problem]) -> list[PurePosixPath]:
    """Return every plain file under root/folder whose name works on every computer."""
    files: list[PurePosixPath] = []
    waiting = [folder]
    while waiting:
        inside = list(names_in(root, waiting.pop(), problems))
        usable = set(_usable([path for path, _ in inside], problems))
        files += [path for path, is_folder in inside if path in usable and not is_folder]
        deeper = [path for path, is_folder in inside if path in usable and is_folder]
        for path in deeper:
            if len(path.relative_to(folder).parts) > DEPTH_LIMIT:
                message = _("lies more than {limit} folders deep.", limit=DEPTH_LIMIT)
                hint = _("Put it in a folder above.")
                problems.append(TOO_LARGE.problem(Location(path), message, hint))
            else:
                waiting.append(path)
    return sorted(files)


def _usable(paths: list[PurePosixPath], problems: list[Problem]) -> Iterator[PurePosixPath]:
    first: dict[str, str] = {}
    for path in paths:
        fault = name_fault(path.name)
        twin = first.setdefault(path.name.casefold(), path.name)
        if not fault and twin != path.name:
            fault = _("apart from capitals, this is the name of '{twin}', too.", twin=twin)
        if fault:
            problems.append(BAD_NAME.problem(Location(path), fault))
        else:
            yield path


def _kind_fault(mode: int, *wanted: Callable[[int], bool]) -> str:
    if any(is_wanted(mode) for is_wanted in wanted):
        return ""
    if stat.S_ISLNK(mode):
        return _("is a link (symlink) to another place.")
    return _("is no ordinary file.") if stat.S_ISREG in wanted else _("is no folder.")
