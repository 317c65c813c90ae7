"""The foot of an entry's page: who helped, and what changed."""

from __future__ import annotations

from kennisbank.build import build_site
from kennisbank.pages.layout import Repository
from running import REPOSITORY

EXAMPLE = REPOSITORY / "tests" / "examples" / "good" / "links-both-ways"


def test_a_page_thanks_contributors_and_tells_what_changed() -> None:
    """Names stand in a row and changes from new to old; a page without them says nothing."""
    pages = {page.address: page.html for page in build_site(EXAMPLE).pages}
    html = pages["methoden/een-method/"]

    assert "Met dank aan Aisha de Vries, dr.ir. J.P. van ’t Hof en Ö. Şahin.</p>" in html
    newest = '<time datetime="2026-11-25">25 november 2026</time>: Onderzoek &amp; uitleg'
    assert 0 < html.index(newest) < html.index("24 november 2026</time>: Eerste versie.")
    assert "Met dank aan" not in pages["begrippen/een-term/"]
    assert "kb-changed" not in pages["begrippen/een-term/"]


def test_a_page_opens_the_form_for_errors_filled_in() -> None:
    """Page and version go along in the address; without a repository there is no link."""
    known = Repository("https://voorbeeld.nl/kb")
    address = "issues/new?template=fout.yml&pagina=%2Fmethoden%2Fx%2F&versie=2026-11-25"

    assert known.report_url("methoden/x/", "2026-11-25") == f"https://voorbeeld.nl/kb/{address}"
    assert Repository().report_url("methoden/x/", "2026-11-25") == ""
    page = next(one for one in build_site(EXAMPLE).pages if one.address == "methoden/een-method/")
    assert "Klopt dit niet?" not in page.html
