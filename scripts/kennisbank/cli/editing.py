"""Commands that change files do so one at a time, and say in Dutch what keeps them from it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from kennisbank.atomic import Edit, NotWrittenError, editing
from kennisbank.locking import PATIENCE, BusyError
from kennisbank.messages import N_, _
from kennisbank.reading.text_file import read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path, PurePosixPath


_WAITING = N_("Another command is changing this library; this one waits until it is done.")
_BUSY = N_("another command is still busy in this library. Try again in a while.")


class RefusedError(click.ClickException):
    """Nothing is written: the system does not allow it, or it would not be safe."""

    exit_code = 2


@contextmanager
def edit_library(root: Path, patience: float = PATIENCE) -> Iterator[Edit]:
    """Hold a library while its files are read and written.

    Raises:
        RefusedError: when somebody else stays at work in it, or a file is not written.
    """
    try:
        with editing(root, lambda: click.echo(_(_WAITING), err=True), patience) as edit:
            yield edit
    except BusyError:
        raise RefusedError(_(_BUSY)) from None
    except NotWrittenError as error:
        raise RefusedError(str(error)) from error


def as_before(root: Path, path: PurePosixPath, text: str) -> bytes:
    """Return a text with the line ends that its file has."""
    data = read_bytes(root, path)
    crlf = isinstance(data, bytes) and b"\r\n" in data
    return text.replace("\n", "\r\n").encode() if crlf else text.encode()
