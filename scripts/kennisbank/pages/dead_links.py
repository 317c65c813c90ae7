"""Find the links inside the site that lead nowhere: no page, no file, or no such place on the page.

Looked at are the links that people write as an address, in pages by hand and in entries. `check`
first asks `plainly_alive`, which needs no page; what it cannot tell, the whole site tells.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from itertools import pairwise
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from markdown_it import MarkdownIt

from kennisbank.checks.broken_link import RULE
from kennisbank.checks.taken_address import made_addresses
from kennisbank.config.site_settings import MenuItem
from kennisbank.library.library import Library
from kennisbank.messages import N_, _
from kennisbank.pages.hand_pages import generated_parts
from kennisbank.pages.page import Page
from kennisbank.problems import Location, Problem
from kennisbank.reading.markdown_dialect import markdown_parser
from kennisbank.reading.markdown_document import MarkdownDocument
from kennisbank.reading.site_files import DOCS
from kennisbank.reading.yaml_document import KeyPath, YamlDocument
from kennisbank.routes import FOLDER, hand_address, relative, routes, site_href
from kennisbank.slug import slug
from kennisbank.suggestions import QUESTION, Proposals

# Written by the engine, after everything else.
_MADE_LATER = re.compile(r"sitemap\.xml|data/[^/]+\.zip")
# In every library, also an empty one; a test holds it.
ALWAYS_FILES = frozenset({f"{FOLDER}/library.json", "llms.txt"})
_PAGE_FILE = re.compile(r"(?<=/)index\.html$")
_ID = re.compile(r'\bid="([^"]*)"')
_PAGE_HINT = N_("Name the address from this page, such as '../map/'.")
_FILE_HINT = N_(
    "Put the file in docs/assets/ and name it as it is called there, or remove the link."
)
_PART_HINT = N_("Name a heading of that page, or remove '#' and what comes after it.")


@dataclass(frozen=True, slots=True)
class SiteLink:
    """A link as it is written, on the page at `origin`; `target` is nothing outside the site."""

    origin: str
    written: str
    target: str | None
    fragment: str
    # Asked only of a link that is dead: to find a place takes longer than to find a link.
    place: Callable[[], Location]


def site_links(library: Library) -> Iterator[SiteLink]:
    """Yield each link to a place in the site that has no name of its own, like [[term:x]]."""
    for item in library.menu:
        target = hand_address(DOCS / item.file).rstrip("/")
        yield SiteLink("", item.file, target, "", partial(_place, item))
    for page in library.pages:
        address = hand_address(page.path)
        yield from _links(page, (), page.body, address, page.path.parent)
    for key in library.entries:
        file = library.files[key]
        for text in file.texts:
            if text.spec.field_type.written and "](" in text.text:
                address = library.addresses.entry(*key)
                yield from _links(file.document, text.key_path, text.text, address)


def dead_links(
    library: Library, pages: Iterable[Page], files: Collection[str]
) -> Iterator[Problem]:
    """Yield each link to what is not among the pages and files of the site."""
    by_address = {page.address.rstrip("/"): page for page in pages}
    led_on = {path.removesuffix("/index.html") for path in files if path.endswith("/index.html")}
    meant = Proposals([page.address for page in by_address.values()])
    for link in site_links(library):
        page = by_address.get(link.target or "") if link.target is not None else None
        if page:
            ids = set(_ID.findall(page.content)) if link.fragment else set()
            if link.fragment and link.fragment not in ids:
                message = _("that page has no place '#{place}'.", place=link.fragment)
                hint = Proposals(ids).question(link.fragment) or _(_PART_HINT)
                yield RULE.problem(link.place(), message, hint)
        elif not (link.target in files or link.target in led_on or _is_later(link)):
            yield _problem(link, by_address, meant)


def _absent(library: Library) -> frozenset[str]:
    """Return the pages that a library does not have, because nothing in it is rated."""
    of_map = {routes().MAP} if not library.has_map else set()
    of_ratings = {routes().CHOOSER, routes().COMPARISON} if not library.rated else set()
    return frozenset(address.rstrip("/") for address in of_map | of_ratings)


def always_pages() -> frozenset[str]:
    """Return the addresses of pages that are in every library, also in an empty one."""
    sometimes = {"search", *(one.rstrip("/") for one in (routes().UPKEEP, routes().ROLES))}
    searched = {routes().SEARCH.rstrip("/")}
    return frozenset({"", *made_addresses()}) - sometimes | searched


def plainly_alive(library: Library, files: Collection[str]) -> bool:
    """Return whether every link leads to what is sure to be there; `files` are those of docs/."""
    by_hand = {hand_address(page.path).rstrip("/"): page for page in library.pages}
    sure = (
        (always_pages() - _absent(library))
        | {kind.address for kind in library.kinds}
        | by_hand.keys()
    )
    sure |= {library.addresses.entry(*key).rstrip("/") for key in library.entries}
    # A library with entries has a day to count from.
    sure |= {routes().UPKEEP.rstrip("/")} if library.entries else set()
    return all(
        link.target in ALWAYS_FILES
        or link.target in files
        or (
            link.target in sure
            and (not link.fragment or link.fragment in _ids(by_hand.get(link.target or "")))
        )
        for link in site_links(library)
    )


def _ids(page: MarkdownDocument | None) -> set[str]:
    """Return the places on a page that its file tells of."""
    if page is None:
        return set()
    tokens = _parser().parse(page.body)
    headings = (text for mark, text in pairwise(tokens) if mark.type == "heading_open")
    part = generated_parts().get(hand_address(page.path))
    known = part.headings if part else ()
    return {slug(one.content) for one in headings} | {one.id for one in known}


def _is_later(link: SiteLink) -> bool:
    return bool(link.target and _MADE_LATER.fullmatch(link.target))


def _problem(link: SiteLink, by_address: dict[str, Page], meant: Proposals) -> Problem:
    if "." in posixpath.basename(link.target or ""):
        message = _("there is no file at the address '{address}'.", address=link.written)
        return RULE.problem(link.place(), message, _(_FILE_HINT))
    # People write an address as it is from the home page.
    page = by_address.get(link.written.lstrip("./").rstrip("/"))
    found = page.address if page else meant.nearest(f"{link.target}/")
    hint = _(QUESTION, word=relative(link.origin, found)) if found is not None else _(_PAGE_HINT)
    message = _("there is no page at the address '{address}'.", address=link.written)
    return RULE.problem(link.place(), message, hint)


def _links(
    document: YamlDocument | MarkdownDocument,
    key_path: KeyPath,
    text: str,
    origin: str,
    folder: PurePosixPath | None = None,
) -> Iterator[SiteLink]:
    for written in _hrefs(text):
        href = urlsplit(site_href(written, origin, folder))
        if href.scheme:
            continue
        target = None if href.netloc else _target(origin, unquote(href.path))
        # Any other link in an entry is a stray mark: an entry has another address than its file.
        path = urlsplit(written).path
        if folder is None and (not written.startswith("../") or path.endswith(".md")):
            continue
        # The name of the file of a page: broken_link looks whether that is there.
        named = folder and path.endswith(".md") and f"]({path}" in text
        if named and not href.fragment:
            continue
        offset = max(0, text.find(f"]({written}") + 2)
        fragment = unquote(href.fragment)
        place = partial(document.location_of_text, key_path, offset)
        yield SiteLink(origin, written, target, fragment, place)


def _place(item: MenuItem) -> Location:
    return item.place


def _hrefs(text: str) -> Iterator[str]:
    """Yield each address that a text links to, once."""
    blocks = _parser().parse(text) if "](" in text else []
    inside = (child for block in blocks for child in block.children or ())
    found = (str(one.attrs.get("href", "")) for one in inside if one.type == "link_open")
    yield from dict.fromkeys(one for one in found if one)


def _target(origin: str, path: str) -> str | None:
    """Return the address of a page, or the path of a file; nothing where that is no part of it."""
    target = posixpath.normpath(posixpath.join("/", origin, path)) if path else f"/{origin}"
    outside = path.startswith("/") or posixpath.normpath(posixpath.join(origin, path))[:2] == ".."
    return None if outside else _PAGE_FILE.sub("", target).strip("/")


@cache
def _parser() -> MarkdownIt:
    return markdown_parser(headings=True)
