"""`check --fix` mends what asks for no choice, says so, and leaves the rest as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from commanding import name_on_a_page, run

if TYPE_CHECKING:
    from pathlib import Path

UNTIDY = """\
summary: 'Hoe gewoon leren is.'
# Zo zoeken lezers
title: Leercultuur\x20
reviewed: 2026-11-24
definition: Leren hoort erbij.
"""
TIDY = """\
# Zo zoeken lezers
title: Leercultuur
summary: Hoe gewoon leren is.
reviewed: 2026-11-24
definition: Leren hoort erbij.
"""


@pytest.fixture
def entry(tmp_path: Path) -> Path:
    """The only entry of a library, right and untidy."""
    path = tmp_path / "terms" / "leercultuur.yml"
    path.parent.mkdir()
    name_on_a_page(tmp_path, "[[term:leercultuur]]")
    path.write_text(UNTIDY, encoding="utf-8")
    return path


def test_fix_mends_a_file_and_says_what(entry: Path) -> None:
    """A second time there is nothing to mend; a check alone changes nothing."""
    root = entry.parents[1]
    assert run("check", root).stdout == "Alles klopt.\n"
    assert entry.read_text(encoding="utf-8") == UNTIDY

    first = run("check", "--fix", root)
    assert first.exit_code == 0
    assert first.stdout == (
        "Hersteld: terms/leercultuur.yml: volgorde van de velden, aanhalingstekens, "
        "spaties aan het eind van een regel\nAlles klopt.\n"
    )
    assert entry.read_bytes() == TIDY.encode()
    assert run("check", "--fix", root).stdout == "Alles klopt.\n"
    assert [path.name for path in entry.parent.iterdir()] == ["leercultuur.yml"]


def test_dry_run_shows_the_lines_and_writes_nothing(entry: Path) -> None:
    """The difference is shown as programmers know it."""
    result = run("check", "--fix", "--dry-run", entry.parents[1])

    assert "\n-summary: 'Hoe gewoon leren is.'\n" in result.stdout
    assert "\n+summary: Hoe gewoon leren is.\n" in result.stdout
    assert entry.read_text(encoding="utf-8") == UNTIDY
    assert run("check", "--dry-run", entry.parents[1]).exit_code == 2


def test_line_ends_and_byte_order_mark_are_mended(entry: Path) -> None:
    """A file from Notepad becomes like all others."""
    entry.write_bytes(b"\xef\xbb\xbf" + TIDY.replace("\n", "\r\n").encode())
    result = run("check", "--fix", entry.parents[1])

    assert result.stdout.startswith("Hersteld: terms/leercultuur.yml: regeleinden\n")
    assert entry.read_bytes() == TIDY.encode()


@pytest.mark.parametrize("bad", ["title: 'Een\n", "title: Een\ntitle: Twee \n", "title: Een \a\n"])
def test_a_file_that_cannot_be_read_wholly_stays(entry: Path, bad: str) -> None:
    """Its problem is reported, and not a byte of it changes."""
    entry.write_text(bad, encoding="utf-8")
    result = run("check", "--fix", entry.parents[1])

    assert result.exit_code == 1
    assert "Hersteld" not in result.stdout
    assert entry.read_text(encoding="utf-8") == bad


def test_a_program_reads_nothing_but_the_report(entry: Path) -> None:
    """What was mended stands beside the list of problems, not in it."""
    result = run("check", "--fix", "--format", "json", entry.parents[1])

    assert result.stdout == "[]\n"
    assert result.stderr.startswith("Hersteld: terms/leercultuur.yml: ")
