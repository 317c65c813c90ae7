"""Commands that are killed leave each file whole, the old one or the new one, and lose no edit."""

from __future__ import annotations

from running import script


def test_killed_at_any_moment_no_file_is_corrupt() -> None:
    """Some kills of each command and each pair at once; `make kills` does two hundred of each."""
    done = script("nightly/kills.py", "12")
    lines = done.stdout.splitlines()

    assert done.returncode == 0, done.stderr
    pairs = [line for line in lines if " lost edits, " in line]
    assert len(pairs) > 1
    assert len(lines) > len(pairs) + 1
    assert [line for line in lines if not line.endswith(" 0 corrupt files")] == []
    assert [line for line in pairs if " 0 lost edits, " not in line] == []
    assert [line for line in lines if ", 0 of them at work" in line] == []


def test_two_builds_killed_at_once_leave_a_whole_site() -> None:
    """Three rounds; `make kills` does two hundred."""
    done = script("nightly/kill_builds.py", "3")

    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("two builds at once: 3 rounds, ")
    assert done.stdout.endswith(", 0 half sites\n")
    assert ", 0 of 6 builds killed at work" not in done.stdout
