"""Reads a file as text that is safe to read on, or says what is wrong with it."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from kennisbank.invisible_characters import HIDDEN
from kennisbank.messages import _
from kennisbank.os_errors import refusal
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
BIBLIOGRAPHY_LIMIT = 20_000_000


def read_text(root: Path, path: PurePosixPath, limit: int = SIZE_LIMIT) -> str | Problem:
    """Return the text of root/path with line ends as LF, or what keeps it from being read."""
    data = read_bytes(root, path, limit)
    return data if isinstance(data, Problem) else decode(data, path)


def read_bytes(root: Path, path: PurePosixPath, limit: int = SIZE_LIMIT) -> bytes | Problem:
    """Return what root/path holds, or what keeps it from being read; no link is followed."""
    start = Location(path)
    try:
        data = _plain_bytes(root / path, limit)
    except OSError as error:
        return BAD_FILE.problem(start, _("cannot be opened ({reason}).", reason=refusal(error)))
    if data is None:
        return BAD_FILE.problem(start, _("is no ordinary file."), _("Replace it with a copy."))
    if len(data) > limit:
        return TOO_LARGE.problem(
            start, _("is larger than {size} kB.", size=limit // 1000), _("Split it.")
        )
    return data


def _plain_bytes(file: Path, limit: int) -> bytes | None:
    """Return at most one byte over the limit; nothing for what is no plain file."""
    if not stat.S_ISREG(file.lstat().st_mode):
        return None
    # Others may put a link or a pipe there after that look.
    with open(file, "rb", opener=_open_plainly) as opened:
        is_plain = stat.S_ISREG(os.fstat(opened.fileno()).st_mode)
        return opened.read(limit + 1) if is_plain else None


def _open_plainly(file: str, flags: int) -> int:
    return os.open(file, flags | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))


def is_utf16(data: bytes) -> bool:
    """Return whether bytes are text in UTF-16: they have its mark, or an empty byte in front."""
    return data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data[:2]


def not_utf8(path: PurePosixPath) -> Problem:
    """Return the problem of a whole file in UTF-16."""
    hint = _("Save it again as UTF-8.")
    return BAD_FILE.problem(Location(path), _("is not UTF-8 text, but UTF-16."), hint)


def decode(data: bytes, path: PurePosixPath) -> str | Problem:
    """Return UTF-8 bytes as text with line ends as LF, without a byte order mark in front."""
    if is_utf16(data):
        return not_utf8(path)
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        column = error.start - before.rfind(b"\n")
        place = Location(path, before.count(b"\n") + 1, column)
        return BAD_FILE.problem(place, _("is no UTF-8 text."), _("Save it again as UTF-8."))
    return _hidden_in(text, path) or text


def _hidden_in(text: str, path: PurePosixPath) -> Problem | None:
    found = list(HIDDEN.finditer(text))
    if not found:
        return None
    message, hint = _(HIDDEN_MESSAGE, code=f"{ord(found[0].group()):04X}"), _(HIDDEN_HINT)
    others = sorted({str(text.count("\n", 0, one.start()) + 1) for one in found[1:10]}, key=int)
    if others:
        more = _("There is one on line {lines}, too.", lines=", ".join(others))
        hint = f"{hint} {more}"
    if found[0].group() == "\r":
        message = _("the lines end with a character that only old programs know.")
        hint = _("Save the file again, with ordinary line ends.")
    return HIDDEN_CHARACTER.problem(location_in(text, found[0].start(), path), message, hint)


def location_in(text: str, index: int, path: PurePosixPath) -> Location:
    """Return the line and column of a character of the text."""
    return Location(path, text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))
