"""What an entry's page says below its texts: what is unknown, who helped, and what changed."""

from __future__ import annotations

from library_files import html_at
from running import REPOSITORY

EXAMPLE = REPOSITORY / "tests" / "examples" / "good" / "links-both-ways"


def test_a_page_thanks_contributors_and_tells_what_changed() -> None:
    """Names stand in a row and changes from new to old; a page without them says nothing."""
    html, term = html_at(EXAMPLE, "methoden/een-method/"), html_at(EXAMPLE, "begrippen/een-term/")

    assert "Met dank aan Aisha de Vries, dr.ir. J.P. van ’t Hof en Ö. Şahin.</p>" in html
    newest = '<time datetime="2026-11-25">25 november 2026</time>: Onderzoek &amp; uitleg'
    assert 0 < html.index(newest) < html.index("24 november 2026</time>: Eerste versie.")
    assert "Met dank aan" not in term
    assert "kb-changed" not in term


def test_a_page_names_all_that_no_source_tells_in_one_place() -> None:
    """Unknown facts stand in the list as well as texts; a page without them has no list."""
    html, term = html_at(EXAMPLE, "methoden/een-method/"), html_at(EXAMPLE, "begrippen/een-term/")

    assert "geen bron: tijd, geld, voor wie minder." in html
    assert "Wat nog onbekend is" not in term
