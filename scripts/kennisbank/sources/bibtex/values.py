"""Reads the raw value of a field in a .bib file, and says why a block cannot be read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from kennisbank.file_names import is_reserved
from kennisbank.messages import N_, _
from kennisbank.slug import slug
from kennisbank.sources.source import ADDRESS_KEY

_REASONS = (
    ("end of file", N_("the file ends before this source is closed."), N_("Put a } after it.")),
    (
        "Unexpected block start",
        N_("the next source starts before this one is closed."),
        N_("Probably a } or a quotation mark is missing."),
    ),
    (
        "Expected comma after entry key",
        N_("there is no comma after the key."),
        N_("Write @book{jansen2021leren, for example, and then the fields."),
    ),
    (
        "Expected a `=`",
        N_("a field has no value."),
        N_("Write each field as: title = {The title},"),
    ),
    (
        "Expected equals sign",
        N_("there is no = after the name of a @string."),
        N_('Write @string{journal = "Name"}, for example.'),
    ),
    (
        "after a closed entry field value",
        N_("there is no comma after the value of a field."),
        N_("Put a comma after each field."),
    ),
)
_OTHER = (
    N_("this source cannot be read."),
    N_("Is there a comma after the key and each field, and is each brace closed?"),
)


def reason_of(abort_reason: str) -> tuple[str, str]:
    """Return the message and the hint for a reason that bibtexparser gives."""
    for start, message, hint in _REASONS:
        if re.search(re.escape(start), abort_reason):
            return _(message), _(hint)
    message, hint = _OTHER
    return _(message), _(hint)


def outside_of_sources(type_: str | None, field: str | None) -> tuple[str, str]:
    """Return the message and the hint for text between sources that was meant to be in one."""
    if field:
        return _("the field '{field}' stands outside a source.", field=field), _(
            "Is there a } too many above it?"
        )
    if type_ is None:
        return _("there is a } too many here."), _("Remove it.")
    opened = _("Start with @book{jansen2021leren, for example.")
    return _("after '@{type}', a {{ is missing.", type=type_), opened


def key_remedy(key: str, taken: Mapping[str, object]) -> str:
    """Return what to do about a key that can be no address: the nearest one that can, if free.

    `taken` holds the keys of the file in small letters.
    """
    if is_reserved(key):
        return _("Windows keeps that name for a device. Choose another key.")
    near = slug(key)
    is_free = near == key.casefold() or near not in taken
    if is_free and ADDRESS_KEY.fullmatch(near) and not is_reserved(near):
        return _("Write '{key}', here and where the source is named.", key=near)
    return _("Use small letters, digits, - and _, 64 at most: 'jansen2021leren'.")


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
