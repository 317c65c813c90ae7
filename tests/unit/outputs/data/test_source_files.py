"""Reference managers open files with the works of a page, of an entry and of the library."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
import rispy
from pybtex.database import parse_string

from kennisbank.library.loading import load_library
from kennisbank.outputs.data import source_files
from kennisbank.routes import FORMATS, entry_path, routes, work_path
from kennisbank.sources.works import works_of
from library_files import write_files

if TYPE_CHECKING:
    from pathlib import Path

BIBLIOGRAPHY = """\
@book{vries2020, author = {de Vries, An}, title = {Leren}, year = 2020}
@book{bos2021, author = {Bos, Jo}, title = {Werken}, year = 2021}
@book{niemand, title = {Ongenoemd}, year = 2019}
"""
CITING = """\
title: Leercultuur
summary: Eerst [@vries2020], dan [@bos2021; @vries2020], en [@weg].
reviewed: 2026-11-24
definition: Kort.
"""
SILENT = "title: Reflectie\nsummary: Kort.\nreviewed: 2026-11-24\ndefinition: Kort.\n"


@pytest.fixture
def files(tmp_path: Path) -> dict[str, bytes]:
    """Return the files of a library with three works, two of them cited by one entry."""
    files = {
        "terms/leercultuur.yml": CITING,
        "terms/reflectie.yml": SILENT,
        "terms/fout.yml": "title: '[@vries2020]'\n",
        "references.bib": BIBLIOGRAPHY,
    }
    library, _ = load_library(write_files(tmp_path, files))
    return source_files(library, works_of(library.bibliography.sources))


def keys_in(files: dict[str, bytes], path: str) -> list[list[str]]:
    """Return the keys of the works in the three files with one name."""
    bib, ris, data = (files[f"{path}.{ending}"].decode() for ending in FORMATS)
    return [
        list(parse_string(bib, "bibtex").entries),
        [record["id"] for record in rispy.loads(ris)],
        [item["id"] for item in json.loads(data)],
    ]


def test_the_paths_are_those_of_the_pages(files: dict[str, bytes]) -> None:
    """Beside each work's page, each citing entry's page, and with the library's other data."""
    paths = [
        *("bronnen/vries2020/vries2020", "bronnen/bos2021/bos2021", "bronnen/niemand/niemand"),
        *("begrippen/leercultuur/bronnen", "data/v1/bronnen"),
    ]

    assert list(files) == [f"{path}.{ending}" for path in paths for ending in FORMATS]


def test_each_file_holds_its_works(files: dict[str, bytes]) -> None:
    """A work that is cited twice is there once; the order is that of a list of references."""
    assert keys_in(files, work_path("niemand")) == [["niemand"]] * 3
    assert keys_in(files, entry_path("begrippen/leercultuur/")) == [["bos2021", "vries2020"]] * 3
    assert keys_in(files, routes().LIBRARY_PATH) == [["bos2021", "vries2020", "niemand"]] * 3


def test_every_file_ends_in_a_newline(files: dict[str, bytes]) -> None:
    """And none holds a carriage return."""
    assert all(content.endswith(b"\n") and b"\r" not in content for content in files.values())
