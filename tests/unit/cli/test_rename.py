"""`rename` moves an entry with all that names it, and can be stopped at any moment."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from commanding import run
from library_files import write_files

if TYPE_CHECKING:
    from pathlib import Path

FILES = {
    "terms/oud.yml": """\
# Over het bestand

title: Oud   # blijft
summary: Zie [[term:oud]] zelf.
reviewed: 2026-11-24
# Over de betekenis
definition: Iets.
""",
    "terms/ander.yml": """\
title: Ander
summary: >-
  Zie `[[term:oud]]` en [[ term:oud |dit]] en
  [[term:oud]].
reviewed: 2026-11-24
definition: "Met \\u00e9 en [[term:oud]] en [[term:oudere]]."
see_also: ['oud', oudere]   # oud
""",
    "terms/oudere.yml": "title: Oudere\nsummary: X [[term:ander]].\nreviewed: 2026-11-24\n"
    "redirect_from:\n  - weg\ndefinition: Y.\n",
    "docs/over.md": "---\ntitle: Over\ndescription: Over ons\n---\n\nZie [[term:oud]], oud.\n",
}
RENAMED = {
    "terms/nieuw.yml": FILES["terms/oud.yml"]
    .replace("term:oud", "term:nieuw")
    .replace("# Over de bet", "redirect_from:\n  - oud\n# Over de bet"),
    "terms/ander.yml": FILES["terms/ander.yml"]
    .replace(
        " en [[ term:oud |dit]] en\n  [[term:oud]]", " en [[ term:nieuw |dit]] en\n  [[term:nieuw]]"
    )
    .replace("en [[term:oud]] en", "en [[term:nieuw]] en")
    .replace("'oud'", "'nieuw'"),
    "terms/oudere.yml": FILES["terms/oudere.yml"],
    "docs/over.md": FILES["docs/over.md"].replace("term:oud", "term:nieuw"),
}
# Ends a program, as the kernel does, when it is about to touch its library for the n-th time;
# forked from one process, because starting Python takes most of the time.
KILLED = """
import os, signal, sys
from kennisbank.cli.rename import rename

def end_at(moment):
    seen = []
    def end(event, arguments):
        writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & os.O_WRONLY
        # Only in the library are files named from an open folder.
        ours = arguments and isinstance(arguments[0], str) and not os.path.isabs(arguments[0])
        if ours and (writes or event in {"os.rename", "os.remove"}):
            seen.append(event)
            if len(seen) == moment:
                os.kill(os.getpid(), signal.SIGKILL)
    sys.addaudithook(end)

for moment, root in enumerate(sys.argv[1:], start=1):
    child = os.fork()
    if not child:
        end_at(moment)
        rename.main(["term:oud", "nieuw", "--root", root])
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A library in which an entry is named in every way."""
    return write_files(tmp_path / "library", FILES)


def content(root: Path) -> dict[str, str]:
    """Return the text of each file of a library, but for what lies beside one."""
    files = (path for path in sorted(root.rglob("*")) if path.is_file())
    return {
        str(path.relative_to(root)): path.read_bytes().decode()
        for path in files
        if not path.name.startswith(".")
    }


def test_everything_that_names_an_entry_follows(root: Path) -> None:
    """Fields, prose and pages change in that place only; the old address leads on."""
    assert run("check", root).exit_code == 0
    result = run("rename", "terms/oud.yml", "nieuw", "--root", root)

    assert result.stdout == (
        "Hernoemd: terms/oud.yml is nu terms/nieuw.yml\n"
        "Verwijzingen aangepast: docs/over.md\n"
        "Verwijzingen aangepast: terms/ander.yml\n"
    )
    assert content(root) == RENAMED
    assert run("check", root).exit_code == 0
    again = run("rename", "begrip:oud", "nieuw", "--root", root)
    assert (again.exit_code, again.stdout[:19]) == (0, "Dit is al gebeurd: ")


def test_back_to_the_old_name_takes_its_place_among_the_earlier_ones(root: Path) -> None:
    """A name is never its own redirect."""
    run("rename", "term:oud", "nieuw", "--root", root)
    run("rename", "term:nieuw", "oud", "--root", root)

    assert "redirect_from:\n  - nieuw\n" in (root / "terms" / "oud.yml").read_text()
    assert run("check", root).exit_code == 0


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("redirect_from:\n- 'weg'  # ooit\n", "redirect_from:\n- 'weg'  # ooit\n- oud\n"),
        ('redirect_from: ["weg", ver]\n', 'redirect_from: ["weg", ver, oud]\n'),
        ("redirect_from: [weg, 'ver']", "redirect_from: [weg, 'ver', oud]"),
        ("redirect_from:\n- /2019/oud.html\n", "redirect_from:\n- /2019/oud.html\n- oud\n"),
    ],
)  # fmt: skip
def test_an_earlier_address_is_added_as_the_author_wrote_them(
    tmp_path: Path, written: str, expected: str
) -> None:
    """Each way to write a list stays; line ends of Windows stay, too."""
    (tmp_path / "terms").mkdir()
    start = "title: Oud\nsummary: Zie [[term:oud]].\nreviewed: 2026-11-24\ndefinition: X.\n"
    text = (start + written).replace("\n", "\r\n")
    (tmp_path / "terms" / "oud.yml").write_bytes(text.encode())
    assert run("rename", "term:oud", "nieuw", "--root", tmp_path).exit_code == 0

    after = (start.replace("term:oud", "term:nieuw") + expected).replace("\n", "\r\n")
    assert (tmp_path / "terms" / "nieuw.yml").read_bytes().decode() == after


def test_dry_run_shows_and_changes_nothing(root: Path) -> None:
    """The lines that would change are shown as programmers know them."""
    output = run("rename", "term:oud", "nieuw", "--dry-run", "--root", root).stdout

    assert "--- terms/oud.yml\n+++ terms/nieuw.yml\n" in output
    assert "+Zie [[term:nieuw]], oud.\n" in output
    assert content(root) == FILES


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["term:oud", "ander"], "'ander' is al van terms/ander.yml."),
        (["term:oud", "weg"], "'weg' is al van terms/oudere.yml."),
        (["term:oud", "oud"], "dat is al de naam."),
        (["term:oudd", "nieuw"], "begrip 'oudd' bestaat niet. Bedoelde u 'oud'?"),
        (["oud", "nieuw"], "'oud' noemt geen onderwerp."),
        (["term:oud", "Nieuw.yml"], "'Nieuw.yml' kan geen bestandsnaam zijn."),
        (["term:oud", "../nieuw"], "kan geen bestandsnaam zijn."),
        (["term:oud", "con"], "op Windows is 'con' de naam van een apparaat."),
        (["term:oud", "lpt1"], "op Windows is 'lpt1' de naam van een apparaat."),
        (["term:../../oud", "nieuw"], "bestaat niet."),
    ],
)
def test_a_clash_or_an_unknown_name_is_refused(
    root: Path, arguments: list[str], message: str
) -> None:
    """Nothing is written, and the message says what to do."""
    result = run("rename", *arguments, "--root", root)

    assert result.exit_code == 2
    assert message in " ".join(result.stderr.split())
    assert content(root) == FILES


def test_a_library_that_cannot_be_read_wholly_stays(root: Path) -> None:
    """A link in a file that nobody can read would be lost."""
    (root / "terms" / "ander.yml").write_text("title: 'Half\n", encoding="utf-8")
    before = content(root)
    result = run("rename", "term:oud", "nieuw", "--root", root)

    assert result.exit_code == 1
    assert "terms/ander.yml:" in result.stderr
    assert content(root) == before


def test_killed_at_any_moment_the_same_command_completes(root: Path, tmp_path: Path) -> None:
    """No file is ever half: the library still checks, or the command finishes what it began."""
    # Three files are written beside theirs, then put in their places, and one is removed.
    roots = [shutil.copytree(root, tmp_path / f"killed-{moment}") for moment in range(1, 9)]
    command = [sys.executable, "-c", KILLED, *map(str, roots)]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    codes = [int(line) for line in said.splitlines() if line.lstrip("-").isdigit()]
    assert codes == [*[-signal.SIGKILL] * 7, 0]
    for place in roots:
        for path, text in content(place).items():
            assert text in {FILES.get(path), RENAMED.get(path)}
        assert run("rename", "term:oud", "nieuw", "--root", place).exit_code == 0
        assert content(place) == RENAMED
        assert run("check", place).exit_code == 0
