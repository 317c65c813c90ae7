"""The place of a problem becomes the line that stands there, to quote in a report."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kennisbank.loading import BIBLIOGRAPHY_LIMIT
from kennisbank.problems import Problem
from kennisbank.reading.text_file import read_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path, PurePosixPath


def line_reader(root: Path) -> Callable[[PurePosixPath, int], str]:
    """Return what gives a line of a file under root; it reads each file once."""

    @cache
    def lines(path: PurePosixPath) -> list[str]:
        # What may not be read, such as a link to a file elsewhere, is not shown either.
        text = read_text(root, path, BIBLIOGRAPHY_LIMIT)
        return [] if isinstance(text, Problem) else text.split("\n")

    return lambda path, number: "".join(lines(path)[number - 1 : number])
