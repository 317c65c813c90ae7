"""references.bib is whole at every moment, and no addition is lost to another."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from contextlib import ExitStack, contextmanager
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, cast

import pytest

from kennisbank.atomic import editing
from kennisbank.problems import Problem
from kennisbank.sources.bibtex.file import read_bibliography
from kennisbank.sources.importing.adding import Addition, addition, known_doi, write_addition

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kennisbank.sources.csl_item import CslItem

# For each line of input, a process of its own adds the works with numbers first to last. It tells
# who it is, and every number once the work is there. With a step, it kills itself before that line
# of the module that writes. Started once: to start costs seconds.
ADDING = """
import os
import signal
import sys
from pathlib import Path
from kennisbank.atomic import editing
from kennisbank.sources.importing.adding import write_addition

WORDS = ("Aarde", "Boom", "Citroen", "Duin", "Eik", "Fiets", "Gras", "Haven", "Inkt", "Jas")

def work(number):
    words = [WORDS[int(digit)] for digit in str(number)]
    return {"type": "book", "title": f"{' '.join(words)} {number}", "DOI": f"10.5555/{number}"}

def killed_before(step):
    def trace(frame, event, argument):
        nonlocal step
        if not frame.f_code.co_filename.endswith("atomic.py"):
            return None
        step -= event == "line"
        if not step:
            os.kill(os.getpid(), signal.SIGKILL)
        return trace
    return trace

for line in sys.stdin:
    first, last, step = (int(number) for number in line.split())
    child = os.fork()
    if not child:
        print("wie", os.getpid(), flush=True)
        if step:
            sys.settrace(killed_before(step))
        for number in range(first, last):
            with editing(Path(sys.argv[1]), lambda: None) as edit:
                write_addition(edit, work(number))
            print(number, flush=True)
        os._exit(0)
    os.waitpid(child, 0)
    print("over", flush=True)
"""
BOOK: CslItem = {"type": "book", "title": "Werk anders inrichten", "DOI": "10.5555/nieuw"}
KNOWN = """\
@book{hackman1980work,
  author = {Hackman, J. Richard},
  title = {Work redesign},
  doi = {https://doi.org/10.5555/WORK},
}
"""
# To write much takes longer, so that more of the kills come while it is written.
LONG = KNOWN + "% Een regel uitleg bij de bronnen van deze bibliotheek.\n" * 4000


@contextmanager
def adding(root: Path) -> Iterator[subprocess.Popen[str]]:
    """Start what adds on command."""
    command = [sys.executable, "-c", ADDING, str(root)]
    with subprocess.Popen(
        command, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as started:
        yield started
        assert started.stdin
        started.stdin.close()


def begin(adder: subprocess.Popen[str], first: int, last: int, step: int = 0) -> int:
    """Let a process add works; return its number."""
    assert adder.stdin
    assert adder.stdout
    adder.stdin.write(f"{first} {last} {step}\n")
    adder.stdin.flush()
    return int(adder.stdout.readline().removeprefix("wie "))


def added_by(adder: subprocess.Popen[str]) -> list[str]:
    """Wait for the process to end, and return the numbers that it said it added."""
    assert adder.stdout
    return [line.strip() for line in iter(adder.stdout.readline, "over\n")]


def added(root: Path, item: CslItem) -> Addition | Problem:
    """Add a work, while nobody else changes the library."""
    with editing(root, lambda: None) as edit:
        return write_addition(edit, item)


def keys_in(root: Path) -> tuple[set[str], list[Problem]]:
    """Return the keys of references.bib, and what is wrong with it."""
    bibliography, problems = read_bibliography(root, PurePosixPath("references.bib"))
    return set(bibliography.sources), problems


def test_killed_at_any_moment_the_file_is_whole(tmp_path: Path) -> None:
    """Twenty times a process is killed while it adds; what it said it added is there."""
    file = tmp_path / "references.bib"
    moments = random.Random(7)  # noqa: S311 - a moment is no secret
    with adding(tmp_path) as adder:
        for number in range(1, 21):
            file.write_text(LONG, encoding="utf-8")
            process = begin(adder, number * 100, number * 100 + 100)
            time.sleep(moments.uniform(0, 0.08))
            os.kill(process, signal.SIGKILL)
            said = added_by(adder)
            keys, problems = keys_in(tmp_path)
            text = file.read_text(encoding="utf-8")

            assert problems == []
            assert text.startswith(LONG)
            assert all(f"doi = {{10.5555/{one}}}," in text for one in said)
            # At most one more than it could tell of.
            assert len(said) <= len(keys) - 1 <= len(said) + 1


def test_killed_before_any_line_of_the_write_the_file_is_whole(tmp_path: Path) -> None:
    """At a step the old file is there, or the new one is; from some step on, the new one.

    Ten steps; `make kills` kills at two hundred moments.
    """
    file = tmp_path / "references.bib"
    found = []
    with adding(tmp_path) as adder:
        for step in range(1, 301, 30):
            file.write_text(KNOWN, encoding="utf-8")
            begin(adder, 100, 101, step)
            said = added_by(adder)
            keys, problems = keys_in(tmp_path)

            assert problems == []
            assert file.read_text(encoding="utf-8").startswith(KNOWN)
            assert said == [] or len(keys) == 2
            found.append(len(keys))

    assert found == sorted(found)
    assert {found[0], found[-1]} == {1, 2}


def test_those_who_add_at_once_lose_nothing(tmp_path: Path) -> None:
    """Four processes add five works each at the same moment; all twenty are there."""
    with ExitStack() as stack:
        adders = [stack.enter_context(adding(tmp_path)) for _ in range(4)]
        for number, adder in enumerate(adders, 1):
            begin(adder, number * 100, number * 100 + 5)
        said = [number for adder in adders for number in added_by(adder)]
    keys, problems = keys_in(tmp_path)

    assert len(said) == len(keys) == 20
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
    found = added(tmp_path, BOOK)

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
    found = added(tmp_path, cast("CslItem", BOOK | changes))

    assert isinstance(found, Problem)
    assert str(found).startswith(message)
    assert file.read_text(encoding="utf-8") == KNOWN


def test_a_known_doi_is_seen_before_anyone_is_asked(tmp_path: Path) -> None:
    """Capitals and an address in front do not make another DOI."""
    (tmp_path / "references.bib").write_text(KNOWN, encoding="utf-8")

    assert "heeft deze DOI al" in str(known_doi(tmp_path, "10.5555/work"))
    assert known_doi(tmp_path, "10.5555/other") is None


def test_nothing_is_added_while_a_source_cannot_be_read(tmp_path: Path) -> None:
    """It may be the same work, and an entry that stays open would swallow the new one."""
    file = tmp_path / "references.bib"
    text = KNOWN + '@book{open,\n  title = "A\n'
    file.write_text(text, encoding="utf-8")
    found = added(tmp_path, BOOK)

    assert isinstance(found, Problem)
    assert found.message == "'open' is niet te lezen, en dat kan ditzelfde werk zijn."
    assert file.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("elsewhere", [KNOWN, None])
def test_a_link_is_not_written_through(tmp_path: Path, elsewhere: str | None) -> None:
    """references.bib must be a file of the library itself, also where the link leads nowhere."""
    target, link = tmp_path / "elders.bib", tmp_path / "references.bib"
    if elsewhere:
        target.write_text(elsewhere, encoding="utf-8")
    link.symlink_to(target)
    found = added(tmp_path, BOOK)

    assert "is geen gewoon bestand" in str(found)
    assert link.is_symlink()
    assert (target.read_text(encoding="utf-8") if target.exists() else None) == elsewhere
