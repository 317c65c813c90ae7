"""The stages of `make check`: for each one a small planted fault, which must stop it.

Accessibility, privacy, addresses and the second engine are tests; their own files plant theirs.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from asking import Question, below_aim
from bench_search import write_site
from generated import write_library
from library_files import write_files
from running import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Callable

MAKEFILE = REPOSITORY / "Makefile"
STAGES = re.findall(r"^STAGES := (.+)$", MAKEFILE.read_text(encoding="utf-8"), re.MULTILINE)[0]
# What is set up already is not set up again for the copy.
SET_UP = (
    *(".venv/site-ready", ".venv/test-ready", ".venv/tools-ready", ".venv/engines-ready"),
    "node_modules/.package-lock.json",
)
OUTER = ("MAKEFLAGS", "MAKELEVEL", "MFLAGS", "PYTEST_XDIST_WORKER", "PYTEST_ADDOPTS")
CONFIG = "site_name: Klein\ntheme: {name: material, font: false}\nplugins: [kennisbank]\n"
WORKFLOW = """\
name: Klein
on: push
permissions: {}
concurrency: {group: klein, cancel-in-progress: true}
jobs:
  one:
    name: One
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    steps:
      - run: echo
"""
PAGE = '<!doctype html><html lang="nl"><meta charset="utf-8"><title>T</title><p id="a">T</p>'


def make(stage: str, folder: Path, *settings: str) -> subprocess.CompletedProcess[str]:
    """Run a stage of our Makefile in a folder that has our tools and nothing else of ours."""
    for name, place in ((".venv", Path(sys.prefix)), ("node_modules", REPOSITORY / "node_modules")):
        (folder / name).symlink_to(place)
    command = ["make", "-f", str(MAKEFILE), *(word for file in SET_UP for word in ("-o", file))]
    environment = {name: value for name, value in os.environ.items() if name not in OUTER}
    environment["PYTEST_XDIST_AUTO_NUM_WORKERS"] = "1"
    return subprocess.run(
        [*command, stage, f"MAKE={' '.join(command)}", *settings],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def wrong_entry(folder: Path) -> None:
    """Give a method an effort that does not exist."""
    write_library(folder, 3)
    method = folder / "methods" / "methode-1.yml"
    text = method.read_text(encoding="utf-8")
    method.write_text(text.replace("effort: klein", "effort: reuze"), encoding="utf-8")


def unused_import(folder: Path) -> None:
    """Import what nothing uses."""
    shutil.copy(REPOSITORY / "pyproject.toml", folder)
    write_files(folder, {"scripts/a.py": '"""A."""\n\nimport os\n'})


def wrong_type(folder: Path) -> None:
    """Call a text a number."""
    shutil.copy(REPOSITORY / "pyproject.toml", folder)
    write_files(folder, {"scripts/a.py": 'number: int = "one"\n'})
    write_files(folder, {"tests/b.py": ""})


def script(text: str) -> Callable[[Path], None]:
    """Return what plants a script, beside Python that has no fault."""

    def plant(folder: Path) -> None:
        for name in ("pyproject.toml", "biome.json", "tsconfig.json"):
            shutil.copy(REPOSITORY / name, folder)
        write_files(folder, {"scripts/a.py": '"""A."""\n', "tests/b.py": ""})
        write_files(folder, {"scripts/kennisbank/theme/scripts/a.js": text})

    return plant


def wrong_script_test(folder: Path) -> None:
    """Expect of a script what is not so."""
    text = 'import { test } from "node:test";\ntest("a", () => Promise.reject("one is not two"));\n'
    write_files(folder, {"tests/unit/scripts/a.test.mjs": text})


def workflow(text: str) -> Callable[[Path], None]:
    """Return what plants a workflow beside good settings of Dependabot."""

    def plant(folder: Path) -> None:
        write_files(folder, {".github/workflows/one.yml": text})
        write_files(folder, {".github/dependabot.yml": "version: 2\nupdates: []\n"})

    return plant


def unused_source(folder: Path) -> None:
    """Leave a source that nobody cites: a warning, on which a strict build stops."""
    write_library(folder, 3)
    write_files(folder, {"mkdocs.yml": CONFIG})
    with (folder / "references.bib").open("a", encoding="utf-8") as file:
        file.write("@book{ongebruikt,\n  title = {Niemand},\n  year = {2001}\n}\n")


def site(html: str) -> Callable[[Path], None]:
    """Return what plants a site of one page."""

    def plant(folder: Path) -> None:
        (folder / "tests").symlink_to(REPOSITORY / "tests")
        write_files(folder, {"site/index.html": html})

    return plant


def other_search(folder: Path) -> None:
    """Build the search of a library that knows nothing of what is asked."""
    (folder / "tests").symlink_to(REPOSITORY / "tests")
    write_site(folder / "library", folder / "site", 9)


def wrong_test(part: str) -> Callable[[Path], None]:
    """Return what plants a test that expects what is not so."""

    def plant(folder: Path) -> None:
        shutil.copy(REPOSITORY / "pyproject.toml", folder)
        text = "def test_a() -> None:\n    assert 1 == 2\n"
        write_files(folder, {f"tests/{part}/test_a.py": text})

    return plant


HEAVY = PAGE + random.Random(1).randbytes(60_000).hex()  # noqa: S311 - it only has to be heavy
UNPINNED = WORKFLOW.replace("run: echo", "uses: actions/checkout@v7")
OPEN = WORKFLOW.replace("permissions: {}", "permissions: write-all")
INJECTED = WORKFLOW.replace("run: echo", "run: echo ${{ github.event.pull_request.title }}")
UNKNOWN = WORKFLOW.replace("timeout-minutes: 5", "timeout-minutes: 5\n    tijd: 5")
PLANTED = [
    ("entries", wrong_entry, "methods/methode-1.yml:"),
    ("lint", unused_import, "F401"),
    ("lint", script("debugger;\n"), "lint/suspicious/noDebugger"),
    ("lint", script('"use strict"\n'), "File content differs from formatting output"),
    ("types", wrong_type, "scripts/a.py:1: error: Incompatible types"),
    ("types", script("const one = 1;\none.two();\n"), "Property 'two' does not exist on type '1'"),
    ("workflows", workflow(UNPINNED), "unpinned-uses"),
    ("workflows", workflow(OPEN), "excessive-permissions"),
    ("workflows", workflow(INJECTED), "template-injection"),
    ("workflows", workflow(UNKNOWN), "'tijd' was unexpected"),
    ("build", unused_source, "unused-source: bron 'ongebruikt'"),
    ("links", site(f'{PAGE}<a href="#b">B</a>'), "index.html: #b"),
    ("html", site(f"{PAGE}<ul><p>B</p></ul>"), "Element “p” not allowed as child of element “ul”"),
    ("budgets", site(HEAVY), "largest-page-kilobytes: 6"),
    ("search", other_search, "queries: all: recall 0.0"),
    ("tests", wrong_test("unit"), "assert 1 == 2"),
    ("tests", wrong_script_test, "one is not two"),
    ("nightly", wrong_test("nightly"), "assert 1 == 2"),
]


@pytest.mark.parametrize(
    ("stage", "plant", "told"), PLANTED, ids=[f"{stage}: {told}" for stage, _, told in PLANTED]
)
def test_a_planted_fault_stops_its_stage(
    tmp_path: Path, stage: str, plant: Callable[[Path], None], told: str
) -> None:
    """The stage fails, and what it prints names the fault."""
    plant(tmp_path)
    done = make(stage, tmp_path)

    assert done.returncode != 0
    assert told in done.stdout + done.stderr


def test_every_stage_has_a_planted_fault() -> None:
    """A stage that is added without one is noticed here."""
    assert sorted({stage for stage, *_ in PLANTED}) == sorted(STAGES.split())


def test_the_pipeline_stops_at_the_first_stage_that_fails(tmp_path: Path) -> None:
    """Stages before it are fine, it is named with its time, and none comes after it."""
    site(f'{PAGE}<a href="#b">B</a>')(tmp_path)
    done = make("check", tmp_path, "STAGES=budgets links html")
    told = re.findall(r"^== (.*?)(?:, \d+ s)?$", done.stdout, re.MULTILINE)

    assert done.returncode != 0
    assert told == ["budgets", "budgets is fine", "links", "links failed"]


def test_a_search_that_finds_too_little_is_below_its_aim() -> None:
    """Exact words must all be found; other classes 90 in 100, and all together 95."""
    asked = [Question("exact", "a", ("a/",)), Question("typo", "b", ("b/",))]
    half = ["exact: recall 0.000, aim 1.0", "all: recall 0.500, aim 0.95"]

    assert below_aim(asked, [["a/"], ["c/", "b/"]]) == []
    assert sorted(below_aim(asked, [["c/"], ["b/"]])) == sorted(half)
