r"""Writes the values of an entry as YAML that reads back as the same values.

The rules are few, because the form on the site writes the same bytes in its own language:

1. Line 1 names the schema. Fields follow in the order of the model, unknown ones last; what is
   inside a list or group stands two spaces further. There are no blank lines, and one line end.
2. A text that fits on its line of 100 characters is plain, or in double quotes where YAML would
   read something else: see `_is_plain`.
3. A longer text of words with single spaces, in paragraphs with one empty line between, is folded
   (`>-`) into lines of at most 100 characters, each as full as it can be.
4. Other text of several lines, or with more spaces together, is literal (`|-`).
5. What no block can hold (a blank in front, a blank at the end of a line, a hidden character) is in
   double quotes, with \n, \t, \", \\ and \u0000.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from kennisbank.fields.base import Entry
from kennisbank.fields.schema import FOLDER
from kennisbank.fields.specs import field_specs
from kennisbank.fields.types import FieldGroup
from kennisbank.invisible_characters import HIDDEN

WIDTH = 100
_SCHEMA_LINE = "# yaml-language-server: $schema=../{folder}/{kind}.json"
NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
# What begins otherwise in YAML, a field or remark inside, and the words for yes, no and nothing.
NOT_PLAIN = re.compile(
    r"""[-?:,\[\]{}#&*!|>'"%@`=<~ ]|.*:(?: |$)|.* #|(?:true|false|null|yes|no|on|off|y|n)$""",
    re.IGNORECASE,
)
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}


def schema_line(kind: type[Entry]) -> str:
    """Return the first line of a file, from which editors know what to check it with."""
    return _SCHEMA_LINE.format(folder=FOLDER, kind=kind.kind)


def entry_text(kind: type[Entry], values: Mapping[str, object]) -> str:
    """Return the text of a file with these values, as `read_yaml` gives them."""
    return "\n".join([schema_line(kind), *_mapping(kind, values, "")]) + "\n"


def in_order(part: type[FieldGroup] | None, names: Sequence[str]) -> list[str]:
    """Return names of fields in the order of the model, those it does not know last."""
    known = [spec.name for spec in field_specs(part)] if part else []
    return [*(name for name in known if name in names), *(n for n in names if n not in known)]


def part_of(part: type[FieldGroup] | None, name: str) -> type[FieldGroup] | None:
    """Return the group of fields that a field holds, if it holds one."""
    found = (spec.group for spec in field_specs(part) if spec.name == name) if part else iter(())
    return next(found, None)


def _mapping(
    part: type[FieldGroup] | None, values: Mapping[str, object], indent: str
) -> Iterator[str]:
    for name in in_order(part, [*values]):
        start = f"{indent}{on_one_line(name)}:"
        yield from _value(part_of(part, name), values[name], start, indent)


def _value(part: type[FieldGroup] | None, value: object, start: str, indent: str) -> Iterator[str]:
    """Yield the lines of a value; the first continues `start`, which ends in a colon or dash."""
    inner = f"{indent}  "
    if value is None:
        yield start
    elif isinstance(value, str):
        yield from _text(value, start, inner)
    elif not value:
        yield f"{start} {'{}' if isinstance(value, dict) else '[]'}"
    elif isinstance(value, dict):
        yield start
        yield from _mapping(part, value, inner)
    elif isinstance(value, tuple):
        yield start
        for item in value:
            yield from _item(part, item, inner)


def _item(part: type[FieldGroup] | None, value: object, indent: str) -> Iterator[str]:
    if isinstance(value, dict) and value:
        first, *rest = _mapping(part, value, f"{indent}  ")
        yield from [f"{indent}- {first.lstrip(' ')}", *rest]
    else:
        yield from _value(part, value, f"{indent}-", indent)


def _text(text: str, start: str, inner: str) -> Iterator[str]:
    line = f"{start} {on_one_line(text)}"
    if not _fits_a_block(text) or ("\n" not in text and (len(line) <= WIDTH or " " not in text)):
        yield line
    elif _folds(text):
        yield f"{start} >-"
        yield from _folded(text, inner)
    else:
        yield f"{start} |-"
        yield from (f"{inner}{one}" if one else "" for one in text.split("\n"))


def on_one_line(text: str) -> str:
    """Return a text as it stands on one line: as it is where that is safe, else in quotes."""
    if _is_plain(text):
        return text
    return '"' + "".join(_escaped(character) for character in text) + '"'


def _is_plain(text: str) -> bool:
    """Return whether YAML reads this text as it stands, and editors as text or a number."""
    if NUMBER.fullmatch(text):
        return True
    unsafe = not text or text != text.strip() or re.search(r"[\n\t]", text) or HIDDEN.search(text)
    return not unsafe and not NOT_PLAIN.match(text)


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if not HIDDEN.match(character):
        return character
    code = ord(character)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"  # noqa: PLR2004 - YAML's forms


def _fits_a_block(text: str) -> bool:
    """Return whether a block can hold the text: it begins with a sign and no line ends blank."""
    lines = text.split("\n")
    blank = text[:1].strip() == "" or any(line != line.rstrip() for line in lines)
    return not blank and not HIDDEN.search(text)


def _folds(text: str) -> bool:
    """Return whether folding keeps the text: paragraphs of words with one space between."""
    paragraphs = text.split("\n\n")
    return not re.search(r"\t|(?<!\n)\n(?!\n)|\n{3}", text) and all(
        all(paragraph.split(" ")) for paragraph in paragraphs
    )


def _folded(text: str, indent: str) -> Iterator[str]:
    for number, paragraph in enumerate(text.split("\n\n")):
        if number:
            yield ""
        line = ""
        for word in paragraph.split(" "):
            longer = f"{line} {word}" if line else f"{indent}{word}"
            if line and len(longer) > WIDTH:
                yield line
                longer = f"{indent}{word}"
            line = longer
        yield line
