"""The raw value of a field in a .bib file becomes its text: pieces and strings joined."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# Every BibTeX style defines these; as they stand, dates are read from them.
MONTHS = frozenset("jan feb mar apr may jun jul aug sep oct nov dec".split())  # noqa: SIM905 - shorter than a list
# An @string that repeats another, which repeats another, could fill the memory.
LENGTH_LIMIT = 100_000
_BARE = re.compile(r"[^\s{}\"#=,%]+")
_MARK = re.compile(r'\\.|[{}"]', re.DOTALL)
_NEXT_FIELD = re.compile(r"\s*,?\s*(?P<name>[A-Za-z][\w:+-]*)\s*=\s*")
_JOIN = re.compile(r"\s*#\s*")


@dataclass(slots=True)
class Value:
    """A field's text, the names in it that no @string defines, and the fields it swallowed.

    `swallowed` holds name and raw value of what follows where a comma is missing; `rest` is
    what stands behind the value and is no field either.
    """

    text: str = ""
    undefined: list[str] = field(default_factory=list)
    swallowed: tuple[str, str] | None = None
    rest: str = ""
    too_long: bool = False


def read_value(raw: str, strings: Mapping[str, str]) -> Value:
    """Return what a raw value says; strings maps the small-letter names of @string to their text.

    Grammar of BibTeX: pieces in braces, in quotes, numbers and names, joined by #.
    """
    value = Value()
    parts: list[str] = []
    length = 0
    index = len(raw) - len(raw.lstrip())
    while True:
        piece, index = _piece(raw, index)
        if piece is None:
            break
        parts.append(_text_of(piece, strings, value))
        length += len(parts[-1])
        if length > LENGTH_LIMIT:
            value.too_long = True
            return value
        joint = _JOIN.match(raw, index)
        if not joint:
            break
        index = joint.end()
    value.text = "".join(parts)
    _read_rest(raw[index:], value)
    return value


def _read_rest(rest: str, value: Value) -> None:
    found = _NEXT_FIELD.match(rest)
    if found:
        value.swallowed = (found["name"], rest[found.end() :])
    else:
        value.rest = rest.strip()


def _text_of(piece: str, strings: Mapping[str, str], value: Value) -> str:
    if piece[0] in '{"':
        return piece[1:-1]
    name = piece.casefold()
    if piece.isdecimal() or (name in MONTHS and name not in strings):
        return piece
    if name not in strings:
        value.undefined.append(piece)
    return strings.get(name, "")


def _piece(raw: str, index: int) -> tuple[str | None, int]:
    """Return the piece that starts here and where it ends; none when nothing starts here."""
    if raw[index : index + 1] in {"{", '"'}:
        end = _end_of_group(raw, index)
        return (raw[index:end], end) if end else (None, index)
    bare = _BARE.match(raw, index)
    return (bare.group(), bare.end()) if bare else (None, index)


def _end_of_group(raw: str, start: int) -> int:
    """Return the index behind the closing brace or quote; 0 when it stays open."""
    quoted = raw[start] == '"'
    depth = 0
    for match in _MARK.finditer(raw, start + quoted):
        mark = match.group()
        depth += {"{": 1, "}": -1}.get(mark, 0)
        if not depth and mark == ('"' if quoted else "}"):
            return match.end()
    return 0
