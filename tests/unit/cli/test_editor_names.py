"""What an editor proposes where a file names an entry or a source."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from kennisbank.cli.schema import names_files
from kennisbank.fields.schema import FOLDER, NAMES, schema_text
from kennisbank.library.loading import load_library
from our_kinds import KINDS
from running import REPOSITORY
from this_library import this_library

EXAMPLE = REPOSITORY / "tests" / "examples" / "good" / "links-both-ways"


def names() -> dict[str, Any]:
    """Return the names of the example library."""
    text = names_files(load_library(EXAMPLE)[0])[f"{FOLDER}/{NAMES}"]
    found: dict[str, Any] = json.loads(text)
    return found


def test_an_editor_proposes_entries_and_sources_with_their_titles() -> None:
    """Each kind has its ids, and the sources their keys; the title says what each one is."""
    found = names()["$defs"]

    assert found["method"] == {"enum": ["een-method"], "enumDescriptions": ["Een methode"]}
    assert "jansen2020" in found["source"]["enum"]
    assert [*found] == [*(kind.kind for kind in KINDS), "source"]


@pytest.mark.parametrize(
    ("mechanism", "right"), [("een-mechanism", True), ("een-nieuw", True), ("Geen Naam", False)]
)
def test_a_name_that_came_since_is_right_too(mechanism: str, right: bool) -> None:
    """The list proposes and forbids nothing; what is no name at all stays wrong."""
    method = json.loads(schema_text(next(kind for kind in KINDS if kind.kind == "method")))
    known: Registry[Any] = Registry().with_resource(NAMES, Resource.from_contents(names()))
    field = {
        "$schema": method["$schema"],
        "$defs": method["$defs"],
        **method["properties"]["mechanisms"],
    }

    assert Draft202012Validator(field, registry=known).is_valid([mechanism]) is right


def test_the_committed_names_are_of_this_library() -> None:
    """None of them is gone; a new entry may still be missing until `make renew`."""
    library = this_library()
    committed = json.loads((REPOSITORY / FOLDER / NAMES).read_text(encoding="utf-8"))["$defs"]
    there = {(key.kind, key.id) for key in library.entries}
    there |= {(key.kind, old) for key, one in library.entries.items() for old in one.redirect_from}
    there |= {("source", key) for key in library.bibliography.sources}

    assert {(kind, name) for kind, one in committed.items() for name in one["enum"]} <= there
