"""Works of Zotero and others come into references.bib: shown first, written when asked."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

from commanding import run
from kennisbank.cli import import_works
from kennisbank.sources.importing.works_in_file import works_in
from library_files import problems_in
from serving import Silent, served

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

BIB = """\
@article{knight2021work,
  author = {Knight, Caroline},
  title = {How work redesign interventions affect performance},
  journal = {Human Relations},
  year = {2021},
  langid = {english},
  studydesign = {meta-analysis},
  recordstate = {verified},
}
@book{vos2020leren, author = {Vos, An}, title = {Leren}, year = {2020}, publisher = {Boom}}
"""
ARTICLE = {
    "id": "http://zotero.org/groups/1/items/ABCD",
    "type": "article-journal",
    "title": "How work redesign interventions affect performance",
    "container-title": "Human Relations",
    "volume": "74",
    "issue": "9",
    "page": "1437-1464",
    "DOI": "10.1177/0018726719865604",
    "language": "en",
    "author": [{"family": "Knight", "given": "Caroline"}],
    "issued": {"date-parts": [["2019", 7, 30]]},
}
PAGE = {
    "type": "webpage",
    "title": "Leerwerkloketten",
    "URL": "https://voorbeeld.nl/loket",
    "accessed": {"date-parts": [["2026", 11, 3]]},
    "author": [{"literal": "TNO"}],
    "issued": {"date-parts": [["2024", 2]]},
    "language": "nl",
}
BOOK = {
    "type": "book",
    "title": "Leren",
    "author": [{"family": "Vos", "given": "An"}],
    "issued": {"date-parts": [[2020]]},
    "publisher": "Boom",
}
# As Zotero exports it, with what it keeps beside a work.
RIS = """\
TY  - JOUR
TI  - Learning at work
AU  - Tynjälä, Päivi
AU  - Ministerie van SZW
T2  - Educational Research Review
AB  - An abstract.
DA  - 2013/12//
PY  - 2013
VL  - 9
IS  - 1
SP  - 11
EP  - 36
DO  - 10.1016/j.edurev.2012.12.001
LA  - en
KW  - work
ER  -

"""
BIBTEX = """\
@article{tynjala_learning_2013,
\ttitle = {Learning at work},
\tvolume = {9},
\tissn = {1747-938X},
\turl = {https://voorbeeld.nl/abs/pii},
\tdoi = {10.1016/j.edurev.2012.12.001},
\tabstract = {An abstract.},
\turldate = {2026-11-03},
\tjournal = {Educational Research Review},
\tauthor = {Tynjälä, Päivi},
\tmonth = dec,
\tyear = {2013},
\tkeywords = {work},
\tpages = {11--36},
\tfile = {Full Text:C\\:\\\\x.pdf:application/pdf},
}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a library with two sources."""
    (tmp_path / "references.bib").write_text(BIB, encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: X\n", encoding="utf-8")
    return tmp_path


def given(root: Path, name: str, text: str) -> Path:
    """Write a file of another program."""
    (root / name).write_text(text, encoding="utf-8")
    return root / name


def test_what_is_new_different_and_there_already_is_shown(root: Path) -> None:
    """Field by field, with the place of our source; nothing is written."""
    file = given(root, "zotero.json", json.dumps([ARTICLE, PAGE, BOOK, PAGE]))
    result = run("import", file, "--root", root)

    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "Nieuw: 1 werk",
        (
            "  tno2024leerwerkloketten: TNO. (2024, februari). Leerwerkloketten. "
            "https://voorbeeld.nl/loket"
        ),
        "Anders: 1 bron",
        "  knight2021work (references.bib:1)",
        "    jaar: ‘2021’ → ‘2019’",
        "    DOI: hier niet; daar ‘10.1177/0018726719865604’",
        "    jaargang: hier niet; daar ‘74’",
        "    nummer van het tijdschrift: hier niet; daar ‘9’",
        "    bladzijden: hier niet; daar ‘1437-1464’",
        "Er al: 1 werk",
        "Twee keer in het bestand: 1 werk",
        "  Leerwerkloketten",
    ]
    assert (root / "references.bib").read_text(encoding="utf-8") == BIB


def test_new_works_are_added_and_ours_stay_as_they_are(root: Path) -> None:
    """What a person looked up is not overwritten; a second time nothing is new."""
    file = given(root, "zotero.json", json.dumps([ARTICLE, PAGE]))
    run("import", file, "--root", root, "--write")
    written = (root / "references.bib").read_text(encoding="utf-8")
    again = run("import", file, "--root", root, "--write")

    assert written.startswith(BIB)
    assert "@online{tno2024leerwerkloketten," in written.replace("@misc", "@online")
    assert "0 werken toegevoegd" in again.stderr
    assert (root / "references.bib").read_text(encoding="utf-8") == written
    assert [one for one in problems_in(root) if one.code.startswith("bad-")] == []


def test_changes_are_taken_over_where_asked(root: Path) -> None:
    """Field by field, and nothing else in the file changes."""
    file = given(root, "zotero.json", json.dumps([ARTICLE]))
    run("import", file, "--root", root, "--write", "--changes")
    written = (root / "references.bib").read_text(encoding="utf-8")
    new = [line for line in written.splitlines() if line not in BIB.splitlines()]

    assert sorted(new) == [
        "  doi = {10.1177/0018726719865604},",
        "  number = {9},",
        "  pages = {1437--1464},",
        "  volume = {74},",
        "  year = {2019},",
    ]
    assert run("import", file, "--root", root).stdout == "Er al: 1 werk\n"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("x.ris", RIS),
        ("x.txt", RIS),
        ("y.txt", f"Provider: ProQuest\n\n{RIS}"),
        ("x.bib", BIBTEX),
        ("y.bib", BIBTEX.replace("tynjala_learning_2013", "TynjalaLearning2013")),
    ],
)
def test_ris_and_bibtex_are_read_too(root: Path, name: str, text: str) -> None:
    """The same work, whatever file it comes in."""
    result = run("import", given(root, name, text), "--root", root)

    assert result.stdout.splitlines()[0] == "Nieuw: 1 werk"
    assert "tynjala2013learning: Tynjälä, P." in result.stdout
    assert "Educational Research Review, 9" in result.stdout
    assert "11–36. https://doi.org/10.1016/j.edurev.2012.12.001" in result.stdout
    assert "sleutel" not in result.stderr


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"[", "dit JSON is afgebroken of onleesbaar."),
        (b"[" * 100_000, "dit JSON is afgebroken of onleesbaar."),
        (b'[{"type": "book"}]', "werk 1: dit werk heeft geen titel en is weggelaten."),
        (b"zomaar tekst", "dit is geen CSL-JSON, RIS of BibTeX."),
        (b'[1, {"type": "note"}]', "nummer 1 is geen werk en is weggelaten."),
        (b"\xff\xfe", "dit bestand is geen UTF-8. Bewaar het opnieuw als UTF-8."),
    ],
)
def test_a_file_that_is_no_list_of_works_is_told(data: bytes, message: str) -> None:
    """Whatever is in it, there is a sentence and no work."""
    found = works_in(data)

    assert found.items == ()
    assert "".join(found.messages) == message


NOTES, BUSY, GONE, HALF = 9, 10, 11, 12


def _is_note(work: Mapping[str, object]) -> bool:
    return int(str(work["title"]).split()[1]) in range(50, 100)


@pytest.fixture(scope="module")
def zotero() -> Iterator[str]:
    """A server that answers as Zotero does: a hundred works in a page."""
    works = [
        {**PAGE, "title": f"Werk {number}", "URL": f"https://voorbeeld.nl/{number}"}
        for number in range(150)
    ]
    tries: list[str] = []

    class Handler(Silent):
        def do_GET(self) -> None:  # noqa: N802 - the base's name
            parts = urlsplit(self.path)
            wishes = {name: one[0] for name, one in parse_qs(parts.query).items()}
            start, limit = int(wishes.get("start", 0)), int(wishes.get("limit", 25))
            group = int(parts.path.split("/")[2])
            tries.append(self.path)
            busy = group == BUSY and tries.count(self.path) == 1
            known = group in {7, NOTES, BUSY, HALF} and wishes["format"] == "csljson"
            self.send_response(503 if busy else 200 if known else 404 if group == GONE else 403)
            if busy:
                self.send_header("Retry-After", "1")
            if group == NOTES:
                self.send_header("Total-Results", str(len(works)))
            self.end_headers()
            # Zotero counts the notes of a page, and leaves them out.
            page = [
                one for one in works[start : start + limit] if group != NOTES or not _is_note(one)
            ]
            whole = json.dumps({"items": page}).encode()
            self.wfile.write(
                whole[: len(whole) // 2] if group == HALF else whole if known else b"no"
            )

    with served(Handler) as address:
        yield address


def test_a_public_group_of_zotero_is_asked(
    root: Path, zotero: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All of its pages; a group that is not public is told."""
    monkeypatch.setenv(import_works.ZOTERO_SETTING, zotero)
    found = run("import", "--zotero-group", 7, "--root", root)
    closed = run("import", "--zotero-group", 8, "--root", root)

    assert found.stdout.splitlines()[0] == "Nieuw: 150 werken"
    assert closed.exit_code == 2
    assert "groep 8 van Zotero: het register weigert te antwoorden (403)." in closed.stderr


@pytest.mark.parametrize(("group", "count"), [(NOTES, 100), (BUSY, 150)])
def test_no_page_of_a_group_is_missed(
    root: Path, zotero: str, monkeypatch: pytest.MonkeyPatch, group: int, count: int
) -> None:
    """Where a page of notes comes back empty, and where Zotero asks to come again later."""
    monkeypatch.setenv(import_works.ZOTERO_SETTING, zotero)
    found = run("import", "--zotero-group", group, "--root", root)

    assert found.stdout.splitlines()[0] == f"Nieuw: {count} werken"


@pytest.mark.parametrize(
    ("group", "message"),
    [
        (GONE, "er is geen openbare groep met dit nummer."),
        (HALF, "het antwoord is afgebroken of onleesbaar."),
    ],
)
def test_a_group_that_is_not_answered_whole_is_not_taken_over(
    root: Path, zotero: str, monkeypatch: pytest.MonkeyPatch, group: int, message: str
) -> None:
    """Nothing is written, and what is wrong is said of the group and not of a DOI."""
    monkeypatch.setenv(import_works.ZOTERO_SETTING, zotero)
    result = run("import", "--zotero-group", group, "--root", root, "--write")

    assert result.exit_code == 2
    assert message in result.stderr
    assert (root / "references.bib").read_text(encoding="utf-8") == BIB


def test_what_bibtex_loses_is_told_with_its_line(root: Path) -> None:
    """A command, a date and a field that cannot be read are no part of the work, and are said."""
    text = (
        "@article{kok2022,\n  author = {Kok, Jo},\n  title = {Koken \\foo{x}},\n"
        "  year = {20222},\n  journal = {Eten},\n  speciaal = {2},\n}\n"
    )
    said = run("import", given(root, "works.bib", text), "--root", root).stderr

    assert "regel 3: in 'kok2022' is '\\foo' in het veld 'title' niet te lezen." in said
    assert "regel 4: in 'kok2022' is '20222' geen datum." in said
    assert "regel 6: in 'kok2022'" in said
