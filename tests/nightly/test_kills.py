"""A command that is killed leaves each file whole: the old one or the new one."""

from __future__ import annotations

import subprocess
import sys

from running import REPOSITORY


def test_killed_at_any_moment_no_file_is_corrupt() -> None:
    """Fifteen kills of each command that changes files; `make kills` does two hundred of each."""
    script = REPOSITORY / "tests" / "nightly" / "kills.py"
    # In a process of its own: it forks, and this one may have threads.
    done = subprocess.run(
        [sys.executable, script, "15"], capture_output=True, text=True, check=False
    )
    lines = done.stdout.splitlines()

    assert done.returncode == 0, done.stderr
    assert len(lines) > 1
    assert [line for line in lines if not line.endswith(" 0 corrupt files")] == []
    assert [line for line in lines if ", 0 of them at work" in line] == []
