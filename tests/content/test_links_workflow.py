"""The weekly job keeps one issue: it opens, changes and closes it, and touches no other."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest
import yaml

from running import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

WORKFLOW = REPOSITORY / ".github" / "workflows" / "links.yml"
TITLE = "Adressen buiten de site werken niet"
# Answers as GitHub's own program does, and writes down what it was asked.
PROGRAM = """\
#!/bin/sh
printf '%s|' "$@" >> asked.txt
echo >> asked.txt
[ "$2" = list ] && printf '%s' "$FOUND"
exit 0
"""


@pytest.mark.parametrize(
    ("broken", "found", "asked"),
    [
        ("1", "", f"issue|create|--title|{TITLE}|--body-file|links.md|"),
        ("1", "12", "issue|edit|12|--body-file|links.md|"),
        ("0", "12", "issue|close|12|--comment|Alle adressen werken weer.|"),
        ("0", "", None),
    ],
)
def test_one_issue_follows_what_was_found(
    tmp_path: Path, broken: str, found: str, asked: str | None
) -> None:
    """An issue by someone else with the same title is not found, for the search names the app."""
    (tmp_path / "gh").write_text(PROGRAM, encoding="utf-8")
    (tmp_path / "gh").chmod(0o755)
    steps = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))["jobs"]["tell"]["steps"]
    told = {"BROKEN": broken, "TITLE": steps[1]["env"]["TITLE"], "FOUND": found}
    environment = {**told, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"}
    command = ["bash", "-euo", "pipefail", "-c", steps[1]["run"]]
    subprocess.run(command, cwd=tmp_path, env=environment, check=True)
    first, *rest = (tmp_path / "asked.txt").read_text(encoding="utf-8").splitlines()

    assert f'|author:app/github-actions in:title "{TITLE}"|' in first
    assert rest == ([asked] if asked else [])
