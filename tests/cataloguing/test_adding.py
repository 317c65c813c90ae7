"""references.bib is whole at every moment, and no addition is lost to another."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

import pytest

from kennisbank.cataloguing.adding import Addition, addition, known_doi, write_addition
from kennisbank.loading import read_bibliography
from kennisbank.problems import Problem

if TYPE_CHECKING:
    from pathlib import Path

# Adds the works with numbers first to last, each as a process of its own would.
ADDING = """
import sys
from pathlib import Path
from kennisbank.cataloguing.adding import write_addition

root, first, last = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
print("klaar", flush=True)
sys.stdin.readline()
for number in range(first, last):
    names = ("Aarde", "Boom", "Citroen", "Duin", "Eik", "Fiets", "Gras", "Haven", "Inkt", "Jas")
    words = " ".join(names[int(digit)] for digit in str(number))
    item = {"type": "book", "title": words + f" {number}", "DOI": f"10.5555/{number}"}
    write_addition(root, item)
    print(number, flush=True)
"""
BOOK = {"type": "book", "title": "Werk anders inrichten", "DOI": "10.5555/nieuw"}
KNOWN = """\
@book{hackman1980work,
  author = {Hackman, J. Richard},
  title = {Work redesign},
  doi = {https://doi.org/10.5555/WORK},
}
"""


def start(root: Path, first: int, last: int) -> subprocess.Popen[str]:
    """Start a process that waits for a line before it adds."""
    command = [sys.executable, "-c", ADDING, str(root), str(first), str(last)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    started = subprocess.Popen(command, text=True, **pipes)  # type: ignore[call-overload]
    assert started.stdout.readline() == "klaar\n"
    return started  # type: ignore[no-any-return]


def go(started: subprocess.Popen[str]) -> None:
    """Let a process begin."""
    assert started.stdin
    started.stdin.write("\n")
    started.stdin.flush()


def end(started: subprocess.Popen[str]) -> list[str]:
    """Wait for a process and return what it said it added."""
    output, _ = started.communicate()
    return output.split()


def keys_in(root: Path) -> tuple[set[str], list[Problem]]:
    """Return the keys of references.bib, and what is wrong with it."""
    bibliography, problems = read_bibliography(root, PurePosixPath("references.bib"))
    return set(bibliography.sources), problems


def test_killed_at_any_moment_the_file_is_whole(tmp_path: Path) -> None:
    """Thirty times a process is killed while it adds; what it said it added is there."""
    file = tmp_path / "references.bib"
    file.write_text(KNOWN, encoding="utf-8")
    moments = random.Random(7)  # noqa: S311 - a moment is no secret
    for round_ in range(30):
        before = file.read_bytes()
        started = start(tmp_path, round_ * 1000, round_ * 1000 + 1000)
        go(started)
        time.sleep(moments.uniform(0.005, 0.15))
        started.kill()
        said = end(started)
        added, problems = keys_in(tmp_path)

        assert problems == []
        assert file.read_bytes().startswith(before)
        dois = file.read_text(encoding="utf-8")
        assert all(f"doi = {{10.5555/{number}}}," in dois for number in said)
        # A thousand works would make reading slow; the next round starts with a few of them.
        entries = dois.split("\n\n")
        file.write_text("\n\n".join(entries[:5]).rstrip("\n") + "\n", encoding="utf-8")
        assert len(added) >= len(said)


def test_two_who_add_at_once_lose_nothing(tmp_path: Path) -> None:
    """Four processes add five works each at the same moment; all twenty are there."""
    started = [start(tmp_path, first, first + 5) for first in (100, 200, 300, 400)]
    for one in started:
        go(one)
    said = [number for one in started for number in end(one)]
    added, problems = keys_in(tmp_path)

    assert len(said) == 20
    assert len(added) == 20
    assert problems == []


@pytest.mark.parametrize(
    "before",
    [
        b"",
        KNOWN.encode(),
        KNOWN.replace("\n", "\r\n").encode(),
        b"\xef\xbb\xbf" + KNOWN.encode().rstrip(b"\n"),
        "% café\n".encode("cp1252") + KNOWN.encode(),
    ],
)
def test_an_addition_only_adds(tmp_path: Path, before: bytes) -> None:
    """The bytes that were there come first, and the new source can be read."""
    file = tmp_path / "references.bib"
    file.write_bytes(before)
    found = write_addition(tmp_path, BOOK)

    assert isinstance(found, Addition)
    assert file.read_bytes() == found.content
    assert found.content.startswith(before)
    assert found.source.key == "werk"
    assert keys_in(tmp_path)[0] >= {"werk"}
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".new")] == []


def test_to_look_is_not_to_write(tmp_path: Path) -> None:
    """Without writing there is not even a file."""
    assert isinstance(addition(tmp_path, BOOK), Addition)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"DOI": "10.5555/work"}, "references.bib:1:1: duplicate-work: 'hackman1980work' heeft"),
        ({"title": "Work Redesign."}, "references.bib:1:1: duplicate-work: 'hackman1980work' "),
    ],
)
def test_what_is_there_is_refused_with_its_place(
    tmp_path: Path, changes: dict[str, Any], message: str
) -> None:
    """A DOI or a title that is in the file points to the source that has it."""
    file = tmp_path / "references.bib"
    file.write_text(KNOWN, encoding="utf-8")
    found = write_addition(tmp_path, BOOK | changes)

    assert isinstance(found, Problem)
    assert str(found).startswith(message)
    assert file.read_text(encoding="utf-8") == KNOWN


def test_a_known_doi_is_seen_before_anyone_is_asked(tmp_path: Path) -> None:
    """Capitals and an address in front do not make another DOI."""
    (tmp_path / "references.bib").write_text(KNOWN, encoding="utf-8")

    assert "heeft deze DOI al" in str(known_doi(tmp_path, "10.5555/work"))
    assert known_doi(tmp_path, "10.5555/other") is None


@pytest.mark.parametrize("tail", ["@book{open,\n  title = {A\n", "@comment{open {\n"])
def test_nothing_is_added_behind_an_entry_that_stays_open(tmp_path: Path, tail: str) -> None:
    """The new entry would be part of it, and nobody would see it."""
    file = tmp_path / "references.bib"
    file.write_text(KNOWN + tail, encoding="utf-8")
    found = write_addition(tmp_path, BOOK)

    if isinstance(found, Addition):
        assert keys_in(tmp_path)[0] == {"hackman1980work", "werk"}
    else:
        assert "door een fout in dit bestand" in str(found)
        assert file.read_text(encoding="utf-8") == KNOWN + tail


def test_a_link_is_not_written_through(tmp_path: Path) -> None:
    """references.bib must be a file of the library itself."""
    elsewhere = tmp_path / "elders.bib"
    elsewhere.write_text(KNOWN, encoding="utf-8")
    (tmp_path / "references.bib").symlink_to(elsewhere)
    found = write_addition(tmp_path, BOOK)

    assert "is geen gewoon bestand" in str(found)
    assert elsewhere.read_text(encoding="utf-8") == KNOWN
