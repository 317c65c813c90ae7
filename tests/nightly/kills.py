"""Commands that change files are killed at random moments; each file is the old one or the new.

make kills          200 kills of each command and of each pair at once, with what was left

Two that work in the same files are killed together, each at a moment of its own. No file is then
anything but what one of them, both or neither makes of it; what a command finished is there; and
both commands, run once more, get where they would have got.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from generated import write_library
from kennisbank.atomic import editing
from kennisbank.cli import kennisbank
from kennisbank.sources.importing.adding import write_addition

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kennisbank.sources.csl_item import CslItem

    Command = Callable[[Path], None]
    State = dict[str, bytes]

ENTRIES = 4
ISSUE = "### Titel\n\nSamen koken\n\n### Wat zij deden\n\n" + "Elke maand een gerecht.\n" * 400
_BOOK: CslItem = {"type": "book", "title": "Werk anders inrichten", "DOI": "10.5555/nieuw"}
_OTHER_BOOK: CslItem = {"type": "book", "title": "Leren van fouten", "DOI": "10.5555/ander"}


def fix(root: Path) -> None:
    """Mend all files of a library."""
    kennisbank.main(["check", "--fix", str(root)], standalone_mode=False)


def add(root: Path) -> None:
    """Add a source, as `cite --write` does once it has the answer of the registry."""
    with editing(root, lambda: None) as edit:
        write_addition(edit, _BOOK)


def add_other(root: Path) -> None:
    """Add another source."""
    with editing(root, lambda: None) as edit:
        write_addition(edit, _OTHER_BOOK)


def rename(root: Path) -> None:
    """Give an entry another name, and with it all files that name it."""
    arguments = ["rename", "methode:methode-1", "andere-naam", "--root", str(root)]
    kennisbank.main(arguments, standalone_mode=False)


def rename_other(root: Path) -> None:
    """Give a mechanism another name, which the entry of `rename` has in it."""
    arguments = ["rename", "mechanisme:mechanisme-1", "anders", "--root", str(root)]
    kennisbank.main(arguments, standalone_mode=False)


def bring_in(root: Path) -> None:
    """Make an entry of a practice that somebody put forward."""
    arguments = ["import", str(root / "issue.md"), "--draft", "--root", str(root)]
    kennisbank.main(arguments, standalone_mode=False)


COMMANDS: dict[str, Callable[[Path], None]] = {
    "check --fix": fix,
    "cite --write": add,
    "rename": rename,
    "import": bring_in,
}


# Two that work in the same files or folders.
PAIRS = (
    (("cite --write", add), ("another", add_other)),
    (("check --fix", fix), ("rename", rename)),
    (("rename", rename), ("another", rename_other)),
    (("check --fix", fix), ("import", bring_in)),
)


def untidy_library(root: Path) -> Path:
    """Write a small library in which each file has something to mend."""
    write_library(root, ENTRIES)
    for file in sorted(root.glob("m*/*.yml")):
        head, *rest = file.read_text(encoding="utf-8").splitlines()
        file.write_text("\r\n".join([*rest, head]), encoding="utf-8", newline="")
    with (root / "references.bib").open("a", encoding="utf-8") as bib:
        bib.write("% Een regel uitleg bij de bronnen.\n" * 2_000)
    (root / "issue.md").write_text(ISSUE, encoding="utf-8")
    return root


def contents(root: Path) -> dict[str, bytes]:
    """Return what each file of the library holds, without what was left beside it."""
    found = [*root.glob("[mp]*/[!.]*.yml"), root / "references.bib"]
    return {str(file.relative_to(root)): file.read_bytes() for file in found}


def begin(command: Callable[[Path], None], root: Path) -> int:
    """Start a command in a process of its own, without a word; return its number."""
    child = os.fork()
    if child:
        return child
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    # Whatever it raises, this copy of the program never goes on with what the first one does.
    try:
        command(root)
    finally:
        os._exit(0)


def finish(command: Callable[[Path], None], root: Path) -> None:
    """Run a command in a process of its own to its end."""
    os.waitpid(begin(command, root), 0)


def killed(command: Callable[[Path], None], root: Path, after: float) -> bool:
    """Run a command in a process of its own and kill it; return whether it was still at work."""
    child = begin(command, root)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def corrupt_after(command: Callable[[Path], None], kills: int, seed: int = 7) -> tuple[int, int]:
    """Return how often a file was neither old nor new, and how many kills hit a running command."""
    moments = random.Random(seed)
    corrupt = hit = 0
    with tempfile.TemporaryDirectory() as folder:
        before_root = untidy_library(Path(folder) / "before")
        after_root = Path(folder) / "after"
        shutil.copytree(before_root, after_root)
        started = time.monotonic()
        finish(command, after_root)
        longest = time.monotonic() - started
        before, after = contents(before_root), contents(after_root)
        for number in range(kills):
            root = Path(folder) / f"kill{number}"
            shutil.copytree(before_root, root)
            hit += killed(command, root, moments.uniform(0, longest))
            left = contents(root)
            corrupt += any(
                left.get(name) not in {before.get(name), after.get(name)} for name in before | after
            )
            shutil.rmtree(root)
    assert before != after
    return corrupt, hit


def both_killed(commands: Sequence[Command], root: Path, moments: Sequence[float]) -> list[bool]:
    """Run commands at once and kill each at its moment; return which were still at work."""
    started = time.monotonic()
    children = [begin(command, root) for command in commands]
    for moment, child in sorted(zip(moments, children, strict=True)):
        time.sleep(max(0, started + moment - time.monotonic()))
        os.kill(child, signal.SIGKILL)
    return [os.WIFSIGNALED(os.waitpid(child, 0)[1]) for child in children]


def outcomes(pair: Sequence[Command], before: Path, folder: Path) -> tuple[list[State], float]:
    """Return what a pair makes of a library: neither, one, both in each order; and how long."""
    one, other = pair
    orders = ((), (one,), (other,), (one, other), (other, one))
    found = []
    for number, order in enumerate(orders):
        root = shutil.copytree(before, folder / f"order{number}")
        started = time.monotonic()
        for command in order:
            finish(command, root)
        longest = time.monotonic() - started
        found.append(contents(root))
    return found, longest


def lost_after(pair: Sequence[Command], kills: int, seed: int = 7) -> tuple[int, int, int]:
    """Return how many libraries were corrupt, how many lost an edit, and how many kills hit."""
    random_moments = random.Random(seed)
    corrupt = lost = hit = 0
    with tempfile.TemporaryDirectory() as folder:
        before = untidy_library(Path(folder) / "before")
        known, longest = outcomes(pair, before, Path(folder))
        assert known[0] not in known[1:]
        for number in range(kills):
            root = shutil.copytree(before, Path(folder) / f"kill{number}")
            # Often enough one of the two is ready before its moment comes.
            moments = [random_moments.uniform(0, longest * reach) for reach in (1, 3)]
            random_moments.shuffle(moments)
            killed = both_killed(pair, root, moments)
            hit += any(killed)
            left = contents(root)
            corrupt += any(
                text not in {one.get(name) for one in known} for name, text in left.items()
            )
            for command, was_killed in zip(pair, killed, strict=True):
                if not was_killed:
                    # What is done is done: to do it again changes nothing.
                    finish(command, root)
                    lost += contents(root) != left
            for command in pair:
                finish(command, root)
            lost += contents(root) not in known[3:]
            shutil.rmtree(root)
    return corrupt, lost, hit


def main() -> None:
    """Print the count for each command and each pair."""
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    which = sys.argv[2] if len(sys.argv) > 2 else ""
    for name, command in COMMANDS.items() if which != "pairs" else ():
        corrupt, hit = corrupt_after(command, kills)
        print(f"{name}: {kills} kills, {hit} of them at work, {corrupt} corrupt files")
    for (name, one), (other_name, other) in PAIRS:
        corrupt, lost, hit = lost_after((one, other), kills)
        print(
            f"{name} and {other_name}: {kills} kills, {hit} of them at work, "
            f"{lost} lost edits, {corrupt} corrupt files",
            flush=True,
        )


if __name__ == "__main__":
    main()
