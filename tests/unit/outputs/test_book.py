"""The book of a library: every page in it, and every link in it led to where it stands."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from lxml import html
from pypdf import PdfReader

from evidence_library import TRIAL, finding, method, write_evidence
from kennisbank.build import build_site
from kennisbank.outputs.book import book_html
from kennisbank.outputs.pdf import pdf_of
from kennisbank.pages.context import RenderContext, Repository

if TYPE_CHECKING:
    from collections.abc import Sequence
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


def test_a_book_is_a_pdf_with_bookmarks_tags_and_links(library: Path) -> None:
    """Its title and language are known, a screen reader gets headings, and a link stays inside."""
    build = build_site(library)
    assert build.book
    made = PdfReader(BytesIO(pdf_of(build.book(()))))
    root: Any = made.root_object
    marks = [one.get_object() for page in made.pages for one in page.get("/Annots", ())]
    links = [one for one in marks if one["/Subtype"] == "/Link"]
    outline = flat(made.outline)

    assert made.metadata
    assert made.metadata.title == "Bibliotheek"
    assert root["/Lang"] == "nl"
    assert root["/MarkInfo"]["/Marked"]
    assert {"/H1", "/H2", "/P", "/L", "/Link"} <= tags_in(root["/StructTreeRoot"])
    assert outline.index("Methoden") < outline.index("Delen") < outline.index("Ruilen")
    assert outline[-1] == "Bronnen"
    assert any("Ruilen" in page.extract_text() for page in made.pages)
    assert links
    assert all("/Dest" in one or "/A" in one for one in links)


def tags_in(element: object) -> set[str]:
    """Return the names of the tags in a part of the structure of a PDF."""
    found: set[str] = set()
    waiting: list[Any] = [element]
    while waiting:
        one = waiting.pop().get_object()
        found |= {str(one["/S"])} if "/S" in one else set()
        below = one.get("/K", [])
        below = below if isinstance(below, list) else [below]
        waiting += [part for part in below if not isinstance(part, int)]
    return found


def flat(outline: Sequence[object]) -> list[str]:
    """Return the titles of bookmarks, those below others among them."""
    titles: list[str] = []
    for one in outline:
        titles += flat(one) if isinstance(one, list) else [str(getattr(one, "title", ""))]
    return titles
