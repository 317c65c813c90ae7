"""Reads YAML as plain values, with the place of every key, value and word in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from pathlib import PurePosixPath

from kennisbank.messages import N_, _
from kennisbank.problems import Location, Problem
from kennisbank.reading.rules import YAML_SYNTAX
from kennisbank.reading.text_file import location_in
from kennisbank.reading.yaml_nodes import (
    LIST_LIMIT,
    NODE_LIMIT,
    Mapping,
    Node,
    Scalar,
    Sequence,
    compose,
)

KeyPath = tuple[str | int, ...]
# What folding and stripping change; all other characters of a value stand in the file, in order.
_BLANK = " \t\n"
_WITHOUT_BLANKS = str.maketrans("", "", _BLANK)
# YAML folds lines in the other styles, and makes one line break of a blank line. People do not put
# text of several lines between quotation marks, but programs do, and they know that rule.
_AS_WRITTEN = ("|", '"', "'")
# Of what a program folded, these lines belong together: rows of a table, and code.
_TOGETHER = re.compile(
    r"^[ \t]*(`{3,}|~{3,}).*?^[ \t]*\1|(?:^[ \t]*\|.*\|[ \t]*\n?){2,}", re.MULTILINE | re.DOTALL
)
_DOUBLE_QUOTED = re.compile(
    r"\\(?:x(?P<x>[0-9A-Fa-f]{2})|u(?P<u>[0-9A-Fa-f]{4})|U(?P<U>[0-9A-Fa-f]{8})"
    r"|(?P<blank>[ tn\t]|\n)|.)|.",
    re.DOTALL,
)


@dataclass(frozen=True)
class YamlDocument:
    """One file's values: texts, tuples, dictionaries, and None for an empty field."""

    path: PurePosixPath
    text: str = field(repr=False)
    value: dict[str, object]

    @cached_property
    def _root(self) -> Node | None:
        # Composed again, only when a problem must be located: nodes cost ten times the values.
        return compose(self.path, self.text, LIST_LIMIT)[0]

    @cached_property
    def _marks_by_key(self) -> dict[KeyPath, list[int]]:
        # A text can hold hundreds of mistakes; it is walked through once for all of them.
        return {}

    def location_of(self, key_path: KeyPath, *, of_key: bool = False) -> Location:
        """Return the place of a value or key; of the nearest parent when it is not there."""
        node = self._root
        place = Location(self.path)
        for depth, step in enumerate(key_path):
            key = node.keys.get(str(step)) if isinstance(node, Mapping) else None
            child = _child(node, step)
            if child is None:
                break
            last = depth == len(key_path) - 1
            node = child
            if key and ((last and of_key) or _is_empty(node)):
                place = Location(self.path, key.line, key.column)
            else:
                place = Location(self.path, node.line, node.column)
        return place

    def location_of_text(self, key_path: KeyPath, offset: int) -> Location:
        """Return the place in the file of one character of a text value."""
        node = self._root
        for step in key_path:
            node = _child(node, step)
        if not isinstance(node, Scalar):
            return self.location_of(key_path)
        text = _text(node)
        marks = self._marks_by_key.get(key_path)
        if marks is None:
            # One more, for what stands behind the last.
            count = len(text.translate(_WITHOUT_BLANKS)) + 1
            marks = self._marks_by_key[key_path] = [*islice(_marks(node, self.text), count)]
        wanted = len(text[:offset].translate(_WITHOUT_BLANKS))
        if wanted >= len(marks):
            return self.location_of(key_path)
        return location_in(self.text, marks[wanted], self.path)


_START = N_("Start with lines like 'title: …'.")


def read_yaml(
    path: PurePosixPath,
    text: str,
    start: str = "",
    limit: int = NODE_LIMIT,
) -> tuple[YamlDocument | None, list[Problem]]:
    """Return the document of a file, or none with the reasons why it cannot be read.

    `start` says how such a file starts, to whoever wrote no fields in it.
    """
    node, problems = compose(path, text, limit)
    if problems:
        return None, problems
    if not isinstance(node, Mapping):
        message = _("the file is empty or has no fields.")
        return None, [YAML_SYNTAX.problem(Location(path), message, start or _(_START))]
    return YamlDocument(path, text, _mapping_value(node)), []


def read_rows(
    path: PurePosixPath, text: str, start: str
) -> tuple[YamlDocument | None, list[Problem]]:
    """Return the document of a file that may hold no fields at all, or only remarks."""
    if all(not line.strip() or line.startswith("#") for line in text.split("\n")):
        return YamlDocument(path, text, {}), []
    return read_yaml(path, text, start, LIST_LIMIT)


def _child(node: Node | None, step: str | int) -> Node | None:
    if isinstance(node, Mapping):
        return node.nodes.get(str(step))
    if isinstance(node, Sequence) and isinstance(step, int) and step < len(node.nodes):
        return node.nodes[step]
    return None


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and not node.text and not node.style


def _mapping_value(node: Mapping) -> dict[str, object]:
    return {key: _value(child) for key, child in node.nodes.items()}


def _value(node: Node) -> object:
    if isinstance(node, Scalar):
        return None if _is_empty(node) else _text(node)
    if isinstance(node, Sequence):
        return tuple(_value(child) for child in node.nodes)
    return _mapping_value(node)


def _text(scalar: Scalar) -> str:
    """Return the text that an author meant: a blank line in folded text ends a paragraph."""
    text = scalar.text.rstrip()
    if scalar.style in _AS_WRITTEN or "\n" not in text:
        return text
    parts, done = [], 0
    for found in _TOGETHER.finditer(text):
        parts += [_in_paragraphs(text[done : found.start()]), found[0]]
        done = found.end()
    return "".join([*parts, _in_paragraphs(text[done:])])


def _in_paragraphs(text: str) -> str:
    return text.replace("\n", "\n\n")


def _marks(scalar: Scalar, text: str) -> Iterator[int]:
    """Yield where in the file each character of the value stands that is not blank."""
    if scalar.style in {"|", ">"}:
        start = text.find("\n", scalar.index) + 1
        return (i for i in range(start, len(text)) if text[i] not in _BLANK)
    if scalar.style == '"':
        return _double_quoted_marks(scalar.index + 1, text)
    if scalar.style == "'":
        return _single_quoted_marks(scalar.index + 1, text)
    return (i for i in range(scalar.index, len(text)) if text[i] not in _BLANK)


def _single_quoted_marks(start: int, text: str) -> Iterator[int]:
    for match in re.compile("''|.", re.DOTALL).finditer(text, start):
        if match.group() not in _BLANK:
            yield match.start()


def _double_quoted_marks(start: int, text: str) -> Iterator[int]:
    for match in _DOUBLE_QUOTED.finditer(text, start):
        code = match["x"] or match["u"] or match["U"]
        blank = chr(int(code, 16)) in _BLANK if code else match.group() in _BLANK
        if not blank and not match["blank"]:
            yield match.start()
