"""Reads a file of BibTeX: its bytes as text, and what in them is no text."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

from kennisbank.invisible_characters import HIDDEN
from kennisbank.messages import _
from kennisbank.problems import Location, Problem
from kennisbank.reading.rules import BAD_FILE, HIDDEN_CHARACTER
from kennisbank.reading.text_file import BIBLIOGRAPHY_LIMIT, is_utf16, not_utf8, read_bytes
from kennisbank.sources.bibtex.reader import read_bibtex
from kennisbank.sources.source import Bibliography

BIBLIOGRAPHY = PurePosixPath("references.bib")
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
        if place:
            letter = text[place - 1 : place]
            message = _("'{letter}' here is not UTF-8.", letter=letter)
            if key:
                message = _("at '{key}', '{letter}' is not UTF-8.", key=key, letter=letter)
            hint = _("Save the file again as UTF-8.")
            problems.append(BAD_FILE.problem(Location(path, number, place), message, hint))
        if hidden := HIDDEN.search(text):
            code = f"{ord(hidden.group()):04X}"
            message = _("there is an invisible character here (U+{code}).", code=code)
            if key:
                message = _(
                    "at '{key}', there is an invisible character (U+{code}).", key=key, code=code
                )
            found_at = Location(path, number, hidden.start() + 1)
            hint = _("Remove it and type the text around it again.")
            problems.append(HIDDEN_CHARACTER.problem(found_at, message, hint))
        lines.append(HIDDEN.sub("", text))
    return "\n".join(lines), problems


def _decoded(line: bytes) -> tuple[str, int]:
    """Return the text, and the column of the first byte that is no UTF-8 or 0."""
    try:
        return line.decode(), 0
    except UnicodeDecodeError as error:
        return line.decode("cp1252", "replace"), error.start + 1


def read_bibliography(root: Path, path: PurePosixPath) -> tuple[Bibliography, list[Problem]]:
    """Read one .bib file, at most 20 MB, and report all that is not as it should be."""
    data = read_bytes(root, path, BIBLIOGRAPHY_LIMIT)
    if isinstance(data, Problem):
        return Bibliography({}, readable=False), [data]
    return bibliography_in(data, path)


def bibliography_in(data: bytes, path: PurePosixPath) -> tuple[Bibliography, list[Problem]]:
    """Read the content of a .bib file, and report all that is not as it should be."""
    if is_utf16(data):
        return Bibliography({}, readable=False), [not_utf8(path)]
    text, problems = bib_text(data, path)
    bibliography, found = read_bibtex(path, text)
    return bibliography, problems + found
