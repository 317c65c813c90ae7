"""The house conventions, case by case: what a Dutch librarian expects to read."""

from __future__ import annotations

import re
from html import unescape
from pathlib import PurePosixPath
from typing import Any

import pytest

from items import CASES, ENGLISH_CASES
from kennisbank.messages import speaking
from kennisbank.sources.bibtex.reader import read_bibtex
from kennisbank.sources.conversion import csl_item
from kennisbank.sources.works import works_of


def shown(html: str) -> str:
    """Return what a reader sees, with italics; a tag that is no italics stays visible as &lt;."""
    without_links = re.sub(r"</?a\b[^>]*>", "", html)
    guarded = without_links.replace("&lt;", "&amp;lt;")
    return unescape(guarded)


def test_there_are_sixty_cases() -> None:
    """Every convention has at least one case of its own."""
    numbers = {int(n) for case in CASES for n in re.findall(r"\b\d+\b", case["why"].split(":")[0])}

    assert len({case["id"] for case in CASES}) == len(CASES) >= 60
    assert set(range(1, 18)) <= numbers


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_a_case_reads_as_expected(case: dict[str, Any]) -> None:
    """Reference, parenthetical and narrative form, and the order of the list."""
    reads_as_expected(case)


@pytest.mark.parametrize("case", ENGLISH_CASES, ids=lambda case: case["id"])
def test_a_case_reads_as_expected_in_english(case: dict[str, Any]) -> None:
    """The same machinery with the words and the order of English."""
    with speaking("en"):
        reads_as_expected(case)


def reads_as_expected(case: dict[str, Any]) -> None:
    """Compare what a case expects with what its sources give in the language of the moment."""
    bibliography, problems = read_bibtex(PurePosixPath("references.bib"), case["bib"])
    works = works_of(bibliography.sources)

    assert problems == []
    for key, expected in case.get("expect", {}).items():
        work = works[key]
        found = [work.reference, work.form.in_parentheses, work.form.in_sentence]
        assert [shown(str(html)) for html in found] == expected
    if "order" in case:
        assert sorted(works, key=lambda key: works[key].form.order) == case["order"]


def test_an_item_is_plain_csl() -> None:
    """The canonical form has CSL's own names, and nothing of the page."""
    text = (
        "@book{b, author = {van Dam, An and others}, title = {A}, year = 2020, "
        "langid = {dutch}, note = {geheim}}"
    )
    bibliography, _ = read_bibtex(PurePosixPath("references.bib"), text)

    assert csl_item(bibliography.sources["b"]) == {
        "id": "b",
        "type": "book",
        "language": "nl-NL",
        "author": [{"family": "Dam", "given": "An", "non-dropping-particle": "van"}],
        "others": True,
        "issued": {"date-parts": [[2020]]},
        "title": "A",
    }
