"""This repository's own library, as an editor and a program see it."""

from __future__ import annotations

import json
from typing import Any

import yaml
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from our_kinds import KINDS
from running import REPOSITORY

SCHEMAS = REPOSITORY / "docs" / "schemas"
NAMES = SCHEMAS / "names.json"
# An editor finds the names beside the schema that refers to them.
BESIDE: Registry[Any] = Registry().with_resource(
    NAMES.name, Resource.from_contents(json.loads(NAMES.read_text(encoding="utf-8")))
)


class _EditorLoader(yaml.SafeLoader):
    """Reads numbers as numbers and dates as text, as the YAML of editors does."""


_EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if not tag.endswith(":timestamp")]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def test_nobody_from_outside_works_at_the_price_of_an_employee() -> None:
    """Every trainer or adviser from outside has a price of their own."""
    without = [
        path.name
        for path in sorted((REPOSITORY / "methods").glob("*.yml"))
        for line in yaml.safe_load(path.read_text(encoding="utf-8"))["investment"]
        if line["who"] == "trainer" and "money" not in line
    ]

    assert without == []


def test_a_clause_finishes_the_sentence_that_its_label_begins() -> None:
    """‘Sterker wanneer’ is half a sentence: what follows begins small."""
    begun_anew = [
        f"{path.name}: {clause}"
        for path in sorted((REPOSITORY / "methods").glob("*.yml"))
        for finding in yaml.safe_load(path.read_text(encoding="utf-8")).get("findings", [])
        for name in ("stronger_when", "weaker_when")
        if (clause := finding.get(name)) and clause[0].isupper()
    ]

    assert begun_anew == []


def test_an_editor_finds_nothing_wrong_in_an_entry() -> None:
    """Every entry names its schema in the first line, and fits it."""
    wrong, unnamed = [], []
    for kind in KINDS:
        schema = json.loads((SCHEMAS / f"{kind.kind}.json").read_text(encoding="utf-8"))
        validator = Draft202012Validator(schema, registry=BESIDE)
        first = f"# yaml-language-server: $schema=../docs/schemas/{kind.kind}.json\n"
        for path in sorted((REPOSITORY / kind.folder).glob("*.yml")):
            text = path.read_text(encoding="utf-8")
            values = yaml.load(text, _EditorLoader)  # noqa: S506 - a safe loader
            wrong += [
                f"{path.name} {error.json_path}: {error.message}"
                for error in validator.iter_errors(values)
            ]
            unnamed += [path.name] if not text.startswith(first) else []

    assert unnamed == []
    assert wrong == []
