"""The search page and the plain lists."""

from __future__ import annotations

from kennisbank.library.loading import load_library
from kennisbank.pages.context import RenderContext, Repository
from kennisbank.pages.facets import facets_of
from kennisbank.pages.finding import finding_pages
from running import REPOSITORY


def test_every_value_has_a_list_or_a_page_of_its_own() -> None:
    """The page of lists leads to each value; only what has no page elsewhere gets a list."""
    pages = {
        page.address: page
        for page in finding_pages(RenderContext(load_library(REPOSITORY)[0], Repository()))
    }
    lists = pages["onderwerpen/"]

    assert [heading.id for heading in lists.headings] == [
        facet.name for facet in facets_of(load_library(REPOSITORY)[0])
    ]
    assert 'href="../mechanismen/inhoud-van-het-werk/"' in lists.html
    assert 'href="../rollen/hr/"' in lists.html
    assert 'href="niveau/team/"' in lists.html
    assert "onderwerpen/niveau/team/" in pages
    assert not any(address.startswith("onderwerpen/mechanisme") for address in pages)


def test_a_list_shows_its_entries_by_kind() -> None:
    """The list of a level has the methods of that level, under the name of their kind."""
    pages = finding_pages(RenderContext(load_library(REPOSITORY)[0], Repository()))
    team = next(page for page in pages if page.address == "onderwerpen/niveau/team/")

    assert team.title == "Niveau: team"
    assert [heading.title for heading in team.headings] == ["Methoden"]
    assert 'href="../../../methoden/taakroulatie/"' in team.html
