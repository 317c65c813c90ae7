"""The code speaks English: Dutch stands in the catalogue, and in data about the Dutch language."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

import pytest

from architecture import PACKAGE, tree_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Folders of which every text was written anew in English.
DONE = (
    *("reading", "library", "fields", "config", "checks", "sources", "cli", "engines"),
    *("evidence", "messages"),
)
# Words of which nearly every Dutch sentence has two, and hardly any English one.
FREQUENT = """
de het een niet geen van voor met zijn dat die naar deze dit wordt worden moet kan kunt staat bij
maar uit zonder nog ook dan hier er u uw wat waar wie hoe zet kies schrijf haal maak toon geef noem
alle andere zoals heeft hebben
"""
WORDS = re.compile(rf"(?<![\w-])(?:{'|'.join(FREQUENT.split())})(?![\w-])", re.IGNORECASE)
ENOUGH = 2
# What is about Dutch, or is Dutch because files of a library say it so: words that rules look for,
# names of people, and what libraries write for "estimate".
ABOUT_DUTCH = {
    "checks/left_over.py",
    "checks/unproven.py",
    "fields/text_rules.py",
    "sources/importing/adding.py",
    "sources/name_parsing.py",
    "sources/order.py",
}


def texts_in(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the line and text of each string that is no docstring."""
    tree = tree_of(path)
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, documented) and isinstance(node.body[0], ast.Expr)
    }
    inside = {
        id(part)
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr)
        for part in node.values
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            parts = (str(p.value) if isinstance(p, ast.Constant) else "{}" for p in node.values)
            yield node.lineno, "".join(parts)
        elif (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in docstrings | inside
        ):
            yield node.lineno, node.value


def dutch_in(path: Path) -> Iterator[str]:
    """Yield each text that reads as Dutch, with its place."""
    for line, text in texts_in(path):
        if len({word.casefold() for word in WORDS.findall(text)}) >= ENOUGH:
            yield f"{path.relative_to(PACKAGE)}:{line}: {text[:80]}"


def modules() -> Iterator[Path]:
    """Yield the modules that speak English, but for data about Dutch."""
    loose = list(PACKAGE.glob("*.py"))
    found = [path for folder in DONE for path in (PACKAGE / folder).rglob("*.py")]
    for path in sorted([*loose, *found]):
        if path.relative_to(PACKAGE).as_posix() not in ABOUT_DUTCH:
            yield path


def test_no_text_in_the_code_is_dutch() -> None:
    """What people read is an English message; its Dutch is in messages/nl.po."""
    assert [found for path in modules() for found in dutch_in(path)] == []


@pytest.mark.parametrize("name", sorted(ABOUT_DUTCH))
def test_what_is_let_through_has_dutch_in_it(name: str) -> None:
    """A module that lost its Dutch leaves the list."""
    assert list(dutch_in(PACKAGE / name))


def test_dutch_is_told_with_its_place(tmp_path: Path) -> None:
    """Also in the middle of an f-string; a docstring, English and single words are none."""
    text = '"""Dit is geen fout, en dat is het."""\na = f"zet {1} in de map"\nb = "see de Vries"\n'
    path = tmp_path / "module.py"
    path.write_text(text, encoding="utf-8")

    assert [line for line, said in texts_in(path) if len(set(WORDS.findall(said))) >= ENOUGH] == [2]
