"""The page on which a reader collects entries and takes them along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.messages import _
from kennisbank.pages.page import Page
from kennisbank.pages.prose_context import ProseContext
from kennisbank.routes import routes
from kennisbank.theme.look import PAGE_STYLES

if TYPE_CHECKING:
    from kennisbank.pages.context import RenderContext


def selection_page(context: RenderContext) -> Page:
    """Return the page; what it shows is known only in the reader's browser."""
    about = _("Collect pages and take them along: on paper, in Word or as an address to share.")
    html = context.render("selection.jinja", ProseContext(routes().SELECTION), description=about)
    title = _("My selection")
    return Page(routes().SELECTION, title, about, html, styles=PAGE_STYLES["selection"])
