"""Other programs read the whole library from a few files."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from kennisbank.evidence.assessment import Assessments
from kennisbank.library.loading import load_library
from kennisbank.outputs.data import export_files
from kennisbank.sources.works import works_of

if TYPE_CHECKING:
    from pathlib import Path

MECHANISM = """\
title: Inhoud van het werk
summary: De taak bepaalt wat er te leren valt.
reviewed: 2026-11-24
number: 1
description: "=1+1 is geen formule [@karasek1979]."
why: Zie [[method:taakroulatie]], en nog eens [[method:taakroulatie]] en [[method:weg]].
signs:
  - Medewerkers kiezen zelf.
  - Het team overlegt.
actions: "@karasek1979 zegt: begin klein."
questions: ["-vraag"]
"""
STATISTIC = """\
title: Autonomie
summary: Wie beslist er?
reviewed: 2026-11-24
unit: "-5"
population: onbekend
year: 2022
edition: "-5 jaar"
source: karasek1979
values:
  - label: Veel
    amount: 23.70
  - label: Weinig
    amount: -4
meaning: "+ is meer."
caveat: |
  Eerste alinea.

  Tweede, met "aanhalingstekens".
mechanisms: [inhoud-van-het-werk]
"""
METHOD = """\
title: Taakroulatie
summary: Wissel van taak.
reviewed: 2026-11-24
goal: Leren.
level: [team]
effort: onbekend
time: onbekend
money: onbekend
people: onbekend
for_whom: Teams.
less_for: onbekend
approach: Ruilen.
steps: onbekend
roles: [{role: hr, task: Plant.}]
conditions: onbekend
asks_of_participant: onbekend
how_it_works: onbekend
mechanisms: [inhoud-van-het-werk]
"""
BIBLIOGRAPHY = """\
@article{karasek1979,
  author = {Karasek, Robert and others},
  title = {Job demands \\& d\\'ecision latitude},
  year = {1979},
  file = {/home/iemand/artikel.pdf},
  recordstate = {verified}
}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a library with three linked entries and one that is not valid."""
    files = {
        "mechanisms/inhoud-van-het-werk.yml": MECHANISM,
        "statistics/autonomie.yml": STATISTIC,
        "methods/taakroulatie.yml": METHOD,
        "methods/fout.yml": "title: Niet af\n",
        "references.bib": BIBLIOGRAPHY,
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def exported(root: Path) -> dict[str, bytes]:
    """Return the exported files."""
    library, _ = load_library(root)
    return export_files(library, works_of(library.bibliography.sources), Assessments(library))


def data(root: Path) -> dict[str, Any]:
    """Return what library.json says."""
    value: dict[str, Any] = json.loads(exported(root)["data/v1/library.json"])
    return value


def rows(root: Path, address: str) -> list[dict[str, str]]:
    """Return the rows of a table by the names of its columns."""
    text = exported(root)[f"data/v1/{address}.csv"].decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_library_keeps_to_its_schema(root: Path) -> None:
    """library.json is valid against the schema beside it."""
    schema = json.loads(exported(root)["data/v1/library.schema.json"])
    Draft202012Validator.check_schema(schema)
    (root / "retired.yml").write_text("methoden/a/: {title: A, why: Weg}\n", encoding="utf-8")
    Draft202012Validator(schema).validate(data(root))


def test_entries_are_typed_values_at_their_address(root: Path) -> None:
    """Numbers are numbers, days are ISO dates, and what was left out is not there."""
    by_id = {entry["id"]: entry for entry in data(root)["entries"]}
    entry = by_id["autonomie"]
    assert (entry["kind"], entry["address"]) == ("statistic", "cijfers/autonomie/")
    assert entry["fields"]["reviewed"] == "2026-11-24"
    assert entry["fields"]["year"] == 2022
    assert [one["amount"] for one in entry["fields"]["values"]] == [23.7, -4]
    assert "aliases" not in entry["fields"]


def test_faulty_entries_are_left_out(root: Path) -> None:
    """An entry that is not valid is in no export."""
    assert not [path for path, content in exported(root).items() if b"Niet af" in content]


def test_links_are_told_once_and_lead_somewhere(root: Path) -> None:
    """A link that a text repeats is one link; one to a page that is not there is none."""
    mechanism = {"kind": "mechanism", "id": "inhoud-van-het-werk"}
    method = {"kind": "method", "id": "taakroulatie"}
    assert data(root)["links"] == [
        {"from": mechanism, "to": method, "field": "tekst"},
        {"from": method, "to": mechanism, "field": "mechanisms"},
        {"from": {"kind": "statistic", "id": "autonomie"}, "to": mechanism, "field": "mechanisms"},
    ]


def test_sources_are_csl_and_what_we_say_of_them(root: Path) -> None:
    """Plain text, not LaTeX; a path on someone's computer does not leave references.bib."""
    assert data(root)["sources"] == [
        {
            "key": "karasek1979",
            "item": {
                "id": "karasek1979",
                "type": "article-journal",
                "title": "Job demands & décision latitude",
                "author": [{"family": "Karasek", "given": "Robert"}, {"literal": "others"}],
                "issued": {"date-parts": [[1979]]},
            },
            "recordstate": "verified",
        }
    ]


def test_each_kind_has_a_list_and_a_table(root: Path) -> None:
    """Every kind has its JSON and CSV, also when it has no entries yet."""
    files = exported(root)
    assert json.loads(files["data/v1/begrippen.json"]) == {
        "version": "1",
        "kind": "term",
        "entries": [],
    }
    assert files["data/v1/begrippen.csv"].startswith(b'"id","address","title",')
    entries = json.loads(files["data/v1/cijfers.json"])["entries"]
    assert entries == [one for one in data(root)["entries"] if one["kind"] == "statistic"]


def test_table_flattens_lists_and_groups(root: Path) -> None:
    """A list is one cell with bars in between; a group of fields is JSON."""
    (mechanism,) = rows(root, "mechanismen")
    assert mechanism["signs"] == "Medewerkers kiezen zelf. | Het team overlegt."
    (statistic,) = rows(root, "cijfers")
    first, second = statistic["values"].split(" | ")
    assert json.loads(first) == {"label": "Veel", "amount": 23.7}
    assert json.loads(second) == {"label": "Weinig", "amount": -4}
    assert statistic["caveat"] == 'Eerste alinea.\n\nTweede, met "aanhalingstekens".'
    assert statistic["methods"] == ""


def test_spreadsheet_finds_no_formulas(root: Path) -> None:
    """A text that starts like a formula gets an apostrophe; a negative number stays a number."""
    (mechanism,) = rows(root, "mechanismen")
    assert mechanism["description"].startswith("'=1+1")
    assert mechanism["actions"].startswith("'@karasek1979")
    assert mechanism["questions"] == "'-vraag"
    (statistic,) = rows(root, "cijfers")
    assert statistic["unit"] == "-5"
    assert statistic["edition"] == "'-5 jaar"
    assert statistic["meaning"] == "'+ is meer."


def test_tables_follow_the_csv_standard(root: Path) -> None:
    """Every cell is quoted, every row ends in CRLF, as RFC 4180 wants."""
    lines = exported(root)["data/v1/methoden.csv"].split(b"\r\n")
    assert len(lines) == 3
    assert all(line.startswith(b'"') and line.endswith(b'"') for line in lines[:2])


def test_same_library_gives_the_same_bytes(root: Path) -> None:
    """Two exports of one folder are equal, file by file."""
    assert list(exported(root).items()) == list(exported(root).items())
