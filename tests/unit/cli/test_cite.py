"""A DOI becomes an entry that a person can judge, and every failure says what to do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from commanding import run
from doi_stub import Stub, serving
from kennisbank.cli import cite_by_hand, kennisbank
from kennisbank.cli.cite import SETTING
from library_files import problems_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ENTRY = """\
@article{knight2021work,
  author = {Knight, Caroline},
  title = {How work redesign interventions affect performance},
  journal = {Human Relations},
  volume = {74},
  langid = {english},
  year = {2021},
  doi = {10.5555/work},
  studydesign = {unknown},
  recordstate = {verified},
}
"""
REFERENCE = (
    "Knight, C. (2021). How work redesign interventions affect performance. "
    "Human Relations, 74. https://doi.org/10.5555/work"
)
OLD = (
    "% Bronnen\n\n@book{vos2020,\n  author = {Vos, An},\n  title = {Leren},\n  year = {2020},\n}\n"
)


@pytest.fixture(scope="module")
def server() -> Iterator[Stub]:
    """The server, for all tests of this file."""
    with serving() as stub:
        yield stub


@pytest.fixture
def root(server: Stub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a library with one source, that asks the server on this machine."""
    monkeypatch.setenv(SETTING, server.address)
    monkeypatch.delenv("KENNISBANK_SITE_URL", raising=False)
    (tmp_path / "references.bib").write_text(OLD, encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(
        'site_name: X\nsite_url: https://voorbeeld.nl/kb/\nx: !ENV [A, ""]\n', encoding="utf-8"
    )
    return tmp_path


def without_order(entry: str) -> list[str]:
    """Return the lines of an entry; in which order fields come is the writer's own business."""
    return sorted(entry.splitlines())


def test_the_entry_is_shown_and_nothing_is_written(root: Path) -> None:
    """A program can catch the entry; a person sees the reference and what to look at."""
    result = run("cite", "https://doi.org/10.5555/work", "--root", root)

    assert result.exit_code == 0
    assert without_order(result.stdout) == without_order(ENTRY)
    assert REFERENCE in result.stderr
    assert "- studydesign is 'unknown': beoordeel zelf wat voor onderzoek het is." in result.stderr
    assert "Er is nog niets toegevoegd. Voeg hem toe met '--write'." in result.stderr
    assert (root / "references.bib").read_text(encoding="utf-8") == OLD


def test_on_write_the_entry_is_added_and_told_where(root: Path) -> None:
    """The old bytes stay; the new source has its line and its key."""
    result = run("cite", "10.5555/work", "--write", "--root", root)
    text = (root / "references.bib").read_text(encoding="utf-8")

    assert result.exit_code == 0
    assert text == f"{OLD}\n{result.stdout}"
    place = f"{root / 'references.bib'}:9"
    assert f"Toegevoegd: {place}. Noem de bron als [@knight2021work]." in result.stderr


def test_a_work_that_was_added_is_refused_the_second_time(root: Path, server: Stub) -> None:
    """The source that is there is pointed to, and the registry is not asked again."""
    run("cite", "10.5555/work", "--write", "--root", root)
    before = (root / "references.bib").read_bytes()
    server.asked.clear()
    result = run("cite", "doi:10.5555/WORK", "--write", "--root", root)

    assert (result.exit_code, result.stdout) == (1, "")
    assert "references.bib:9:1: duplicate-work: 'knight2021work' heeft deze DOI" in result.stderr
    assert "    9 | @article{knight2021work,\n" in result.stderr
    assert server.asked == []
    assert (root / "references.bib").read_bytes() == before


def test_a_title_that_is_there_is_refused_and_the_record_is_shown(root: Path) -> None:
    """Perhaps it is another work all the same; then a person can add it by hand."""
    text = OLD.replace("{Leren}", "{How Work Redesign Interventions Affect Performance.}")
    (root / "references.bib").write_text(text, encoding="utf-8")
    result = run("cite", "10.5555/work", "--write", "--root", root)

    assert (result.exit_code, result.stdout) == (1, "")
    assert "references.bib:3:1: duplicate-work: 'vos2020' heeft deze titel al." in result.stderr
    assert "  doi = {10.5555/work},\n" in result.stderr
    assert (root / "references.bib").read_text(encoding="utf-8") == text


def test_the_registry_hears_who_asks(root: Path, server: Stub) -> None:
    """Registries ask for the name of the program and an address to reach its people."""
    server.asked.clear()
    run("cite", "10.5555/work", "--root", root)

    agents = [headers["User-Agent"] for _, headers in server.asked]
    assert [re.sub(r"/[\d.]+ ", "/1 ", agent) for agent in agents] == [
        "kennisbank/1 (+https://voorbeeld.nl/kb/)"
    ]


def test_what_looks_wrong_in_a_record_is_said(root: Path) -> None:
    """Capitals are kept as they came: only a person knows which of them belong there."""
    result = run("cite", "10.5555/capitals", "--root", root)

    assert "title = {HOW WORK REDESIGN AFFECTS PERFORMANCE}" in result.stdout
    assert "- De titel staat in hoofdletters. Schrijf hem als een gewone zin." in result.stderr
    assert "- Het register noemt geen auteur." in result.stderr


@pytest.mark.parametrize(
    ("doi", "message"),
    [
        ("406", "het register heeft van dit werk geen gegevens in een vorm die hier past."),
        ("429", "Probeer het over 30 seconden opnieuw."),
        ("html", "er kwam een webpagina in plaats van gegevens."),
        ("broken", "het antwoord is afgebroken of onleesbaar."),
        ("deep", "het antwoord is afgebroken of onleesbaar."),
        ("cut", "het antwoord is afgebroken of onleesbaar."),
        ("list", "in het antwoord staat geen titel."),
        ("untitled", "in het antwoord staat geen titel."),
        ("to-http", "het register verwijst door naar een onveilig adres"),
    ],
)
def test_without_a_record_there_is_a_skeleton_that_the_check_refuses(
    root: Path, doi: str, message: str
) -> None:
    """What is missing is marked; nothing is written, and it leaves with 1."""
    result = run("cite", f"10.5555/{doi}", "--write", "--root", root)

    assert result.exit_code == 1
    assert message in result.stderr
    assert f"doi = {{10.5555/{doi}}}" in result.stdout
    assert (root / "references.bib").read_text(encoding="utf-8") == OLD

    (root / "references.bib").write_text(f"{OLD}\n{result.stdout}", encoding="utf-8")
    errors = [one.code for one in problems_in(root) if one.severity == "error"]
    assert errors == ["unfilled-source"] * 4


def test_an_unknown_doi_has_no_skeleton(root: Path) -> None:
    """A DOI that nobody knows is most likely mistyped, so there is nothing to fill in."""
    result = run("cite", "10.5555/nothing", "--root", root)

    assert (result.exit_code, result.stdout) == (1, "")
    assert "10.5555/nothing: het register kent deze DOI niet. Kijk of u" in result.stderr


@pytest.mark.parametrize(
    ("doi", "message"),
    [
        ("jobcrafting", "'jobcrafting' is geen DOI. Die begint met 10, zoals 10.1177/"),
        ("10.1177/a}\n@book{b", "is geen DOI."),
        ("10.1177/\x1b[31m", "is geen DOI."),
        ("10.1177/../x", "is geen DOI."),
    ],
)
def test_what_is_no_doi_is_wrong_use(root: Path, doi: str, message: str) -> None:
    """Nobody is asked, and the terminal obeys nothing that was pasted."""
    result = run("cite", doi, "--root", root)

    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert "\x1b" not in result.stderr


@pytest.mark.parametrize("address", ["http://doi.org", "ftp://doi.org", "file:///etc", "doi.org"])
def test_an_address_that_is_not_https_is_wrong_use(
    root: Path, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    """The setting is named, so that it can be mended."""
    monkeypatch.setenv(SETTING, address)
    result = run("cite", "10.5555/work", "--root", root)

    assert result.exit_code == 2
    assert f"KENNISBANK_DOI_ADDRESS is '{address}'. Noem een adres dat begint" in result.stderr


def test_a_library_without_references_gets_the_file(root: Path) -> None:
    """The first source makes it."""
    (root / "references.bib").unlink()
    result = run("cite", "10.5555/work", "--write", "--root", root)

    assert result.exit_code == 0
    assert (root / "references.bib").read_text(encoding="utf-8") == result.stdout


BY_HAND = (
    *("--type", "report", "--author", "Bos, Jan; TNO & co", "--year", "2021"),
    *("--title", "Samen 100% leren", "--where", "TNO", "--url", "https://voorbeeld.nl/a_b"),
)


def test_a_work_without_a_doi_is_told_by_options(server: Stub, root: Path) -> None:
    """It is shown and written like another, not as looked up; the register is not asked."""
    before = len(server.asked)
    result = run("cite", *BY_HAND, "--write", "--root", root)

    assert result.exit_code == 0, result.output
    assert (
        result.stdout
        == """\
@techreport{bos2021samen,
  author = {Bos, Jan and {TNO \\& co}},
  title = {Samen 100\\% leren},
  institution = {TNO},
  year = {2021},
  url = {https://voorbeeld.nl/a_b},
  studydesign = {unknown},
  recordstate = {as-cited},
}
"""
    )
    assert (root / "references.bib").read_text(encoding="utf-8").endswith(result.stdout)
    assert run("cite", *BY_HAND, "--root", root).exit_code == 1
    assert len(server.asked) == before


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--title", "X"), "Noem een DOI, of een werk zonder"),
        ((*BY_HAND, "--type", "boekje"), "'boekje' is geen soort bron. "),
        ((*BY_HAND, "--year", "vorig jaar"), "geen datum"),
        ((*BY_HAND, "10.5555/work"), "Met een DOI vertelt het register dit"),
        ((*BY_HAND, "--title", "Leren"), "'vos2020' heeft deze titel al."),
    ],
)
def test_what_is_not_right_of_a_work_without_a_doi_is_told(
    root: Path, options: tuple[str, ...], message: str
) -> None:
    """Nothing is written, and nobody is asked where nobody is."""
    before = (root / "references.bib").read_bytes()
    result = run("cite", *options, "--write", "--root", root)

    assert result.exit_code in {1, 2}
    assert message in result.stderr
    assert (root / "references.bib").read_bytes() == before


def test_a_person_is_asked_for_what_is_missing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The list of types stands in the question; what may be left out, Enter leaves out."""
    monkeypatch.setattr(cite_by_hand, "someone_answers", lambda: True)
    answers = "book\nVos, An\n\nSamen leren\nBoom\n\n"
    result = CliRunner().invoke(kennisbank, ["cite", "--root", str(root)], input=answers)

    assert result.exit_code == 0
    assert "(article, book, collection" in result.stderr
    assert "@book{vossamen," in result.stdout
    assert "year" not in result.stdout
