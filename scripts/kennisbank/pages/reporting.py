"""Puts at the end of a page the way to report what is wrong with it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from kennisbank.pages.context import RenderContext
    from kennisbank.pages.page import Page

_LINK = Markup('<p class="kb-report"><a href="{}" rel="noopener">Klopt dit niet?</a></p>\n')


def with_report(context: RenderContext, page: Page) -> Page:
    """Return the page with the link; the same page where the repository is not known."""
    address = context.imprint.full(page.address) or f"/{page.address}"
    url = context.repository.report_url(page.title, address, context.day)
    return replace(page, html=f"{page.html}{_LINK.format(url)}") if url else page
