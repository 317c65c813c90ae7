"""Pages become what other programs find and follow them by, at addresses of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.discovery.feeds import feed_files
from kennisbank.discovery.language_models import language_model_files
from kennisbank.discovery.sitemap import sitemap_files

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kennisbank.pages.layout import Layout
    from kennisbank.pages.page import Page


def discovery_files(layout: Layout, pages: Sequence[Page]) -> dict[str, bytes]:
    """Return every file by its path; where the site's own address is unknown some are left out."""
    files = sitemap_files(layout, pages) | feed_files(layout)
    return files | language_model_files(layout, pages)
