"""Writes a new entry file that says in each place what is wanted there."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import yaml

from kennisbank.fields.schema import FOLDER
from kennisbank.fields.specs import shapes
from kennisbank.fields.types import ID_LENGTHS, UNKNOWN, Form
from kennisbank.slug import slug

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from kennisbank.fields.base import Entry
    from kennisbank.fields.specs import Shape


MARKER = "INVULLEN"
_WIDTH = 100
_HEAD = f"""\
# yaml-language-server: $schema=../{FOLDER}/{{kind}}.json
# Vervang elke {MARKER} door uw tekst. Laat '{UNKNOWN}' staan als geen bron het vertelt.
# Een veld met # ervoor is niet verplicht: haal het # weg om het te gebruiken."""
# What people write in their own words needs no example beside the help.
_SHOWN = frozenset(Form) - {Form.PROSE, Form.SHORT, Form.PART, Form.CHOICE}


def new_id(title: str) -> str:
    """Return the file name for a title, without its suffix; too short when nothing is left."""
    return slug(title)[: ID_LENGTHS.stop - 1].strip("-")


def scaffold(
    kind: type[Entry], title: str, today: date, answers: Mapping[str, object] | None = None
) -> str:
    """Return the text of the file; answers are values of fields that are known already."""
    values = {"title": title, "reviewed": today, **(answers or {})}
    fields = ("\n".join(_field(shape, values)) for shape in shapes(kind))
    return "\n\n".join([_HEAD.format(kind=kind.kind), *fields]) + "\n"


def example(kind: type[Entry]) -> str:
    """Return the text of a file in which every field has its example, with what it is for."""
    examples = {shape.name: shape.example for shape in shapes(kind)}
    return "\n\n".join("\n".join(_field(shape, examples)) for shape in shapes(kind)) + "\n"


def _field(shape: Shape, values: Mapping[str, object]) -> Iterator[str]:
    """Yield the lines of a field: what it is for, then its value or, when it may go, an example."""
    given = shape.name in values
    words = _help(shape) if given else f"{_help(shape)}{_how_to_write(shape)}"
    for line in textwrap.wrap(words, _WIDTH, break_on_hyphens=False):
        yield f"# {line}"
    value = values.get(shape.name, _first_value(shape) if shape.required else shape.example)
    for line in _written(shape, value):
        yield line if shape.required or given else f"#{line}"


def _help(shape: Shape) -> str:
    text = f"{shape.title}: {shape.help}"
    if shape.choices:
        words = ", ".join(f"{one.value} ({one.label})" for one in shape.choices)
        return f"{text} Kies uit: {words}."
    return text


def _how_to_write(shape: Shape) -> str:
    if shape.unknown and shape.many:
        return " Schrijf een lijst, met '- ' voor elk punt op een eigen regel."
    if shape.required and shape.form in _SHOWN:
        first, *_ = shape.example if isinstance(shape.example, list) else [shape.example]
        return f" Voorbeeld: {first}"
    return ""


def _first_value(shape: Shape) -> object:
    if shape.unknown:
        return UNKNOWN
    value = {} if shape.part else MARKER
    return [value] if shape.many else value


def _written(shape: Shape, value: object) -> list[str]:
    if shape.part and isinstance(value, dict):
        return [f"{shape.name}:", *(f"  {line}" for line in _one(shape, value))]
    if not isinstance(value, list):
        first, *rest = _one(shape, value)
        return [f"{shape.name}: {first}".rstrip(), *(f"  {line}" for line in rest)]
    return [f"{shape.name}:", *(f"  {line}" for item in value for line in _item(shape, item))]


def _item(shape: Shape, value: object) -> Iterator[str]:
    """Yield the lines of one point of a list; a dash stands before the first that is no comment."""
    dash = "- "
    for line in _one(shape, value):
        comment = line.startswith("#")
        yield f"  {line}" if comment or not dash else f"{dash}{line}"
        dash = dash if comment else ""


def _one(shape: Shape, value: object) -> list[str]:
    if shape.part and isinstance(value, dict):
        return [line for inner in shapes(shape.part) for line in _field(inner, value)]
    if shape.form is Form.PROSE and value != UNKNOWN:
        # In a block no colon or quote in the author's text can mean anything to YAML.
        return ["|", *str(value).splitlines()]
    return _scalar(value)


def _scalar(value: object) -> list[str]:
    text = yaml.safe_dump(value, allow_unicode=True, width=10_000)
    return text.removesuffix("...\n").splitlines()
