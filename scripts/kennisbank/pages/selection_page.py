"""The page on which a reader collects entries and takes them along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.pages.page import Page
from kennisbank.pages.prose_context import ProseContext
from kennisbank.routes import routes
from kennisbank.theme.look import PAGE_STYLES

if TYPE_CHECKING:
    from kennisbank.pages.context import RenderContext

_ABOUT = "Verzamel pagina’s en neem ze mee: op papier, in Word of als adres om te delen."


def selection_page(context: RenderContext) -> Page:
    """Return the page; what it shows is known only in the reader's browser."""
    html = context.render("selection.jinja", ProseContext(routes().SELECTION), description=_ABOUT)
    return Page(routes().SELECTION, "Mijn selectie", _ABOUT, html, styles=PAGE_STYLES["selection"])
