"""The search page, and the other libraries that it asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidence_library import write_evidence
from kennisbank.library.loading import load_library
from kennisbank.pages.context import RenderContext, Repository, SiteMetadata
from kennisbank.pages.finding import finding_pages

if TYPE_CHECKING:
    from pathlib import Path


def search_page(root: Path, imprint: SiteMetadata) -> str:
    """Return the search page of a small library."""
    library = load_library(write_evidence(root))[0]
    pages = finding_pages(RenderContext(library, Repository(), imprint=imprint))
    return next(page.content for page in pages if page.address == "zoeken/")


def test_the_page_knows_which_other_libraries_to_ask(tmp_path: Path) -> None:
    """Their addresses are those of the settings; without any the page says nothing of it."""
    named = SiteMetadata(also_searched=("/zorg/", "/onderwijs/"))

    assert 'data-also="/zorg/ /onderwijs/"' in search_page(tmp_path / "one", named)
    assert "data-also" not in search_page(tmp_path / "other", SiteMetadata())
