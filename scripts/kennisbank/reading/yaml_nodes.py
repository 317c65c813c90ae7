"""Composes YAML into a tree of nodes that know their place, within limits and without surprises.

The events of the parser are read one by one and left at the first limit, because building first
and counting later lets deep nesting crash the C parser. Every scalar stays text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import yaml

from kennisbank.invisible_characters import HIDDEN
from kennisbank.problems import Location, Problem
from kennisbank.reading.rules import (
    DUPLICATE_KEY,
    HIDDEN_CHARACTER,
    HIDDEN_HINT,
    HIDDEN_MESSAGE,
    TOO_LARGE,
    YAML_FEATURE,
    YAML_SYNTAX,
)
from kennisbank.reading.yaml_errors import cause_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import PurePosixPath

# The types of PyYAML leave out what its events and marks hold.
Event = Any
DEPTH_LIMIT = 20
_FIELD = re.compile(r" ?([A-Za-z_]+):")
_NO_FIELD = re.compile(r"\w[^:]*$")
NODE_LIMIT = 5_000
# A list that only grows, and of which a library has one.
LIST_LIMIT = 50_000
# YAML takes these for a comment and for more of the same text, where an author hardly means that.
_LOST = re.compile(r"[ \t]+(?=#[^\s#])")
_DEEPER_POINT = re.compile(r"\n[ \t]*(?=-[ \t])")


@dataclass(slots=True)
class Scalar:
    """A piece of text; `index` counts the characters of the file before it."""

    text: str
    line: int
    column: int
    index: int
    style: str


@dataclass(slots=True)
class Mapping:
    """Keys and their nodes, in the order of the file."""

    line: int
    column: int
    keys: dict[str, Scalar]
    nodes: dict[str, Node]


@dataclass(slots=True)
class Sequence:
    """Nodes one after another."""

    line: int
    column: int
    nodes: list[Node]


Node = Scalar | Mapping | Sequence


class _RefusedError(Exception):
    def __init__(self, problem: Problem) -> None:
        self.problem = problem


def compose(
    path: PurePosixPath, text: str, limit: int = NODE_LIMIT
) -> tuple[Node | None, list[Problem]]:
    """Return the root node of the only document, or none with the reasons."""
    composer = _Composer(path, text, limit)
    try:
        node = composer.document()
    except _RefusedError as refused:
        return None, [*composer.problems, _naming_field(refused.problem, text)]
    return node, composer.problems


def _naming_field(problem: Problem, text: str) -> Problem:
    """Return the problem with the name of the field that it stands in."""
    lines = text.split("\n")[: problem.location.line]
    # A line that is no field stands in none either.
    if problem.code == TOO_LARGE.code or lines[-1].startswith("---") or _NO_FIELD.match(lines[-1]):
        return problem
    names = (match[1] for line in reversed(lines) if (match := _FIELD.match(line)))
    name = next(names, "")
    message = f"bij veld '{name}': {problem.message}" if name else problem.message
    return replace(problem, message=message)


class _Composer:
    def __init__(self, path: PurePosixPath, text: str, limit: int) -> None:
        self.path = path
        self.text = text
        self.limit = limit
        self.problems: list[Problem] = []
        self.count = 0
        self.events: Iterator[Event] = yaml.parse(text, Loader=yaml.CSafeLoader)

    def location(self, mark: Event) -> Location:
        return Location(self.path, mark.line + 1, mark.column + 1)

    def next(self) -> Event:
        try:
            return next(self.events)
        except yaml.MarkedYAMLError as error:
            cause = cause_of(error, self.text)
            place = Location(self.path, cause.line + 1, cause.column + 1)
            raise _RefusedError(YAML_SYNTAX.problem(place, cause.message, cause.hint)) from None
        except yaml.YAMLError:
            message = "bevat een teken dat in YAML niet mag."
            raise _RefusedError(YAML_SYNTAX.problem(Location(self.path), message)) from None

    def refuse(self, event: Event, message: str, hint: str = "") -> _RefusedError:
        return _RefusedError(YAML_FEATURE.problem(self.location(event.start_mark), message, hint))

    def document(self) -> Node | None:
        self.next()
        start = self.next()
        if isinstance(start, yaml.StreamEndEvent):
            return None
        if start.version or start.tags:
            raise self.refuse(start, "een regel die met % begint mag hier niet.", "Haal hem weg.")
        node = self.node(self.next(), 0)
        self.next()
        after = self.next()
        if not isinstance(after, yaml.StreamEndEvent):
            hint = "Zet elk item in een eigen bestand en haal de regel '---' weg."
            raise self.refuse(after, "er staat een tweede document in dit bestand.", hint)
        return node

    def node(self, event: Event, depth: int) -> Node:
        self.check(event, depth)
        mark = event.start_mark
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(Sequence(mark.line + 1, mark.column + 1, []), depth)
        return self.mapping(Mapping(mark.line + 1, mark.column + 1, {}, {}), depth)

    def check(self, event: Event, depth: int) -> None:
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            hint = "Zet de tekst tussen aanhalingstekens."
            raise self.refuse(event, "'&' en '*' hebben in YAML een bijzondere betekenis.", hint)
        if event.tag is not None:
            hint = "Zet de tekst tussen aanhalingstekens."
            raise self.refuse(event, "'!' heeft in YAML een bijzondere betekenis.", hint)
        self.count += 1
        place = self.location(event.start_mark)
        if depth > DEPTH_LIMIT:
            message = f"hier staan meer dan {DEPTH_LIMIT} lagen in elkaar."
            hint = "Gebruik minder inspringing, of zet tekst met haken tussen aanhalingstekens."
            raise _RefusedError(TOO_LARGE.problem(place, message, hint))
        if self.count > self.limit:
            message = f"tot hier staan er al {self.limit} namen en waarden in dit bestand."
            hint = "Meer kan er niet in. Verdeel de inhoud over meer bestanden, of kort haar in."
            raise _RefusedError(TOO_LARGE.problem(place, message, hint))

    def scalar(self, event: Event) -> Scalar:
        mark = event.start_mark
        if found := HIDDEN.search(event.value):
            message = HIDDEN_MESSAGE.format(code=f"{ord(found.group()):04X}")
            problem = HIDDEN_CHARACTER.problem(self.location(mark), message, HIDDEN_HINT)
            self.problems.append(problem)
        lost = None if event.style else _LOST.match(self.text, event.end_mark.index)
        if lost:
            hint = "Zet de tekst tussen aanhalingstekens. Is het uitleg, zet dan een spatie na #."
            raise self.misread(lost.end(), "vanaf dit hekje leest YAML niets meer.", hint)
        return Scalar(event.value, mark.line + 1, mark.column + 1, mark.index, event.style or "")

    def sequence(self, node: Sequence, depth: int) -> Sequence:
        while not isinstance(event := self.next(), yaml.SequenceEndEvent):
            node.nodes.append(self.node(event, depth + 1))
            self.check_points(event)
        return node

    def check_points(self, event: Event) -> None:
        """Refuse a point that stands further in than the one above: YAML makes one text of both."""
        is_plain = isinstance(event, yaml.ScalarEvent) and not event.style
        place = (event.start_mark.index, event.end_mark.index)
        if is_plain and (found := _DEEPER_POINT.search(self.text, *place)):
            hint = "Zet de streepjes van één lijst recht onder elkaar."
            raise self.misread(found.end(), "dit streepje staat niet onder het vorige.", hint)

    def misread(self, index: int, message: str, hint: str) -> _RefusedError:
        before = self.text[:index]
        line, column = before.count("\n") + 1, index - before.rfind("\n")
        return _RefusedError(YAML_SYNTAX.problem(Location(self.path, line, column), message, hint))

    def mapping(self, node: Mapping, depth: int) -> Mapping:
        while not isinstance(event := self.next(), yaml.MappingEndEvent):
            key = self.node(event, depth + 1)
            if not isinstance(key, Scalar):
                raise self.refuse(event, "de naam van een veld moet gewone tekst zijn.")
            value = self.node(self.next(), depth + 1)
            if key.text in node.keys:
                self.problems.append(self.duplicate(key, node.keys[key.text]))
            else:
                node.keys[key.text], node.nodes[key.text] = key, value
        return node

    def duplicate(self, key: Scalar, first: Scalar) -> Problem:
        place = Location(self.path, key.line, key.column)
        message = f"veld '{key.text}' staat ook al op regel {first.line}."
        return DUPLICATE_KEY.problem(place, message, "Haal een van de twee weg.")
