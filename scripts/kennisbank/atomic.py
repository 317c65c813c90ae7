"""Write files whole or not at all, never through a link and never under a name to be guessed.

Whoever sends a change decides what lies in the folder of a library: links, pipes, other programs'
files. So a folder is opened one step at a time from the root, and no step may be a link; the new
text is written under a random name that did not exist; and only then does it take its place. What
was checked is what is used: everything happens inside the folders that were opened.

One file: each step leans on what the step before it made sure of, and is safe only so.
"""

from __future__ import annotations

import os
import re
import secrets
import stat
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath
from typing import NamedTuple, Self

from kennisbank.locking import PATIENCE, locked
from kennisbank.messages import N_, _
from kennisbank.os_errors import refusal

_LEFTOVER = re.compile(r"\..+\.[0-9a-f]{16}\.new", re.DOTALL)
# A system allows 255 bytes in a name, and a letter takes at most four of them.
_LONGEST = 50
_LINK = N_("is a link (symlink) to another place")
_ANYONE_WRITES = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
# Windows opens no folders; there, links are looked for by name and few can make them.
_OPENS_FOLDERS = {os.open, os.mkdir, os.rename, os.link, os.unlink} <= os.supports_dir_fd
_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
_NEW_FILE |= getattr(os, "O_BINARY", 0)


class NotWrittenError(OSError):
    """A file that is not written, and nothing else with it; the message is for people."""

    def __init__(self, path: PurePosixPath, reason: str, hint: str = "") -> None:
        super().__init__(f"{path} {reason}. {hint}".rstrip())


def is_leftover(name: str) -> bool:
    """Return whether a file has the name of one that a killed command was writing."""
    return bool(_LEFTOVER.fullmatch(name))


def replace_file(root: Path, path: PurePosixPath, content: bytes) -> None:
    """Write one file below root; stopped at any moment, the old file is whole or the new one is.

    Raises:
        NotWrittenError: when it is a link or lies behind one, may not be written, or has no room.
    """
    with _Writing(root) as writing:
        writing.write(path, content)
        writing.replace()


class Edit:
    """The right to change the files of a library, while nobody else has it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        # The folders in which nothing is left of commands that were killed.
        self._cleaned: set[PurePosixPath] = set()

    def replace(self, contents: Mapping[PurePosixPath, bytes]) -> None:
        """Write all files, then put each in its place, in the order given.

        Raises:
            NotWrittenError: as for `replace_file`; then all are as they were.
        """
        with _Writing(self.root, self._cleaned) as writing:
            for path, content in contents.items():
                writing.write(path, content)
            writing.replace()

    def create(self, path: PurePosixPath, content: bytes) -> None:
        """Write a new file in one step.

        Raises:
            FileExistsError: when there is anything by that name.
            NotWrittenError: as for `replace_file`.
        """
        with _Writing(self.root, self._cleaned) as writing:
            writing.write(path, content, new=True)
            writing.create()

    def remove(self, path: PurePosixPath) -> None:
        """Remove a file; of a link, only the link."""
        with _Writing(self.root) as writing:
            writing.remove(path)

    def clean(self, folder: PurePosixPath) -> None:
        """Remove what commands left in a folder when they were killed."""
        if os.path.lexists(self.root / folder):
            with _Writing(self.root, self._cleaned) as writing:
                writing.open(folder)


@contextmanager
def editing(root: Path, waiting: Callable[[], None], patience: float = PATIENCE) -> Iterator[Edit]:
    """Wait until nobody else changes the library, and hold it so.

    What is read inside is what is written upon. `waiting` is called once, when there is a wait.

    Raises:
        BusyError: when another is still at work after `patience` seconds.
    """
    with locked(root, waiting, patience):
        yield Edit(root)


class _Folder(NamedTuple):
    """An open folder; or, on a system without, its path."""

    path: Path
    descriptor: int | None

    def at(self, name: str) -> str:
        """Return how to name a file of it in a call that also gets the descriptor."""
        return name if self.descriptor is not None else str(self.path / name)


class _Beside(NamedTuple):
    """A written file that waits to take its place."""

    folder: _Folder
    path: PurePosixPath
    waiting: str


class _Writing:
    """Files that are written beside their places; those that never got there are removed."""

    def __init__(self, root: Path, cleaned: set[PurePosixPath] | None = None) -> None:
        self._root = root
        self._cleaned = cleaned
        self._folders: dict[PurePosixPath, _Folder] = {}
        self._beside: list[_Beside] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for folder, _path, waiting in self._beside:
            with suppress(OSError):
                os.unlink(folder.at(waiting), dir_fd=folder.descriptor)
        for folder in self._folders.values():
            if folder.descriptor is not None:
                # That a name changed is on the disk only when its folder is.
                with suppress(OSError):
                    os.fsync(folder.descriptor)
                os.close(folder.descriptor)

    def open(self, path: PurePosixPath) -> _Folder:
        """Return the folder, made if need be; each is opened once."""
        if path not in self._folders:
            self._folders[path] = _open_folder(self._root, path)
        if self._cleaned is not None and path not in self._cleaned:
            with _refusals(path):
                _remove_leftovers(self._folders[path])
            self._cleaned.add(path)
        return self._folders[path]

    def write(self, path: PurePosixPath, content: bytes, *, new: bool = False) -> None:
        """Write a file beside its place, with the mode of the one that is there."""
        folder = self.open(path.parent)
        before = None if new else _state(folder, path)
        with _refusals(path):
            waiting, descriptor = _new_file(folder, path.name, private=before is not None)
            self._beside.append(_Beside(folder, path, waiting))
            with os.fdopen(descriptor, "wb") as file:
                file.write(content)
                file.flush()
                if before:
                    _take_over(file.fileno(), before)
                os.fsync(file.fileno())

    def replace(self) -> None:
        """Put each file in its place."""
        while self._beside:
            folder, path, waiting = self._beside[0]
            with _refusals(path):
                place, at = folder.at(path.name), folder.descriptor
                os.replace(folder.at(waiting), place, src_dir_fd=at, dst_dir_fd=at)
            del self._beside[0]

    def create(self) -> None:
        """Put each file in its place, where nothing may be."""
        for folder, path, waiting in self._beside:
            with _refusals(path):
                place, at = folder.at(path.name), folder.descriptor
                os.link(
                    folder.at(waiting),
                    place,
                    src_dir_fd=at,
                    dst_dir_fd=at,
                    follow_symlinks=os.link not in os.supports_follow_symlinks,
                )

    def remove(self, path: PurePosixPath) -> None:
        """Remove a file."""
        folder = self.open(path.parent)
        with _refusals(path):
            os.unlink(folder.at(path.name), dir_fd=folder.descriptor)


@contextmanager
def _refusals(path: PurePosixPath) -> Iterator[None]:
    """Let what the system refuses be told in words, with the name that people know."""
    try:
        yield
    except (FileExistsError, NotWrittenError):
        raise
    except OSError as error:
        reason = _("cannot be written ({reason})", reason=refusal(error))
        raise NotWrittenError(path, reason) from error


def _open_folder(root: Path, path: PurePosixPath) -> _Folder:
    """Open a folder through no link below root; folders that are not there are made."""
    with _refusals(path):
        folder = _opened(None, root)
        for number in range(len(path.parts)):
            below = PurePosixPath(*path.parts[: number + 1])
            try:
                inside = _step_into(folder, below)
            finally:
                if folder.descriptor is not None:
                    os.close(folder.descriptor)
            folder = inside
    return folder


def _step_into(folder: _Folder, path: PurePosixPath) -> _Folder:
    with suppress(FileExistsError):
        os.mkdir(folder.at(path.name), dir_fd=folder.descriptor)
    mode = _lstat(folder, path.name).st_mode
    if not stat.S_ISDIR(mode):
        fault = _(_LINK) if stat.S_ISLNK(mode) else _("is no folder")
        raise NotWrittenError(path, fault, _("Make it an ordinary folder."))
    # Between the look and the step somebody may put a link there: it is not followed.
    return _opened(folder, path.name)


def _opened(folder: _Folder | None, name: Path | str) -> _Folder:
    path = folder.path / name if folder else Path(name)
    if not _OPENS_FOLDERS:
        return _Folder(path, None)
    flags = os.O_RDONLY | os.O_DIRECTORY | (os.O_NOFOLLOW if folder else 0)
    return _Folder(path, os.open(name, flags, dir_fd=folder.descriptor if folder else None))


def _lstat(folder: _Folder, name: str) -> os.stat_result:
    return os.stat(folder.at(name), dir_fd=folder.descriptor, follow_symlinks=False)


def _state(folder: _Folder, path: PurePosixPath) -> os.stat_result | None:
    """Return the state of a file to be replaced, if it is there.

    Raises:
        NotWrittenError: when it is not a plain file that may be written and has no other name.
    """
    try:
        state = _lstat(folder, path.name)
    except FileNotFoundError:
        return None
    if stat.S_ISLNK(state.st_mode):
        hint = _("Replace it with a copy of the file itself.")
        raise NotWrittenError(path, _(_LINK), hint)
    if not stat.S_ISREG(state.st_mode):
        raise NotWrittenError(path, _("is no ordinary file"), _("Take it away."))
    # Whoever may do anything would write over what its owner wants to keep.
    if not (state.st_mode & _ANYONE_WRITES and _may_write(folder, path.name)):
        hint = _("Allow yourself to change it, in the properties of the file.")
        raise NotWrittenError(path, _("may only be read"), hint)
    if state.st_nlink > 1:
        hint = _(
            "Writing would part the two. Make a copy, take this file away and give the copy "
            "its name."
        )
        raise NotWrittenError(path, _("stands elsewhere on the disk too (hard link)"), hint)
    return state


def _may_write(folder: _Folder, name: str) -> bool:
    return os.access(folder.at(name), os.W_OK, dir_fd=folder.descriptor)


def _new_file(folder: _Folder, name: str, *, private: bool) -> tuple[str, int]:
    """Open a new file with a name that nobody can have prepared."""
    waiting = f".{name[:_LONGEST]}.{secrets.token_hex(8)}.new"
    mode = stat.S_IRUSR | stat.S_IWUSR if private else 0o666
    return waiting, os.open(folder.at(waiting), _NEW_FILE, mode, dir_fd=folder.descriptor)


def _take_over(descriptor: int, before: os.stat_result) -> None:
    """Give a new file the owner, where that is allowed, and the mode of the one it replaces."""
    if hasattr(os, "fchown"):
        with suppress(PermissionError):
            os.fchown(descriptor, before.st_uid, before.st_gid)
    if hasattr(os, "fchmod"):
        os.fchmod(descriptor, stat.S_IMODE(before.st_mode))


def _remove_leftovers(folder: _Folder) -> None:
    """Remove what was never put in its place: nobody else writes, so nobody works on it."""
    with os.scandir(folder.path if folder.descriptor is None else folder.descriptor) as found:
        names = [one.name for one in found if is_leftover(one.name)]
    for name in names:
        if stat.S_ISREG(_lstat(folder, name).st_mode):
            os.unlink(folder.at(name), dir_fd=folder.descriptor)
