"""Writes a new entry file that says in each place what is wanted there."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from datetime import date

import yaml

from kennisbank.fields.base import Entry
from kennisbank.fields.schema import FOLDER
from kennisbank.fields.specs import FieldSpec, field_specs
from kennisbank.fields.text_rules import ID_LENGTHS, is_unknown, unknown_word
from kennisbank.messages import N_, _
from kennisbank.slug import slug

# What stands where something must be filled in.
MARKER = N_("FILL-ME-IN")
_WIDTH = 100
_SCHEMA = f"# yaml-language-server: $schema=../{FOLDER}/{{kind}}.json"
_HEAD = (
    N_("Replace each FILL-ME-IN with your text. Leave 'unknown' where no source tells it."),
    N_("A field with a # before it is not required: remove the # to use it."),
)


def new_id(title: str) -> str:
    """Return the file name for a title, without its suffix; too short when nothing is left."""
    return slug(title)[: ID_LENGTHS.stop - 1].strip("-")


def scaffold(
    kind: type[Entry], title: str, today: date, answers: Mapping[str, object] | None = None
) -> str:
    """Return the text of the file; answers are values of fields that are known already."""
    values = {"title": title, "reviewed": today, **(answers or {})}
    fields = ("\n".join(_field(spec, values)) for spec in field_specs(kind))
    head = "\n".join([_SCHEMA.format(kind=kind.kind), *(f"# {_(line)}" for line in _HEAD)])
    return "\n\n".join([head, *fields]) + "\n"


def example(kind: type[Entry]) -> str:
    """Return the text of a file in which every field has its example, with what it is for."""
    examples = {spec.name: spec.example for spec in field_specs(kind)}
    return "\n\n".join("\n".join(_field(spec, examples)) for spec in field_specs(kind)) + "\n"


def _field(spec: FieldSpec, values: Mapping[str, object]) -> Iterator[str]:
    """Yield the lines of a field: what it is for, then its value or, when it may go, an example."""
    given = spec.name in values
    words = _help(spec) if given else f"{_help(spec)}{_how_to_write(spec)}"
    for line in textwrap.wrap(words, _WIDTH, break_on_hyphens=False):
        yield f"# {line}"
    value = values.get(spec.name, _first_value(spec) if spec.required else spec.example)
    for line in _written(spec, value):
        yield line if spec.required or given else f"#{line}"


def _help(spec: FieldSpec) -> str:
    # A library need not say more of a field than its title.
    text = spec.help if spec.help == f"{spec.title}." else f"{spec.title}: {spec.help}"
    if spec.choices:
        words = ", ".join(f"{one.written} ({one.label})" for one in spec.choices)
        choices = _("Choose from: {words}.", words=words)
        return f"{text} {choices}"
    return text


def _how_to_write(spec: FieldSpec) -> str:
    if spec.unknown and spec.many:
        how = _("Write a list, with '- ' for each point on a line of its own.")
        return f" {how}"
    if spec.required and spec.field_type.shows_example:
        first, *_rest = spec.example if isinstance(spec.example, list) else [spec.example]
        shown = _("For example: {first}", first=first)
        return f" {shown}"
    return ""


def _first_value(spec: FieldSpec) -> object:
    if spec.unknown:
        return unknown_word()
    value = {} if spec.group else _(MARKER)
    return [value] if spec.many else value


def _written(spec: FieldSpec, value: object) -> list[str]:
    if spec.field_type.is_deep:
        return yaml.safe_dump(
            {spec.name: value}, allow_unicode=True, sort_keys=False, width=_WIDTH
        ).splitlines()
    if spec.group and isinstance(value, dict):
        return [f"{spec.name}:", *(f"  {line}" for line in _one(spec, value))]
    if not isinstance(value, list):
        first, *rest = _one(spec, value)
        return [f"{spec.name}: {first}".rstrip(), *(f"  {line}" for line in rest)]
    return [f"{spec.name}:", *(f"  {line}" for item in value for line in _item(spec, item))]


def _item(spec: FieldSpec, value: object) -> Iterator[str]:
    """Yield the lines of one point of a list; a dash stands before the first that is no comment."""
    dash = "- "
    for line in _one(spec, value):
        comment = line.startswith("#")
        yield f"  {line}" if comment or not dash else f"{dash}{line}"
        dash = dash if comment else ""


def _one(spec: FieldSpec, value: object) -> list[str]:
    if spec.group and isinstance(value, dict):
        return [line for inner in field_specs(spec.group) for line in _field(inner, value)]
    if spec.field_type.is_block and not is_unknown(value):
        # In a block no colon or quote in the author's text can mean anything to YAML.
        return ["|", *str(value).splitlines()]
    return _scalar(value)


def _scalar(value: object) -> list[str]:
    text = yaml.safe_dump(value, allow_unicode=True, width=10_000)
    return text.removesuffix("...\n").splitlines()
