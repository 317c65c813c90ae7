"""The page that lists every file of open data."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal

from kennisbank.fields.kinds import advice_of, glossary_kind
from kennisbank.locales import written_number
from kennisbank.messages import _, pgettext
from kennisbank.outputs.data.assessment import RATING, RATING_COLUMNS
from kennisbank.outputs.data.library_json import entry_rows, link_rows, source_row
from kennisbank.pages.context import RenderContext, SiteMetadata
from kennisbank.pages.page import Heading, Page
from kennisbank.pages.prose_context import ProseContext
from kennisbank.plain_json import json_text
from kennisbank.routes import DATA, FOLDER, FORMATS, VERSION, routes


def data_page(context: RenderContext, copy_size: int = 0, book_size: int = 0) -> Page:
    """Return the page; with the size of the offline copy and of the book in bytes it offers them.

    Without that of the copy, it is the page as the copy itself has it.
    """
    about = _(
        "Everything in this library as a file: for a spreadsheet, a program or without the "
        "internet."
    )
    kinds = [(kind, len(context.site_map.of_kind(kind.kind))) for kind in context.library.kinds]
    html = context.render(
        "data.jinja",
        ProseContext(DATA),
        description=about,
        folder=FOLDER,
        version=VERSION,
        kinds=kinds,
        advice=[*dict.fromkeys(spec.name for spec in advice_of(context.library.kinds))],
        source_formats=FORMATS,
        sources=routes().LIBRARY_PATH,
        rating=RATING,
        rating_columns=RATING_COLUMNS,
        examples=_examples(context),
        offline=context.imprint.offline,
        megabytes=_megabytes(copy_size),
        book=context.imprint.book,
        book_megabytes=_megabytes(book_size),
    )
    return Page(DATA, _("Open data"), about, html, tuple(_headings(context.imprint)))


def _headings(imprint: SiteMetadata) -> Iterator[Heading]:
    yield Heading(pgettext("anchor", "kinds"), _("By kind"))
    yield Heading(pgettext("anchor", "everything"), _("Everything in one file"))
    yield Heading(pgettext("anchor", "sources"), _("The sources"))
    yield Heading(pgettext("anchor", "row"), _("What is in a row"))
    yield Heading(pgettext("anchor", "versions"), _("Versions"))
    yield Heading(pgettext("anchor", "licence"), _("What you may do with it"))
    if imprint.book:
        yield Heading(pgettext("anchor", "paper"), _("On paper"))
    if imprint.offline:
        yield Heading(pgettext("anchor", "without-internet"), _("Without the internet"))


def _megabytes(size: int) -> str:
    """Return a size in the words of readers; nothing for nothing."""
    tenths = Decimal(max(1, round(size / 100_000))) / 10
    return f"{written_number(tenths.quantize(Decimal('0.1')))} MB" if size else ""


def _examples(context: RenderContext) -> dict[str, str]:
    """Return the first of each list as it stands in the files, on more lines."""
    library, works = context.library, context.works
    kinds = [kind for kind in library.kinds if library.of_kind(kind)]
    kind = next((one for one in kinds if one is glossary_kind(kinds)), kinds[0] if kinds else None)
    entries = entry_rows(library, kind, context.assessments) if kind else []
    sources = [source_row(works[key]) for key in sorted(works)[:1]]
    return {
        name: _indented(rows[0])
        for name, rows in (("entry", entries), ("link", link_rows(library)), ("source", sources))
        if rows
    }


def _indented(row: object) -> str:
    # What JSON does not have of its own, such as a day, is written as in the file.
    return json.dumps(json.loads(json_text(row)), ensure_ascii=False, indent=2)
