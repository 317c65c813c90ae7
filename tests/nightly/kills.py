"""Commands that change files are killed at random moments; each file is the old one or the new.

make kills          200 kills of each command, with the count of what was left
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
    from collections.abc import Callable

ENTRIES = 4
ISSUE = "### Titel\n\nSamen koken\n\n### Wat zij deden\n\n" + "Elke maand een gerecht.\n" * 400
_BOOK = {"type": "book", "title": "Werk anders inrichten", "DOI": "10.5555/nieuw"}


def fix(root: Path) -> None:
    """Mend all files of a library."""
    kennisbank.main(["check", "--fix", str(root)], standalone_mode=False)


def add(root: Path) -> None:
    """Add a source, as `cite --write` does once it has the answer of the registry."""
    with editing(root, lambda: None) as edit:
        write_addition(edit, _BOOK)


def rename(root: Path) -> None:
    """Give an entry another name, and with it all files that name it."""
    arguments = ["rename", "methode:methode-1", "andere-naam", "--root", str(root)]
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
    command(root)
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


def main() -> None:
    """Print the count for each command."""
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    for name, command in COMMANDS.items():
        corrupt, hit = corrupt_after(command, kills)
        print(f"{name}: {kills} kills, {hit} of them at work, {corrupt} corrupt files")


if __name__ == "__main__":
    main()
