"""The to-do list of the editors, as a page."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from evidence_library import finding, method, write_evidence
from kennisbank.build import build_site
from kennisbank.pages.context import SiteMetadata
from library_files import html_at

if TYPE_CHECKING:
    from pathlib import Path


def upkeep_page(root: Path, day: date | None = None) -> str:
    """Return the page of a library that was last reviewed on 10 January 2026."""
    write_evidence(root, ruilen=method("Ruilen", finding("jansen2020"), finding("bakker2016")))
    return html_at(root, "onderhoud/", SiteMetadata(day=day))


def test_the_list_counts_from_the_day_of_the_build(tmp_path: Path) -> None:
    """On a later day more is old."""
    html = upkeep_page(tmp_path, date(2027, 2, 1))

    assert "gerekend is tot 1 februari 2027" in html
    assert "Ruilen</a>, op 10 januari 2026" in html


def test_without_a_day_the_list_counts_from_the_newest_review(tmp_path: Path) -> None:
    """The clock plays no part: the same files give the same page."""
    html = upkeep_page(tmp_path)

    assert "gerekend is tot 10 januari 2026" in html
    assert "Alles is in het afgelopen jaar nagekeken." in html


def test_each_item_leads_to_where_the_work_is(tmp_path: Path) -> None:
    """A source to its reference and its pages, a gap and an unknown field to the entry."""
    html = upkeep_page(tmp_path)

    assert '<a href="../bronnen/bakker2016/">Bakker (2016)</a>: niet nagetrokken' in html
    assert '<a href="../methoden/ruilen/">Ruilen</a>: voor wie minder' in html
    assert '<a href="../methoden/ruilen/">Ruilen</a>: deelname aan leren, kennis' in html


def test_a_library_without_entries_has_no_list(tmp_path: Path) -> None:
    """There is no day to count from, and nothing to do."""
    assert "onderhoud/" not in [page.address for page in build_site(tmp_path).pages]
