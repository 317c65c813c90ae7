"""Prints problems, differences and progress on the terminal, as text, for GitHub or as JSON."""

from __future__ import annotations

import difflib
import json
import sys
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

import click

from kennisbank.invisible_characters import one_line, spelt, visible
from kennisbank.messages import _, all_of, ngettext
from kennisbank.problems import Problem, Severity
from kennisbank.reading.text_file import BIBLIOGRAPHY_LIMIT, read_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path, PurePosixPath


_STEP_WIDTH = 60


def someone_waits() -> bool:
    """Return whether messages go to a terminal."""
    return sys.stderr.isatty()


def show_step(text: str) -> None:
    """Write over the step before; nothing clears the line."""
    click.echo(f"\r{text:<{_STEP_WIDTH}}\r{text}", nl=False, err=True)


_WIDTH = 100
# GitHub obeys a line that starts with :: and, as it once did, ##[ anywhere in a line.
_OLD_COMMAND = ("##[", r"##\u005b")
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.ADVICE: "cyan"}
# What GitHub calls them.
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}


def as_text(problems: Iterable[Problem], line_of: Callable[[PurePosixPath, int], str]) -> str:
    """Return each problem with the line it is on and a marker under the place, and a count."""
    problems = list(problems)
    parts = [_text_of(problem, line_of) for problem in problems]
    return "\n".join([*parts, _count(problems)])


def _text_of(problem: Problem, line_of: Callable[[PurePosixPath, int], str]) -> str:
    code = click.style(problem.code, fg=_COLOURS[problem.severity], bold=True)
    place = click.style(one_line(str(problem.location)), bold=True)
    lines = [f"{place}: {code}: {one_line(problem.message)}"]
    if problem.hint:
        lines[0] += f" {one_line(problem.hint)}"
    location = problem.location
    source = line_of(location.path, location.line).rstrip()
    if source:
        lines += _quoted(source, location.column, location.line)
    return "\n".join(lines)


def _quoted(source: str, column: int, number: int) -> list[str]:
    """Return the part of the line around the place, and a marker under it."""
    start = max(0, column - _WIDTH // 2) if len(source) > _WIDTH else 0
    shown = visible(source[start : start + _WIDTH].replace("\t", " "))
    marker = " " * (column - 1 - start) + click.style("^", fg="red", bold=True)
    gutter = click.style(f"{number:>5} | ", dim=True)
    return [f"{gutter}{shown}", f"{click.style('      | ', dim=True)}{marker}"]


def _count(problems: Sequence[Problem]) -> str:
    if not problems:
        return click.style(_("Everything is right."), fg="green")
    counts = Counter(problem.severity for problem in problems)
    shown = all_of(
        [_number(severity, counts[severity]) for severity in Severity if counts[severity]]
    )
    return "\n" + click.style(shown, bold=True)


def _number(severity: Severity, count: int) -> str:
    match severity:
        case Severity.ERROR:
            return ngettext("{n} error", "{n} errors", count)
        case Severity.WARNING:
            return ngettext("{n} warning", "{n} warnings", count)
        case _:
            return ngettext("{n} advice", "{n} pieces of advice", count)


def as_github(problems: Iterable[Problem]) -> str:
    """Return workflow commands that GitHub shows on the line of each problem."""
    return "\n".join(_annotation(problem) for problem in problems)


def _annotation(problem: Problem) -> str:
    location = problem.location
    properties = {
        "file": str(location.path),
        "line": str(location.line),
        "col": str(location.column),
        "title": problem.code,
    }
    shown = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    message = f"{problem.message} {problem.hint}".strip()
    return f"::{_LEVELS[problem.severity]} {shown}::{_data(message)}"


def _data(text: str) -> str:
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_json(problems: Iterable[Problem]) -> str:
    """Return a list of objects, one for each problem."""
    rows = [
        {
            "path": str(problem.location.path),
            "line": problem.location.line,
            "column": problem.location.column,
            "code": problem.code,
            "severity": problem.severity,
            "message": problem.message,
            "hint": problem.hint,
        }
        for problem in problems
    ]
    text = json.dumps(rows, ensure_ascii=False, indent=2)
    # In JSON these can only stand inside a string, where an escape means the same.
    return spelt(text, lambda one: json.dumps(one)[1:-1]).replace(*_OLD_COMMAND)


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
