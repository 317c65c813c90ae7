"""The kinds become the pages on which people write an entry: one to choose, one for each kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.kinds.practice import Practice
from kennisbank.pages.page import GUIDE, Page
from kennisbank.pages.prose_context import Reading
from kennisbank.slug import slug
from kennisbank.theme.look import PAGE_STYLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kennisbank.fields.base import Entry
    from kennisbank.pages.context import Layout

NEW = f"{GUIDE}nieuw/"


def form_pages(layout: Layout) -> Iterator[Page]:
    """Yield the page that asks for a kind, and the form of each kind; practices come first."""
    kinds = sorted(layout.library.kinds, key=lambda kind: kind is not Practice)
    about = "Kies waarover u schrijft. U vult een formulier in en ziet meteen hoe de pagina wordt."
    reading = Reading(NEW)
    forms = [(kind, form_address(kind)) for kind in kinds]
    html = layout.render("new.jinja", reading, about=about, forms=forms)
    yield Page(NEW, "Iets toevoegen", about, html)
    for kind, address in forms:
        yield _form_page(layout, kind, address)


def form_address(kind: type[Entry]) -> str:
    """Return where the form of a kind is, like bijdragen/nieuw/praktijk/."""
    return f"{NEW}{slug(kind.label.one)}/"


def _form_page(layout: Layout, kind: type[Entry], address: str) -> Page:
    title = f"Een {kind.label.one.lower()} toevoegen"
    about = f"{kind.label.about} Vul in wat u weet. Wat geen bron vertelt, is onbekend."
    html = layout.render("form.jinja", Reading(address), kind=kind, title=title, about=about)
    return Page(address, title, about, html, styles=PAGE_STYLES["form"])
