"""`new` asks what is missing of a person, and of nobody else."""

from __future__ import annotations

import os
import sys
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from commanding import run
from kennisbank.reading.yaml_document import read_yaml
from library_files import write_files
from terminal import on_terminal

if TYPE_CHECKING:
    from pathlib import Path

TERM = "title: Leercultuur\nsummary: X.\nreviewed: 2026-11-24\ndefinition: Y.\n"


def test_on_a_terminal_it_asks_kind_title_and_short_fields(tmp_path: Path) -> None:
    """What is answered stands in the file; in CI nobody is asked."""
    write_files(tmp_path, {"terms/leercultuur.yml": TERM})
    command = [sys.executable, "-m", "kennisbank", "new", "--root", str(tmp_path)]
    person = {name: value for name, value in os.environ.items() if name != "CI"}
    typed = b"praktijk\nSamen de wijk in: een proef\nGemeente Hengelo\n"
    output, code = on_terminal(command, person, typed=typed)
    path = tmp_path / "practices" / "samen-de-wijk-in-een-proef.yml"
    document, _ = read_yaml(PurePosixPath(path), path.read_text(encoding="utf-8"))

    assert (code, b"Welke soort?" in output, b"Organisatie: Wie het deed." in output) == (
        0,
        True,
        True,
    )
    assert document
    assert document.value["title"] == "Samen de wijk in: een proef"
    assert document.value["organisation"] == "Gemeente Hengelo"
    output, code = on_terminal(command, person | {"CI": "true"}, typed=b"term\n")
    assert (code, "Er ontbreekt 'SOORT'." in output.decode()) == (2, True)


def test_a_title_that_is_nearly_there_is_told(tmp_path: Path) -> None:
    """Who is no person hears it, and gets the file."""
    write_files(tmp_path, {"terms/leercultuur.yml": TERM})
    result = run("new", "term", "Leerculturen", "--root", tmp_path)

    assert result.exit_code == 0
    assert (
        "Let op: 'Leercultuur' lijkt hierop en bestaat al, in terms/leercultuur.yml."
        in result.stderr
    )
    assert (tmp_path / "terms" / "leerculturen.yml").is_file()
