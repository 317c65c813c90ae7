"""Reads BibTeX as sources with their place; what cannot be read is reported, never dropped.

One file: one class goes through the text and knows its lines; what it reports needs both.
"""

from __future__ import annotations

import logging
import re
from collections import deque
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import PurePosixPath

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
from kennisbank.messages import _
from kennisbank.problems import Location, Problem
from kennisbank.reading.rules import BIB_SYNTAX, DUPLICATE_SOURCE
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
        message = _("'{key}' refers back to itself with 'crossref'.", key=source.key)
        reading.report(place, message, _("Remove the reference from one of the sources."))
    for source, parent in unknown_parents(reading.sources):
        message = _(
            "'{key}' refers to '{parent}', and that source is not there.",
            key=source.key,
            parent=parent,
        )
        place = source.place_of("crossref" if "crossref" in source.places else "xdata")
        reading.report(place, message, _("Correct the reference, or remove it."))
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
            message = _("the key '{key}' cannot be an address.", key=key[:80])
            self.report(source.location, message, key_remedy(key, self.first_keys))
        lost = (self.unreadable | others.keys()) - addressed.keys()
        return Bibliography(addressed, frozenset(lost), others=others)

    def _read_doubled(self, block: DuplicateFieldKeyBlock) -> None:
        entry = block.ignore_error_block
        if not isinstance(entry, Entry):
            return
        self._read_entry(entry)

    def _report_doubled(self, key: str, name: str, place: Location) -> None:
        message = _("in '{key}', the field '{name}' is there twice.", key=key, name=name)
        self.report(place, message, _("Remove one of the two; now the first counts."))

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
            hint = _("A name is one word of letters. BibTeX knows no remarks with % here.")
            self.report(
                place,
                _("in '{key}', '{name}' cannot be the name of a field.", key=key, name=name),
                hint,
            )
            return None
        return self._value(f"'{key}'", raw, place, name)

    def _value(self, owner: str, raw: str, place: Location, name: str = "") -> Value:
        value = read_value(raw, self.strings)
        where = _("{owner}, field '{name}'", owner=owner, name=name) if name else owner
        for unknown in value.undefined:
            fix = f"@string{{{unknown} = …}}"
            hint = _("Put braces around the text, or lay it down with {fix}.", fix=fix)
            message = _(
                "in {where} is '{word}', which is laid down nowhere.", where=where, word=unknown
            )
            self.report(place, message, hint)
        if value.too_long:
            hint = _(
                "More than {size} kB does not fit in a field. Shorten it.",
                size=LENGTH_LIMIT // 1000,
            )
            self.report(place, _("in {where}, the text is too long.", where=where), hint)
        elif value.swallowed:
            message = _(
                "in {owner}, a comma is missing after the field '{name}'.", owner=owner, name=name
            )
            hint = _("Put a comma before '{field} ='.", field=value.swallowed[0])
            self.report(place, message, hint)
        elif value.rest:
            hint = _("Put the whole value between { and }.")
            rest = value.rest[:40]
            message = _("in {where}, '{rest}' stands outside the braces.", where=where, rest=rest)
            self.report(place, message, hint)
        return value

    def _report_duplicate(self, key: str, line: int, first: str, first_line: int) -> None:
        message = _("the key '{key}' is also on line {line}.", key=key, line=first_line)
        hint = _("Remove one of the two.")
        if key != first:
            message = _(
                "apart from capitals, the key '{key}' is that of line {line}.",
                key=key,
                line=first_line,
            )
            hint = _("Give one of the two another key, or remove one.")
        self.problems.append(DUPLICATE_SOURCE.problem(Location(self.path, line), message, hint))

    def _report_failure(self, block: ParsingFailedBlock) -> None:
        found = _BLOCK_KEY.match(block.raw or "")
        key = found[1] if found else ""
        message, hint = reason_of(str(getattr(block.error, "abort_reason", block.error)))
        told = _("a source cannot be read: {message}", message=message)
        if key:
            told = _("source '{key}' cannot be read: {message}", key=key, message=message)
        self.report(self._broken_place(block), told, hint)
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
                _("an @ is missing before '{key}'.", key=found["key"]),
                _("Start with @book{, for example."),
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
            message = _("there is no source in this file.")
            self.report(
                Location(self.path),
                message,
                _("A source starts with @book{jansen2021leren, for example."),
            )


def _line(block: object) -> int:
    """Return the line of a block or field; the library counts from 0."""
    return (getattr(block, "start_line", None) or 0) + 1
