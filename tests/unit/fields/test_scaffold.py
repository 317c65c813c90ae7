"""A new file says what is wanted in each place and is valid once that is there."""

from __future__ import annotations

import re
from datetime import date
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import pytest

from kennisbank.fields.scaffold import example, new_id, scaffold
from kennisbank.fields.schema import schema_files
from kennisbank.fields.specs import field_specs
from kennisbank.fields.validation import validate
from kennisbank.reading.yaml_document import read_yaml
from library_files import problems_in, write_files
from our_kinds import KINDS

if TYPE_CHECKING:
    from pathlib import Path

    from kennisbank.fields.base import Entry
    from kennisbank.fields.specs import FieldSpec
    from kennisbank.fields.types import FieldGroup

TODAY = date(2026, 11, 24)
every_kind = pytest.mark.parametrize("kind", KINDS, ids=[kind.kind for kind in KINDS])


def values_of(text: str) -> dict[str, object]:
    """Return what our reader makes of a new file."""
    document, problems = read_yaml(PurePosixPath("new.yml"), text)
    assert document, problems
    return document.value


def filled(part: type[FieldGroup], values: object) -> dict[str, object]:
    """Return the values with the example of its field in the place of each marker."""
    assert isinstance(values, dict)
    by_name = {spec.name: spec for spec in field_specs(part)}
    return {name: filled_field(by_name[name], value) for name, value in values.items()}


def filled_field(spec: FieldSpec, value: object) -> object:
    """Return the value of one field, filled in."""
    if isinstance(value, tuple):
        return tuple(filled_field(spec, item) for item in value)
    if isinstance(value, dict):
        assert spec.group
        return filled(spec.group, value)
    example = spec.example[0] if isinstance(spec.example, list) else spec.example
    return str(example) if value == "INVULLEN" else value


@every_kind
def test_new_file_is_valid_once_filled(kind: type[Entry]) -> None:
    """With an example in the place of each marker, the file is a valid entry."""
    values = values_of(scaffold(kind, "Taken ruilen", TODAY))
    entry, faults = validate(kind, filled(kind, values))
    assert entry, faults
    assert entry.title == "Taken ruilen"
    assert entry.reviewed == TODAY


@every_kind
def test_optional_fields_are_valid_without_their_mark(kind: type[Entry]) -> None:
    """Taking away the # before the optional fields gives a valid file with every field."""
    text = re.sub(r"^#(?! \S)", "", scaffold(kind, "Taken ruilen", TODAY), flags=re.MULTILINE)
    values = values_of(text)
    assert [*values] == [spec.name for spec in field_specs(kind)]
    assert validate(kind, filled(kind, values))[0]


@every_kind
def test_new_file_is_refused_as_it_is(kind: type[Entry], tmp_path: Path) -> None:
    """Each marker is one problem, and no other error comes of it."""
    text = scaffold(kind, "Taken ruilen", TODAY)
    write_files(tmp_path, {f"{kind.folder}/taken-ruilen.yml": text})
    codes = [problem.code for problem in problems_in(tmp_path)]
    fields = [line for line in text.splitlines() if "INVULLEN" in line and not line.startswith("#")]
    assert [code for code in codes if code != "orphan"] == ["unfilled"] * len(fields)
    assert fields


@every_kind
def test_each_field_has_its_help_above_it(kind: type[Entry]) -> None:
    """The help of every field stands in the file, in Dutch."""
    comments = re.findall(r"^# ?(.*)$", scaffold(kind, "Taken ruilen", TODAY), re.MULTILINE)
    words = " ".join(comments)
    for spec in field_specs(kind):
        assert f"{spec.title}: {spec.help}" in words


@every_kind
def test_first_line_names_the_schema(kind: type[Entry]) -> None:
    """An editor finds the schema of the kind from the file's first line."""
    first = scaffold(kind, "Taken ruilen", TODAY).splitlines()[0]
    path = first.removeprefix("# yaml-language-server: $schema=../")
    assert path in schema_files(KINDS)


@pytest.mark.parametrize(
    "title",
    ["Vraag: wat nu?", "'t Begin", '"Leren"', "# Kop", "[x]", "2024", "ja", "- punt", "100%", "😀"],
)
def test_title_stays_as_it_was_given(title: str) -> None:
    """Signs that mean something in YAML stay part of the title."""
    assert values_of(scaffold(KINDS[0], title, TODAY))["title"] == title


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Jobcrafting", "jobcrafting"),
        ("Coöperatief leren in het café", "cooperatief-leren-in-het-cafe"),
        ("Zzp'ers & mkb: 50%!", "zzp-ers-mkb-50"),
        ("  --  ", ""),
        ("a" * 63 + " lang", "a" * 63),
    ],
)
def test_title_becomes_a_file_name(title: str, expected: str) -> None:
    """A file name keeps the letters without accents and the digits, 64 at most."""
    assert new_id(title) == expected


@every_kind
def test_the_example_of_a_kind_is_a_valid_entry_with_every_field(kind: type[Entry]) -> None:
    """What the guide shows can be copied: it has all fields and no fault in any of them."""
    values = values_of(example(kind))
    entry, faults = validate(kind, values)

    assert entry, faults
    assert not faults
    assert [*values] == [spec.name for spec in field_specs(kind)]
