"""What a build leaves for the next one, as bytes that are believed only when nothing is off."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path, PurePosixPath

from kennisbank.atomic import replace_file
from kennisbank.kept_files import is_off, kept_file

_DIGEST = hashlib.sha256().digest_size
_PACKAGE = Path(__file__).parent


def read_kept(root: Path, name: str, largest: int) -> bytes | None:
    """Return what this very generator kept for a library; nothing when anything about it is off.

    A file of another user, one that others may write to, a link, one that is larger than expected,
    cut off or damaged, of another version of Python or of the generator: each is as good as none.
    """
    file = kept_file(root, name)
    if file is None or is_off():
        return None
    try:
        with open(os.open(file, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0)), "rb") as opened:  # noqa: PTH123 - Path follows links
            if not _is_ours(os.fstat(opened.fileno())):
                return None
            found = opened.read(largest)
    except OSError:
        return None
    content = found[_DIGEST:]
    return content if found[:_DIGEST] == _seal(content) else None


def write_kept(root: Path, name: str, content: bytes) -> None:
    """Keep something for the next build of a library, whole or not at all."""
    file = kept_file(root, name)
    if file is None or is_off():
        return
    # A folder that cannot be written to only makes the next build slower.
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        replace_file(file.parent, PurePosixPath(name), _seal(content) + content)


def _is_ours(state: os.stat_result) -> bool:
    own = getattr(os, "getuid", lambda: state.st_uid)()
    return state.st_uid == own and not state.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _seal(content: bytes) -> bytes:
    """Return what tells that a content is whole, and which programs it was made by."""
    return hashlib.sha256(package_digest() + hashlib.sha256(content).digest()).digest()


@cache
def package_digest() -> bytes:
    """Return what tells this generator from other versions of it, and from another Python."""
    made_by = hashlib.sha256(sys.version.encode())
    for place, folders, files in os.walk(_PACKAGE):
        folders[:] = sorted(one for one in folders if one != "__pycache__")
        for name in sorted(files):
            path = Path(place, name)
            made_by.update(f"\0{path.relative_to(_PACKAGE)}\0".encode())
            made_by.update(hashlib.sha256(path.read_bytes()).digest())
    return made_by.digest()
