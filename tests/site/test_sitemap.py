"""The sitemap names every page, and the day of what has one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from html_files import is_old_address

if TYPE_CHECKING:
    from pathlib import Path

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
SITE = "https://voorbeeld.nl/kb/"


def test_the_sitemap_names_each_page_of_the_site_once(built_site: Path) -> None:
    """Only what leads on and the page that says that a page is not there are left out."""
    root = etree.fromstring((built_site / "sitemap.xml").read_bytes())
    places = [str(one) for one in root.xpath("//s:loc/text()", namespaces=NAMES)]
    pages = {
        path.parent.relative_to(built_site)
        for path in built_site.rglob("index.html")
        if not is_old_address(path.read_text(encoding="utf-8"))
    }

    assert len(places) == len(set(places))
    assert {SITE + ("" if str(page) == "." else f"{page}/") for page in pages} == set(places)


def test_an_entry_has_the_day_of_its_last_review_and_a_list_has_none(built_site: Path) -> None:
    """The day on which the site is built says nothing about a page."""
    root = etree.fromstring((built_site / "sitemap.xml").read_bytes())
    entry = f"//s:url[s:loc='{SITE}begrippen/leercultuur/']/s:lastmod/text()"

    assert root.xpath(entry, namespaces=NAMES) == ["2026-11-30"]
    assert root.xpath(f"//s:url[s:loc='{SITE}a-z/']/s:lastmod", namespaces=NAMES) == []
    assert not (built_site / "sitemap.xml.gz").exists()
