"""The bytes of a .bib file become text; a line that is not clean UTF-8 is reported."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kennisbank.hidden import HIDDEN
from kennisbank.problems import Location, Problem
from kennisbank.reading.rules import BAD_FILE, HIDDEN_CHARACTER

if TYPE_CHECKING:
    from pathlib import PurePosixPath

_BLOCK = re.compile(r"@\w+\s*[({]\s*([^,\s{}()=]{1,100})")
_LINE_END = re.compile(rb"\r\n?|\n")


def bib_text(data: bytes, path: PurePosixPath) -> tuple[str, list[Problem]]:
    """Return the whole text, so that one bad byte does not cost all sources, and the problems."""
    problems: list[Problem] = []
    lines: list[str] = []
    key = ""
    for number, line in enumerate(_LINE_END.split(data.removeprefix(b"\xef\xbb\xbf")), start=1):
        text, place = _decoded(line)
        if found := _BLOCK.search(text):
            key = HIDDEN.sub("", found[1])
        owner = f"bij '{key}' staat" if key else "hier staat"
        if place:
            message = f"{owner} '{text[place - 1 : place]}' niet als UTF-8."
            hint = "Bewaar het bestand opnieuw als UTF-8."
            problems.append(BAD_FILE.problem(Location(path, number, place), message, hint))
        if hidden := HIDDEN.search(text):
            message = f"{owner} een onzichtbaar teken (U+{ord(hidden.group()):04X})."
            found_at = Location(path, number, hidden.start() + 1)
            hint = "Haal het weg en typ de tekst eromheen opnieuw."
            problems.append(HIDDEN_CHARACTER.problem(found_at, message, hint))
        lines.append(HIDDEN.sub("", text))
    return "\n".join(lines), problems


def _decoded(line: bytes) -> tuple[str, int]:
    """Return the text, and the column of the first byte that is no UTF-8 or 0."""
    try:
        return line.decode(), 0
    except UnicodeDecodeError as error:
        return line.decode("cp1252", "replace"), error.start + 1
