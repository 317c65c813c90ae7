"""Reads the raw value of a field in a .bib file, and says why a block cannot be read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kennisbank.file_names import is_reserved
from kennisbank.slug import slug
from kennisbank.sources.source import ADDRESS_KEY

if TYPE_CHECKING:
    from collections.abc import Mapping


_REASONS = (
    ("end of file", "het bestand houdt op voordat deze bron is gesloten.", "Zet er een } achter."),
    (
        "Unexpected block start",
        "de volgende bron begint voordat deze is gesloten.",
        "Waarschijnlijk ontbreekt een } of een aanhalingsteken.",
    ),
    (
        "Expected comma after entry key",
        "achter de sleutel staat geen komma.",
        "Schrijf bijvoorbeeld @book{jansen2021leren, en dan de velden.",
    ),
    ("Expected a `=`", "een veld heeft geen waarde.", "Schrijf elk veld als: title = {De titel},"),
    (
        "Expected equals sign",
        "achter de naam van een @string staat geen =.",
        'Schrijf bijvoorbeeld @string{tijdschrift = "Naam"}.',
    ),
    (
        "after a closed entry field value",
        "achter de waarde van een veld staat geen komma.",
        "Zet achter elk veld een komma.",
    ),
)
_OTHER = (
    "deze bron is niet te lezen.",
    "Staat achter de sleutel en elk veld een komma, en is elke accolade gesloten?",
)


def reason_of(abort_reason: str) -> tuple[str, str]:
    """Return the message and the hint for a reason that bibtexparser gives."""
    for start, message, hint in _REASONS:
        if re.search(re.escape(start), abort_reason):
            return message, hint
    return _OTHER


def outside_of_sources(type_: str | None, field: str | None) -> tuple[str, str]:
    """Return the message and the hint for text between sources that was meant to be in one."""
    if field:
        return f"het veld '{field}' staat buiten een bron.", "Staat er erboven een } te veel?"
    if type_ is None:
        return "hier staat een } te veel.", "Haal hem weg."
    opened = "Begin met bijvoorbeeld @book{jansen2021leren,"
    return f"achter '@{type_}' ontbreekt een {{.", opened


def key_remedy(key: str, taken: Mapping[str, object]) -> str:
    """Return what to do about a key that can be no address: the nearest one that can, if free.

    `taken` holds the keys of the file in small letters.
    """
    if is_reserved(key):
        return "Windows houdt die naam voor een apparaat. Kies een andere sleutel."
    near = slug(key)
    is_free = near == key.casefold() or near not in taken
    if is_free and ADDRESS_KEY.fullmatch(near) and not is_reserved(near):
        return f"Schrijf '{near}', hier en waar de bron wordt genoemd."
    return "Gebruik kleine letters, cijfers, - en _, hooguit 64: 'jansen2021leren'."


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
