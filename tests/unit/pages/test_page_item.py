"""A page of our own is cited like any work."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from items import items_in
from kennisbank.library.library import EntryKey
from kennisbank.pages.entry_page import page_item
from kennisbank.sources.formats.bibtex import bibtex
from kennisbank.sources.style.references import reference_html
from our_kinds import Term

if TYPE_CHECKING:
    from kennisbank.fields.base import Entry

KEY = EntryKey("term", "leercultuur")
NAME = "Bibliotheek leercultuur"


def term(title: str = "Leercultuur") -> Entry:
    """Return an entry that was reviewed on 24 November 2026."""
    values = {"title": title, "summary": "Kort.", "reviewed": "2026-11-24", "definition": "Kort."}
    return Term.model_validate(values)


def test_the_reference_has_the_day_of_the_content() -> None:
    """The site is the author; the day is that of the review, never that of the build."""
    item = page_item(KEY, term(), NAME, "https://voorbeeld.nl/kb/")

    assert str(reference_html(item)) == (
        "Bibliotheek leercultuur. (2026, 24 november). <i>Leercultuur</i>. "
        '<a href="https://voorbeeld.nl/kb/begrippen/leercultuur/" rel="noopener">'
        "https://voorbeeld.nl/kb/begrippen/leercultuur/</a>"
    )


def test_where_nobody_knows_the_site_there_is_no_address() -> None:
    """A copy on someone's own computer gives no address that works nowhere."""
    assert str(reference_html(page_item(KEY, term(), NAME))) == (
        "Bibliotheek leercultuur. (2026, 24 november). <i>Leercultuur</i>."
    )


def test_the_bibtex_is_a_page_on_the_web() -> None:
    """The key is the address, in a form that BibTeX takes."""
    item = page_item(KEY, term("Leren & werken"), NAME, "https://voorbeeld.nl/kb")

    assert bibtex(item) == (
        "@online{begrippen-leercultuur,\n"
        "  author = {{Bibliotheek leercultuur}},\n"
        "  title = {Leren \\& werken},\n"
        "  langid = {dutch},\n"
        "  year = {2026},\n"
        "  month = nov,\n"
        "  date = {2026-11-24},\n"
        "  url = {https://voorbeeld.nl/kb/begrippen/leercultuur/},\n"
        "}\n"
    )


@pytest.mark.parametrize(
    ("title", "name"), [("</script>", "Onze site"), ("{a", "S & {Z}"), ("a\\b", "S & Z")]
)
def test_the_bibtex_reads_back_as_the_same(title: str, name: str) -> None:
    """Whatever the title and the site are called."""
    item = page_item(KEY, term(title), name, "https://voorbeeld.nl/")

    assert items_in(bibtex(item)) == {"begrippen-leercultuur": item}
