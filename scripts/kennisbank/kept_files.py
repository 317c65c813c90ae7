"""Where a library keeps what the next build may use again: with its user, and never in itself.

Whoever sends a change decides what is in the folder of a library, so a build believes nothing
there. It believes what an earlier build of the same user left outside it: that was made by this
code from the same data, whoever sent the data.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from pathlib import Path

from platformdirs import user_cache_path

OLD_FOLDER = ".cache"


def is_off() -> bool:
    """Return whether whoever builds wants everything made anew, and nothing kept."""
    return os.environ.get("KENNISBANK_CACHE", "") == "off"


def kept_file(root: Path, name: str) -> Path | None:
    """Return where a file of a library is kept; nowhere if that is in the library itself."""
    library = root.resolve()
    user = user_cache_path("kennisbank", appauthor=False)
    # Without a home, or with a wrong setting, the folder would be one under the current folder.
    if not user.is_absolute() or user.resolve().is_relative_to(library):
        return None
    return user / hashlib.sha256(str(library).encode()).hexdigest()[:32] / name


def unexpected(root: Path) -> tuple[str, ...]:
    """Return what lies where earlier versions kept files: somebody may have sent it along."""
    folder = root / OLD_FOLDER
    if not os.path.lexists(folder):
        return ()
    if folder.is_symlink() or not folder.is_dir():
        return (OLD_FOLDER,)
    with suppress(OSError), os.scandir(folder) as found:
        names = sorted(one.name for one in found)
        return tuple(f"{OLD_FOLDER}/{name}" for name in names)
    # What may not be opened is not read by a build either.
    return ()
