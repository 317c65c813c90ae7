"""A command that is killed leaves each file whole: the old one or the new one."""

from __future__ import annotations

from running import script


def test_killed_at_any_moment_no_file_is_corrupt() -> None:
    """Fifteen kills of each command that changes files; `make kills` does two hundred of each."""
    done = script("nightly/kills.py", "15")
    lines = done.stdout.splitlines()

    assert done.returncode == 0, done.stderr
    assert len(lines) > 1
    assert [line for line in lines if not line.endswith(" 0 corrupt files")] == []
    assert [line for line in lines if ", 0 of them at work" in line] == []
