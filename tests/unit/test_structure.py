"""The rules that the code itself keeps; a failure lists every module that breaks one."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections import Counter
from functools import cache
from importlib.metadata import packages_distributions
from typing import TYPE_CHECKING

from architecture import LAYERS, PACKAGE, first_sentence, tree_of
from kennisbank.checks import CHECKS
from kennisbank.config.configuration import kinds_of
from running import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Mapping

MODULES = {
    ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted(PACKAGE.rglob("*.py"))
}
DEPTH = {name: depth for depth, layer in enumerate(LAYERS) for name in layer}
NETWORK = {"urllib.request", "http.client", "socket", "ssl", "ftplib", "smtplib", "requests"}
PRINTING = {"print", "click.echo", "click.secho", "sys.exit", "datetime.now", "date.today"}


@cache
def trees() -> dict[str, ast.Module]:
    """Return the code of each module."""
    return {name: tree_of(path) for name, path in MODULES.items()}


def part_of(module: str) -> str:
    """Return the folder or module directly under the package; nothing for the package itself."""
    return module.split(".")[1] if "." in module else ""


@cache
def imports_of(module: str) -> frozenset[str]:
    """Return every module that a module imports, also for types only."""
    found: set[str] = set()
    for node in ast.walk(trees()[module]):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            # A module may be imported as a name out of its package.
            inside = {f"{node.module}.{alias.name}" for alias in node.names} & MODULES.keys()
            found |= inside or {node.module or ""}
    return frozenset(found)


def reached(start: str, arrows: Mapping[str, set[str]]) -> set[str]:
    """Return everything that can be reached from a module by following imports."""
    found: set[str] = set()
    waiting = [start]
    while waiting:
        new = arrows[waiting.pop()] - found
        found |= new
        waiting += new
    return found


def test_imports_point_one_way() -> None:
    """A module imports from its own layer or from one before it, never from a later one."""
    wrong = [
        f"{module} imports {name}"
        for module in MODULES
        for name in imports_of(module)
        if name in MODULES
        and part_of(module)
        and DEPTH.get(part_of(name), -1) > DEPTH[part_of(module)]
    ]

    assert wrong == []


def test_imports_go_in_no_circle() -> None:
    """No module imports itself by way of others, not for types either."""
    arrows = {name: set(imports_of(name) & (MODULES.keys() - {name})) for name in MODULES}

    assert [name for name in MODULES if name in reached(name, arrows)] == []


def test_only_the_edge_knows_mkdocs() -> None:
    """Everything else survives a change of engine."""
    knowing = {
        name
        for name in MODULES
        if {one.split(".")[0] for one in imports_of(name)} & {"mkdocs", "material"}
    }

    assert {name for name in knowing if not name.startswith("kennisbank.engines.mkdocs")} == set()


def test_only_the_command_line_prints() -> None:
    """No other module writes to the terminal, reads the clock or ends the program."""
    wrong = [
        f"{name}: {ast.unparse(node.func)}"
        for name, tree in trees().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) in PRINTING
        and part_of(name) != "cli"
    ]

    assert wrong == []


def test_only_the_lookup_of_a_doi_asks_the_network() -> None:
    """Building and checking need no network, and cannot reach it."""
    asking = {name for name in MODULES if NETWORK & imports_of(name)}

    assert asking == {"kennisbank.sources.importing.doi_lookup"}


def test_every_module_opens_with_one_sentence() -> None:
    """The architecture page is printed from these sentences."""
    sentences = {name: first_sentence(path) for name, path in MODULES.items()}

    assert [
        name
        for name, sentence in sentences.items()
        if not (20 < len(sentence) < 130 and sentence.endswith("."))
    ] == []


def test_scripts_holds_nothing_but_the_package() -> None:
    """An editable install puts the whole folder on the path."""
    found = {path.name for path in PACKAGE.parent.iterdir()}

    assert {name for name in found if not name.endswith(".egg-info")} == {"kennisbank"}


def test_a_check_has_one_name() -> None:
    """The file, the code and the example of a check are called the same."""
    for check in CHECKS:
        assert check.RULE.code == check.__name__.split(".")[-1].replace("_", "-")


def test_a_class_has_one_name() -> None:
    """No two modules define a class of the same name."""
    names = Counter(
        node.name
        for tree in trees().values()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    )

    assert {name for name, count in names.items() if count > 1} == set()


LONG_MODULE = 250
LONG_FUNCTION = 40


def test_a_long_module_says_why_it_is_one_file() -> None:
    """Most have one reason to change; who reads a long one hears why it was not cut in two."""
    lengths = {name: len(path.read_text("utf-8").splitlines()) for name, path in MODULES.items()}
    long = [name for name, length in lengths.items() if length > LONG_MODULE]

    assert [
        name for name in long if "One file:" not in (ast.get_docstring(trees()[name]) or "")
    ] == []


def test_no_function_is_long() -> None:
    """One that cannot be seen at a glance is more than one."""
    assert [
        f"{name}.{node.name}"
        for name, tree in trees().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        and (node.end_lineno or 0) - node.lineno >= LONG_FUNCTION
    ] == []


# The word in rating.yml for what readers report, whatever the id of that kind is.
ALLOWED = {"evidence/scale.py": '"practice"'}


def test_no_kind_is_named_in_the_package() -> None:
    """What happens to a kind follows from the types of its fields and its marks, never its id."""
    names = [kind.kind for kind in kinds_of(REPOSITORY)]
    quoted = re.compile(rf"""["'](?:{"|".join(map(re.escape, names))})["']""")
    files = [
        path
        for suffix in ("*.py", "*.jinja", "*.html", "*.js")
        for path in PACKAGE.rglob(suffix)
        if "presets" not in path.parts
    ]
    texts = {str(path.relative_to(PACKAGE)): path.read_text(encoding="utf-8") for path in files}
    found = {name: match[0] for name, text in texts.items() if (match := quoted.search(text))}

    assert len(texts) > len(MODULES)
    assert found == ALLOWED


def test_what_the_package_imports_is_asked_for() -> None:
    """An installed package brings all that it needs, and not by way of another that needs it."""
    needed = {canonical(one) for one in re.findall(r"[\w-]+", " ".join(dependencies()))}
    brought = packages_distributions()
    imported = {name.split(".")[0] for module in MODULES for name in imports_of(module)}
    lacking = {
        name
        for name in imported - sys.stdlib_module_names - {"kennisbank"}
        if not needed & {canonical(one) for one in brought.get(name, [name])}
    }

    assert lacking == set()


def dependencies() -> list[str]:
    """Return what pyproject.toml says that the package needs."""
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [str(one) for one in project["dependencies"]]


def canonical(name: str) -> str:
    """Return the name of a distribution in its plain form."""
    return name.lower().replace("_", "-")
