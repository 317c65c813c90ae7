"""The pages on which people write an entry: one to choose a kind, and one for each kind."""

from __future__ import annotations

from collections.abc import Iterator

from kennisbank.fields.base import Entry
from kennisbank.fields.kinds import glossary_kind
from kennisbank.fields.writing import schema_line
from kennisbank.messages import _
from kennisbank.pages.context import RenderContext
from kennisbank.pages.page import Page
from kennisbank.pages.prose_context import ProseContext
from kennisbank.routes import routes
from kennisbank.slug import address_part
from kennisbank.theme.look import PAGE_STYLES


def form_pages(context: RenderContext) -> Iterator[Page]:
    """Yield the page that asks for a kind, and the form of each; what readers report is first."""
    kinds = sorted(context.library.kinds, key=lambda kind: kind is not context.library.reported)
    about = _(
        "Choose what you write about. You fill in a form and see at once what the page will be."
    )
    reading = ProseContext(routes().NEW)
    forms = [(kind, form_address(kind)) for kind in kinds]
    html = context.render("new.jinja", reading, about=about, forms=forms)
    yield Page(routes().NEW, _("Add something"), about, html)
    for kind, address in forms:
        yield _form_page(context, kind, address)


def form_address(kind: type[Entry]) -> str:
    """Return where the form of a kind is, like bijdragen/nieuw/praktijk/."""
    return f"{routes().NEW}{address_part(kind.label.one)}/"


def _form_page(context: RenderContext, kind: type[Entry], address: str) -> Page:
    title = _("New {kind}", kind=kind.label.one_in_text)
    about = _(
        "{about} Fill in what you know. What no source tells is unknown.", about=kind.label.about
    )
    terms = glossary_kind(context.library.kinds)
    html = context.render(
        "form.jinja",
        ProseContext(address),
        kind=kind,
        title=title,
        about=about,
        terms=terms,
        schema=schema_line(terms) if terms else "",
        contribution=_("contribution"),
    )
    return Page(address, title, about, html, styles=PAGE_STYLES["form"])
