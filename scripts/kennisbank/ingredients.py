"""Tells whether anything that a build or a check takes in is another than it was.

What a site or a report is made of are files, settings and programs; a digest of all of them tells
one state from another. Whatever is not known for sure belongs in it.
"""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from kennisbank.kept_content import package_digest
from kennisbank.kept_files import unexpected

# Folders of the library of which everything counts; those of its kinds come with them.
_WHOLE = ("docs", "overrides")


class Ingredients:
    """All that is taken in of a library, with what whoever takes it is told and looks at besides.

    What a build makes, it puts in its site, which does not count.
    """

    def __init__(
        self, root: Path, told: object, besides: Iterable[Path] = (), site: Path | None = None
    ) -> None:
        self.root = root
        self._site, self._besides = site, tuple(besides)
        said = (
            *(told, sys.version, sys.platform),
            unexpected(root),
            sorted(one for one in os.environ.items() if one[0].startswith("KENNISBANK_")),
            os.environ.get("SOURCE_DATE_EPOCH"),
            # The folder of an installed package is called after its version.
            [_names(Path(one)) for one in sys.path if one.endswith("-packages")],
        )
        self._said = repr(said).encode()
        self.folders: tuple[str, ...] = ()
        self._stamped = self.digest = ""

    def take(self, folders: Iterable[str]) -> None:
        """Look at everything as it is now; entries lie in these folders."""
        self.folders = tuple(folders)
        # Before the contents are read: what is written meanwhile has another stamp.
        self._stamped = self._stamps()
        found = hashlib.sha256(package_digest() + self._said)
        for path in self.paths():
            found.update(b"\0%s\0%s" % (os.fsencode(path), content_digest(path)))
        self.digest = found.hexdigest()

    def have_stayed(self) -> bool:
        """Return whether no file was written since they were looked at."""
        return self._stamps() == self._stamped

    def _stamps(self) -> str:
        found = hashlib.sha256()
        for path in self.paths():
            with suppress(OSError):
                state = os.lstat(path)
                stamp = (path, state.st_ino, state.st_size, state.st_mtime_ns, state.st_ctime_ns)
                found.update(repr(stamp).encode())
        return found.hexdigest()

    def paths(self) -> Iterator[str]:
        """Yield the path of every file, in an order that is always the same."""
        whole = {self.root / name for name in (*_WHOLE, *self.folders)}
        whole |= {one for one in self._besides if one.is_relative_to(self.root)}
        for one in _inside(self.root):
            path = Path(one.path)
            if not one.is_dir(follow_symlinks=False):
                yield one.path
            elif path != self._site and path not in whole:
                # Files that were put in the wrong folder are looked for right below the root.
                found = (inside.path for inside in _inside(path))
                yield from (inside for inside in found if inside.endswith((".yml", ".yaml")))
        for path in sorted(whole):
            yield from below(path, lambda _: True)
        for path in self._besides:
            if path not in whole:
                # The thousands of icons of a theme are those of its version.
                yield from below(path, lambda name: not name.startswith("."))


def _inside(folder: Path) -> list[os.DirEntry[str]]:
    with suppress(OSError), os.scandir(folder) as found:
        return sorted((one for one in found if one.name[0] != "."), key=lambda one: one.name)
    return []


def _names(folder: Path) -> list[str]:
    return [one.name for one in _inside(folder)]


def below(folder: Path, looks_into: Callable[[str], bool]) -> Iterator[str]:
    """Yield the path of everything in a folder, folders included; no link is followed."""
    yield str(folder)
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(filter(looks_into, folders))
        yield from (os.path.join(place, name) for name in (*folders, *sorted(files)))  # noqa: PTH118 - ten thousand files


def content_digest(path: str) -> bytes:
    """Return what tells the content of a file from others, and what is no plain file from that."""
    try:
        state = os.lstat(path)
        if stat.S_ISREG(state.st_mode):
            with open(path, "rb") as file:  # noqa: PTH123 - ten thousand files
                return hashlib.sha256(file.read()).digest()
        return f"{stat.S_IFMT(state.st_mode)} {_target(path)}".encode()
    except OSError as error:
        return repr(error).encode()


def _target(path: str) -> str:
    return os.readlink(path) if os.path.islink(path) else ""  # noqa: PTH114, PTH115 - as above
