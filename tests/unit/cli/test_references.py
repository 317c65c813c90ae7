"""Any .bib file becomes a list of references, and nothing in it is left out without a word."""

from __future__ import annotations

import json
import os
import re
import sys
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from commanding import run
from kennisbank.build import CACHE
from kennisbank.kept_files import kept_file
from terminal import on_terminal

if TYPE_CHECKING:
    from pathlib import Path

BOOKS = """\
@book{Weide:2022,
  author = {van der Weide, Arjen and Vos, An},
  title = {Leren & werken <nu>},
  year = {2022},
}
@book{dekker2020b,
  author = {Dekker, Ko},
  title = {De brug},
  year = {2020},
}
@book{a key,
  author = {Dekker, Ko},
  title = {Aanpak},
  year = {2020},
}
"""
TEXT = """\
Dekker, K. (2020a). Aanpak.
Dekker, K. (2020b). De brug.
Van der Weide, A., & Vos, A. (2022). Leren & werken <nu>.
"""


@pytest.fixture
def bib(tmp_path: Path) -> Path:
    """Return a file from elsewhere: two of its three keys can be no address."""
    path = tmp_path / "boeken.bib"
    path.write_text(BOOKS, encoding="utf-8")
    return path


def test_text_is_one_plain_reference_on_a_line(bib: Path) -> None:
    """The list has its order and its letters; a key that can be no address is no fault here."""
    result = run("references", bib)

    assert (result.exit_code, result.stdout, result.stderr) == (0, TEXT, "")


def test_json_is_a_list_of_html_in_list_order(bib: Path) -> None:
    """A program gets the key, the reference and both in-text forms, escaped."""
    rows = json.loads(run("references", bib, "--format", "json").stdout)

    assert [row["key"] for row in rows] == ["a key", "dekker2020b", "Weide:2022"]
    assert rows[1] == {
        "key": "dekker2020b",
        "reference": "Dekker, K. (2020b). <i>De brug</i>.",
        "parenthetical": "(Dekker, 2020b)",
        "narrative": "Dekker (2020b)",
    }
    assert rows[2] == {
        "key": "Weide:2022",
        "reference": "Van der Weide, A., &amp; Vos, A. (2022). "
        "<i>Leren &amp; werken &lt;nu&gt;</i>.",
        "parenthetical": "(Van der Weide &amp; Vos, 2022)",
        "narrative": "Van der Weide en Vos (2022)",
    }


def test_html_is_one_list_with_an_address_for_each_work(bib: Path) -> None:
    """The list is well formed, and no address holds a space."""
    page = ET.fromstring(run("references", bib, "--format", "html").stdout)  # noqa: S314 - our own page

    assert page.tag == "ul"
    assert [item.tag for item in page] == ["li"] * 3
    assert [item.get("id") for item in page] == [
        "bron-a%20key",
        "bron-dekker2020b",
        "bron-Weide%3A2022",
    ]
    assert "".join(page[2].itertext()) == TEXT.splitlines()[2]


def test_a_file_without_works_has_an_empty_list(tmp_path: Path) -> None:
    """Nothing to list is no fault."""
    path = tmp_path / "leeg.bib"
    path.touch()

    assert run("references", path).stdout == ""
    assert json.loads(run("references", path, "--format", "json").stdout) == []
    assert run("references", path).exit_code == 0


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("@book{open, title = {A}\n", "boeken.bib:17:1: bib-syntax: bron 'open' is niet te lezen:"),
        (
            "@book{DEKKER2020b, title = {A}}\n",
            "boeken.bib:17:1: duplicate-source: de sleutel 'DEKKER2020b' is op hoofdletters na die",
        ),
    ],
)
def test_a_work_that_is_lost_is_told_and_the_others_are_listed(
    bib: Path, text: str, message: str
) -> None:
    """The list goes to standard output, the problems to standard error; it leaves with 1."""
    bib.write_text(f"{BOOKS}\n{text}", encoding="utf-8")
    result = run("references", bib)

    assert (result.exit_code, result.stdout) == (1, TEXT)
    assert message in result.stderr
    assert result.stderr.endswith("1 fout\n")


def test_a_fault_that_costs_no_work_leaves_with_0(bib: Path) -> None:
    """The work is listed without what could not be read."""
    bib.write_text(BOOKS.replace("{2022}", "twintig"), encoding="utf-8")
    result = run("references", bib)

    assert result.exit_code == 0
    assert "boeken.bib:4:3: bib-syntax: in 'Weide:2022', veld 'year'," in result.stderr
    assert "    4 |   year = twintig,\n" in result.stderr
    assert "Van der Weide, A., & Vos, A. (z.d.)" in result.stdout


def test_a_file_that_cannot_be_read_leaves_with_1(tmp_path: Path, bib: Path) -> None:
    """A link is not followed, and no list is made up."""
    link = tmp_path / "link.bib"
    link.symlink_to(bib)
    result = run("references", link)

    assert (result.exit_code, result.stdout) == (1, "")
    assert "link.bib:1:1: bad-file: is geen gewoon bestand." in result.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nergens.bib"], "het bestand 'nergens.bib' bestaat niet."),
        (["."], "'.' is een map. Noem een .bib-bestand."),
        (["--root", "nergens"], "'nergens' bestaat niet."),
        (["--format", "pdf"], "'pdf' kan niet. Kies uit: 'text', 'html', 'json'."),
    ],
)
def test_wrong_use_is_told_in_dutch(arguments: list[str], message: str) -> None:
    """Nothing is printed that could be taken for a list."""
    result = run("references", *arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert not re.search(r"\b(Usage|Error|Try|Invalid)\b", result.stderr)


def test_a_folder_without_library_or_references_is_wrong_use(tmp_path: Path) -> None:
    """Without a file the list is that of the library."""
    assert "staat geen bibliotheek" in run("references", "--root", tmp_path).stderr
    (tmp_path / "terms").mkdir()
    result = run("references", "--root", tmp_path)

    assert result.exit_code == 2
    assert "staat geen references.bib." in result.stderr


def test_the_list_of_a_library_is_remembered(tmp_path: Path) -> None:
    """What a build or a list formatted, the next one does not format again."""
    (tmp_path / "terms").mkdir()
    (tmp_path / "references.bib").write_text(BOOKS, encoding="utf-8")
    cache = kept_file(tmp_path, CACHE)

    assert cache
    assert run("references", "--root", tmp_path).stdout == TEXT
    cache.write_text(cache.read_text("utf-8").replace("De brug", "De haven"), encoding="utf-8")
    assert "De haven" in run("references", "--root", tmp_path).stdout


def test_a_long_list_shows_progress_on_a_terminal(tmp_path: Path) -> None:
    """A terminal tells how far it is, and ends the line that told it."""
    path = tmp_path / "lang.bib"
    works = "".join(f"@book{{w{n}, title = {{Werk {n}}}, year = 2020}}\n" for n in range(310))
    path.write_text(works, encoding="utf-8")
    command = [sys.executable, "-m", "kennisbank", "references", str(path)]
    output, code = on_terminal(command, dict(os.environ))

    assert "301 van 310 bronnen opmaken …".encode() in output
    assert output.count(b"Werk ") == 310
    assert code == 0


@pytest.mark.parametrize(
    "written",
    [
        "Jansen, Piet; Smit, Ko",
        "Piet Jansen & Ko Smit",
        "Piet Jansen en Ko Smit",
        "Jansen, Smit, Vos",
        "Ministerie van OCW",
        "Sociaal-Economische Raad",
        "Organisation for Economic Co-operation",
        "A+O fonds Gemeenten",
        "Kenniscentrum Leercultuur",
        "Tweede Kamer",
        "Jansen, Piet (red.)",
    ],
)
def test_names_that_are_not_divided_by_and_are_reported(tmp_path: Path, written: str) -> None:
    """They stand in the list as they were written, never as one person with odd initials."""
    path = tmp_path / "boeken.bib"
    path.write_text(f"@book{{a, author = {{{written}}}, title = {{Leren}}}}", encoding="utf-8")
    result = run("references", path)

    assert result.stdout == f"{written}. (z.d.). Leren.\n"
    assert f"bad-source: in 'a' is '{written}' niet als naam te lezen." in result.stderr
