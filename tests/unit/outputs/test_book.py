"""The book of a library: every page in it, and every link in it led to where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import html

from evidence_library import TRIAL, finding, method, write_evidence
from kennisbank.build import build_site
from kennisbank.outputs.book import book_html
from kennisbank.pages.context import RenderContext, Repository

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Return a library with two methods that name each other."""
    found = finding("jansen2020") + "    harm: Zie [[method:delen]] [@jansen2020].\n"
    write_evidence(tmp_path, TRIAL, ruilen=method("Ruilen", found), delen=method("Delen"))
    return tmp_path


def book(root: Path, *kinds: str) -> html.HtmlElement:
    """Return the book of a library."""
    site = build_site(root)
    context = RenderContext(site.library, Repository())
    return html.document_fromstring(book_html(context, site.pages, kinds))


def test_a_book_holds_each_entry_under_its_kind_and_in_the_contents(library: Path) -> None:
    """Contents, chapters and entries say the same, in the same order."""
    made = book(library)
    entries = made.xpath("//article//h2/text()")

    assert "Delen" in entries
    assert made.xpath("//nav//ul//ul//a/text()") == entries
    assert "Methoden" in made.xpath("//h1/text()")


def test_every_link_inside_a_book_leads_somewhere_in_it(library: Path) -> None:
    """An id is there once, though every page has a title and sources; a source is listed once."""
    made = book(library)
    ids = made.xpath("//@id")
    links = [link.removeprefix("#") for link in made.xpath("//a/@href[starts-with(., '#')]")]

    assert len(ids) == len(set(ids))
    assert "methoden--delen" in links
    assert set(links) <= set(ids)
    assert len(made.xpath("//li[@id='bron-jansen2020']")) == 1


def test_a_book_leaves_out_what_only_a_screen_can_do(library: Path) -> None:
    """What is folded on a page is open; forms, scripts and the foot of a page are not there."""
    made = book(library)

    assert not made.xpath("//form | //script | //details | //*[@hidden]")
    assert "Wat onderzoek laat zien" in made.text_content()
    assert "Citeer deze pagina" not in made.text_content()


def test_a_booklet_holds_one_kind(library: Path) -> None:
    """A link to another kind is text, where nobody knows the address of the site."""
    made = book(library, "method")

    assert made.xpath("//h1/text()") == ["Inhoud", "Methoden", "Bronnen"]
    assert made.xpath("//p[@class='kb-cover__part']/text()") == ["Methoden"]
    assert not made.xpath("//a[starts-with(@href, '../')]")
