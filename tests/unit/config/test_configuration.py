"""The kinds of a library are what its kennisbank.yml says."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import jsonschema
import pytest
import yaml

from commanding import run
from kennisbank.build import Site, build_site
from kennisbank.config.configuration import configuration_of, preset, read_configuration
from kennisbank.config.schema import configuration_schema
from kennisbank.fields.schema import schema_text
from kennisbank.forms.issue_forms import issue_form_files
from kennisbank.pages.context import SiteMetadata
from library_files import problems_in, write_files
from running import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

EXAMPLES = REPOSITORY / "tests" / "examples"
OWN = EXAMPLES / "good" / "own-kinds"
NAMELESS = """\
title: Lange titel Met Hoofdletters
summary: Tekst.
reviewed: 2026-01-01
meaning: Tekst.
"""
WORDS = """\
kinds:
  word:
    folder: words
    label: [Woord, Woorden, Wat woorden betekenen.]
    fields:
      meaning: {is: definition, title: Betekenis}
"""


@pytest.fixture(scope="module")
def own() -> Site:
    """Return the site of a library whose kinds are all its own."""
    return build_site(OWN, imprint=SiteMetadata("Teams", "https://voorbeeld.nl/"))


def html_of(site: Site) -> Mapping[str, str]:
    """Return every page by its address."""
    return {page.address: page.html for page in site.pages}


def test_the_preset_is_the_file_of_this_library() -> None:
    """A library without a kennisbank.yml has the seven Dutch kinds."""
    ours, problems = configuration_of(REPOSITORY)
    without = preset()

    assert problems == []
    assert [*map(schema_text, without.kinds)] == [*map(schema_text, ours.kinds)]


def test_a_text_is_made_into_classes_once() -> None:
    """Whatever reads the file again in one process gets the same kinds."""
    text = (REPOSITORY / "kennisbank.yml").read_text(encoding="utf-8")

    assert read_configuration(text)[0] is read_configuration(text)[0]


def test_own_kinds_have_pages_forms_facets_and_data(own: Site) -> None:
    """Each follows from the types of the fields and from marks."""
    pages = html_of(own)

    assert own.problems == ()
    assert (
        "Tel de dagen van idee tot <strong>gebruik</strong>"
        in pages["vaardigheden/kleine-stappen/"]
    )
    assert ">Samen beheren</a>" in pages["technieken/automatisch-testen/"]
    assert "<dt>Dagen</dt>\n<dd>12</dd>" in pages["technieken/automatisch-testen/"]
    assert "Nummer" not in pages["vaardigheden/kleine-stappen/"]
    assert "bijdragen/nieuw/vaardigheid/" in pages
    assert 'href="soort-werk/bouwen/"' in pages["onderwerpen/"]
    assert "<code>pitfalls</code>" in pages["bijdragen/velden/"]
    assert "data/v1/vaardigheden.csv" in own.files
    assert "volgen/vaardigheden/kleine-stappen.xml" in own.files
    assert 'class="kb-term"' in pages["woorden/doorlooptijd/"] or (
        "doorlooptijd" in pages["vaardigheden/kleine-stappen/"]
    )


def test_without_findings_there_is_no_page_on_research(own: Site) -> None:
    """No map, chooser, comparison or rating, and no link that leads to one."""
    pages = html_of(own)
    absent = ("kaart/", "keuzehulp/", "vergelijken/", "over/bewijs/")

    assert not pages.keys() & {*absent}
    assert [(a, one) for a, html in pages.items() for one in absent if f'{one}"' in html] == []


@pytest.mark.parametrize(
    ("written", "meant"),
    [("eur", "EUR"), ("'$'", "USD"), ("pounds", ""), ("euro", "EUR"), ("[EUR, USD]", "")],
)
def test_a_currency_is_a_code(written: str, meant: str) -> None:
    """A sign or a name gets its code as the proposal, and a guess is none."""
    (problem,) = read_configuration(f"language: en\ncurrency: {written}\n{WORDS}")[1]

    assert (problem.code, problem.location.line) == ("bad-configuration", 2)
    assert problem.hint == (
        f"Write it like this: currency: {meant}" if meant else "Write three capitals: EUR, GBP."
    )


def test_a_summary_keeps_to_the_words_of_its_kind(tmp_path: Path) -> None:
    """Sixty words unless a kind says otherwise."""
    text = WORDS.replace("    fields:", "    summary_words: 3\n    fields:")
    entry = NAMELESS.replace("summary: Tekst.", "summary: Een twee drie vier.")
    root = write_files(tmp_path, {"kennisbank.yml": text, "words/lang.yml": entry})

    assert "telt 4 woorden; er mogen er 3 zijn" in str(problems_in(root)[0])


def test_check_and_build_obey_a_severity(tmp_path: Path) -> None:
    """A rule that is off says nothing, one that is an error stops publication."""
    root = write_files(
        tmp_path,
        {"kennisbank.yml": WORDS, "words/lang.yml": NAMELESS},
    )
    before = run("check", root)
    (root / "kennisbank.yml").write_text(f"{WORDS}severity: {{orphan: error}}\n", encoding="utf-8")
    as_error = run("check", root)
    codes = [one.severity.value for one in build_site(root).problems]
    (root / "kennisbank.yml").write_text(f"{WORDS}severity: {{orphan: off}}\n", encoding="utf-8")

    assert "orphan" in before.stdout
    assert not before.exit_code, before.stdout
    assert as_error.exit_code == 1
    assert codes == ["error"]
    assert "orphan" not in run("check", root).stdout
    assert build_site(root).problems == ()


def test_a_site_of_a_wrong_file_has_only_what_is_wrong() -> None:
    """One cause, one problem: nothing is said of entries whose kinds cannot be read."""
    site = build_site(EXAMPLES / "bad" / "bad-configuration")

    assert {problem.code for problem in site.problems} == {"bad-configuration"}


def test_new_and_import_know_the_kinds_of_the_folder(tmp_path: Path) -> None:
    """A command takes a kind by its id or its label, and says which there are."""
    root = write_files(tmp_path, {"kennisbank.yml": WORDS})

    assert run("new", "woord", "Reflectie", "--root", root).exit_code == 0
    assert "meaning: |" in (root / "words" / "reflectie.yml").read_text(encoding="utf-8")
    assert "Kies uit: woord." in run("new", "methode", "X", "--root", root).stderr
    assert "geen soort" in run("import", "--root", root, OWN / "kennisbank.yml").stderr
    assert "praktijk.yml" not in "".join(issue_form_files(configuration_of(root)[0].kinds))


@pytest.mark.parametrize("path", [REPOSITORY / "kennisbank.yml", OWN / "kennisbank.yml"])
def test_the_schema_for_editors_takes_what_the_check_takes(path: Path) -> None:
    """And the committed schema is what `kennisbank schema` writes."""
    schema = configuration_schema()
    committed = REPOSITORY / "docs" / "schemas" / "kennisbank.json"

    assert committed.read_text(encoding="utf-8") == schema
    jsonschema.validate(yaml.safe_load(path.read_text(encoding="utf-8")), json.loads(schema))


def test_the_schema_for_editors_knows_a_wrong_key() -> None:
    """An editor underlines it while one types."""
    wrong = {
        "kinds": {"word": {"folder": "w", "label": ["a", "b", "c"], "fields": {}, "adress": ""}}
    }

    with pytest.raises(jsonschema.ValidationError, match="adress"):
        jsonschema.validate(wrong, json.loads(configuration_schema()))
