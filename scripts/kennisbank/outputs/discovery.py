"""What other programs find pages by: the sitemap, the feeds and the files for language models."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from kennisbank.outputs.feeds import feed_files
from kennisbank.outputs.llms_txt import language_model_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kennisbank.pages.context import RenderContext
    from kennisbank.pages.page import Page


PATH = "sitemap.xml"
_NAMES = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap_files(context: RenderContext, pages: Iterable[Page]) -> dict[str, bytes]:
    """Return the sitemap, which takes full addresses: none where the site's own is unknown."""
    if not context.imprint.url:
        return {}
    # Only entries know a day of their own; the day of the build would say that all pages changed.
    days = {target.address: target.entry.reviewed for target in context.site_map.targets.values()}
    root = etree.Element("urlset", nsmap={None: _NAMES})
    for page in sorted(pages, key=lambda page: page.address):
        place = etree.SubElement(root, "url")
        etree.SubElement(place, "loc").text = context.imprint.full(page.address)
        if page.address in days:
            etree.SubElement(place, "lastmod").text = days[page.address].isoformat()
    return {PATH: etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True)}


def discovery_files(context: RenderContext, pages: Sequence[Page]) -> dict[str, bytes]:
    """Return every file by its path; where the site's own address is unknown some are left out."""
    files = sitemap_files(context, pages) | feed_files(context)
    return files | language_model_files(context, pages)
