"""Lines of files become what a person sees of them: beside a problem, and before they change."""

from __future__ import annotations

import difflib
from functools import cache
from typing import TYPE_CHECKING

import click

from kennisbank.hidden import visible
from kennisbank.loading import BIBLIOGRAPHY_LIMIT
from kennisbank.problems import Problem
from kennisbank.reading.text_file import read_text
from kennisbank.reports import as_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path, PurePosixPath


def line_reader(root: Path) -> Callable[[PurePosixPath, int], str]:
    """Return what gives a line of a file under root; it reads each file once."""

    @cache
    def lines(path: PurePosixPath) -> list[str]:
        # What may not be read, such as a link to a file elsewhere, is not shown either.
        text = read_text(root, path, BIBLIOGRAPHY_LIMIT)
        return [] if isinstance(text, Problem) else text.split("\n")

    return lambda path, number: "".join(lines(path)[number - 1 : number])


def show_problems(problems: Iterable[Problem], root: Path) -> None:
    """Show problems beside what the command itself says, each with its line."""
    click.echo(as_text(problems, line_reader(root)), err=True)


def difference(before: str, after: str, old: PurePosixPath, new: PurePosixPath) -> str:
    """Return the lines that change, as `diff -u` shows them, safe for a terminal."""
    names = (str(old), str(new))
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), *names, lineterm="")
    return "\n".join(visible(line.replace("\t", "    ")) for line in lines)
