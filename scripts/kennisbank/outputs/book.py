"""The library as one document for paper: chapters, entries, contents and one list of sources.

It is made of the pages of the site. On a page an id is used once; a book holds all pages, so that
each id gets its page before it and each link between pages leads inside the book. This is the one
place that reads the content of pages again: writing them twice would let book and site differ.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from posixpath import join, normpath
from urllib.parse import urlsplit

from lxml import html
from markupsafe import Markup

from kennisbank.fields.base import Entry
from kennisbank.locales import html_language
from kennisbank.messages import pgettext
from kennisbank.pages.context import RenderContext
from kennisbank.pages.page import Page
from kennisbank.pages.prose_context import ProseContext
from kennisbank.routes import routes
from kennisbank.sources.formats.reference_list import in_list_order
from kennisbank.sources.works import Work

# What only a screen can do, what stands elsewhere in a book, and drawings of what is said beside.
_LEFT_OUT = (
    "//*[@hidden or self::script or self::form or self::nav or self::noscript]",
    "//*[contains(concat(' ', @class, ' '), ' kb-sources ')]",
    "//*[contains(concat(' ', @class, ' '), ' kb-foot ')]",
    "//*[contains(concat(' ', @class, ' '), ' kb-explained ')]",
    "//*[contains(concat(' ', @class, ' '), ' kb-compare-with ')]",
    "//*[contains(concat(' ', @class, ' '), ' kb-chooser-door ')]",
    "//*[contains(concat(' ', @class, ' '), ' kb-spoken ')]",
    "//header[contains(@class, 'kb-head')]/*[contains(@class, 'kb-kind')]",
    "//figcaption[a[@download]]",
    "//summary",
)
_HEADINGS = {"h1": "h2", "h2": "h3", "h3": "h4", "h4": "h5"}
# Folded on a screen, open on paper; a section of a book is no landmark.
_PLAIN = {"details": "div", "header": "div", "section": "div", "footer": "div"}


@dataclass(frozen=True, slots=True)
class BookEntry:
    """One entry: where the book leads to it, what the contents call it, and its HTML."""

    id: str
    title: str
    html: Markup


@dataclass(frozen=True, slots=True)
class Chapter:
    """The entries of one kind."""

    kind: type[Entry]
    entries: tuple[BookEntry, ...]
    # What is short follows what stands before it.
    is_paged: bool


def book_html(context: RenderContext, made: Iterable[Page], kinds: Collection[str] = ()) -> str:
    """Return the HTML of a book of the pages of a library, or of those of some kinds."""
    chosen = [kind for kind in context.library.kinds if not kinds or kind.kind in kinds]
    pages = {page.address: page for page in made}
    inside = {
        target.address: _book_id(target.address)
        for kind in chosen
        for target in context.site_map.of_kind(kind.kind)
    }
    chapters = [_chapter(context, kind, pages, inside) for kind in chosen]
    cited = {key for address in inside for key in pages[address].cited}
    return context.render(
        "book.jinja",
        ProseContext(""),
        html_language=html_language(),
        chapters=[chapter for chapter in chapters if chapter.entries],
        part=chosen[0].label.many if len(chosen) == 1 else "",
        sources=_works(context, cited),
    )


def _works(context: RenderContext, cited: Collection[str]) -> list[Work]:
    return in_list_order(work for key, work in context.works.items() if key in cited)


def _chapter(
    context: RenderContext, kind: type[Entry], pages: Mapping[str, Page], inside: Mapping[str, str]
) -> Chapter:
    targets = context.site_map.of_kind(kind.kind)
    return Chapter(
        kind,
        tuple(
            BookEntry(
                inside[target.address],
                target.title,
                _content(pages[target.address], inside, context.imprint.url),
            )
            for target in targets
        ),
        is_paged=kind
        in (context.library.rated, context.library.subjects, context.library.audience),
    )


def _book_id(address: str) -> str:
    return address.strip("/").replace("/", "--")


def _content(page: Page, inside: Mapping[str, str], site: str) -> Markup:
    """Return what a book prints of a page."""
    root = html.fragment_fromstring(page.content, create_parent="div")
    for path in _LEFT_OUT:
        for element in root.xpath(f".{path}"):
            element.drop_tree()
    own = inside[page.address]
    for element in root.iter("*"):
        element.tag = _HEADINGS.get(element.tag, _PLAIN.get(element.tag, element.tag))
        for name in ("aria-labelledby", "aria-describedby", "tabindex", "role", "data-card"):
            element.attrib.pop(name, None)
        if identifier := element.get("id"):
            element.set("id", f"{own}--{identifier}")
        if (link := element.get("href")) is not None:
            _lead_on(element, link, page.address, inside, site)
    return Markup("").join(_printed(child) for child in root)


def _printed(element: html.HtmlElement) -> Markup:
    return Markup(html.tostring(element, encoding="unicode"))  # noqa: S704  # a page of our own


def _lead_on(
    element: html.HtmlElement, link: str, address: str, inside: Mapping[str, str], site: str
) -> None:
    """Let a link lead to its place in the book, or else to the site; without either it is text."""
    parts = urlsplit(link)
    if parts.scheme:
        return
    target = normpath(join("/", address, parts.path)).lstrip("/") + "/" if parts.path else address
    sources = routes().SOURCES
    source = pgettext("anchor", "source")
    key = parts.fragment.removeprefix(f"{source}-")
    if key != parts.fragment:
        element.set("href", f"#{source}-{key}")
    elif target in inside:
        place = f"--{parts.fragment}" if parts.fragment else ""
        element.set("href", f"#{inside[target]}{place}")
    elif target.startswith(sources) and target != sources:
        element.set("href", f"#{source}-{target.removeprefix(sources).strip('/')}")
    elif site:
        element.set("href", f"{site.rstrip('/')}/{target}")
    else:
        element.attrib.pop("href")
