"""Composes YAML into a tree of nodes that know their place, within limits and without surprises.

The events of the parser are read one by one and left at the first limit, because building first
and counting later lets deep nesting crash the C parser. Every scalar stays text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Any

import yaml

from kennisbank.invisible_characters import HIDDEN
from kennisbank.messages import N_, _
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

# The types of PyYAML leave out what its events and marks hold.
Event = Any
DEPTH_LIMIT = 20
_FIELD = re.compile(r" ?([A-Za-z_]+):")
_NO_FIELD = re.compile(r"\w[^:]*$")
NODE_LIMIT = 5_000
# A list that only grows, and of which a library has one.
LIST_LIMIT = 50_000
NOTHING_MORE = N_("from this # on, YAML reads nothing more.")
BETWEEN_QUOTES = N_(
    "Put the text between quotation marks. If it is a remark, write it on a line of its own."
)
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
    message = (
        _("at field '{name}': {message}", name=name, message=problem.message)
        if name
        else problem.message
    )
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
            message = _("holds a character that YAML does not allow.")
            raise _RefusedError(YAML_SYNTAX.problem(Location(self.path), message)) from None

    def refuse(self, event: Event, message: str, hint: str = "") -> _RefusedError:
        return _RefusedError(YAML_FEATURE.problem(self.location(event.start_mark), message, hint))

    def document(self) -> Node | None:
        self.next()
        start = self.next()
        if isinstance(start, yaml.StreamEndEvent):
            return None
        if start.version or start.tags:
            raise self.refuse(
                start, _("a line that starts with % is not allowed here."), _("Remove it.")
            )
        node = self.node(self.next(), 0)
        self.next()
        after = self.next()
        if not isinstance(after, yaml.StreamEndEvent):
            hint = _("Put each item in a file of its own and remove the line '---'.")
            raise self.refuse(after, _("there is a second document in this file."), hint)
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
            hint = _("Put the text between quotation marks.")
            raise self.refuse(event, _("'&' and '*' mean something special in YAML."), hint)
        if event.tag is not None:
            hint = _("Put the text between quotation marks.")
            raise self.refuse(event, _("'!' means something special in YAML."), hint)
        self.count += 1
        place = self.location(event.start_mark)
        if depth > DEPTH_LIMIT:
            message = _("more than {limit} levels stand inside each other here.", limit=DEPTH_LIMIT)
            hint = _("Use less indentation, or put text with brackets between quotation marks.")
            raise _RefusedError(TOO_LARGE.problem(place, message, hint))
        if self.count > self.limit:
            message = _(
                "up to here, this file already holds {limit} names and values.", limit=self.limit
            )
            hint = _("More does not fit. Divide the content over more files, or shorten it.")
            raise _RefusedError(TOO_LARGE.problem(place, message, hint))

    def scalar(self, event: Event) -> Scalar:
        mark = event.start_mark
        if found := HIDDEN.search(event.value):
            message = _(HIDDEN_MESSAGE, code=f"{ord(found.group()):04X}")
            problem = HIDDEN_CHARACTER.problem(self.location(mark), message, _(HIDDEN_HINT))
            self.problems.append(problem)
        lost = None if event.style else _LOST.match(self.text, event.end_mark.index)
        if lost:
            raise self.misread(lost.end(), _(NOTHING_MORE), _(BETWEEN_QUOTES))
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
            hint = _("Put the hyphens of one list right below each other.")
            raise self.misread(
                found.end(), _("this hyphen does not stand below the one before it."), hint
            )

    def misread(self, index: int, message: str, hint: str) -> _RefusedError:
        before = self.text[:index]
        line, column = before.count("\n") + 1, index - before.rfind("\n")
        return _RefusedError(YAML_SYNTAX.problem(Location(self.path, line, column), message, hint))

    def mapping(self, node: Mapping, depth: int) -> Mapping:
        while not isinstance(event := self.next(), yaml.MappingEndEvent):
            key = self.node(event, depth + 1)
            if not isinstance(key, Scalar):
                raise self.refuse(event, _("the name of a field must be plain text."))
            value = self.node(self.next(), depth + 1)
            if key.text in node.keys:
                self.problems.append(self.duplicate(key, node.keys[key.text]))
            else:
                node.keys[key.text], node.nodes[key.text] = key, value
        return node

    def duplicate(self, key: Scalar, first: Scalar) -> Problem:
        place = Location(self.path, key.line, key.column)
        message = _("field '{key}' is also on line {line}.", key=key.text, line=first.line)
        return DUPLICATE_KEY.problem(place, message, _("Remove one of the two."))
