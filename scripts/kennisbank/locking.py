"""Let one program at a time change a library; the lock ends with the process that holds it."""

from __future__ import annotations

import os
import tempfile
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from kennisbank.kept_files import kept_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from filelock import FileLock

with suppress(ImportError):
    import fcntl

_LOCKS_FOLDERS = "fcntl" in globals()

# How long to wait for another program, and how often to look, in seconds.
PATIENCE = 30.0
_INTERVAL = 0.05
# The file that stands for a library where its folder cannot be locked.
_FILE = "edit.lock"


class BusyError(Exception):
    """Another program stays at work in the library."""


@contextmanager
def locked(root: Path, waiting: Callable[[], None], patience: float) -> Iterator[None]:
    """Hold a library; `waiting` is called once, when another program has it.

    Not to be entered twice in one process.

    Raises:
        BusyError: when the other still has it after `patience` seconds.
    """
    until, said = time.monotonic() + patience, False
    with _attempts(root) as attempt:
        while not attempt():
            if time.monotonic() > until:
                raise BusyError
            if not said:
                waiting()
            said = True
            time.sleep(_INTERVAL)
        yield


@contextmanager
def _attempts(root: Path) -> Iterator[Callable[[], bool]]:
    """Yield what tries once to take the lock; at the end it is given back.

    The folder itself is locked: a file in it could be a link that somebody sent along. Windows and
    some network disks cannot lock a folder; there it is a file of the user, outside the library.
    """
    # Who only reads a library need not wait for this.
    from filelock import FileLock  # noqa: PLC0415

    folder = os.open(root, os.O_RDONLY | os.O_DIRECTORY) if _LOCKS_FOLDERS else None
    file = FileLock(kept_file(root, _FILE) or Path(tempfile.gettempdir(), _FILE))
    try:
        yield lambda: _take(folder, file)
    finally:
        file.release()
        if folder is not None:
            os.close(folder)


def _take(folder: int | None, file: FileLock) -> bool:
    if folder is not None:
        try:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            # A disk that locks no folders; the file stands for it.
            return _take(None, file)
        return True
    with suppress(TimeoutError):
        file.acquire(timeout=0)
    return file.is_locked
