"""This repository's own library, as an editor and a program see it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from our_kinds import KINDS
from running import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

ENTRIES = [path for kind in KINDS for path in sorted((REPOSITORY / kind.folder).glob("*.yml"))]
SCHEMAS = {kind.folder: REPOSITORY / "docs" / "schemas" / f"{kind.kind}.json" for kind in KINDS}
NAMES = REPOSITORY / "docs" / "schemas" / "names.json"
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


@pytest.mark.parametrize("path", ENTRIES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_an_editor_finds_nothing_wrong_in_an_entry(path: Path) -> None:
    """Every entry names its schema in the first line, and fits it."""
    text = path.read_text(encoding="utf-8")
    schema_file = SCHEMAS[path.parent.name]
    schema: dict[str, Any] = json.loads(schema_file.read_text(encoding="utf-8"))
    validator = Draft202012Validator(schema, registry=BESIDE)
    found = validator.iter_errors(yaml.load(text, _EditorLoader))  # noqa: S506 - a safe loader

    assert text.startswith(f"# yaml-language-server: $schema=../docs/schemas/{schema_file.name}\n")
    assert [f"{error.json_path}: {error.message}" for error in found] == []
