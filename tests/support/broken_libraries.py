"""Small libraries, each with one thing broken by a seed; and what check and build say of them."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

from kennisbank.build import build_site
from kennisbank.checks import check_library
from kennisbank.library.loading import load_library
from kennisbank.site_links import link_problems
from library_files import write_files
from running import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

EXAMPLE = REPOSITORY / "tests" / "examples" / "good" / "links-both-ways"
HEAD = "---\ntitle: Over ons\ndescription: Wie wij zijn.\n---\n\n"
SETTINGS = "site_name: Proef\ntheme: material\nplugins: [kennisbank]\n"


def copy_of_example(root: Path) -> Path:
    """Write a library without a fault, with a page and settings."""
    files = {
        str(path.relative_to(EXAMPLE)): path.read_text(encoding="utf-8")
        for path in sorted(EXAMPLE.rglob("*.*"))
    }
    return write_files(root, {**files, "mkdocs.yml": SETTINGS, "docs/over-ons.md": f"{HEAD}Dag.\n"})


def pick(root: Path, pattern: str, chance: random.Random) -> Path:
    """Return one of the files of a name."""
    return chance.choice(sorted(root.glob(pattern)))


def break_entry(root: Path, chance: random.Random) -> None:
    """Leave out, double or cut a line of an entry."""
    file = pick(root, "*/een-*.yml", chance)
    lines = file.read_text(encoding="utf-8").split("\n")
    number = chance.randrange(len(lines))
    lines[number : number + 1] = chance.choice(
        [[], [lines[number]] * 2, [lines[number][:5]], [lines[number] + ": '"]]
    )
    file.write_text("\n".join(lines), encoding="utf-8")


def break_sources(root: Path, chance: random.Random) -> None:
    """Take a sign out of the bibliography."""
    file = root / "references.bib"
    text = file.read_text(encoding="utf-8")
    place = chance.randrange(len(text))
    file.write_text(text[:place] + text[place + 1 :], encoding="utf-8")


def break_page(root: Path, chance: random.Random) -> None:
    """Write something on a page that leads nowhere, or that no page may hold."""
    wrong = (
        "Zie [daar](../weg/).", "Zie [daar](weg.md).", "Zie [[method:weg]].", "Zegt [@weg1999].",
        "Zie [daar](../methoden/weg/#stap).", "<script>1</script>", "![foto](weg.png)", "[](#a)",
        "> " * 3000 + "x", "# Nog een kop", "| a | b |\n|---|---|\n| [[term:weg|b]] | c |",
    )  # fmt: skip
    file = root / "docs" / "over-ons.md"
    file.write_text(f"{HEAD}{chance.choice(wrong)}\n", encoding="utf-8")


def break_prose(root: Path, chance: random.Random) -> None:
    """Let the prose of an entry lead to an address of the site that has no page."""
    file = pick(root, "terms/*.yml", chance)
    text = file.read_text(encoding="utf-8")
    link = f"[hier](../../{chance.choice(['weg', 'begrippen/weg', 'over-ons', 'kaart'])}/)"
    file.write_text(re.sub(r"^definition:.*(\n[ ].*)*", f"definition: Zie {link}.", text,
                           flags=re.MULTILINE), encoding="utf-8")  # fmt: skip


def misplace(root: Path, chance: random.Random) -> None:
    """Put a file where it does not belong, or under a name that does not work everywhere."""
    name = chance.choice(
        ["methods/.weg.yml", "methods/map/een.yml", "methods/een.txt", "een.yml", "docs/los.txt",
         "terms/Een-Term.yml", "terms/con.yml", "docs/Los.md"]
    )  # fmt: skip
    text = pick(root, "terms/*.yml", chance).read_text(encoding="utf-8")
    write_files(root, {name: text})


WAYS = (break_entry, break_sources, break_page, break_prose, misplace)


def told_differently(folder: Path, seeds: Iterable[int]) -> tuple[list[object], int]:
    """Return where check and build differ, and of how many libraries they told something."""
    differing: list[object] = []
    told = 0
    for seed in seeds:
        root = copy_of_example(folder / str(seed))
        WAYS[seed % len(WAYS)](root, random.Random(seed))
        library, problems = load_library(root)
        problems += check_library(library)
        problems += link_problems(root, library, problems)
        checked = sorted(map(str, problems))
        built = sorted(map(str, build_site(root).problems))
        told += bool(checked)
        if checked != built:
            differing.append((seed, checked, built))
    return differing, told
