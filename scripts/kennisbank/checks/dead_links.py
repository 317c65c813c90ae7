"""Finds the links to addresses of the site itself, and tells of those that have no page.

Which addresses there are is known only when all pages are made, so this is not in the list of
checks of a library; `problems_of_site` asks it with the addresses.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from kennisbank.checks.broken_link import RULE
from kennisbank.reading.mentions import Written, find_address_links
from kennisbank.reading.site_files import DOCS
from kennisbank.routes import hand_address, relative
from kennisbank.suggestions import QUESTION, Proposals

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from kennisbank.config.site_settings import MenuItem
    from kennisbank.library.library import Library
    from kennisbank.problems import Location, Problem
    from kennisbank.reading.markdown_document import MarkdownDocument
    from kennisbank.reading.yaml_document import KeyPath, YamlDocument

# An address of the site has no scheme, and its last part is no name of a file.
_ADDRESS = re.compile(r"([^\":#?]+/|[^\":#?./]+)(?:[#?].*)?")


@dataclass(frozen=True, slots=True)
class SiteLink:
    """A link from one page to another by its address; `target` counts from the root of the site."""

    origin: str
    written: str
    target: str
    # Asked only of a link that is dead: to find a place takes longer than to find a link.
    place: Callable[[], Location]


def site_links(library: Library) -> Iterator[SiteLink]:
    """Yield the links by address in the menu, in pages by hand and in the prose of entries."""
    for item in library.menu:
        address = hand_address(DOCS / item.file)
        yield SiteLink("", item.file, address, partial(_place, item))
    for page in library.pages:
        origin = hand_address(page.path)
        yield from _links_in(page, (), page.body, Written.PAGE, origin)
    for key, file in library.files.items():
        for text in file.texts:
            if written := text.spec.field_type.written:
                origin = library.addresses.entry(*key)
                yield from _links_in(file.document, text.key_path, text.text, written, origin)


def dead_links(links: Iterable[SiteLink], known: Collection[str]) -> Iterator[Problem]:
    """Yield each link to an address that is not known, once for each page and address."""
    meant = Proposals(known)
    for link in {(one.origin, one.written): one for one in reversed([*links])}.values():
        if link.target not in known:
            # People write an address as it is from the home page.
            whole = _address("", link.written.lstrip("./"))
            found = whole if whole in known else meant.nearest(link.target)
            hint = QUESTION.format(word=relative(link.origin, found)) if found else ""
            yield RULE.problem(
                link.place(), f"op het adres '{link.written}' staat geen pagina.", hint
            )


def _links_in(
    document: YamlDocument | MarkdownDocument,
    key_path: KeyPath,
    prose: str,
    written: Written,
    origin: str,
) -> Iterator[SiteLink]:
    for link in find_address_links(prose, written):
        if (found := _ADDRESS.fullmatch(link.address)) and not link.address.endswith(".md"):
            target = _address(origin, found[1])
            place = partial(document.location_of_text, key_path, link.start)
            yield SiteLink(origin, found[1], target, place)


def _place(item: MenuItem) -> Location:
    return item.place


def _address(origin: str, link: str) -> str:
    path = posixpath.normpath(posixpath.join(origin, link))
    return "" if path == "." else f"{path}/"
