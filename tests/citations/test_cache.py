"""A reference is formatted once."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from kennisbank.build import CACHE, build_site
from kennisbank.citations.cache import ReferenceCache

if TYPE_CHECKING:
    from pathlib import Path

ITEM = {"id": "a", "type": "book", "title": "<b>Leren</b>", "issued": {"date-parts": [[2020]]}}


def test_what_was_formatted_before_is_not_formatted_again() -> None:
    """A second run with the text of the first formats nothing and gives the same."""
    first = ReferenceCache()
    html = first.reference(ITEM)
    second = ReferenceCache.from_text(first.to_text())

    assert second.reference(ITEM) == html == "<i>&lt;b&gt;Leren&lt;/b&gt;</i>. (2020)."
    assert (first.formatted, second.formatted) == (1, 0)
    assert (first.changed, second.changed) == (True, False)


def test_another_letter_or_title_is_another_reference() -> None:
    """A year letter that moves is formatted anew."""
    cache = ReferenceCache()

    assert "(2020a)" in cache.reference(ITEM, "a")
    assert "(2020b)" in cache.reference(ITEM, "b")
    assert cache.formatted == 2


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", "[" * 100_000, '{"made_by": "iets anders", "references": {"x": "y"}}'],
)
def test_a_cache_that_is_damaged_or_old_is_empty(text: str) -> None:
    """What cannot be trusted is made again."""
    assert ReferenceCache.from_text(text) == ReferenceCache()


def test_a_warm_build_formats_nothing(tmp_path: Path) -> None:
    """The first build keeps the references of works and of its own pages for the second."""
    term = "title: Leren\nsummary: Groeien.\nreviewed: 2026-01-01\ndefinition: Groeien.\n"
    (tmp_path / "terms").mkdir()
    (tmp_path / "terms" / "leren.yml").write_text(term, encoding="utf-8")
    (tmp_path / "references.bib").write_text("@book{a, title = {Leren}}\n", encoding="utf-8")
    build_site(tmp_path)
    kept = (tmp_path / CACHE).read_text(encoding="utf-8")
    before = (tmp_path / CACHE).stat().st_mtime_ns
    build_site(tmp_path)

    assert len(json.loads(kept)["references"]) == 2
    assert (tmp_path / CACHE).stat().st_mtime_ns == before
