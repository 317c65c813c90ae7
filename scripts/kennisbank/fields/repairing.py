"""Mends how an entry is written without changing what it says; comments stay."""

from __future__ import annotations

from dataclasses import dataclass

from kennisbank.fields.base import Entry
from kennisbank.fields.types import FieldGroup
from kennisbank.fields.writing import in_order, on_one_line, part_of
from kennisbank.messages import N_
from kennisbank.reading.yaml_document import YamlDocument, read_yaml
from kennisbank.reading.yaml_layout import FieldBlock, layout_of

_EDITOR_LINE = "# yaml-language-server:"


@dataclass(frozen=True, slots=True)
class Repair:
    """The mended text, and the names of what was mended in it, as messages."""

    text: str
    mended: tuple[str, ...]


def repair(kind: type[Entry], document: YamlDocument) -> Repair:
    """Return the text with each repair that leaves every value exactly as it was."""
    text = document.text
    mended: set[str] = set()
    # What one repair takes away can have been in the way of one before it.
    for _ in _REPAIRS:
        before = text
        for name, mend in _REPAIRS.items():
            better = mend(kind, text)
            after, _ = read_yaml(document.path, better)
            if better != text and after and after.value == document.value:
                text = better
                mended.add(name)
        if text == before:
            break
    return Repair(text, tuple(name for name in _REPAIRS if name in mended))


def field_start(text: str, name: str) -> int:
    """Return how many characters stand before a field of a file and the remarks above it."""
    lines = text.split("\n")
    root = next(group for group in layout_of(text).groups if not group.key_path)
    number = _start(lines, root, root.names.index(name))
    return len("\n".join([*lines[:number], ""]))


def _order_fields(kind: type[Entry], text: str) -> str:
    """Move one group of fields at a time: the lines of all others change with it."""
    for _ in layout_of(text).groups:
        for group in layout_of(text).groups:
            better = _order_group(_part_at(kind, group), group, text)
            if better != text:
                text = better
                break
    return text


def _part_at(kind: type[Entry], group: FieldBlock) -> type[FieldGroup] | None:
    part: type[FieldGroup] | None = kind
    for step in group.key_path:
        part = part_of(part, step) if isinstance(step, str) else part
    return part


def _order_group(part: type[FieldGroup] | None, group: FieldBlock, text: str) -> str:
    names = in_order(part, group.names)
    lines = text.split("\n")
    if names == [*group.names]:
        return text
    starts = [_start(lines, group, number) for number in range(len(group.lines))]
    ends = [*starts[1:], _end(lines, group)]
    pieces = {
        name: _Piece(lines[start:key], lines[key:end])
        for name, key, start, end in zip(group.names, group.lines, starts, ends, strict=True)
    }
    # In a list, a dash stands before the first field, whichever that is.
    dash = lines[group.lines[0]][: group.column]
    moved: list[str] = []
    for number, name in enumerate(names):
        first, *rest = pieces[name].lines
        before = dash if number == 0 else " " * group.column
        moved += [*pieces[name].remarks, before + first[group.column :], *rest]
    return "\n".join([*lines[: starts[0]], *moved, *lines[ends[-1] :]])


@dataclass(frozen=True, slots=True)
class _Piece:
    remarks: list[str]
    lines: list[str]


def _start(lines: list[str], group: FieldBlock, number: int) -> int:
    """Return where a field begins: at the remarks that stand right above its name."""
    key = group.lines[number]
    if number == 0 and "-" in lines[key][: group.column]:
        return key
    above = group.lines[number - 1] if number else -1
    first = key
    while first - 1 > above and _is_remark(lines[first - 1], group.column):
        first -= 1
    return first if number or group.key_path else first + _head(lines[first:key])


def _is_remark(line: str, column: int) -> bool:
    """Return whether a line is empty, or a remark that stands no further than the fields."""
    return not line.strip() or (line.lstrip(" ").startswith("#") and _indent(line) <= column)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _head(remarks: list[str]) -> int:
    """Return how many lines are about the file and not about its first field."""
    empty = [number for number, line in enumerate(remarks) if not line.strip()]
    if empty:
        return empty[-1] + 1
    return int(remarks[:1] != [] and remarks[0].startswith(_EDITOR_LINE))


def _end(lines: list[str], group: FieldBlock) -> int:
    """Return the line after the last field, with the remarks that stand further than its name."""
    end = group.last + 1
    while end < len(lines) and lines[end].strip() and _is_inner_remark(lines[end], group.column):
        end += 1
    return end


def _is_inner_remark(line: str, column: int) -> bool:
    return line.lstrip(" ").startswith("#") and _indent(line) > column


def _requote(_: type[Entry], text: str) -> str:
    parts, done = [], 0
    for piece in layout_of(text).pieces:
        parts += [text[done : piece.start], on_one_line(piece.text)]
        done = piece.end
    return "".join([*parts, text[done:]])


def _strip_lines(_: type[Entry], text: str) -> str:
    kept = layout_of(text).block_lines
    lines = text.split("\n")
    return "\n".join(
        line if number in kept else line.rstrip(" \t") for number, line in enumerate(lines)
    )


def _end_once(_: type[Entry], text: str) -> str:
    return text.rstrip(" \t\n") + "\n"


# The end comes first: a field in the middle needs the line end that the last one may lack.
_REPAIRS = {
    N_("end of the file"): _end_once,
    N_("order of the fields"): _order_fields,
    N_("quotation marks"): _requote,
    N_("spaces at the end of a line"): _strip_lines,
}
