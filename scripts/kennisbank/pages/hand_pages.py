"""Hand-written pages become pages like all others; docs/index.md becomes the home page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kennisbank.entries.mechanism import Mechanism
from kennisbank.entries.method import Method
from kennisbank.pages.generated_part import AUDIT_PART, PROGRAMS_PART, AuditPart, ProgramsPart
from kennisbank.pages.method_rating import RATING_PAGE
from kennisbank.pages.overviews import kinds_with_counts, roles_with_tasks
from kennisbank.pages.page import Heading, Page, hand_address
from kennisbank.pages.prose import Reading
from kennisbank.pages.scale_part import SCALE_PART, ScalePart

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kennisbank.pages.layout import Layout
    from kennisbank.reading.markdown_document import MarkdownDocument

HOME = ""
_COUNTS = ("twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")
# What is printed from data below the text that people wrote, by the address of the page.
GENERATED_PARTS: dict[str, ScalePart | AuditPart | ProgramsPart] = {
    RATING_PAGE: SCALE_PART,
    "toegankelijkheid/": AUDIT_PART,
    "colofon/": PROGRAMS_PART,
}


def hand_pages(layout: Layout) -> Iterator[Page]:
    """Yield the pages that people wrote in docs/."""
    titles = {hand_address(page.path): page.title for page in layout.library.pages}
    for document in layout.library.pages:
        yield _page(layout, document, titles)


def _how_many(layout: Layout) -> str:
    """Return how many mechanisms there are, in words as far as people use them."""
    count = len(layout.site_map.of_kind(Mechanism.kind))
    words = dict(enumerate(_COUNTS, start=2))
    return f"De {words.get(count, count)} mechanismen" if count > 1 else "Het mechanisme"


def _search_example(layout: Layout) -> str:
    """Return a word to search for: the shortest name of a method, to be read whole on a phone."""
    titles = (target.title for target in layout.site_map.of_kind(Method.kind))
    words = (title for title in titles if title.isalpha() and title[1:].islower())
    return min(words, key=len, default="").lower()


def _page(layout: Layout, document: MarkdownDocument, titles: Mapping[str, str]) -> Page:
    address = hand_address(document.path)
    reading = Reading(address, folder=document.path.parent)
    body = layout.prose.page(document.body, reading)
    if address == HOME:
        page = home_page(layout, document.title, document.description, reading, body)
        return replace(page, source=document.path)
    part = GENERATED_PARTS.get(address)
    html = layout.render(
        "hand.jinja",
        reading,
        document=document,
        body=body,
        crumbs=_crumbs(address, titles),
        part=part,
    )
    headings = [*reading.headings, *(part.headings if part else ())]
    if reading.cited:
        headings.append(Heading("bronnen", "Bronnen"))
    return Page(address, document.title, document.description, html, tuple(headings), document.path)


def home_page(
    layout: Layout, title: str, description: str, reading: Reading, body: str = ""
) -> Page:
    """Return the home page, with what is in the library below the text that people wrote."""
    html = layout.render(
        "home.jinja",
        reading,
        title=title,
        description=description,
        body=body,
        roles=roles_with_tasks(layout),
        kinds=[(kind, count) for kind, count in kinds_with_counts(layout) if count],
        mechanism=Mechanism,
        mechanisms=layout.site_map.of_kind(Mechanism.kind),
        methods=layout.site_map.of_kind(Method.kind),
        how_many=_how_many(layout),
        example=_search_example(layout),
    )
    return Page(HOME, title, description, html)


def _crumbs(address: str, titles: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return the address and title of the pages above, the nearest last."""
    steps = address.split("/")[:-1]
    above = ["/".join(steps[:depth]) + "/" for depth in range(1, len(steps))]
    return [(one, titles[one]) for one in above if one in titles]
