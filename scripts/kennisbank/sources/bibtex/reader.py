"""Reads BibTeX as sources with their place; what cannot be read is reported, never dropped."""

from __future__ import annotations

import logging
import re
from collections import deque
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from bibtexparser.entrypoint import parse_string
from bibtexparser.model import (
    Block,
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    Entry,
    ImplicitComment,
    ParsingFailedBlock,
    String,
)

from kennisbank.file_names import is_reserved
from kennisbank.invisible_characters import HIDDEN
from kennisbank.problems import Location, Problem
from kennisbank.reading.rules import BAD_FILE, BIB_SYNTAX, DUPLICATE_SOURCE, HIDDEN_CHARACTER
from kennisbank.reading.text_file import is_utf16, not_utf8, read_bytes
from kennisbank.sources.bibtex.crossref import in_circles, unknown_parents, with_inherited
from kennisbank.sources.bibtex.values import (
    LENGTH_LIMIT,
    Value,
    key_remedy,
    outside_of_sources,
    read_value,
    reason_of,
)
from kennisbank.sources.source import ADDRESS_KEY, Bibliography, Source

if TYPE_CHECKING:
    from pathlib import Path


BIBLIOGRAPHY = PurePosixPath("references.bib")
BIBLIOGRAPHY_LIMIT = 20_000_000
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


_FIELD_NAME = re.compile(r"[A-Za-z_][\w:+.-]*")
_FIELD_START = re.compile(r"(?:^|,)[ \t]*(?P<name>[A-Za-z][\w:+-]*)[ \t]*=", re.MULTILINE)
_LAST_BRACE = re.compile(r"(?<=\n)[ \t]*\}\s*\Z")
_BLOCK_KEY = re.compile(r"\s*@\w+\s*[({]\s*([^,\s{}()=]+)")
_WITHOUT_AT = re.compile(r"^[ \t]*[A-Za-z]+[ \t]*\{[ \t]*(?P<key>[^\s,{}=]+)[ \t]*,", re.MULTILINE)
# Text between sources that was meant to be in one: an @ without {, a field, a } too many.
_OUTSIDE = re.compile(
    r"^[ \t,]*(?P<what>@(?P<type>[A-Za-z]*)(?:[ \t]+(?P<key>[\w-]+)[ \t]*,)?(?![\w.])"
    r"|(?P<field>[A-Za-z]+)[ \t]*=[ \t]*[{\"]|\}[ \t,]*$)",
    re.MULTILINE,
)
# Entries of biblatex that are no work but lend their fields, or name others.
_NO_WORKS = frozenset({"xdata", "set"})
# It warns on each failed block; ours are problems, and the core never logs.
logging.getLogger("bibtexparser").addHandler(logging.NullHandler())
logging.getLogger("bibtexparser").propagate = False


def read_bibtex(path: PurePosixPath, text: str) -> tuple[Bibliography, list[Problem]]:
    """Return the sources of a .bib file by key, and a problem for all that is not as it should be.

    A source with a faulty field keeps its other fields; one that cannot be split is unreadable.
    """
    reading = _Reading(path, text.split("\n"))
    blocks = parse_string(text, parse_stack=[]).blocks
    for block in blocks:
        if isinstance(block, String):
            reading.read_string(block)
    for block in blocks:
        reading.read_block(block)
    if not reading.problems and all(isinstance(block, ImplicitComment) for block in blocks):
        reading.report_nothing(text)
    for source in in_circles(reading.sources):
        place = source.place_of("crossref")
        message = f"'{source.key}' verwijst met 'crossref' naar zichzelf terug."
        reading.report(place, message, "Haal de verwijzing bij een van de bronnen weg.")
    for source, parent in unknown_parents(reading.sources):
        message = f"'{source.key}' verwijst naar '{parent}', en die bron is er niet."
        place = source.place_of("crossref" if "crossref" in source.places else "xdata")
        reading.report(place, message, "Verbeter de verwijzing, of haal haar weg.")
    return reading.bibliography(), reading.problems


@dataclass
class _Reading:
    """One file while it is read: what has been found so far, and what was wrong."""

    path: PurePosixPath
    lines: list[str]
    problems: list[Problem] = field(default_factory=list)
    strings: dict[str, str] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    # Keys that differ only in capitals would share one address.
    first_keys: dict[str, tuple[str, int]] = field(default_factory=dict)
    unreadable: set[str] = field(default_factory=set)
    failed: bool = False

    def report(self, place: Location, message: str, hint: str) -> None:
        """Note a problem."""
        self.problems.append(BIB_SYNTAX.problem(place, message, hint))

    def place(self, block: object) -> Location:
        """Return where a block starts."""
        return Location(self.path, _line(block))

    def _place_of_field(self, name: str, line: int, after: Location) -> Location:
        """Return where the name of a field stands, on a line and behind the field before it."""
        start = after.column if after.line == line else 0
        written = re.compile(rf"(?<![\w:+.-]){re.escape(name)}(?=\s*(?:=|$))", re.IGNORECASE)
        shown = self.lines[line - 1] if line <= len(self.lines) else ""
        found = written.search(shown, start)
        return Location(self.path, line, found.start() + 1 if found else 1)

    def read_string(self, block: String) -> None:
        """Remember what an abbreviation stands for."""
        owner = f"@string '{block.key}'"
        value = self._value(owner, str(block.value), self.place(block))
        self.strings[block.key.casefold()] = value.text

    def read_block(self, block: Block) -> None:
        """Take in one block of the file, whatever it is."""
        self._take_in(block)
        self.failed = type(block) is ParsingFailedBlock

    def _take_in(self, block: Block) -> None:
        if isinstance(block, DuplicateBlockKeyBlock):
            self._report_duplicate(block.key, _line(block), block.key, _line(block.previous_block))
        elif isinstance(block, DuplicateFieldKeyBlock):
            self._read_doubled(block)
        elif isinstance(block, ParsingFailedBlock):
            self._report_failure(block)
        elif isinstance(block, Entry):
            self._read_entry(block)
        elif isinstance(block, ImplicitComment):
            known = len(self.problems)
            self._report_without_at(block)
            # What a source that cannot be read leaves behind is no second mistake.
            if known == len(self.problems) and not self.failed:
                self._report_outside(block)

    def bibliography(self) -> Bibliography:
        """Return all that was found, complete with what sources take over from others."""
        works = {
            key: source
            for key, source in with_inherited(self.sources).items()
            if source.type not in _NO_WORKS
        }
        addressed = {
            key: one
            for key, one in works.items()
            if ADDRESS_KEY.fullmatch(key) and not is_reserved(key)
        }
        others = {key: one for key, one in works.items() if key not in addressed}
        for key, source in others.items():
            message = f"de sleutel '{key[:80]}' kan geen adres worden."
            self.report(source.location, message, key_remedy(key, self.first_keys))
        lost = (self.unreadable | others.keys()) - addressed.keys()
        return Bibliography(addressed, frozenset(lost), others=others)

    def _read_doubled(self, block: DuplicateFieldKeyBlock) -> None:
        entry = block.ignore_error_block
        if not isinstance(entry, Entry):
            return
        self._read_entry(entry)

    def _report_doubled(self, key: str, name: str, place: Location) -> None:
        message = f"in '{key}' staat het veld '{name}' twee keer."
        self.report(place, message, "Haal een van de twee weg; nu telt de eerste.")

    def _read_entry(self, entry: Entry) -> None:
        line = _line(entry)
        if first := self.first_keys.get(entry.key.casefold()):
            self._report_duplicate(entry.key, line, *first)
            return
        fields: dict[str, str] = {}
        places: dict[str, Location] = {}
        waiting = deque((one.key, str(one.value), _line(one)) for one in entry.fields)
        place = Location(self.path, line)
        while waiting:
            name, raw, own_line = waiting.popleft()
            place = self._place_of_field(name, own_line, place)
            if value := self._field(entry.key, name, raw, place):
                if name.casefold() in fields:
                    self._report_doubled(entry.key, name, place)
                fields.setdefault(name.casefold(), " ".join(value.text.split("\n")))
                places.setdefault(name.casefold(), place)
                if value.swallowed:
                    next_, rest = value.swallowed
                    passed = raw[: len(raw) - len(rest)].count("\n")
                    waiting.appendleft((next_, rest, own_line + passed))
        self.first_keys[entry.key.casefold()] = entry.key, line
        type_ = entry.entry_type.casefold()
        self.sources[entry.key] = Source(
            entry.key, type_, fields, Location(self.path, line), places
        )

    def _field(self, key: str, name: str, raw: str, place: Location) -> Value | None:
        if not _FIELD_NAME.fullmatch(name):
            hint = "Een naam is één woord van letters. BibTeX kent hier geen commentaar met %."
            self.report(place, f"in '{key}' kan '{name}' geen naam van een veld zijn.", hint)
            return None
        return self._value(f"'{key}'", raw, place, name)

    def _value(self, owner: str, raw: str, place: Location, name: str = "") -> Value:
        value = read_value(raw, self.strings)
        where = f"in {owner}, veld '{name}'," if name else f"in {owner}"
        for unknown in value.undefined:
            hint = f"Zet accolades om de tekst, of leg hem vast met @string{{{unknown} = …}}."
            self.report(place, f"{where} staat '{unknown}', en dat is nergens vastgelegd.", hint)
        if value.too_long:
            hint = f"Meer dan {LENGTH_LIMIT // 1000} kB past in geen veld. Kort hem in."
            self.report(place, f"{where} is de tekst te lang.", hint)
        elif value.swallowed:
            message = f"in {owner} ontbreekt een komma na het veld '{name}'."
            self.report(place, message, f"Zet een komma voor '{value.swallowed[0]} ='.")
        elif value.rest:
            hint = "Zet de hele waarde tussen { en }."
            self.report(place, f"{where} staat '{value.rest[:40]}' buiten de accolades.", hint)
        return value

    def _report_duplicate(self, key: str, line: int, first: str, first_line: int) -> None:
        message = f"de sleutel '{key}' staat ook al op regel {first_line}."
        hint = "Haal een van de twee weg."
        if key != first:
            message = f"de sleutel '{key}' is op hoofdletters na die van regel {first_line}."
            hint = "Geef een van de twee een andere sleutel, of haal er een weg."
        self.problems.append(DUPLICATE_SOURCE.problem(Location(self.path, line), message, hint))

    def _report_failure(self, block: ParsingFailedBlock) -> None:
        found = _BLOCK_KEY.match(block.raw or "")
        key = found[1] if found else ""
        message, hint = reason_of(str(getattr(block.error, "abort_reason", block.error)))
        owner = f"bron '{key}'" if key else "een bron"
        self.report(self._broken_place(block), f"{owner} is niet te lezen: {message}", hint)
        # Without a key it is a lost work all the same.
        self.unreadable.add(key)

    def _broken_place(self, block: ParsingFailedBlock) -> Location:
        """Return where a block cannot be read on: at the field that stays open, or at its end."""
        # A } on a line of its own was meant for the whole source.
        raw = _LAST_BRACE.sub("", block.raw or "")
        starts = [found.start("name") for found in _FIELD_START.finditer(raw)]
        left_open = (
            start
            for start, end in pairwise([*starts, len(raw)])
            if raw.count("{", start, end) > raw.count("}", start, end)
            or raw.count('"', start, end) % 2
        )
        reason = str(getattr(block.error, "abort_reason", ""))
        offset = 0
        if "key" not in reason:
            offset = next(left_open, 0)
        elif "`=`" in reason:
            offset = max(raw.rfind("\n"), raw.rfind(",")) + 1
            offset += len(raw[offset:]) - len(raw[offset:].lstrip())
        line = _line(block) + raw.count("\n", 0, offset)
        return Location(self.path, line, offset - raw.rfind("\n", 0, offset))

    def _report_without_at(self, block: ImplicitComment) -> None:
        for found in _WITHOUT_AT.finditer(block.comment):
            line = _line(block) + block.comment.count("\n", 0, found.start("key"))
            self.report(
                Location(self.path, line),
                f"voor '{found['key']}' ontbreekt een @.",
                "Begin met bijvoorbeeld @book{",
            )
            self.unreadable.add(found["key"])

    def _report_outside(self, block: ImplicitComment) -> None:
        """Report what was part of a source; all other text between sources is a comment."""
        found = _OUTSIDE.search(block.comment)
        if not found or (found["type"] or "").casefold() == "comment":
            return
        line = _line(block) + block.comment.count("\n", 0, found.start("what"))
        message, hint = outside_of_sources(found["type"], found["field"])
        self.report(Location(self.path, line), message, hint)
        self.unreadable.add(found["key"] or "")

    def report_nothing(self, text: str) -> None:
        """Report a file with text and no source; lines that start with % are a comment."""
        lines = [line for line in text.split("\n") if line.strip()]
        if not all(line.startswith("%") for line in lines):
            message = "in dit bestand staat geen enkele bron."
            self.report(
                Location(self.path),
                message,
                "Een bron begint met bijvoorbeeld @book{jansen2021leren,",
            )


def _line(block: object) -> int:
    """Return the line of a block or field; the library counts from 0."""
    return (getattr(block, "start_line", None) or 0) + 1


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
