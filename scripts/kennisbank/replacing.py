"""A new text takes the place of a file in one step, so that nobody ever sees half of it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def replace_file(path: Path, content: bytes) -> None:
    """Write beside the file, make sure it is on the disk, and put it in its place.

    Stopped at any moment, the old file is whole or the new one is.
    """
    replace_files({path: content})


def create_file(path: Path, content: bytes) -> None:
    """Write a new file in one step; FileExistsError when there is one by that name."""
    beside = _write_beside(path, content)
    try:
        path.hardlink_to(beside)
    finally:
        beside.unlink()


def replace_files(contents: Mapping[Path, bytes]) -> None:
    """Write all beside their files first, then put each in its place, in the order given.

    Stopped at any moment, each file is whole: the old one or the new one.
    """
    beside = {path: _write_beside(path, content) for path, content in contents.items()}
    for path, new in beside.items():
        new.replace(path)


def _write_beside(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.new")
    with beside.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    return beside
