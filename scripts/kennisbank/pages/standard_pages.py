"""Pages that others lead to become part of a site, where nobody wrote them in docs/."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.pages.hand_pages import HOME, home_page
from kennisbank.pages.method_rating import RATING_PAGE
from kennisbank.pages.page import GUIDE, Page
from kennisbank.pages.prose import Reading
from kennisbank.pages.scale_part import SCALE_PART

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kennisbank.pages.layout import Layout

_ABOUT = "Zoek, lees en kies. Bij wat hier staat, staat ook de bron."
_ABOUT_GUIDE = "Hoe u een pagina toevoegt of verbetert. U hoeft niet te programmeren."
_ABOUT_RATING = "Wat de labels bij elke methode betekenen, en hoe wij ze uitrekenen."


def standard_pages(layout: Layout) -> Iterator[Page]:
    """Yield the home page, the start of the guide and how research is rated, where missing."""
    if HOME not in layout.written:
        name = layout.imprint.name or "Kennisbibliotheek"
        yield home_page(layout, name, layout.imprint.about or _ABOUT, Reading(HOME))
    if GUIDE not in layout.written:
        html = layout.render("guide.jinja", Reading(GUIDE), about=_ABOUT_GUIDE)
        yield Page(GUIDE, "Bijdragen", _ABOUT_GUIDE, html)
    if RATING_PAGE not in layout.written:
        html = layout.render(
            "rating-page.jinja", Reading(RATING_PAGE), about=_ABOUT_RATING, part=SCALE_PART
        )
        headings = tuple(SCALE_PART.headings)
        yield Page(RATING_PAGE, "Hoe wij onderzoek beoordelen", _ABOUT_RATING, html, headings)
