"""The schemas say the same as the validator, in words for Dutch authors."""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from kennisbank.fields.schema import schema_files, schema_of, schema_text
from kennisbank.fields.specs import field_specs
from kennisbank.fields.types import ChoiceType, GroupType, LinkType, ReadType, SourceType
from kennisbank.fields.validation import validate
from kennisbank.reading.yaml_document import read_yaml
from our_kinds import KINDS

if TYPE_CHECKING:
    from kennisbank.fields.base import Entry
    from kennisbank.fields.specs import FieldSpec

ROOT = Path(__file__).parents[3]
BY_KIND = {kind.kind: kind for kind in KINDS}
every_kind = pytest.mark.parametrize("kind", KINDS, ids=list(BY_KIND))


def example(kind: type[Entry]) -> dict[str, object]:
    """Return the example of each field."""
    return {spec.name: spec.example for spec in field_specs(kind)}


def schema_accepts(kind: type[Entry], text: str) -> bool:
    """Return whether an editor leaves the text unmarked."""
    # Editors read YAML 1.2, in which a date is text.
    value = json.loads(json.dumps(yaml.safe_load(text), default=str))
    return bool(Draft202012Validator(schema_of(kind)).is_valid(value))


def check_accepts(kind: type[Entry], text: str) -> bool:
    """Return whether our own validator makes an entry of the text."""
    document, _ = read_yaml(PurePosixPath("example.yml"), text)
    assert document
    return validate(kind, document.value)[0] is not None


def with_field(kind: type[Entry], written: str) -> str:
    """Return the example with one field written differently."""
    name = written.partition(":")[0]
    others = {key: value for key, value in example(kind).items() if key != name}
    return yaml.safe_dump(others, allow_unicode=True) + written + "\n"


@every_kind
def test_examples_of_all_fields_together_are_valid(kind: type[Entry]) -> None:
    """The examples in the help of a kind's fields make a valid file, for schema and check."""
    text = yaml.safe_dump(example(kind), allow_unicode=True)
    assert schema_accepts(kind, text)
    assert check_accepts(kind, text)


@every_kind
def test_only_required_fields_are_needed(kind: type[Entry]) -> None:
    """A file without its optional fields is valid; without a required one it is not."""
    required = {s.name: s.example for s in field_specs(kind) if s.required}
    text = yaml.safe_dump(required, allow_unicode=True)
    assert schema_accepts(kind, text)
    assert check_accepts(kind, text)
    for name in required:
        fewer = {key: value for key, value in required.items() if key != name}
        text = yaml.safe_dump(fewer, allow_unicode=True)
        assert not schema_accepts(kind, text)
        assert not check_accepts(kind, text)


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        ("method", "title: 2019"),
        ("method", "contributors: [Aisha de Vries, drs. J.P. van 't Hof]"),
        ("statistic", "unit: '%'"),
        ("method", "title: |\n  Een titel\n"),
        ("method", "time: 3"),
        ("method", "effort: onbekend"),
        ("method", "steps: onbekend"),
        ("method", "steps:\n  - Eerst dit.\n  - |\n    Dan dit.\n\n    En dat."),
        ("method", "roles: [{role: hr, task: Iets}, {role: bestuur, task: 7}]"),
        ("practice", "since: 2019"),
        ("statistic", "year: onbekend"),
        ("statistic", "year: 1899"),
        ("statistic", "values: [{label: A, amount: -3.5}, {label: B, amount: 0}]"),
        ("instrument", "get_it: https://www.voorbeeld.nl/een?b=c"),
        ("mechanism", "number: 7"),
    ],
)  # fmt: skip
def test_schema_and_check_accept(kind: str, written: str) -> None:
    """What the check accepts, an editor does not mark as wrong."""
    text = with_field(BY_KIND[kind], written)
    assert check_accepts(BY_KIND[kind], text)
    assert schema_accepts(BY_KIND[kind], text)


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        ("method", "title:"),
        ("method", "title: ''"),
        ("method", "title: '  '"),
        ("method", "title: onbekend"),
        ("method", f"title: {'a' * 201}"),
        ("method", "title: |\n  Twee\n  regels"),
        ("method", "title: [een, lijst]"),
        ("method", "title: '~'"),
        ("method", "title: 'null'"),
        ("method", "title: '…'"),
        ("method", "goal: '-'"),
        ("method", "contributors: [Jo 0612345678]"),
        ("method", "contributors: ['Jo, Dorpsstraat 12, 4381 AB Vlissingen']"),
        ("method", "contributors: [jo at voorbeeld punt nl]"),
        ("method", "contributors: [jo@voorbeeld.nl]"),
        ("method", "contributors: [www.voorbeeld.nl]"),
        ("method", "goal: ''"),
        ("method", "goal: onbekend"),
        ("method", "aliases: jobcraften"),
        ("method", "aliases: []"),
        ("method", "reviewed: vandaag"),
        ("method", "reviewed: 24-11-2026"),
        ("method", "redirect_from: [Oud_adres]"),
        ("method", "level: team"),
        ("method", "level: [afdeling]"),
        ("method", "level: onbekend"),
        ("method", "effort: enorm"),
        ("method", "effort:"),
        ("method", "redirect_from: [Hoofdletter]"),
        ("method", "redirect_from: [/../buiten]"),
        ("method", f"redirect_from: [{'a' * 65}]"),
        ("method", "steps: []"),
        ("method", "steps: [onbekend]"),
        ("method", "roles: [{role: hr}]"),
        ("method", "roles: [{role: hr, task: Iets, uren: 3}]"),
        ("method", "findings: onbekend"),
        ("method", "kosten: 100 euro"),
        ("statistic", "year: 22"),
        ("statistic", "year: 1799"),
        ("statistic", "values: [{label: A, amount: veel}]"),
        ("mechanism", "number: 0"),
        ("mechanism", "number: 1.5"),
        ("mechanism", "number: 1000000"),
        ("instrument", "get_it: www.voorbeeld.nl"),
        ("instrument", "get_it: ftp://voorbeeld.nl/scan"),
        ("instrument", "get_it: https://gebruiker@evil.nl/x"),
        ("instrument", "get_it: \"https://a.nl/'x\""),
        ("method", f"summary: {'woord ' * 61}"),
        ("method", "findings: [{favourable: 39/55}]"),
    ],
)  # fmt: skip
def test_schema_and_check_refuse(kind: str, written: str) -> None:
    """What the check refuses, an editor marks while the author types."""
    text = with_field(BY_KIND[kind], written)
    assert not check_accepts(BY_KIND[kind], text)
    assert not schema_accepts(BY_KIND[kind], text)


def test_source_must_look_like_a_key() -> None:
    """An editor marks a source that cannot be a key of references.bib."""
    assert not schema_accepts(BY_KIND["statistic"], with_field(BY_KIND["statistic"], "source: A b"))


ADVICE = "Waar geen bron bij staat, is het advies van de redactie."


@every_kind
def test_schema_speaks_dutch_and_knows_no_null(kind: type[Entry]) -> None:
    """Every field has a Dutch title, help and example; nothing of Python or of null is left."""
    schema = json.loads(schema_text(kind))
    Draft202012Validator.check_schema(schema)
    assert schema["title"] == kind.label.one
    assert schema["additionalProperties"] is False
    for spec in field_specs(kind):
        words = schema["properties"][spec.name]
        about = f"{spec.help} {ADVICE}" if spec.advice else spec.help
        assert (words["title"], words["description"]) == (spec.title, about)
        assert words["examples"] == [spec.example]
        hidden = [one.__doc__ for one in (kind, spec.group, spec.choices) if one]
        assert not [text for text in hidden if text and text in schema_text(kind)]
    assert "null" not in schema_text(kind)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("a.devries@voorbeeld.nl", "mag geen e-mailadres zijn, alleen een naam."),
        ("Aisha (www.voorbeeld.be)", "mag geen webadres zijn, alleen een naam."),
        ("voorbeeld.NL", "mag geen webadres zijn, alleen een naam."),
        ("dr.ir. J.P. van 't Hof", ""),
        ("A.M.E. Nolte-Info", ""),
    ],
)
def test_a_contributor_is_a_name_and_no_address(name: str, message: str) -> None:
    """Who wants to be named is not reachable by a page."""
    value: dict[str, object] = {"contributors": (name,)}
    faults = [one for one in validate(BY_KIND["term"], value)[1] if one.code == "wrong-type"]
    assert [one.message for one in faults] == ([message] if message else [])


def test_choices_have_the_labels_that_readers_see() -> None:
    """An editor shows the Dutch label of a choice, also where the value is an English code."""
    schema = schema_of(BY_KIND["method"])
    finding = schema["properties"]["findings"]["items"]
    assert finding["properties"]["direction"]["oneOf"][0] == {
        "const": "favourable",
        "title": "Gunstig",
    }


@pytest.mark.parametrize("path", schema_files(KINDS))
def test_committed_schema_is_current(path: str) -> None:
    """The schemas in docs/schemas are what `kennisbank schema` writes."""
    assert (ROOT / path).read_bytes().decode() == schema_files(KINDS)[path]


@every_kind
def test_an_editor_knows_the_schema_of_each_folder(kind: type[Entry]) -> None:
    """Also of a file that does not name its schema in the first line."""
    settings = (ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8")

    assert f'"./docs/schemas/{kind.kind}.json": "{kind.folder}/*.yml"' in settings


def text_fields() -> list[tuple[type[Entry], FieldSpec]]:
    """Return a field of each kind of text, with other rules than those before it."""
    found: dict[object, tuple[type[Entry], FieldSpec]] = {}
    for kind in KINDS:
        for spec in field_specs(kind):
            type_ = spec.field_type
            if not isinstance(type_, ReadType | GroupType | ChoiceType):
                found.setdefault((type(type_), type_.constraints), (kind, spec))
    return [*found.values()]


@given(st.sampled_from(text_fields()), st.text(st.sampled_from("aZ7 .@-:/'\n\t~é…%"), max_size=30))
def test_schema_and_check_say_the_same_of_any_text(
    field: tuple[type[Entry], FieldSpec], text: str
) -> None:
    """No rule of a text is written twice, so an editor and the check cannot differ."""
    spec = field[1].field_type
    kept = not any(one.fault_in(text) for one in spec.constraints)
    valid = Draft202012Validator(spec.schema()).is_valid(text)

    # That a key or id is in use is asked elsewhere, and a block of YAML may end in a line end.
    named = isinstance(spec, SourceType | LinkType)
    assert valid == kept or named or text != text.rstrip()
