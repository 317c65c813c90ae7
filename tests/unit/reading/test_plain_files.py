"""Which files in a folder are looked at, on a real disk."""

from __future__ import annotations

import os
import socket
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import pytest

from kennisbank.library.loading import load_library
from kennisbank.reading import plain_files as module
from kennisbank.reading.plain_files import plain_files

if TYPE_CHECKING:
    from pathlib import Path

    from kennisbank.problems import Problem

DOCS = PurePosixPath("docs")


def found_in(root: Path) -> tuple[list[str], list[str]]:
    """Return the files under docs/, and what is reported."""
    problems: list[Problem] = []
    files = plain_files(root, DOCS, problems)
    return [str(path) for path in files], sorted(str(one) for one in problems)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A library with one page, and a secret beside it."""
    (tmp_path / "docs" / "over").mkdir(parents=True)
    (tmp_path / "docs" / "over" / "index.md").write_text("goed", encoding="utf-8")
    (tmp_path / "geheim").mkdir()
    (tmp_path / "geheim" / "a.md").write_text("geheim", encoding="utf-8")
    return tmp_path


def test_plain_files_are_found_and_nothing_is_reported(root: Path) -> None:
    """Folders are gone into; names with a point in front are never published."""
    (root / "docs" / ".DS_Store").write_bytes(b"x")

    assert found_in(root) == (["docs/over/index.md"], [])


def test_no_link_is_followed(root: Path) -> None:
    """To a file, a folder, nothing, itself or elsewhere: a link is a problem."""
    links = {"bestand.md": "over/index.md", "map": "../geheim", "weg.md": "nergens", "zelf": "."}
    for name, target in links.items():
        (root / "docs" / name).symlink_to(target)
    files, problems = found_in(root)

    assert files == ["docs/over/index.md"]
    assert [one.split(": ")[0] for one in problems] == [f"docs/{name}:1:1" for name in links]
    assert all("bad-file: is een verwijzing (symlink)" in one for one in problems)


@pytest.mark.parametrize("folder", ["docs", "terms", "references.bib", "synonyms.yml"])
def test_what_a_library_starts_from_is_no_link_either(tmp_path: Path, folder: str) -> None:
    """A folder or file of the library that leads elsewhere is not read."""
    (tmp_path / folder).symlink_to("/etc")
    _, problems = load_library(tmp_path)

    assert [(str(one.location.path), one.code) for one in problems] == [(folder, "bad-file")]


def test_what_is_no_file_is_not_opened(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipe or a socket would let the program wait for ever."""
    os.mkfifo(root / "docs" / "pijp.md")
    with socket.socket(socket.AF_UNIX) as listening:
        # A path of a socket is short, wherever the test runs.
        monkeypatch.chdir(root / "docs")
        listening.bind("contact.md")
    files, problems = found_in(root)

    assert files == ["docs/over/index.md"]
    assert problems == [
        f"docs/{name}.md:1:1: bad-file: is geen gewoon bestand. "
        "Vervang het door een kopie van het bestand zelf."
        for name in ("contact", "pijp")
    ]


def test_names_that_differ_in_capitals_only_are_one_name_elsewhere(root: Path) -> None:
    """On Windows and macOS the second file would take the place of the first."""
    for name in ("Meer.md", "meer.md"):
        (root / "docs" / name).write_text("x", encoding="utf-8")
    files, problems = found_in(root)

    assert files == ["docs/Meer.md", "docs/over/index.md"]
    assert len(problems) == 1
    assert "docs/meer.md:1:1: bad-name: de naam is op hoofdletters na die van" in problems[0]


def test_a_folder_with_a_bad_name_is_not_gone_into(root: Path) -> None:
    """One cause gives one problem, however much is in the folder."""
    (root / "docs" / "nul").mkdir()
    (root / "docs" / "nul" / "con.md").write_text("x", encoding="utf-8")
    files, problems = found_in(root)

    assert files == ["docs/over/index.md"]
    assert [one.split(" is op")[0] for one in problems] == ["docs/nul:1:1: bad-name: 'nul'"]


def test_folders_have_a_limit_in_depth_and_number(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A thousand folders in one another, or more files than anyone writes, end at the limit."""
    deep = root / "docs"
    for _ in range(12):
        deep /= "d"
        deep.mkdir()
    (deep / "a.md").write_text("x", encoding="utf-8")
    (found,) = found_in(root)[1]
    assert found.endswith(": ligt meer dan 8 mappen diep. Zet het in een map daarboven.")

    monkeypatch.setattr(module, "COUNT_LIMIT", 1)
    assert "too-large: in deze map staan 2 bestanden; er mogen er 1 zijn." in found_in(root)[1][0]
