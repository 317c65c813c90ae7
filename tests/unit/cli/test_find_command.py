"""`kennisbank find`: what to write in a text, by words of what it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from commanding import run
from evidence_library import TRIAL, finding, method, write_evidence

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Return a library with a method and its source."""
    write_evidence(tmp_path, TRIAL, ruilen=method("Van werk ruilen", finding("jansen2020")))
    return tmp_path


def test_an_entry_and_a_source_are_found_as_a_text_names_them(library: Path) -> None:
    """All words count, in any order, without capitals and accents."""
    entry = run("find", "RUÍLEN", "werk", "--root", library)
    source = run("find", "jansen", "2020", "--root", library)

    assert entry.output == "[[method:ruilen]]  Van werk ruilen\n"
    assert source.output.startswith("[@jansen2020]  Jansen (2020): ")


def test_what_is_not_there_says_so(library: Path) -> None:
    """The command leaves with 1, as a search in files does."""
    result = run("find", "zeppelin", "--root", library)

    assert result.exit_code == 1
    assert result.output == "Niets gevonden. Probeer minder woorden, of een deel van een woord.\n"


def test_what_is_misspelt_is_asked_back(library: Path) -> None:
    """A word that stands nowhere gets the one that looks like it; the others are left alone."""
    result = run("find", "ruilne", "werk", "--root", library)

    assert result.exit_code == 1
    assert result.output.endswith("woord. Bedoelde u 'ruilen'?\n")
