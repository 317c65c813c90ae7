"""`check --fix` mends what asks for no choice, says so, and leaves the rest as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from commanding import name_on_a_page, run
from doi_stub import serving
from kennisbank.cli.cite import SETTING
from library_files import write_files

if TYPE_CHECKING:
    from pathlib import Path

UNTIDY = """\
summary: 'Hoe gewoon leren is.'
# Zo zoeken lezers
title: Leercultuur\x20
reviewed: 2026-11-24
definition: Leren hoort erbij.
"""
TIDY = """\
# Zo zoeken lezers
title: Leercultuur
summary: Hoe gewoon leren is.
reviewed: 2026-11-24
definition: Leren hoort erbij.
"""


@pytest.fixture
def entry(tmp_path: Path) -> Path:
    """The only entry of a library, right and untidy."""
    path = tmp_path / "terms" / "leercultuur.yml"
    path.parent.mkdir()
    name_on_a_page(tmp_path, "[[term:leercultuur]]")
    path.write_text(UNTIDY, encoding="utf-8")
    return path


def test_fix_mends_a_file_and_says_what(entry: Path) -> None:
    """A second time there is nothing to mend; a check alone changes nothing."""
    root = entry.parents[1]
    assert run("check", root).stdout == "Alles klopt.\n"
    assert entry.read_text(encoding="utf-8") == UNTIDY

    first = run("check", "--fix", root)
    assert first.exit_code == 0
    assert first.stdout == (
        "Hersteld: terms/leercultuur.yml: volgorde van de velden, aanhalingstekens, "
        "spaties aan het eind van een regel\nAlles klopt.\n"
    )
    assert entry.read_bytes() == TIDY.encode()
    assert run("check", "--fix", root).stdout == "Alles klopt.\n"
    assert [path.name for path in entry.parent.iterdir()] == ["leercultuur.yml"]


def test_dry_run_shows_the_lines_and_writes_nothing(entry: Path) -> None:
    """The difference is shown as programmers know it."""
    result = run("check", "--fix", "--dry-run", entry.parents[1])

    assert "\n-summary: 'Hoe gewoon leren is.'\n" in result.stdout
    assert "\n+summary: Hoe gewoon leren is.\n" in result.stdout
    assert entry.read_text(encoding="utf-8") == UNTIDY
    assert run("check", "--dry-run", entry.parents[1]).exit_code == 2


def test_line_ends_and_byte_order_mark_are_mended(entry: Path) -> None:
    """A file from Notepad becomes like all others."""
    entry.write_bytes(b"\xef\xbb\xbf" + TIDY.replace("\n", "\r\n").encode())
    result = run("check", "--fix", entry.parents[1])

    assert result.stdout.startswith("Hersteld: terms/leercultuur.yml: regeleinden\n")
    assert entry.read_bytes() == TIDY.encode()


def test_what_was_mended_is_said_in_the_language_of_the_library(entry: Path) -> None:
    """Line ends too, of which no repair of a text knows."""
    root = entry.parents[1]
    kinds = """\
language: en
kinds:
  term:
    folder: terms
    label: [Term, Terms, Terms]
    summary_words: 60
    fields:
      definition: {is: prose, title: Definition}
"""
    (root / "kennisbank.yml").write_text(kinds, encoding="utf-8")
    entry.write_bytes(TIDY.replace("\n", "\r\n").encode())
    result = run("check", "--fix", root)

    assert result.stdout.startswith("Mended: terms/leercultuur.yml: line ends\n")


@pytest.mark.parametrize("bad", ["title: 'Een\n", "title: Een\ntitle: Twee \n", "title: Een \a\n"])
def test_a_file_that_cannot_be_read_wholly_stays(entry: Path, bad: str) -> None:
    """Its problem is reported, and not a byte of it changes."""
    entry.write_text(bad, encoding="utf-8")
    result = run("check", "--fix", entry.parents[1])

    assert result.exit_code == 1
    assert "Hersteld" not in result.stdout
    assert entry.read_text(encoding="utf-8") == bad


def test_a_program_reads_nothing_but_the_report(entry: Path) -> None:
    """What was mended stands beside the list of problems, not in it."""
    result = run("check", "--fix", "--format", "json", entry.parents[1])

    assert result.stdout == "[]\n"
    assert result.stderr.startswith("Hersteld: terms/leercultuur.yml: ")


CITED = """\
title: Leercultuur
summary: Hoe gewoon leren is.
reviewed: 2026-11-24
definition: |
  Leren hoort erbij [@doi:10.5555/work, p. 3; @doi:10.5555/WORK]. Volgens
  @doi:https://doi.org/10.5555/work. En `[@doi:10.5555/work]` is code,
  [@doi:10.5555/406] is niet te vinden.
"""
KEYED = (
    CITED.replace("@doi:10.5555/work, p. 3; @doi:10.5555/WORK", "@{key}, p. 3; @{key}")
    .replace("@doi:https://doi.org/10.5555/work.", "@{key}.")
    .replace("{key}", "knight2021work")
)


def test_works_that_are_cited_by_doi_are_looked_up_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The key comes in the place of the DOI; what is not found stays, with the reason."""
    entry = tmp_path / "terms" / "leercultuur.yml"
    entry.parent.mkdir()
    entry.write_text(CITED, encoding="utf-8")
    page = tmp_path / "docs" / "over.md"
    page.parent.mkdir()
    head = "---\ntitle: Over\ndescription: Waar dit over gaat\n---\n\n"
    page.write_text(f"{head}Zie [[term:leercultuur]] [@doi:10.5555/work].\n", encoding="utf-8")
    with serving() as registry:
        monkeypatch.setenv(SETTING, registry.address)
        result = run("check", "--fix", tmp_path)
    asked = sorted(path for path, _ in registry.asked)

    assert asked == ["/10.5555/406", "/10.5555/work"]
    assert entry.read_text(encoding="utf-8") == KEYED
    assert page.read_text(encoding="utf-8").endswith("[[term:leercultuur]] [@knight2021work].\n")
    assert "@article{knight2021work," in (tmp_path / "references.bib").read_text(encoding="utf-8")
    assert "Toegevoegd aan references.bib: knight2021work" in result.stdout
    assert "10.5555/406: het register heeft van dit werk geen gegevens" in result.stderr
    assert "doi-citation: '10.5555/406' is een DOI, en geen sleutel van een bron." in result.stdout


NAMED = """\
title: Leren
summary: Hoe mensen leren.
reviewed: 2026-11-24
definition: Zie [[term:Terug  Kijken|dit]].
see_also:
  - "REFLECTIE"
  - Het werk # een remark
  - arbeid
  - reflectie, arbeid
  - onvindbaar
"""
TERM = """\
title: {title}
summary: Wat het is.
reviewed: 2026-11-24
definition: Leren hoort erbij.
aliases:
  - {alias}
  - zomaar
see_also: [Leren]
"""


def test_fix_writes_ids_where_titles_stand(tmp_path: Path) -> None:
    """By title or alias, in any case, also in prose; what is no one's name stays and is told."""
    root = write_files(
        tmp_path,
        {
            "terms/leren.yml": NAMED.replace("arbeid", "zomaar"),
            "terms/reflectie.yml": TERM.format(title="Reflectie", alias="terug kijken"),
            "terms/werk.yml": TERM.format(title="Het werk", alias="arbeid"),
        },
    )
    shown = run("check", "--fix", "--dry-run", root).stdout
    assert '+  - "reflectie"' in shown
    assert (root / "terms/leren.yml").read_text(encoding="utf-8").count("REFLECTIE") == 1

    said = run("check", "--fix", root)
    assert "Hersteld: terms/leren.yml: bestandsnamen in plaats van titels\n" in said.stdout
    assert (
        (root / "terms/leren.yml").read_text(encoding="utf-8")
        == """\
title: Leren
summary: Hoe mensen leren.
reviewed: 2026-11-24
definition: Zie [[term:reflectie|dit]].
see_also:
  - reflectie
  - werk # een remark
  - zomaar
  - reflectie, zomaar
  - onvindbaar
"""
    )
    assert "see_also: [leren]" in (root / "terms/werk.yml").read_text(encoding="utf-8")
    assert said.exit_code == 1
    assert "terms/leren.yml:8:5: broken-link: begrip 'zomaar' bestaat niet." in said.stdout
    assert (
        "9:5: broken-link: begrip 'reflectie, zomaar' bestaat niet. Dit zijn er meer."
        in said.stdout
    )
