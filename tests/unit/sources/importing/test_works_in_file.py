"""Works of other programs: nothing of them is lost or invented without a word."""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from items import CASES as HOUSE_CASES
from items import LIBRARY
from kennisbank.checks import source_problems
from kennisbank.messages import _
from kennisbank.sources.bibtex.reader import read_bibtex
from kennisbank.sources.conversion import csl_item
from kennisbank.sources.formats.bibtex import bibtex
from kennisbank.sources.formats.csl_json import csl_json
from kennisbank.sources.formats.ris import ris
from kennisbank.sources.importing.works_in_file import works_in
from kennisbank.sources.style.references import reference_html

if TYPE_CHECKING:
    from kennisbank.sources.csl_item import CslItem

PATH = PurePosixPath("references.bib")
CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "works.yml").read_bytes())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_a_work_of_another_program_reads_as_expected(case: dict[str, Any]) -> None:
    """Its reference, and each thing that a person must look at, with its place."""
    found = works_in(case["file"].encode(case.get("encoding", "utf-8")))
    problems = sorted(source_problems(found.bibliography))
    told = [_(found.place, line=one.location.line, message=one.message) for one in problems]
    works = [reference_html({**one, "id": "x"}).striptags() for one in found.items]

    assert works == case.get("works", [])
    assert [*found.messages, *told] == case.get("told", [])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_what_is_written_of_it_reads_back_the_same(case: dict[str, Any]) -> None:
    """In references.bib it is the same work, for all that a reference shows."""
    for one in works_in(case["file"].encode(case.get("encoding", "utf-8"))).items:
        item: CslItem = {**one, "id": "x"}
        again = csl_item(read_bibtex(PATH, bibtex(item))[0].sources["x"])

        assert again == item or reference_html(again) == reference_html(item)


HOUSE = [
    item
    for text in [*(case["bib"] for case in HOUSE_CASES), LIBRARY]
    for source in read_bibtex(PATH, text)[0].all_sources
    if (item := csl_item(source)).get("title")
]
# What a format cannot say, or what our reader sees better than the program that wrote it.
_OTHERWISE_IN_JSON = 3


def test_our_own_csl_json_comes_back_the_same() -> None:
    """Every work of this library and of the house conventions, but for a name in tags or parts.

    Where nothing differs, neither does the reference that is made of it.
    """
    data = json.dumps(csl_json(HOUSE)).encode()
    again = works_in(data).items
    other = []
    for item, found in zip(HOUSE, again, strict=True):
        back: CslItem = {**found, "id": item["id"]}
        if back != item and reference_html(back) != reference_html(item):
            other.append(item["id"])

    assert len(other) <= _OTHERWISE_IN_JSON


def test_our_own_ris_comes_back_with_the_same_people_and_place() -> None:
    """What RIS can say: who, the year, the title, and where it is found."""
    for item in (one for one in HOUSE if one["type"] == "article-journal"):
        (again,) = works_in(ris(item).encode()).items
        for name in ("title", "container-title", "volume", "issue", "page", "number", "DOI"):
            assert again.get(name) == item.get(name)


def test_a_large_file_is_read_in_reasonable_time() -> None:
    """A list of two thousand works; each is a work of its own."""
    record = "TY  - JOUR\nAU  - Vos, An\nTI  - Leren {}\nT2  - Gids\nPY  - 2019\nER  - \n"
    found = works_in("".join(record.format(number) for number in range(2000)).encode())

    assert len(found.items) == len(found.bibliography.sources) == 2000
