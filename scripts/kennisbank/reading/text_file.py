"""A file on disk becomes text that is safe to read on, or a problem."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

from kennisbank.hidden import HIDDEN
from kennisbank.problems import Location, Problem
from kennisbank.reading.rules import (
    BAD_FILE,
    HIDDEN_CHARACTER,
    HIDDEN_HINT,
    HIDDEN_MESSAGE,
    TOO_LARGE,
)

if TYPE_CHECKING:
    from pathlib import Path, PurePosixPath

SIZE_LIMIT = 256_000


def read_text(root: Path, path: PurePosixPath, limit: int = SIZE_LIMIT) -> str | Problem:
    """Return the text of root/path with line ends as LF, or what keeps it from being read."""
    data = read_bytes(root, path, limit)
    return data if isinstance(data, Problem) else decode(data, path)


def read_bytes(root: Path, path: PurePosixPath, limit: int = SIZE_LIMIT) -> bytes | Problem:
    """Return what root/path holds, or what keeps it from being read; no link is followed."""
    start = Location(path)
    file = root / path
    try:
        state = file.lstat()
        if not stat.S_ISREG(state.st_mode):
            return BAD_FILE.problem(start, "is geen gewoon bestand.", "Vervang het door een kopie.")
        if state.st_size > limit:
            return TOO_LARGE.problem(start, f"is groter dan {limit // 1000} kB.", "Splits het op.")
        return file.read_bytes()
    except OSError as error:
        return BAD_FILE.problem(start, f"is niet te openen ({error.strerror}).")


def decode(data: bytes, path: PurePosixPath) -> str | Problem:
    """Return UTF-8 bytes as text with line ends as LF, without a byte order mark in front."""
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        column = error.start - before.rfind(b"\n")
        place = Location(path, before.count(b"\n") + 1, column)
        return BAD_FILE.problem(place, "is geen UTF-8-tekst.", "Bewaar het opnieuw als UTF-8.")
    if found := HIDDEN.search(text):
        return HIDDEN_CHARACTER.problem(
            location_in(text, found.start(), path),
            HIDDEN_MESSAGE.format(code=f"{ord(found.group()):04X}"),
            HIDDEN_HINT,
        )
    return text


def location_in(text: str, index: int, path: PurePosixPath) -> Location:
    """Return the line and column of a character of the text."""
    return Location(path, text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))
