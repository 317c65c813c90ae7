"""Finds the layout of YAML that could be read: which lines and signs each value takes up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from kennisbank.reading.yaml_document import KeyPath

# The types of PyYAML leave out what its events and marks hold.
Event = Any
_BLOCK = ("|", ">")


@dataclass(frozen=True, slots=True)
class Piece:
    """A text on one line outside brackets: what it says, and where it starts and ends."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class FieldBlock:
    """Fields below each other: their names, the line of each, and the last line of them all.

    Lines and columns count from 0.
    """

    key_path: KeyPath
    column: int
    names: tuple[str, ...]
    lines: tuple[int, ...]
    last: int


@dataclass(slots=True)
class YamlLayout:
    """All of a file; in the lines of a block, but for the last, blanks are part of the text."""

    pieces: list[Piece] = field(default_factory=list)
    groups: list[FieldBlock] = field(default_factory=list)
    block_lines: set[int] = field(default_factory=set)


def layout_of(text: str) -> YamlLayout:
    """Return the layout of a text that `read_yaml` accepts: its limits hold here, too."""
    walk = _Walk(text)
    walk.node(next(walk.events), (), flow=False)
    return walk.layout


class _Walk:
    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        self.layout = YamlLayout()
        self.events: Iterator[Event] = yaml.parse(text, Loader=yaml.CSafeLoader)
        next(self.events)
        next(self.events)

    def node(self, event: Event, path: KeyPath, *, flow: bool) -> int:
        """Read on to the end of a value and return its last line."""
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event, flow=flow)
        inside = flow or event.flow_style
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(event, path, flow=inside)
        return self.mapping(event, path, flow=inside)

    def scalar(self, event: Event, *, flow: bool) -> int:
        first, end = event.start_mark, event.end_mark
        if event.style in _BLOCK:
            return self.block(first.line, end.line)
        written = event.value or event.style
        if written and not flow and first.line == end.line:
            piece = Piece(event.value.rstrip(), first.index, end.index)
            self.layout.pieces.append(piece)
        return _end_line(event)

    def block(self, first: int, end: int) -> int:
        """Return the last line of a block that is not empty: empty ones below it are no text."""
        last = max(
            range(first, end), key=lambda n: n if self.lines[n].strip() else 0, default=first
        )
        self.layout.block_lines.update(range(first + 1, last))
        return last

    def sequence(self, start: Event, path: KeyPath, *, flow: bool) -> int:
        last, index = _end_line(start), 0
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            last = self.node(event, (*path, index), flow=flow)
            index += 1
        return max(last, _end_line(event)) if flow else last

    def mapping(self, start: Event, path: KeyPath, *, flow: bool) -> int:
        keys: list[Event] = []
        last = _end_line(start)
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            keys.append(event)
            self.scalar(event, flow=flow)
            value = next(self.events)
            last = max(_end_line(event), self.node(value, (*path, event.value), flow=flow))
        if flow:
            return max(last, _end_line(event))
        marks = [key.start_mark for key in keys]
        column = start.start_mark.column
        # A name behind YAML's rare "?" stands elsewhere: its lines are no whole field.
        if all(mark.column == column for mark in marks):
            names, lines = (key.value for key in keys), (mark.line for mark in marks)
            self.layout.groups.append(FieldBlock(path, column, tuple(names), tuple(lines), last))
        return last


def _end_line(event: Event) -> int:
    return int(event.end_mark.line)
