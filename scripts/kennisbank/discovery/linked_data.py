"""Pages get their data in the words of schema.org: what each is, what it lists, where it stands."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kennisbank.discovery.entry_data import entry_data
from kennisbank.entries.term import Term
from kennisbank.exports.json_ld import Data, filled, json_ld_script, named
from kennisbank.exports.source_json_ld import source_json_ld
from kennisbank.pages.finding import SEARCH
from kennisbank.pages.hand_pages import HOME
from kennisbank.pages.source_pages import source_address

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kennisbank.pages.layout import Layout
    from kennisbank.pages.page import Page

LANGUAGE = "nl"
ABOUT = "over/"
_TYPES = {SEARCH: "SearchResultsPage", ABOUT: "AboutPage"}


def with_linked_data(layout: Layout, pages: Iterable[Page]) -> tuple[Page, ...]:
    """Return the pages, each with a script element of data at its end."""
    data = LinkedData(layout, tuple(pages))
    return tuple(
        replace(one, html=f"{one.html}\n{json_ld_script(data.of(one))}") for one in data.pages
    )


class LinkedData:
    """Knows all pages and the things they are about."""

    def __init__(self, layout: Layout, pages: Sequence[Page]) -> None:
        self.layout = layout
        self.pages = pages
        self._pages = {page.address: page for page in pages}
        self._targets = {target.address: target for target in layout.site_map.targets.values()}
        self._works = {source_address(key): work for key, work in layout.works.items()}

    def of(self, page: Page) -> Data:
        """Return the data of a page; without the site's address no addresses are in it."""
        if page.address == HOME:
            return self._site(page) | {"inLanguage": LANGUAGE} | self._search()
        kind = "CollectionPage" if page.listed else _TYPES.get(page.address, "WebPage")
        return filled(
            named(kind, page.title, url=self._url(page.address), description=page.description)
            | {
                "inLanguage": LANGUAGE,
                "license": self.layout.imprint.license,
                "isPartOf": named("WebSite", self.layout.imprint.name, url=self._url(HOME)),
                "breadcrumb": self._crumbs(page),
                "mainEntity": self._thing(page),
            }
            | self._days(page)
        )

    def _site(self, page: Page) -> Data:
        name = self.layout.imprint.name or page.title
        return named("WebSite", name, url=self._url(HOME), description=page.description)

    def _search(self) -> Data:
        """Return how a search engine can ask our own search, at an address that it fills in."""
        if not self.layout.imprint.url:
            return {}
        place = {"@type": "EntryPoint", "urlTemplate": f"{self._url(SEARCH)}?q={{words}}"}
        asked = "required name=words"
        return {"potentialAction": {"@type": "SearchAction", "target": place, "query-input": asked}}

    def _url(self, address: str) -> str:
        return self.layout.imprint.full(address)

    def _crumbs(self, page: Page) -> Data:
        """Return the pages above this one in the order of its address, and the page itself."""
        steps = page.address.split("/")[:-1]
        above = ["/".join(steps[:depth]) + "/" for depth in range(1, len(steps) + 1)]
        known = [
            (address, self._pages[address].title) for address in above if address in self._pages
        ]
        rows = enumerate([(HOME, "Home"), *known], start=1)
        steps_shown = [
            named("ListItem", name, position=place, item=self._place(address))
            for place, (address, name) in rows
        ]
        return {"@type": "BreadcrumbList", "itemListElement": steps_shown}

    def _place(self, address: str) -> Data:
        url = self._url(address)
        return {"@type": "WebPage", "@id": url} if url else {}

    def _thing(self, page: Page) -> Data:
        """Return what the page is about: an entry, a source, or what it is a list of."""
        if target := self._targets.get(page.address):
            return entry_data(self.layout, target, page.description)
        if work := self._works.get(page.address):
            return source_json_ld(work.item)
        if page.section == Term.kind:
            return self._terms(page)
        return self._list(page)

    def _list(self, page: Page) -> Data:
        rows = [self._pages[one] for one in page.listed if one in self._pages]
        items = [
            named("ListItem", row.title, position=place, url=self._url(row.address))
            for place, row in enumerate(rows, start=1)
        ]
        listed = {"@type": "ItemList", "numberOfItems": len(rows), "itemListElement": items}
        return listed if rows else {}

    def _terms(self, page: Page) -> Data:
        terms = [
            named("DefinedTerm", self._pages[one].title, url=self._url(one)) for one in page.listed
        ]
        return named(
            "DefinedTermSet", page.title, url=self._url(page.address), hasDefinedTerm=terms
        )

    def _days(self, page: Page) -> Data:
        target = self._targets.get(page.address)
        if not target:
            return {}
        changes = [change.day for change in target.entry.changed]
        days = {"lastReviewed": target.entry.reviewed.isoformat()}
        return days | ({"dateModified": max(changes).isoformat()} if changes else {})
