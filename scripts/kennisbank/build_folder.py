"""Make a site or an export in a folder of its own, and put it in its place whole.

Attackers can commit links and folders under any name; a machine can stop at any moment; two
people can build at once. So the work is done in a new folder with a random name beside the place,
one build at a time, and the place changes in one step. What stood there may go only when this
generator put it there itself: a manifest in the folder lists its files.

The step is the Linux call renameat2, which swaps two folders. Python has no name for it, and the
six lines that call it are worth keeping: with two renames there is a moment without a site, for
readers and for whoever copies the folder after a kill. Systems without the call get the two
renames, and the next build brings back what a kill between them left aside.

One file: what a kill can leave aside and what the next build clears up are read together.
"""

from __future__ import annotations

import ctypes
import json
import os
import re
import secrets
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from filelock import FileLock, Timeout

from kennisbank.invisible_characters import visible
from kennisbank.messages import N_, _
from kennisbank.os_errors import refusal

# Lists what the generator put in the folder. Begins with a dot, as hosts of sites leave those out.
MANIFEST = ".kennisbank-manifest.json"
# How long a build waits for another one, in seconds.
PATIENCE = 300
_LARGEST_MANIFEST = 64_000_000
_WAITING = N_("another build is busy with '{name}'; this one waits until it is done.")
_TAKEN = N_("another build is still busy with '{name}'. Try again later.")
_STRANGER = N_(
    "'{name}' holds '{file}', which this generator did not put there. Take it away, or name "
    "another folder."
)
_UNLISTED = N_(
    "'{name}' already holds something ('{file}'), without a list of what the generator put there. "
    "If it is a site of an earlier version, take the folder away yourself and build again. "
    "Otherwise name another folder."
)
_KEPT = N_("'{name}' holds files of the library itself. Name another folder.")
# Of the Linux call renameat2: paths start where the program runs, and both names stay taken.
_FROM_HERE = -100
_EXCHANGE = 2


class BuildFolderError(Exception):
    """Why nothing can be put in a place, in Dutch."""


@dataclass(frozen=True)
class Place:
    """Where a folder goes, as a whole path. `root` is the folder of the library.

    Inside it, a place is never reached through a link, and never in one of the folders `kept`.
    `spared` names what another program puts at the top of the place, and may be lost.
    """

    path: Path
    root: Path
    kept: frozenset[str] = frozenset()
    spared: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """What messages call the place."""
        return visible(self.path.name)


def kept_folders(folders: Iterable[str]) -> frozenset[str]:
    """Return the folders of a library in which no site may be put, given those of entries."""
    return frozenset((*folders, "docs", ".git"))


class BuildFolder:
    """A new folder, and the place that it will take; no other build has the place meanwhile.

    `publish`, `discard` or the end of a `with` block ends it; when the program is killed, the next
    build cleans up.
    """

    def __init__(self, place: Place, lock: FileLock) -> None:
        self._place = place
        self._lock = lock
        self._token = secrets.token_hex(8)
        # Not by tempfile: the folder becomes the site, which others may read.
        self.path = place.path.with_name(f".{place.path.name}-{self._token}.new")
        self.path.mkdir()
        try:
            _write_manifest(self.path, {"building": self._token})
        except OSError:
            _remove(self.path)
            raise

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Leave nothing but what was published."""
        self.discard()

    def publish(self) -> None:
        """Let the folder take the place; stopped at any moment, the old one or it is whole.

        Raises:
            BuildFolderError: when others touched the place or the folder meanwhile.
        """
        if _manifest(self.path).get("building") != self._token:
            message = _(
                "the folder '{name}' was taken away during the build.", name=visible(self.path.name)
            )
            raise BuildFolderError(message)
        _refuse_strangers(self._place)
        _write_manifest(self.path, {"files": sorted(_files(self.path))})
        if self._place.path.exists():
            shutil.copymode(self._place.path, self.path)
            self._swap()
        else:
            self.path.rename(self._place.path)
        self.discard()

    def discard(self) -> None:
        """Remove the folder, or what stood in the place before it, and let the next build in."""
        _remove(self.path)
        self._lock.release()

    def _swap(self) -> None:
        if not _exchange(self.path, self._place.path):
            aside = self.path.with_suffix(".old")
            said = _manifest(self._place.path)
            # No change to the library can bring a folder along that knows its own number.
            _write_manifest(self._place.path, said | {"aside": _number(self._place.path)})
            self._place.path.rename(aside)
            self.path.rename(self._place.path)
            self.path = aside


def begin(place: Place, say: Callable[[str], None], patience: float = PATIENCE) -> BuildFolder:
    """Return a new folder beside a place, once no other build has that place.

    Raises:
        BuildFolderError: when the place is not for us, cannot be written to, or stays taken.
    """
    _refuse_links(place)
    _refuse_kept(place)
    try:
        # Looked at twice: a refused place gets no lock beside it, and waiting takes time.
        _refuse_strangers(place)
        place.path.parent.mkdir(parents=True, exist_ok=True)
        lock = _locked(place, say, patience)
        try:
            _clean(place.path)
            _refuse_strangers(place)
            return BuildFolder(place, lock)
        except BaseException:
            lock.release()
            raise
    except OSError as error:
        message = _(
            "nothing can be written beside '{name}': {reason}.",
            name=place.name,
            reason=refusal(error),
        )
        raise BuildFolderError(message) from None


def _refuse_links(place: Place) -> None:
    """Refuse links inside the library: whoever commits one would choose what is emptied."""
    library = Path(os.path.realpath(place.root))
    here = Path(place.path.anchor)
    for number, part in enumerate(place.path.parts[1:], start=2):
        step = here / part
        is_place = number == len(place.path.parts)
        if step.is_symlink() and (is_place or here.is_relative_to(library)):
            message = _(
                "'{part}' is a link to another place. Name the folder itself.", part=visible(part)
            )
            raise BuildFolderError(message)
        # `resolve` fails on links that go round.
        here = Path(os.path.realpath(step))


def _refuse_kept(place: Place) -> None:
    real, library = Path(os.path.realpath(place.path)), Path(os.path.realpath(place.root))
    top = real.relative_to(library).parts[:1] if real.is_relative_to(library) else ()
    # The library lies in it: a list that came with a change would give up all of it.
    holds_all = library.is_relative_to(real)
    # Some systems do not tell capitals apart.
    if holds_all or any(part.casefold() in place.kept for part in top):
        raise BuildFolderError(_(_KEPT, name=visible("".join(top) or str(real))))


def _locked(place: Place, say: Callable[[str], None], patience: float) -> FileLock:
    # The system gives the lock back when the program ends, however that comes; the file stays.
    lock = FileLock(place.path.with_name(f".{place.path.name}.lock"))
    try:
        lock.acquire(timeout=0)
    except Timeout:
        say(_(_WAITING, name=place.name))
        try:
            lock.acquire(timeout=patience)
        except Timeout:
            raise BuildFolderError(_(_TAKEN, name=place.name)) from None
    return lock


def _clean(place: Path) -> None:
    """Undo what killed builds of this place left: we have its lock, so none of them lives."""
    ours = re.compile(rf"\.{re.escape(place.name)}-[0-9a-f]{{16}}\.(?:new|old)")
    left = [path for path in place.parent.iterdir() if ours.fullmatch(path.name)]
    for path in left:
        said = _manifest(path)
        was_published = "files" in said and said.get("aside") == _number(path)
        if path.suffix == ".old" and was_published and not os.path.lexists(place):
            path.rename(place)
        else:
            _remove(path)


def _refuse_strangers(place: Place) -> None:
    """Refuse a place that holds anything which the manifest in it does not list."""
    if place.path.exists() and not place.path.is_dir():
        message = _("'{name}' is a file. Name a folder.", name=place.name)
        raise BuildFolderError(message)
    listed = _manifest(place.path).get("files")
    known = set(listed) if isinstance(listed, list) else set()
    found = (path for path in _files(place.path) if path.split("/")[0] not in place.spared)
    if stranger := next((path for path in found if path not in known), ""):
        message = _UNLISTED if listed is None else _STRANGER
        raise BuildFolderError(_(message, name=place.name, file=visible(stranger)))


def _files(folder: Path) -> Iterator[str]:
    """Yield the path of everything in a folder that is no folder itself, but for the manifest."""
    # Many times as fast as `iterdir`, and as paths, in a site of ten thousand files.
    for place, folders, files in os.walk(folder, onerror=_refused) if folder.is_dir() else ():
        links = [name for name in folders if os.path.islink(os.path.join(place, name))]  # noqa: PTH114, PTH118 - as above
        above = os.path.relpath(place, folder).replace(os.sep, "/")
        for name in sorted((*files, *links)):
            path = name if above == "." else f"{above}/{name}"
            if path != MANIFEST:
                yield path


def _refused(error: OSError) -> None:
    """What may not be looked into may hold a stranger."""
    raise error


def _manifest(folder: Path) -> dict[str, object]:
    """Return what the manifest in a folder says; nothing where there is none of ours."""
    file = folder / MANIFEST
    try:
        if file.is_symlink() or not file.is_file() or file.stat().st_size > _LARGEST_MANIFEST:
            return {}
        said = json.loads(file.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) and said.keys() & {"building", "files"} else {}


def _write_manifest(folder: Path, said: dict[str, object]) -> None:
    # Renamed: a folder whose manifest was cut off would not be known as ours.
    new = folder / f"{MANIFEST}.new"
    new.write_text(json.dumps(said, indent=0), encoding="utf-8")
    new.replace(folder / MANIFEST)


def _number(folder: Path) -> int:
    """Return the number that this machine gave to a folder, which it keeps under another name."""
    return folder.stat().st_ino


def _remove(folder: Path) -> None:
    """Remove a folder of ours; its manifest goes last, so that a removal which stops can go on."""
    with suppress(OSError, RecursionError):
        if folder.is_symlink() or not folder.is_dir():
            return
        inside = list(folder.iterdir())
        first = [path for path in inside if not path.name.startswith(MANIFEST)]
        if first and not _manifest(folder):
            return
        for path in (*first, *(path for path in inside if path not in first)):
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink()
        folder.rmdir()


def _exchange(one: Path, other: Path) -> bool:
    """Swap the names of two folders at once; False where the system cannot."""
    call = getattr(ctypes.CDLL(None), "renameat2", None) if os.name == "posix" else None
    paths = [_FROM_HERE, os.fsencode(one), _FROM_HERE, os.fsencode(other)]
    return call is not None and call(*paths, _EXCHANGE) == 0
