"""Commands write only the files of their library, whatever somebody put in its folder."""

from __future__ import annotations

import os
import resource
import signal
import stat
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click
import pytest

from commanding import run
from kennisbank.atomic import NotWrittenError, editing
from kennisbank.cli.editing import edit_library
from kennisbank.sources.importing.adding import write_addition
from library_files import write_files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kennisbank.sources.csl_item import CslItem

UNTIDY = "summary: Iets.\ntitle: Oud\nreviewed: 2026-11-24\ndefinition: Leren.\n"
ISSUE = "### Titel\n\nSamen koken\n\n### Wat zij deden\n\nElke maand een gerecht.\n"
BOOK: CslItem = {"type": "book", "title": "Werk anders inrichten", "DOI": "10.5555/nieuw"}
OTHERS = "van iemand anders"
# Each command that writes: what is typed, and the files it writes in a library with a term 'oud'.
COMMANDS = {
    "check --fix": (["check", "--fix"], ["terms/oud.yml"]),
    "new": (["new", "begrip", "Nieuw", "--root"], ["terms/nieuw.yml"]),
    "rename": (["rename", "term:oud", "nieuw", "--root"], ["terms/nieuw.yml", "docs/over.md"]),
    "import": (["import", "ISSUE", "--draft", "--root"], ["practices/samen-koken.yml"]),
    "schema": (["schema", "--root"], ["docs/schemas/term.json", "docs/schemas/names.json"]),
    "cite --write": ([], ["references.bib"]),
}
# Commands that change a file that is there already.
CHANGED = [
    ("check --fix", "terms/oud.yml"),
    ("rename", "docs/over.md"),
    ("cite --write", "references.bib"),
]
HOLDING = """
import sys, time
from pathlib import Path
from kennisbank.atomic import editing
with editing(Path(sys.argv[1]), lambda: None):
    print("bezig", flush=True)
    time.sleep(float(sys.argv[2]))
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A library with something to do for each command."""
    page = "---\ntitle: Over\ndescription: Over ons\n---\n\nZie [[term:oud]].\n"
    files = {"terms/oud.yml": UNTIDY, "docs/over.md": page, "references.bib": "% Bronnen.\n"}
    write_files(tmp_path, {"issue.md": ISSUE, "elders/geheim": OTHERS})
    return write_files(tmp_path / "library", files)


def typed(command: str, root: Path) -> list[str]:
    """Return what somebody types for a command in a library."""
    issue = str(root.parent / "issue.md")
    return [*(issue if one == "ISSUE" else one for one in COMMANDS[command][0]), str(root)]


def do(command: str, root: Path) -> str:
    """Run a command; return what it said."""
    if command == "cite --write":
        try:
            with editing(root, lambda: None) as edit:
                return str(write_addition(edit, BOOK))
        except NotWrittenError as error:
            return str(error)
    return " ".join(run(*typed(command, root)).output.split())


def content(folder: Path) -> dict[str, str]:
    """Return all files under a folder, with what is in them."""
    return {str(path): path.read_text() for path in folder.rglob("*") if path.is_file()}


@contextmanager
def held(root: Path, seconds: float) -> Iterator[subprocess.Popen[str]]:
    """Let another process hold a library."""
    command = [sys.executable, "-c", HOLDING, str(root), str(seconds)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == "bezig\n"
        yield holder


@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_writes_through_a_name_that_was_prepared(root: Path, command: str) -> None:
    """What a link leads to stays as it is, whatever name that link has."""
    secret = root.parent / "elders" / "geheim"
    for path in COMMANDS[command][1]:
        prepared = (root / path).parent / f".{(root / path).name}.new"
        prepared.parent.mkdir(parents=True, exist_ok=True)
        prepared.symlink_to(secret)
    said = do(command, root)

    assert secret.read_text() == OTHERS
    for path in COMMANDS[command][1]:
        assert (root / path).is_file() or "Er is niets veranderd" in said
        assert not (root / path).is_symlink()


@pytest.mark.parametrize(
    ("command", "path"), [(name, path) for name, (_, paths) in COMMANDS.items() for path in paths]
)
def test_no_command_writes_through_a_link_to_a_folder(root: Path, command: str, path: str) -> None:
    """Where a folder of the library is a link, nothing happens behind it, and it is named."""
    top = root / path.split("/", maxsplit=1)[0]
    if "/" not in path:
        return
    elsewhere = root.parent / "elders"
    if top.exists():
        for one in top.iterdir():
            one.rename(elsewhere / one.name)
        top.rmdir()
    top.symlink_to(elsewhere)
    before = content(elsewhere)
    said = do(command, root)

    assert content(elsewhere) == before
    assert top.is_symlink()
    assert f"{top.name} is een verwijzing (symlink) naar een andere plaats." in said or (
        "Er is niets veranderd" in said
    )


@pytest.mark.parametrize(("command", "path"), CHANGED)
@pytest.mark.parametrize(
    ("kind", "message"),
    [
        ("read-only", "{path} mag alleen gelezen worden. Zet in de eigenschappen"),
        ("hard link", "{path} staat ook ergens anders op de schijf (harde link). Schrijven"),
        ("link", "een verwijzing (symlink)|gewoon bestand"),
        ("pipe", "gewoon bestand"),
    ],
)
def test_what_is_no_plain_file_of_the_library_stays(
    root: Path, command: str, path: str, kind: str, message: str
) -> None:
    """It is refused with its name and what to do; nothing beside it is left."""
    file, other = root / path, root.parent / "elders" / "ander"
    if kind == "read-only":
        file.chmod(0o444)
    elif kind == "hard link":
        other.hardlink_to(file)
    else:
        file.rename(other)
        os.mkfifo(file) if kind == "pipe" else file.symlink_to(other)
    before = content(root.parent)
    said = do(command, root)

    assert content(root.parent) == before
    assert any(part.format(path=path) in said for part in message.split("|"))


@pytest.mark.parametrize(("command", "path"), CHANGED)
def test_a_file_keeps_its_mode(root: Path, command: str, path: str) -> None:
    """Who may read and write it stays as it was."""
    (root / path).chmod(0o640)
    before = (root / path).read_text()
    do(command, root)

    assert (root / path).read_text() != before
    assert stat.S_IMODE((root / path).stat().st_mode) == 0o640


@pytest.mark.parametrize("command", COMMANDS)
def test_without_room_nothing_changes_and_nothing_is_claimed(root: Path, command: str) -> None:
    """The message names the file and why; no half file stays."""
    before = content(root)
    usual, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8, most))
    try:
        said = do(command, root)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (usual, most))

    assert content(root) == before
    assert "is niet te schrijven (het wordt te groot)." in said
    assert "None" not in said
    assert not any(word in said for word in ("Vernieuwd", "Hersteld", "Gemaakt", "Hernoemd"))


def test_what_a_killed_command_left_is_told_and_removed(root: Path) -> None:
    """It stops nothing: the check names it, and the next one that mends takes it away."""
    left = root / "terms" / ".oud.yml.0123456789abcdef.new"
    left.write_text("half")
    told = run("check", root)
    assert told.exit_code == 0
    assert f"terms/{left.name}:1:1: leftover-file: bleef over" in " ".join(told.output.split())
    assert "U mag het verwijderen." in told.output

    assert run("check", "--fix", root).exit_code == 0
    assert not left.exists()


def test_a_file_that_was_linked_when_its_command_was_killed_can_be_changed(root: Path) -> None:
    """Between its two names a new file is no hard link that anybody made."""
    (root / "terms" / ".oud.yml.0123456789abcdef.new").hardlink_to(root / "terms" / "oud.yml")

    assert "Hersteld: terms/oud.yml" in do("check --fix", root)


def test_a_second_command_waits_and_says_so(root: Path) -> None:
    """It goes on as soon as the first one ends."""
    with held(root, 1.5):
        said = do("check --fix", root)

    assert "Een andere opdracht verandert deze bibliotheek; deze wacht tot die klaar is." in said
    assert "Hersteld: terms/oud.yml" in said


def test_who_waits_too_long_is_told(root: Path) -> None:
    """The command ends with what to do, and changed nothing."""
    with held(root, 60) as holder:
        with pytest.raises(click.ClickException) as told, edit_library(root, patience=0.2):
            pass
        holder.kill()

    assert "nog steeds bezig in deze bibliotheek. Probeer het straks opnieuw." in str(told.value)


def test_a_killed_command_holds_nobody_up(root: Path) -> None:
    """Its hold ends with it, and there is no file to remove."""
    with held(root, 60) as holder:
        holder.send_signal(signal.SIGKILL)
        holder.wait()
        before = time.monotonic()
        do("check --fix", root)
        assert time.monotonic() - before < 20
    assert not (root / ".cache").exists()


def test_what_is_no_entry_among_the_entries_is_a_problem(root: Path) -> None:
    """Links, folders and names with a point are named with what to do."""
    terms = root / "terms"
    (terms / "map").mkdir()
    (terms / ".map").mkdir()
    (terms / ".verborgen.yml").write_text(UNTIDY)
    (terms / ".oud.yml.new").symlink_to(root.parent / "elders" / "geheim")
    (terms / ".nieuw.yml.0123456789abcdef.new").symlink_to(root.parent / "elders" / "geheim")
    (terms / "link.yml").symlink_to("oud.yml")
    result = run("check", root)
    said = [line for line in result.output.split("\n") if ": bad-file: " in line]

    assert result.exit_code == 1
    assert [line.split(": ")[0] for line in said] == [
        f"terms/{name}:1:1"
        for name in (
            ".map",
            ".nieuw.yml.0123456789abcdef.new",
            ".oud.yml.new",
            ".verborgen.yml",
            "link.yml",
            "map",
        )
    ]


def test_a_title_that_windows_keeps_makes_no_file(root: Path) -> None:
    """Nobody there could check the library out."""
    (root.parent / "issue.md").write_text(ISSUE.replace("Samen koken", "Nul"))

    assert "op Windows is 'con' de naam van een apparaat" in " ".join(
        run("new", "begrip", "Con", "--root", root).output.split()
    )
    assert "op Windows is 'nul' de naam van een apparaat" in do("import", root)
    assert not (root / "practices").exists()
    assert [one.name for one in (root / "terms").iterdir()] == ["oud.yml"]
