"""An issue becomes one pull request: the steps of the workflow, over a real repository."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from library_files import write_files
from running import REPOSITORY

WORKFLOW = yaml.safe_load(
    (REPOSITORY / ".github" / "workflows" / "contribution.yml").read_text(encoding="utf-8")
)
LIBRARY = {
    "terms/leercultuur.yml": "title: Leercultuur\nsummary: Hoe gewoon leren is.\n"
    "reviewed: 2026-11-24\ndefinition: Leren hoort erbij.\n",
    "mkdocs.yml": "site_name: X\n",
    "docs/over.md": "---\ntitle: Over\ndescription: Over ons\n---\n\nZie [[term:leercultuur]].\n",
    ".gitignore": "/build/\n/.venv\n.*.lock\n",
}
TERM = """\
title: Samen koken
summary: Elke maand een gerecht.
reviewed: 2026-11-24
definition: Wie samen kookt, leert [@bos2021koken]. Zie [[term:leercultuur]].
"""
SOURCE = "@book{bos2021koken, author = {Bos, Jan}, title = {Koken}, year = {2021}}\n"
BODY = f"### Bijdrage\n\n```yaml terms/samen-koken.yml\n{TERM}```\n\n```bibtex\n{SOURCE}```\n"


def step(job: str, name: str) -> str:
    """Return the script of a step of the workflow."""
    steps = WORKFLOW["jobs"][job]["steps"]
    return str(next(one["run"] for one in steps if one.get("id") == name))


class GitHub:
    """A repository, and what happens when an issue is opened or edited."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        work = write_files(folder / "first", LIBRARY)
        self.git(work, "init", "-q", "-b", "main")
        self.git(work, "add", "--all")
        self.git(work, "commit", "-q", "-m", "Begin")
        self.git(folder, "clone", "-q", "--bare", str(work), "origin.git")
        (folder / "bin").mkdir()
        stub = f'#!/bin/sh\nexec {sys.executable} {REPOSITORY}/tests/support/github_stub.py "$@"\n'
        (folder / "bin" / "gh").write_text(stub, encoding="utf-8")
        (folder / "bin" / "gh").chmod(0o755)

    def git(self, folder: Path, *arguments: str) -> str:
        """Run git as somebody."""
        who = ["-c", "user.name=An", "-c", "user.email=an@voorbeeld.nl"]
        command = ["git", *who, *arguments]
        return subprocess.run(
            command, cwd=folder, capture_output=True, text=True, check=True
        ).stdout

    def issue(self, body: str) -> dict[str, Any]:
        """Let both jobs do their work on an issue; return the pull requests and comments."""
        work, files = self.folder / "work", self.folder / "artifact"
        for old in (work, files):
            shutil.rmtree(old, ignore_errors=True)
        self.git(self.folder, "clone", "-q", "origin.git", "work")
        (work / ".venv" / "bin").mkdir(parents=True)
        (work / ".venv" / "bin" / "kennisbank").symlink_to(
            Path(sys.executable).parent / "kennisbank"
        )
        self.run(work, step("read", "read"), BODY=body)
        shutil.copytree(work / "build" / "contribution", files)
        self.run(
            files,
            step("propose", "propose"),
            GH_REPO="a/b",
            BASE="main",
            NUMBER="12",
            RUN="https://voorbeeld.nl/run",
        )
        return dict(json.loads((self.folder / "state.json").read_text(encoding="utf-8")))

    def run(self, folder: Path, script: str, **values: str) -> None:
        """Run a script as a runner does."""
        path = f"{self.folder / 'bin'}:{os.environ['PATH']}"
        who = {
            f"GIT_{one}_{two}": "x@y"
            for one in ("AUTHOR", "COMMITTER")
            for two in ("NAME", "EMAIL")
        }
        env = {**os.environ, **who, "PATH": path, "GITHUB_STUB": str(self.folder), **values}
        done = subprocess.run(
            ["bash", "-eo", "pipefail", "-c", script],
            cwd=folder,
            env=env,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr

    def proposed(self) -> dict[str, str]:
        """Return the files that the pull request changes."""
        origin = self.folder / "origin.git"
        names = self.git(origin, "diff", "--name-only", "main", "bijdrage-12").split()
        return {name: self.git(origin, "show", f"bijdrage-12:{name}") for name in names}


@pytest.fixture
def github(tmp_path: Path) -> GitHub:
    """A repository with one entry."""
    return GitHub(tmp_path)


def test_an_issue_becomes_one_pull_request(github: GitHub) -> None:
    """Entry and source together; an edited issue takes the place of what it said."""
    first = github.issue(BODY)
    files = github.proposed()
    again = github.issue(BODY.replace("Elke maand", "Elke week").replace("summary", "sumary"))
    edited = github.proposed()

    assert files["terms/samen-koken.yml"] == TERM
    assert "@book{bos2021koken," in files["references.bib"]
    assert set(files) == set(edited) == {"terms/samen-koken.yml", "references.bib"}
    assert "Elke week" in edited["terms/samen-koken.yml"]
    assert "Er is niets mis mee." in first["issue 12"]["comment"]
    assert "Deze bijdrage komt uit #12." in first["7"]["body"]
    assert "Dit moet nog beter:" in again["issue 12"]["comment"]
    assert [name for name in again if name.isdecimal()] == ["7"]


def test_a_small_correction_becomes_a_pull_request(github: GitHub) -> None:
    """One sentence of one file; one that is not there is for the editors, and opens nothing."""
    text = "### Bijdrage\n\n```diff terms/leercultuur.yml\n- {old}\n+ Leren is gewoon.\n```\n"
    lost = github.issue(text.format(old="Leren hoort er niet bij."))
    state = github.issue(text.format(old="Leren hoort erbij."))

    assert "De redactie leest uw voorstel" in lost["issue 12"]["comment"].replace("\\", "")
    assert "7" not in lost
    assert github.proposed() == {
        "terms/leercultuur.yml": LIBRARY["terms/leercultuur.yml"].replace(
            "Leren hoort erbij.", "Leren is gewoon."
        )
    }
    assert "Er is niets mis mee." in state["issue 12"]["comment"]


@pytest.mark.parametrize(
    "body",
    [
        (
            "Zomaar een tekst.\n\n```yaml ../../etc/x.yml\ntitle: X\n```\n\n"
            "```yaml .github/workflows/x.yml\non: push\n```\n\n"
            "```yaml terms/leercultuur.yml\ntitle: Anders\n```\n\n"
            "```yaml terms/$(touch gevonden).yml\ntitle: `touch gevonden`\n```\n"
        ),
        (
            "::set-output name=x::y\n##[add-path]/tmp\n\n```yaml terms/x.yml\n"
            "title: !!python/object/apply:os.system [touch gevonden]\n```\n"
        ),
    ],
)
def test_a_hostile_issue_changes_nothing_but_its_own_file(github: GitHub, body: str) -> None:
    """No file of ours, no workflow, no command; the contributor reads what is wrong."""
    state = github.issue(body)

    assert "Dit moet nog beter:" in state["issue 12"]["comment"]
    assert not list(github.folder.rglob("gevonden"))
    assert "7" not in state or set(github.proposed()) == {"terms/x.yml"}
