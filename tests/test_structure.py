"""The rules that the code itself keeps."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import pytest

from architecture import LAYERS, PACKAGE, first_sentence
from kennisbank.checks import CHECKS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MODULES = sorted(PACKAGE.rglob("*.py"))
NAMES = [str(path.relative_to(PACKAGE)) for path in MODULES]
DEPTH = {name: depth for depth, layer in enumerate(LAYERS) for name in layer}


def part_of(path: Path) -> str:
    """Return the folder or module directly under the package."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports_of(path: Path) -> Iterator[str]:
    """Yield every module that a module imports, also for types only."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_imports_point_one_way(path: Path) -> None:
    """A module imports from its own layer or from one before it, never from a later one."""
    if part_of(path) == "__init__":
        return
    own = DEPTH[part_of(path)]
    ours = [name.split(".")[1] for name in imports_of(path) if name.startswith("kennisbank.")]

    assert [name for name in ours if DEPTH[name] > own] == []


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_only_the_plugin_knows_mkdocs(path: Path) -> None:
    """Everything else survives a change of engine."""
    known = {name.split(".")[0] for name in imports_of(path)}

    assert ("mkdocs" in known) == (part_of(path) == "plugin")
    assert "material" not in known


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_only_the_commands_print(path: Path) -> None:
    """No other module writes to the terminal, reads the clock or ends the program."""
    text = path.read_text(encoding="utf-8")
    called = {
        ast.unparse(node.func) for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call)
    }
    forbidden = {"print", "click.echo", "click.secho", "sys.exit", "datetime.now", "date.today"}

    assert part_of(path) in {"cli", "commands"} or not called & forbidden


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_only_the_lookup_of_a_doi_asks_the_network(path: Path) -> None:
    """Building and checking need no network, and cannot reach it."""
    network = {"urllib.request", "http.client", "socket", "ssl", "ftplib", "smtplib", "requests"}

    assert path.name == "doi_lookup.py" or not network & set(imports_of(path))


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_every_module_opens_with_one_sentence(path: Path) -> None:
    """The architecture page is printed from these sentences."""
    sentence = first_sentence(path)

    assert 20 < len(sentence) < 130
    assert sentence.endswith(".")


def test_scripts_holds_nothing_but_the_package() -> None:
    """An editable install puts the whole folder on the path."""
    found = {path.name for path in PACKAGE.parent.iterdir()}

    assert {name for name in found if not name.endswith(".egg-info")} == {"kennisbank"}


def test_a_check_has_one_name() -> None:
    """The file, the code and the example of a check are called the same."""
    for check in CHECKS:
        assert check.RULE.code == check.__name__.split(".")[-1].replace("_", "-")
