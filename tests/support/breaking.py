"""A good entry and a seed become the same entry with one thing broken, and where that is."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, NamedTuple

from kennisbank.fields.specs import FieldSpec, field_specs
from kennisbank.fields.types import (
    CountType,
    DayType,
    NumberType,
    ProseType,
    SourceType,
    YearType,
)
from kennisbank.reading.yaml_layout import layout_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from kennisbank.fields.base import Entry


class Broken(NamedTuple):
    """A text with one fault: the line to name, and the word that the message must hold."""

    how: str
    text: str
    line: int
    word: str


class Field(NamedTuple):
    """One field of the good entry: its lines, counted from 0, the last one not included."""

    spec: FieldSpec
    first: int
    end: int


class Breaker:
    """Breaks one entry in one way."""

    def __init__(self, kind: type[Entry], text: str, seed: int) -> None:
        self.random = random.Random(seed)
        self.lines = text.rstrip("\n").split("\n")
        root = next(one for one in layout_of(text).groups if not one.key_path)
        ends = [*root.lines[1:], root.last + 1]
        by_name = {spec.name: spec for spec in field_specs(kind)}
        self.fields = [
            Field(by_name[name], first, end)
            for name, first, end in zip(root.names, root.lines, ends, strict=True)
        ]

    def broken(self) -> Broken:
        """Return the entry, broken in a way that its fields allow."""
        while True:
            how = self.random.choice(WAYS)
            if found := how(self):
                return Broken(how.__name__, *found)

    def pick(self, fits: Callable[[FieldSpec], bool]) -> Field | None:
        """Return one of the fields that fit."""
        found = [field for field in self.fields if fits(field.spec)]
        return self.random.choice(found) if found else None

    def with_lines(self, field: Field, *lines: str) -> str:
        """Return the text with other lines for a field."""
        return "\n".join([*self.lines[: field.first], *lines, *self.lines[field.end :]]) + "\n"

    def with_value(self, field: Field | None, value: str) -> tuple[str, int, str] | None:
        """Return the text with another value behind the name of a field."""
        if field is None:
            return None
        line = f"{field.spec.name}: {value}".rstrip(" ")
        return self.with_lines(field, line), field.first + 1, field.spec.name


Found = tuple[str, int, str] | None


def _single(spec: FieldSpec) -> bool:
    return not spec.many and not spec.group and type(spec.field_type) is not SourceType


def _written(spec: FieldSpec) -> bool:
    return _single(spec) and spec.field_type.is_read


def misspelt_name(breaker: Breaker) -> Found:
    """Leave a letter out of the name of a field."""
    field = breaker.random.choice(breaker.fields)
    name = field.spec.name
    cut = breaker.random.randrange(1, len(name))
    wrong = name[:cut] + name[cut + 1 :]
    first, *rest = breaker.lines[field.first : field.end]
    text = breaker.with_lines(field, first.replace(name, wrong, 1), *rest)
    return text, field.first + 1, name


def missing_field(breaker: Breaker) -> Found:
    """Leave a field out."""
    field = breaker.pick(lambda spec: spec.required)
    return (breaker.with_lines(field), 1, field.spec.name) if field else None


def field_twice(breaker: Breaker) -> Found:
    """Write a field a second time, at the end."""
    field = breaker.random.choice(breaker.fields)
    lines = [*breaker.lines, *breaker.lines[field.first : field.end]]
    return "\n".join(lines) + "\n", len(breaker.lines) + 1, field.spec.name


def lost_quote(breaker: Breaker) -> Found:
    """Open a quote and never close it."""
    quote = breaker.random.choice("\"'")
    return breaker.with_value(breaker.pick(_written), f"{quote}Een tekst")


def colon_in_text(breaker: Breaker) -> Found:
    """Write a colon in a text without quotes."""
    return breaker.with_value(breaker.pick(_written), "Let op: dit mag niet")


def sign_in_front(breaker: Breaker) -> Found:
    """Begin a text with a sign that means something in YAML."""
    sign = breaker.random.choice(["@", "`", "%", "&a ", "*", "!", "[", "{"])
    return breaker.with_value(breaker.pick(_written), f"{sign}tekst")


def wrong_indentation(breaker: Breaker) -> Found:
    """Put a space before the name of a field in the middle."""
    field = breaker.random.choice(breaker.fields[1:])
    if not _single(breaker.fields[breaker.fields.index(field) - 1].spec):
        return None
    first, *rest = breaker.lines[field.first : field.end]
    return breaker.with_lines(field, f" {first}", *rest), field.first + 1, ""


def tab(breaker: Breaker) -> Found:
    """Indent a point of a list with a tab."""
    field = breaker.pick(lambda spec: spec.many and not spec.group)
    if field is None or field.end - field.first < 2:
        return None
    name, point, *rest = breaker.lines[field.first : field.end]
    text = breaker.with_lines(field, name, f"\t{point.strip()}", *rest)
    return text, field.first + 2, ""


def hidden_character(breaker: Breaker) -> Found:
    """Put a character in a text that nobody sees; its place is told, before fields are read."""
    hidden = breaker.random.choice("\a\x1b\u200b\u202e\ufeff")
    found = breaker.with_value(breaker.pick(_written), f"Een{hidden} tekst")
    return found and (*found[:2], f"U+{ord(hidden):04X}")


def no_value(breaker: Breaker) -> Found:
    """Write nothing behind a name."""
    field = breaker.random.choice(breaker.fields)
    return breaker.with_value(
        field, breaker.random.choice(["", '""', "[]"] if _single(field.spec) else [""])
    )


def list_for_text(breaker: Breaker) -> Found:
    """Write a list where one value belongs."""
    return breaker.with_value(breaker.pick(_single), "[een, twee]")


def text_for_list(breaker: Breaker) -> Found:
    """Write one value where a list belongs."""
    return breaker.with_value(breaker.pick(lambda spec: spec.many), "een-woord")


def bad_day(breaker: Breaker) -> Found:
    """Write a day that is none, or in another order."""
    day = breaker.random.choice(
        ["24-11-2026", "2026-02-30", "gisteren", "2026/11/24", "24 november"]
    )
    return breaker.with_value(breaker.pick(lambda spec: type(spec.field_type) is DayType), day)


def too_long(breaker: Breaker) -> Found:
    """Write more than a line, a short text or a summary may hold."""
    field = breaker.pick(
        lambda s: _written(s) and (not isinstance(s.field_type, ProseType) or s.name == "summary")
    )
    return breaker.with_value(field, "woord " * 80 + "slot")


def unknown_choice(breaker: Breaker) -> Found:
    """Choose what is not in the closed list."""
    field = breaker.pick(lambda spec: spec.choices is not None)
    return breaker.with_value(field, "[paars]" if field and field.spec.many else "paars")


def unknown_where_it_may_not(breaker: Breaker) -> Found:
    """Write "onbekend" in a field that must say something."""
    return breaker.with_value(breaker.pick(lambda s: _written(s) and not s.unknown), "onbekend")


def no_number(breaker: Breaker) -> Found:
    """Write words where a number belongs."""
    numbers = {NumberType, CountType, YearType}
    return breaker.with_value(
        breaker.pick(lambda s: type(s.field_type) in numbers and not s.many), "twaalf"
    )


def unknown_entry(breaker: Breaker) -> Found:
    """Name an entry that is not there, in a field."""
    field = breaker.pick(lambda spec: bool(spec.refers_to))
    found = breaker.with_value(field, "[een-niemendal]")
    return found and (*found[:2], "een-niemendal")


def broken_link(breaker: Breaker) -> Found:
    """Name an entry that is not there, in prose."""
    link = breaker.random.choice(["[[method:nergens]]", "[[nergens]]", "[[methode:nergens]]"])
    found = breaker.with_value(
        breaker.pick(lambda s: _single(s) and s.field_type.written is not None), f"Zie {link}."
    )
    return found and (*found[:2], "")


def unknown_source(breaker: Breaker) -> Found:
    """Cite a source that is not there."""
    field = breaker.pick(lambda s: _single(s) and s.field_type.written is not None)
    found = breaker.with_value(field, "Dat zegt een studie [@nergens2020].")
    return found and (*found[:2], "nergens2020")


WAYS = (
    misspelt_name, missing_field, field_twice, lost_quote, colon_in_text, sign_in_front,
    wrong_indentation, tab, hidden_character, no_value, list_for_text, text_for_list, bad_day,
    too_long, unknown_choice, unknown_where_it_may_not, no_number, unknown_entry, broken_link,
    unknown_source,
)  # fmt: skip
