"""Another installed package brings a type of fields and a check, by its entry points."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from commanding import run
from kennisbank.build import build_site
from library_files import problems_in, write_files

if TYPE_CHECKING:
    from pathlib import Path

CODE = """\
from typing import Annotated

from kennisbank.config.field_kinds import Typed
from kennisbank.fields.constraints import pattern
from kennisbank.fields.types import LineType
from kennisbank.problems import Location, Rule

Isbn = Annotated[str, LineType(pattern("97[89][0-9]{10}", "moet een ISBN zijn"))]
ISBN = Typed(Isbn, "9789000000000")
WRONG = "geen soort"
RULE = Rule("odd-book", "Een boek is vreemd.", "Kijk het na.")


def find(library):
    for key, file in library.files.items():
        if "vreemd" in file.document.text:
            yield RULE.problem(Location(file.path), "dit boek is vreemd.")
"""
BROKEN = "def find(library):\n    raise ValueError('kapot')\n"
POINTS = """\
[kennisbank.fields]
isbn = our_books:ISBN
nothing = our_books:WRONG
absent = our_books:ABSENT

[kennisbank.checks]
odd-book = our_books
"""
METADATA = "Metadata-Version: 2.1\nName: our-books\nVersion: 1.0\n"
LIBRARY = """\
language: nl
kinds:
  book:
    folder: books
    label: [Boek, Boeken, Wat u kunt lezen]
    fields:
      number: {is: TYPE, title: ISBN}
"""
BOOK = "title: Een boek\nsummary: Een boek.\nreviewed: 2026-01-01\nnumber: '9789000000000'\n"


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which packages are installed, with one that brings both."""
    installed = tmp_path / "installed"
    write_files(
        installed,
        {
            "our_books.py": CODE,
            "our_books-1.0.dist-info/METADATA": METADATA,
            "our_books-1.0.dist-info/entry_points.txt": POINTS,
        },
    )
    monkeypatch.syspath_prepend(str(installed))
    monkeypatch.delitem(sys.modules, "our_books", raising=False)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    return installed


def library(tmp_path: Path, type_: str = "isbn", book: str = BOOK) -> Path:
    """Write a library whose one field is of a type, with one book."""
    text = LIBRARY.replace("TYPE", type_).replace("number:", "isbn:")
    return write_files(
        tmp_path / type_,
        {"kennisbank.yml": text, "books/boek.yml": book.replace("number:", "isbn:")},
    )


@pytest.mark.usefixtures("packages")
def test_a_type_of_another_package_is_like_ours(tmp_path: Path) -> None:
    """It is checked, on the page, in the schema, and in a new file."""
    root = library(tmp_path)
    site = build_site(root)
    page = next(one.content for one in site.pages if one.address == "books/boek/")
    faulty = library(tmp_path / "faulty", book=BOOK.replace("9789", "1234"))

    assert [one.code for one in site.problems] == ["orphan"]
    assert "9789000000000" in page
    assert any("moet een ISBN zijn" in str(one) for one in problems_in(faulty))
    assert run("new", "boek", "Nog een", "--root", root).exit_code == 0
    assert "isbn: INVULLEN" in (root / "books" / "nog-een.yml").read_text(encoding="utf-8")


@pytest.mark.usefixtures("packages")
def test_a_check_of_another_package_runs_with_ours(tmp_path: Path) -> None:
    """Its problems are told by `check`, and stop a build as ours do."""
    root = library(tmp_path, book=BOOK.replace("Een boek.", "Een vreemd boek."))
    told = run("check", root)

    assert "books/boek.yml:1:1: odd-book: dit boek is vreemd. Kijk het na." in told.stdout
    assert told.exit_code == 1
    assert "odd-book" in {one.code for one in build_site(root).problems}


@pytest.mark.usefixtures("packages")
@pytest.mark.parametrize(
    ("type_", "said"), [("absent", "AttributeError"), ("nothing", "geen soort veld")]
)
def test_a_type_that_does_not_work_is_told(tmp_path: Path, type_: str, said: str) -> None:
    """With its place in kennisbank.yml, and the reason."""
    [problem] = problems_in(library(tmp_path, type_))

    assert str(problem).startswith("kennisbank.yml:7:18: bad-configuration: ")
    assert said in problem.message


def test_a_check_that_fails_is_a_problem_and_no_traceback(tmp_path: Path, packages: Path) -> None:
    """The others still run, and the package is named."""
    (packages / "our_books.py").write_text(CODE.partition("def find")[0] + BROKEN, encoding="utf-8")
    told = run("check", library(tmp_path))

    assert told.exit_code == 1
    assert "our-books" in told.stdout
    assert "ValueError: kapot" in told.stdout
    assert "orphan" in told.stdout
