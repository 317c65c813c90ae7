"""The computed rating of a method, in the data files."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

from jsonschema import Draft202012Validator

from evidence_library import TALKS, TRIAL, finding, method, write_evidence
from kennisbank.evidence.assessment import Assessments
from kennisbank.library.loading import load_library
from kennisbank.outputs.data import export_files
from kennisbank.sources.works import works_of

if TYPE_CHECKING:
    from pathlib import Path


def exported(root: Path) -> dict[str, bytes]:
    """Return the files of a library with a method that is researched and one that is not."""
    effect = "    effect: {measure: d, value: 0.05}\n"
    found = [
        finding("jansen2020", direction="none", country="Nederland") + effect,
        finding("bakker2016", country="Nederland"),
    ]
    write_evidence(
        root,
        TRIAL + TALKS,
        ruilen=method("Ruilen", *found, conditions="onbekend", groups="buitendienst"),
        kijken=method("Kijken"),
    )
    library, problems = load_library(root)
    assert problems == []
    return export_files(library, works_of(library.bibliography.sources), Assessments(library))


def test_a_method_has_its_rating_beside_what_an_author_wrote(tmp_path: Path) -> None:
    """Both scales, the rule, the studies and what stands beside them; other kinds have none."""
    data = json.loads(exported(tmp_path)["data/v1/library.json"])
    entries = {entry["id"]: entry for entry in data["entries"]}

    assert [name for name, entry in entries.items() if "rating" in entry] == ["kijken", "ruilen"]
    assert entries["kijken"]["rating"]["context"] is None
    assert entries["ruilen"]["rating"] == {
        "version": "3.1",
        "description": {
            "level": 0,
            "label": "Nog niet volledig beschreven",
            "missing": ["conditions"],
        },
        "research": {
            "level": 0,
            "label": "Nog niet onderzocht",
            "leads_with": "leren",
            "recommends": False,
            "outcomes": [
                {
                    "outcome": "leren",
                    "level": 0,
                    "label": "Nog niet onderzocht",
                    "verdict": "none",
                    "recommends": False,
                    "rule": "nothing",
                    "lowered_from": None,
                    "carried_by": [],
                    "lowered_by": [],
                    "contrary": [],
                    "studies": [
                        {
                            "source": "jansen2020",
                            "studydesign": "randomised-trial",
                            "grade": "trial",
                            "recordstate": "verified",
                            "retracted": False,
                            "counts": True,
                            "direction": "none",
                            "directions": {"none": 1},
                        },
                        {
                            "source": "bakker2016",
                            "studydesign": "qualitative",
                            "grade": "experience",
                            "recordstate": "as-cited",
                            "retracted": False,
                            "counts": False,
                            "direction": "favourable",
                            "directions": {"favourable": 1},
                        },
                    ],
                    "effects": [
                        {
                            "source": "jansen2020",
                            "measure": "d",
                            "value": 0.05,
                            "low": None,
                            "high": None,
                            "share": 0.52,
                        }
                    ],
                }
            ],
        },
        "context": {
            "in_netherlands": "yes",
            "studied_target_groups": [],
            "other_target_groups": ["buitendienst"],
            "median_year": 2020,
            "one_research_group": "yes",
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
    methods[0]["rating"]["research"]["level"] = 6
    found = list(Draft202012Validator(schema).iter_errors(data))

    assert len(found) == 2


def test_a_spreadsheet_shows_the_levels(tmp_path: Path) -> None:
    """The last columns of the table of methods, and of no other table."""
    files = exported(tmp_path)
    text = files["data/v1/methoden.csv"].decode()
    row = list(csv.DictReader(io.StringIO(text, newline="")))[1]

    assert list(row.items())[-7:] == [
        ("rating_research_level", "0"),
        ("rating_research_label", "Nog niet onderzocht"),
        ("rating_research_outcome", "leren"),
        ("rating_research_recommends", "False"),
        ("rating_research_outcomes", "leren 0 none"),
        ("rating_description_level", "0"),
        ("rating_version", "3.1"),
    ]
    assert b"rating" not in files["data/v1/doelgroepen.csv"]
