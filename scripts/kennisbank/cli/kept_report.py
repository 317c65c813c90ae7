"""What a check told is told again when nothing changed that it looked at.

To find that out takes a twentieth of a check. Whatever changed, all is looked at again: what is
wrong in one file may follow from any other.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath

from kennisbank.cli.library_folder import this_day
from kennisbank.ingredients import Ingredients
from kennisbank.kept_content import read_kept, write_kept
from kennisbank.messages import language as spoken
from kennisbank.messages import speak
from kennisbank.problems import Location, Problem, Severity
from kennisbank.reading.text_file import read_text

FILE = "report"
# In bytes: the problems of a library of 10,000 entries that has ten in each.
_LARGEST = 64_000_000


class KeptReport:
    """What the last check of a library found, and what it looked at."""

    def __init__(self, root: Path, *, language: bool) -> None:
        self._root = root
        self._name = f"{FILE}-language" if language else FILE
        self.ingredients = Ingredients(root, (spoken(), this_day(), _environment(root)))

    def problems(self) -> list[Problem] | None:
        """Return the problems of a library that did not change, and nothing of another."""
        content = read_kept(self._root, self._name, _LARGEST)
        if not content:
            return None
        of, folders, language, rows = json.loads(content)
        self.ingredients.take(folders)
        if self.ingredients.digest != of:
            return None
        speak(language)
        return [_problem(*row) for row in rows]

    def look(self, folders: Iterable[str]) -> None:
        """Look at what there is before it is checked; entries lie in these folders."""
        self.ingredients.take(folders)

    def keep(self, problems: Sequence[Problem], folders: Iterable[str]) -> None:
        """Keep what was found, unless something was written in between."""
        seen = self.ingredients
        if seen.folders == tuple(folders) and seen.have_stayed():
            rows = [_row(one) for one in problems]
            kept = json.dumps((seen.digest, seen.folders, spoken(), rows))
            write_kept(self._root, self._name, kept.encode())


def _environment(root: Path) -> list[tuple[str, str]]:
    """Return the variables that the settings may name behind !ENV."""
    settings = read_text(root, PurePosixPath("mkdocs.yml"))
    named = "" if isinstance(settings, Problem) else settings
    return sorted(one for one in os.environ.items() if one[0] in named)


def _row(problem: Problem) -> tuple[str | int, ...]:
    place = problem.location
    said = (problem.code, problem.message, problem.hint, problem.severity)
    return str(place.path), place.line, place.column, *said


def _problem(path: str, line: int, column: int, *said: str) -> Problem:
    code, message, hint, severity = said
    place = Location(PurePosixPath(path), line, column)
    return Problem(place, code, message, hint, Severity(severity))
