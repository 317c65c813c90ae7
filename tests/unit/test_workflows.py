"""What runs at GitHub keeps rules that the linters of workflows do not know."""

from __future__ import annotations

import json
import re
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from our_kinds import KINDS
from running import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

OURS = REPOSITORY / ".github" / "workflows"
# What a new library gets.
THEIRS = REPOSITORY / "scripts/kennisbank/presets/common/dot-github/workflows"
WORKFLOWS = [*sorted(OURS.glob("*.yml")), *sorted(THEIRS.glob("*.yml"))]
NAMES = [path.relative_to(REPOSITORY).as_posix() for path in WORKFLOWS]
PINNED = re.compile(r"[\w.-]+(/[\w.-]+)+@[0-9a-f]{40}")
TRIGGERS = {"issues", "pull_request", "push", "schedule", "workflow_call", "workflow_dispatch"}
# What a job that runs our own code may do; an issue can be opened by what no pull request starts.
HARMLESS = {("contents", "read"), ("pages", "read"), ("issues", "write")}
GOOD = """\
on: [pull_request]
permissions: {}
jobs:
  one:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    permissions: {contents: read}
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with: {persist-credentials: false}
"""


def faults(text: str) -> list[str]:
    """Return which rules a workflow breaks."""
    workflow = yaml.safe_load(text)
    # YAML reads the key `on` as true.
    triggers = workflow[True]
    named = {triggers} if isinstance(triggers, str) else set(triggers)
    used = [line.split("uses: ")[1] for line in text.splitlines() if "uses: " in line]
    jobs = [job for job in workflow["jobs"].values() if "steps" in job]
    return [
        *(["trigger"] if named - TRIGGERS else []),
        *(["open by default"] if workflow.get("permissions") != {} else []),
        *(["secret"] if "secrets." in text else []),
        *(["no version"] if not all(" # v" in one or one.startswith("$/") for one in used) else []),
        *(fault for job in jobs for fault in job_faults(job, named)),
    ]


def job_faults(job: dict[str, Any], triggers: set[str]) -> list[str]:
    """Return which rules a job breaks."""
    uses = [(step["uses"], step.get("with", {})) for step in job["steps"] if "uses" in step]
    code = [given for name, given in uses if name.startswith("actions/checkout@")]
    asked = set(job.get("permissions", {}).items())
    writes = asked - HARMLESS or ("pull_request" in triggers and ("issues", "write") in asked)
    return [
        *(["runner"] if job.get("runs-on") != "ubuntu-24.04" else []),
        *(["endless"] if job.get("timeout-minutes", 999) > 60 else []),
        *(["unpinned"] if not all(PINNED.fullmatch(name) for name, _ in uses) else []),
        *(["credentials"] if any(one.get("persist-credentials", True) for one in code) else []),
        *(["no permissions"] if "permissions" not in job else []),
        *(["writes beside code"] if writes and code else []),
    ]


@pytest.mark.parametrize("path", WORKFLOWS, ids=NAMES)
def test_a_workflow_can_do_no_more_than_it_must(path: Path) -> None:
    """No secret, no write beside our code, pinned actions, a fixed runner and a time limit."""
    assert faults(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("good", "bad", "fault"),
    [
        ("pull_request", "pull_request_target", "trigger"),
        ("permissions: {}\n", "", "open by default"),
        ("persist-credentials: false", "token: '${{ secrets.KEY }}'", "secret"),
        (" # v7.0.1", "", "no version"),
        ("ubuntu-24.04", "ubuntu-latest", "runner"),
        ("    timeout-minutes: 5\n", "", "endless"),
        ("3d3c42e5aac5ba805825da76410c181273ba90b1", "v7", "unpinned"),
        ("persist-credentials: false", "persist-credentials: true", "credentials"),
        ("    permissions: {contents: read}\n", "", "no permissions"),
        ("{contents: read}", "{contents: write}", "writes beside code"),
        ("{contents: read}", "{issues: write}", "writes beside code"),
    ],
)
def test_a_planted_fault_is_found(good: str, bad: str, fault: str) -> None:
    """Each rule sees the one change that breaks it."""
    assert faults(GOOD) == []
    assert fault in faults(GOOD.replace(good, bad))


def test_no_lock_says_where_a_package_came_from() -> None:
    """Hashes say what is installed; whoever installs chooses the registry."""
    locks = [*REPOSITORY.glob("requirements*.txt")]
    packages = json.loads((REPOSITORY / "package-lock.json").read_text(encoding="utf-8"))[
        "packages"
    ]
    # Where its makers ask for money is no place to get a package from.
    said = [{**package, "funding": None} for package in packages.values()]

    assert len(locks) > 3
    assert [lock.name for lock in locks if "://" in lock.read_text(encoding="utf-8")] == []
    assert "://" not in json.dumps(said)
    assert all("integrity" in package for name, package in packages.items() if name)


def test_only_content_has_no_owner() -> None:
    """Everything but entries, sources and pages is looked at by whoever keeps the code."""
    rules = (REPOSITORY / ".github" / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    words = [rule.split() for rule in rules if not rule.startswith("#")]
    content = {f"/{kind.folder}/*.yml" for kind in KINDS}

    assert words[0][0] == "*"
    assert {one for one, *owners in words if not owners} == content | {
        *("/references.bib", "/synonyms.yml", "/docs/**/*.md"),
    }


def test_nothing_is_committed_that_a_build_makes() -> None:
    """A cache that came along with a proposal would put its own words in the site."""
    examples = ":!tests/examples"  # what a bad example shows is ignored elsewhere
    command = ["git", "ls-files", "--cached", "--ignored", "--exclude-standard", "--", examples]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=True)

    assert done.stdout == ""
