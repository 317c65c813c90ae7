"""Published data say the words that files of a library have."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

from kennisbank.build import build_site
from library_files import write_files

if TYPE_CHECKING:
    from pathlib import Path

CONFIGURATION = """\
language: {language}
severity: {{orphan: off}}
kinds:
  workshop:
    folder: workshops
    label: [Workshop, Workshops, What you attend]
    fields:
      cost: {{is: investment, title: Cost}}
      room: {{is: line, title: Room, unknown: true}}
"""
WORKSHOP = """\
title: Quizzing
summary: Something.
reviewed: 2024-05-01
cost:
  - {{who: {who}, hours: 2, per: {who}, when: {when}, basis: {basis}}}
room: {room}
"""
WORDS = {
    "nl": {"who": "deelnemer", "when": "maand", "room": "onbekend"}
    | {"basis": "schatting van de redactie"},
    "en": {"who": "participant", "when": "month", "room": "unknown"}
    | {"basis": "estimate by the editors"},
}


@pytest.mark.parametrize("language", WORDS)
def test_data_have_the_words_of_the_files(tmp_path: Path, language: str) -> None:
    """In each language, as JSON and as a table; the data keep to their own schema."""
    words = WORDS[language]
    files = {
        "kennisbank.yml": CONFIGURATION.format(language=language),
        "workshops/quizzing.yml": WORKSHOP.format(**words),
    }
    site = build_site(write_files(tmp_path, files))
    assert site.problems == ()
    data = json.loads(site.files["data/v1/library.json"])
    schema = json.loads(site.files["data/v1/library.schema.json"])
    fields = data["entries"][0]["fields"]
    table = bytes(site.files["data/v1/workshops.csv"]).decode()

    assert fields["room"] == words["room"]
    assert fields["cost"][0] == {
        "who": words["who"],
        "hours": 2,
        "per": words["who"],
        "when": words["when"],
        "basis": words["basis"],
    }
    assert words["who"] in table
    assert [*Draft202012Validator(schema).iter_errors(data)] == []
