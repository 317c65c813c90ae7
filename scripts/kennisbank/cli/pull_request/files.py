"""Lays the files of a pull request over the library, and lists what does not belong."""

from __future__ import annotations

import filecmp
import os
import shutil
import stat
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path, PurePosixPath

from kennisbank.config.configuration import kinds_of
from kennisbank.library.loading import SYNONYMS
from kennisbank.problems import Problem, Severity
from kennisbank.reading.site_files import DOCS
from kennisbank.sources.bibtex.file import BIBLIOGRAPHY

# GitHub shows no more of a kind for one step.
MOST = 10
_ORDER = list(Severity)


def first_problems(
    problems: Iterable[Problem], changed: Collection[PurePosixPath]
) -> list[Problem]:
    """Return at most ten problems: errors first, and of those the ones in changed files first."""

    def rank(problem: Problem) -> tuple[int, bool, Problem]:
        place = problem.location.path
        return _ORDER.index(problem.severity), place not in changed, problem

    return sorted(problems, key=rank)[:MOST]


_ASSETS = DOCS / "assets"
# What setting up and building leave in a folder; none of it is in the repository.
_MADE = (".cache", ".git", ".venv", "build", "dist", "node_modules", "site")
_MADE_ANYWHERE = ("__pycache__", ".egg-info", "_cache")
_leave_out = shutil.ignore_patterns(*_MADE, *(f"*{name}" for name in _MADE_ANYWHERE))


def _folders(base: Path) -> frozenset[PurePosixPath]:
    """Return the folders of entries as the library has them, whatever a proposal says."""
    return frozenset(PurePosixPath(kind.folder) for kind in kinds_of(base))


def is_data(path: PurePosixPath, folders: Collection[PurePosixPath]) -> bool:
    """Return whether a file is content; everything else is code, or decides what code does."""
    if path in {BIBLIOGRAPHY, SYNONYMS}:
        return True
    by_hand = DOCS in path.parents and _ASSETS not in path.parents and path.suffix == ".md"
    return by_hand or any(one in folders for one in path.parents)


def strangers(base: Path, head: Path) -> tuple[PurePosixPath, ...]:
    """Return what is no plain entry in a folder of entries, and each such folder that is none."""
    folders = _folders(base)
    paths = (path for path in _files(head) if not folders.isdisjoint((path, *path.parents)))
    return tuple(sorted(path for path in paths if not _is_entry(head, path, folders)))


def _is_entry(head: Path, path: PurePosixPath, folders: Collection[PurePosixPath]) -> bool:
    named = path.parent in folders and path.suffix == ".yml" and path.name[0] != "."
    return named and stat.S_ISREG((head / path).lstat().st_mode)


def lay_over(base: Path, head: Path, folder: Path) -> None:
    """Fill a new folder with the code of base and the data of head; links stay links."""
    folders = _folders(base)
    shutil.copytree(base, folder, symlinks=True, ignore=_leave_out)
    for path in _files(folder):
        if is_data(path, folders):
            (folder / path).unlink()
    for path in _files(head):
        if is_data(path, folders):
            _make_room(folder, path)
            shutil.copyfile(head / path, folder / path, follow_symlinks=False)


def _make_room(folder: Path, path: PurePosixPath) -> None:
    """Make the folders of a file; a file or link that stands in their place goes away."""
    for parent in [folder / one for one in reversed(path.parents)][1:]:
        if parent.is_symlink() or parent.is_file():
            parent.unlink()
        parent.mkdir(exist_ok=True)
    if (folder / path).is_dir():
        shutil.rmtree(folder / path)


def other_changes(base: Path, head: Path) -> tuple[PurePosixPath, ...]:
    """Return the files outside the data that a proposal adds, changes or removes."""
    ours = {path for path in _files(base) if not _is_made(path)}
    theirs = set(_files(head))
    changed = {path for path in theirs & ours if not _equal(base / path, head / path)}
    folders = _folders(base)
    others = (changed | (theirs ^ ours)) - folders
    return tuple(sorted(path for path in others if not is_data(path, folders)))


def data_changes(base: Path, head: Path) -> frozenset[PurePosixPath]:
    """Return the files with content that a proposal adds or changes."""
    folders = _folders(base)
    paths = (path for path in _files(head) if is_data(path, folders))
    return frozenset(path for path in paths if not _equal(base / path, head / path))


def _files(root: Path) -> Iterator[PurePosixPath]:
    """Yield the files and links under a folder, but for the store of Git; no link is followed."""
    for folder, folders, names in os.walk(root):
        inside = PurePosixPath(Path(folder).relative_to(root).as_posix())
        if folder == str(root) and ".git" in folders:
            folders.remove(".git")
        links = [name for name in folders if (Path(folder) / name).is_symlink()]
        # Git keeps nothing else; a pipe would be waited for.
        files = [name for name in names if _is_kept((Path(folder) / name).lstat().st_mode)]
        yield from (inside / name for name in [*files, *links])


def _is_kept(mode: int) -> bool:
    return stat.S_ISREG(mode) or stat.S_ISLNK(mode)


def _equal(one: Path, other: Path) -> bool:
    if one.is_symlink() or other.is_symlink():
        return one.is_symlink() and other.is_symlink() and one.readlink() == other.readlink()
    return one.is_file() and other.is_file() and filecmp.cmp(one, other, shallow=False)


def _is_made(path: PurePosixPath) -> bool:
    return path.parts[0] in _MADE or any(part.endswith(_MADE_ANYWHERE) for part in path.parts)
