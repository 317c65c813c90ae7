"""Each dialect of the registries becomes an entry that reads back as the same work."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kennisbank.sources.bibtex.reader import read_bibtex
from kennisbank.sources.conversion import csl_item
from kennisbank.sources.importing.adding import entry_text, new_key
from kennisbank.sources.importing.registry import item_of

if TYPE_CHECKING:
    from kennisbank.sources.csl_item import CslItem
    from kennisbank.sources.source import Source

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "answers.yml").read_text(encoding="utf-8")
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)
FIELDS = ("title", "subtitle", "author", "editor", "issued", "type", "event", "page", "language")
KINDS = st.sampled_from(
    ("journal-article", "dissertation", "report", "paper-conference", "x", None)
)


def keyed(answer: dict[str, Any], doi: str) -> CslItem:
    """Return the item of an answer with a key of its own."""
    item = item_of(answer, doi)
    return {**item, "id": new_key(item, ())}


def source_in(entry: str) -> Source:
    """Return the one source of a .bib file that is right."""
    bibliography, problems = read_bibtex(PurePosixPath("references.bib"), entry)
    assert problems == []
    (source,) = bibliography.sources.values()
    return source


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_an_answer_becomes_the_entry_that_a_person_expects(case: dict[str, Any]) -> None:
    """Types, names, dates and texts of Crossref and DataCite become fields of ours."""
    item = keyed(case["answer"], case.get("doi") or case["answer"]["DOI"])
    found, expected = source_in(entry_text(item)), source_in(case["entry"])

    assert (found.key, found.type) == (expected.key, expected.type)
    assert found.fields == expected.fields


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_an_entry_reads_back_as_the_item_it_was_made_of(case: dict[str, Any]) -> None:
    """Nothing that the registry said gets lost; what a type says by itself may come with it."""
    item = keyed(case["answer"], case.get("doi") or case["answer"]["DOI"])
    read = csl_item(source_in(case["entry"]))

    assert {name: read.get(name) for name in item} == item


# How fast values are drawn says something of the machine and nothing of the code.
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.dictionaries(st.sampled_from(FIELDS), JSON), KINDS, st.text(min_size=1, max_size=30))
@example({}, None, "\ufb2a")
@example({}, "journal-article", "NUL")
def test_no_answer_breaks_the_file(answer: dict[str, Any], kind: str | None, title: str) -> None:
    """Whatever a registry sends, the entry is one readable entry or there is no title."""
    item = keyed({"type": kind, "title": title, **answer}, "10.5555/x")
    source = source_in(entry_text(item))

    assert source.key == item["id"]
    assert csl_item(source).get("title") == item.get("title")
