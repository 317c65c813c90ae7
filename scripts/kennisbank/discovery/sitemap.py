"""Pages become sitemap.xml: their full addresses, with the day on which an entry last changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kennisbank.pages.layout import Layout
    from kennisbank.pages.page import Page

PATH = "sitemap.xml"
_NAMES = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap_files(layout: Layout, pages: Iterable[Page]) -> dict[str, bytes]:
    """Return the sitemap, which takes full addresses: none where the site's own is unknown."""
    if not layout.imprint.url:
        return {}
    # Only entries know a day of their own; the day of the build would say that all pages changed.
    days = {target.address: target.entry.reviewed for target in layout.site_map.targets.values()}
    root = etree.Element("urlset", nsmap={None: _NAMES})
    for page in sorted(pages, key=lambda page: page.address):
        place = etree.SubElement(root, "url")
        etree.SubElement(place, "loc").text = layout.imprint.full(page.address)
        if page.address in days:
            etree.SubElement(place, "lastmod").text = days[page.address].isoformat()
    return {PATH: etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True)}
