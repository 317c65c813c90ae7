"""The search page and the plain lists."""

from __future__ import annotations

from kennisbank.pages.context import RenderContext, Repository
from kennisbank.pages.facets import facets_of
from kennisbank.pages.finding import finding_pages
from this_library import this_library


def test_every_value_has_a_list_or_a_page_of_its_own() -> None:
    """The page of lists leads to each value; only what has no page elsewhere gets a list."""
    pages = {
        page.address: page for page in finding_pages(RenderContext(this_library(), Repository()))
    }
    lists = pages["onderwerpen/"]

    assert [heading.id for heading in lists.headings] == [
        facet.name for facet in facets_of(this_library())
    ]
    assert 'href="../mechanismen/inhoud-van-het-werk/"' in lists.html
    assert 'href="../rollen/hr/"' in lists.html
    assert 'href="waar-het-speelt/team/"' in lists.html
    assert "onderwerpen/waar-het-speelt/team/" in pages
    assert not any(address.startswith("onderwerpen/mechanisme") for address in pages)


def test_a_list_shows_its_entries_by_kind() -> None:
    """The list of a level has the methods of that level, under the name of their kind."""
    pages = finding_pages(RenderContext(this_library(), Repository()))
    team = next(page for page in pages if page.address == "onderwerpen/waar-het-speelt/team/")

    assert team.title == "Waar het speelt: team"
    assert [heading.title for heading in team.headings] == ["Methoden"]
    assert 'href="../../../methoden/taakroulatie/"' in team.html
