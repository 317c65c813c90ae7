"""Reads a filled issue form as the values of an entry, with the line of each answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kennisbank.fields.base import Entry
from kennisbank.fields.specs import FieldSpec
from kennisbank.fields.text_rules import unknown_word
from kennisbank.forms.issue_forms import asked_in_form
from kennisbank.library.names import is_joined, parts_of
from kennisbank.slug import slug

_HEADING = re.compile(r"### +(?P<label>.+?) *")
_FENCE = re.compile(r" {0,3}(?P<fence>`{3,}|~{3,})")
# GitHub writes this where nothing was filled in, in the language of the form's maker.
_NOTHING = {"", "_No response_", "None"}
_POINT = re.compile(r"(?:[-*]|\d+[.)]) +")


@dataclass(frozen=True, slots=True)
class Answers:
    """Values by field, the line of each heading, and the headings that came twice.

    `above` is the line of the first text above all headings, which is no answer; 0 without any.
    """

    values: dict[str, object]
    lines: dict[str, int]
    repeated: tuple[tuple[str, int], ...] = ()
    above: int = 0


def answers_in(kind: type[Entry], body: str, ids: Mapping[str, Mapping[str, str]]) -> Answers:
    """Return the answers; `ids` gives for each kind the id of a name.

    A heading that is no label of the form, or in a fence, belongs to the answer above it.
    """
    specs = {spec.title: spec for spec in asked_in_form(kind)}
    written: dict[str, list[str]] = {}
    lines: dict[str, int] = {}
    repeated = []
    above: list[int] = []
    current: list[str] = []
    for number, line, heading in _headings(body.split("\n"), specs):
        if not heading:
            current.append(line)
            if not written and line.strip():
                above.append(number)
        elif heading in written:
            repeated.append((heading, number))
        else:
            current = written[heading] = []
            lines[specs[heading].name] = number
    values = {
        specs[label].name: value
        for label, text in written.items()
        if (value := _value(specs[label], "\n".join(text).strip(), ids)) is not None
    }
    missing = {s.name: unknown_word() for s in specs.values() if s.unknown and s.name not in values}
    return Answers(values | missing, lines, tuple(repeated), above[0] if above else 0)


def _headings(lines: list[str], labels: Mapping[str, object]) -> Iterator[tuple[int, str, str]]:
    """Yield each line with its number, and the label when it is a heading of the form."""
    fence = ""
    for number, line in enumerate(lines, start=1):
        mark = _FENCE.match(line)
        if mark and not fence:
            fence = mark["fence"]
        elif mark and mark["fence"].startswith(fence):
            fence = ""
        heading = None if fence or mark else _HEADING.fullmatch(line)
        label = heading["label"] if heading else ""
        yield number, line, label if label in labels else ""


def _value(spec: FieldSpec, text: str, ids: Mapping[str, Mapping[str, str]]) -> object:
    if text in _NOTHING:
        return None
    if spec.choices:
        by_label = {choice.label: choice.written for choice in spec.choices}
        picked = tuple(by_label.get(one.strip(), one.strip()) for one in text.split(","))
        return picked if spec.many else picked[0]
    if not spec.many:
        return text if spec.field_type.is_block else " ".join(text.split())
    points = (_POINT.sub("", line.strip(), count=1).strip() for line in text.split("\n"))
    known = ids.get(spec.refers_to)
    given = [point for point in points if point]
    return tuple(given) if known is None else tuple(_named(given, known))


def _named(given: list[str], known: Mapping[str, str]) -> Iterator[str]:
    """Yield ids for names; several on one line are several."""
    for point in given:
        for name in parts_of(point) if is_joined(point, known) else [point]:
            yield known.get(slug(name), name)
