"""The computed rating of a method, in the data files."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

from jsonschema import Draft202012Validator

from evidence_library import TALKS, TRIAL, finding, method, write_evidence
from kennisbank.library.loading import load_library
from kennisbank.outputs.data import export_files
from kennisbank.sources.works import works_of

if TYPE_CHECKING:
    from pathlib import Path


def exported(root: Path) -> dict[str, bytes]:
    """Return the files of a library with a method that is researched and one that is not."""
    found = [finding("jansen2020", direction="none"), finding("bakker2016", country="Nederland")]
    write_evidence(
        root,
        TRIAL + TALKS,
        ruilen=method("Ruilen", *found, conditions="onbekend", groups="buitendienst"),
        kijken=method("Kijken"),
    )
    library, problems = load_library(root)
    assert problems == []
    return export_files(library, works_of(library.bibliography.sources))


def test_a_method_has_its_rating_beside_what_an_author_wrote(tmp_path: Path) -> None:
    """Both scales, the rule, the studies and what stands beside them; other kinds have none."""
    data = json.loads(exported(tmp_path)["data/v1/library.json"])
    entries = {entry["id"]: entry for entry in data["entries"]}

    assert [name for name, entry in entries.items() if "rating" in entry] == ["kijken", "ruilen"]
    assert entries["kijken"]["rating"]["context"] is None
    assert entries["ruilen"]["rating"] == {
        "version": "2",
        "description": {
            "level": 0,
            "label": "Nog niet volledig beschreven",
            "missing": ["conditions"],
        },
        "research": {
            "level": 2,
            "label": "Eerste aanwijzingen",
            "rule": "one-comparative",
            "outcomes": "mixed",
            "held_back_from": None,
            "carried_by": ["jansen2020"],
            "studies": [
                {
                    "source": "jansen2020",
                    "studydesign": "randomised-trial",
                    "grade": "A2",
                    "recordstate": "verified",
                    "directions": {"none": 1},
                },
                {
                    "source": "bakker2016",
                    "studydesign": "qualitative",
                    "grade": "C",
                    "recordstate": "as-cited",
                    "directions": {"favourable": 1},
                },
            ],
        },
        "context": {
            "in_netherlands": "yes",
            "studied_target_groups": [],
            "other_target_groups": ["buitendienst"],
            "median_year": 2016,
            "one_research_group": "no",
        },
    }


def test_the_rating_keeps_to_the_schema_of_the_library(tmp_path: Path) -> None:
    """Programs know what to expect, and that nothing else comes."""
    files = exported(tmp_path)
    schema = json.loads(files["data/v1/library.schema.json"])
    data = json.loads(files["data/v1/library.json"])
    Draft202012Validator(schema).validate(data)

    data["entries"][-1]["rating"] = {}
    methods = [entry for entry in data["entries"] if entry["kind"] == "method"]
    methods[0]["rating"]["research"]["level"] = 5
    found = list(Draft202012Validator(schema).iter_errors(data))

    assert len(found) == 2


def test_a_spreadsheet_shows_the_levels(tmp_path: Path) -> None:
    """The last columns of the table of methods, and of no other table."""
    files = exported(tmp_path)
    text = files["data/v1/methoden.csv"].decode()
    row = list(csv.DictReader(io.StringIO(text, newline="")))[1]

    assert list(row.items())[-6:] == [
        ("rating_research_level", "2"),
        ("rating_research_label", "Eerste aanwijzingen"),
        ("rating_research_rule", "one-comparative"),
        ("rating_research_outcomes", "mixed"),
        ("rating_description_level", "0"),
        ("rating_version", "2"),
    ]
    assert b"rating" not in files["data/v1/doelgroepen.csv"]
