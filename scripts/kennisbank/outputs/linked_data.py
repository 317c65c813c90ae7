"""Linked data of pages, in the words of schema.org.

One file: each type of schema.org is filled from the same few pieces.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kennisbank.fields.base import Entry
from kennisbank.fields.kinds import (
    field_of,
    figures_of,
    glossary_kind,
    is_a,
    named_of,
    steps_of,
)
from kennisbank.fields.specs import field_specs
from kennisbank.fields.text_rules import UNKNOWN
from kennisbank.fields.types import DefinitionType, YearType
from kennisbank.library.library import EntryKey
from kennisbank.messages import _, language
from kennisbank.pages.charts import chart_of, file_name
from kennisbank.pages.context import RenderContext
from kennisbank.pages.page import Page
from kennisbank.pages.price_words import price_in_words
from kennisbank.pages.prose_context import ProseContext
from kennisbank.pages.site_map import EntryRef
from kennisbank.routes import HOME, routes, source_address
from kennisbank.sources.formats.json_ld import Data, filled, named, source_json_ld
from kennisbank.sources.formats.reference_list import named_in_order


def entry_data(context: RenderContext, target: EntryRef, description: str) -> Data:
    """Return the thing that the page of an entry is about."""
    entry = target.entry
    type_ = entry.marks.schema_org
    url = context.imprint.full(target.address)
    thing = named(type_, entry.title, url=url, description=description)
    thing["alternateName"] = list(entry.aliases)
    if not field_of(type(entry), DefinitionType):
        thing |= {
            "about": list(_about(context, entry)),
            "audience": list(_audience(context, entry)),
        }
        thing["citation"] = list(_cited(context, target.key))
    return filled(thing | _own(context, target))


def _own(context: RenderContext, target: EntryRef) -> Data:
    """Return what follows from the types and marks of its fields."""
    entry = target.entry
    data: Data = {"headline": entry.title} if entry.marks.schema_org == "Article" else {}
    if steps := steps_of(entry):
        data["step"] = [
            {"@type": "HowToStep", "position": place, "text": _plain(context, step)}
            for place, step in enumerate(steps, start=1)
        ]
    if figures_of(entry):
        data |= _figures(context, entry, target.address)
    if spec := field_of(type(entry), DefinitionType):
        words = context.imprint.full(f"{entry.address}/")
        data["description"] = _plain(context, getattr(entry, spec.name) or entry.summary)
        data["inDefinedTermSet"] = named("DefinedTermSet", entry.label.many, url=words)
    data |= dict(_properties(context, entry))
    # What the site adds up itself says more than what a source says of money.
    assessment = context.assessments.get(target.key)
    price = assessment.price if assessment else None
    # Programs look for a plain space.
    return data | ({"estimatedCost": price_in_words(price).replace("\u00a0", " ")} if price else {})


def _properties(context: RenderContext, entry: Entry) -> Iterator[tuple[str, object]]:
    """Yield the properties that fields are marked with."""
    for spec in field_specs(type(entry)):
        value = getattr(entry, spec.name)
        if spec.marks.schema_org and value not in (None, UNKNOWN, ()):
            plain = _plain(context, value) if spec.field_type.written else str(value)
            is_place = spec.marks.schema_org == "contentLocation"
            yield spec.marks.schema_org, named("Place", plain) if is_place else plain


def _figures(context: RenderContext, entry: Entry, address: str) -> Data:
    table = context.imprint.full(f"{address}{file_name()}")
    chart = chart_of(entry)
    work = context.works.get(chart.source) if chart else None
    year = field_of(type(entry), YearType)
    when = getattr(entry, year.name) if year else UNKNOWN
    data: Data = {
        "variableMeasured": [
            named(
                "PropertyValue",
                one.label,
                value=float(one.amount),
                unitText=chart.unit if chart else "",
            )
            for one in figures_of(entry)
        ],
        "temporalCoverage": "" if when in (None, UNKNOWN) else str(when),
        "isBasedOn": source_json_ld(work.item) if work else {},
    }
    if table:
        download = {"@type": "DataDownload", "contentUrl": table, "encodingFormat": "text/csv"}
        data["distribution"] = [download]
    return data


def _about(context: RenderContext, entry: Entry) -> Iterator[Data]:
    """Yield the subjects that an entry names; one of the audience is about people."""
    library = context.library
    if is_a(library.audience, entry.kind):
        yield {"@type": "Audience", "audienceType": entry.title}
    for target in _named(context, entry, library.subjects):
        yield named("Thing", target.title, url=context.imprint.full(target.address))


def _audience(context: RenderContext, entry: Entry) -> Iterator[Data]:
    for target in _named(context, entry, context.library.audience):
        url = context.imprint.full(target.address)
        yield filled({"@type": "Audience", "audienceType": target.title, "url": url})


def _named(context: RenderContext, entry: Entry, kind: type[Entry] | None) -> Iterator[EntryRef]:
    for one in named_of(entry, kind):
        if kind and (target := context.site_map.find(kind.kind, one)):
            yield target


def _cited(context: RenderContext, key: EntryKey) -> Iterator[Data]:
    """Yield the works that an entry cites, in the order of a list of references."""
    library = context.library
    for work in named_in_order(library.cited_in(library.files[key].path), context.works):
        data = source_json_ld(work.item)
        shown = {name: data.get(name) for name in ("@type", "name", "sameAs")}
        yield filled(shown | {"url": context.imprint.full(source_address(work.key))})


def _plain(context: RenderContext, text: str) -> str:
    """Return prose as one line of text; what it cites and names stays in it."""
    return " ".join(context.plain(context.prose.block(text, ProseContext(""))).split())


def with_linked_data(
    context: RenderContext, pages: Sequence[Page], entries: Mapping[str, Data]
) -> tuple[Page, ...]:
    """Return the pages, each with its data; that of `entries` is known by their address."""
    data = LinkedData(context, pages, entries)
    return tuple(replace(page, linked_data=data.of(page)) for page in pages)


class LinkedData:
    """Knows all pages and the things they are about."""

    def __init__(
        self, context: RenderContext, pages: Sequence[Page], entries: Mapping[str, Data]
    ) -> None:
        self.context, self._entries = context, entries
        kind = glossary_kind(context.library.kinds)
        self._glossary = kind.kind if kind else ""
        self._pages = {page.address: page for page in pages}
        self._targets = {target.address: target for target in context.site_map.targets.values()}
        self._works = {source_address(key): work for key, work in context.works.items()}

    def of(self, page: Page) -> Data:
        """Return the data of a page; without the site's address no addresses are in it."""
        if page.address == HOME:
            return self._site(page) | {"inLanguage": language()} | self._search()
        types = {routes().SEARCH: "SearchResultsPage", routes().ABOUT: "AboutPage"}
        kind = "CollectionPage" if page.listed else types.get(page.address, "WebPage")
        return filled(
            named(kind, page.title, url=self._url(page.address), description=page.description)
            | {
                "inLanguage": language(),
                "license": self.context.imprint.license,
                "isPartOf": named("WebSite", self.context.imprint.name, url=self._url(HOME)),
                "breadcrumb": self._crumbs(page),
                "mainEntity": self._thing(page),
            }
            | self._days(page)
        )

    def _site(self, page: Page) -> Data:
        name = self.context.imprint.name or page.title
        return named("WebSite", name, url=self._url(HOME), description=page.description)

    def _search(self) -> Data:
        """Return how a search engine can ask our own search, at an address that it fills in."""
        if not self.context.imprint.url:
            return {}
        place = {"@type": "EntryPoint", "urlTemplate": f"{self._url(routes().SEARCH)}?q={{words}}"}
        asked = "required name=words"
        return {"potentialAction": {"@type": "SearchAction", "target": place, "query-input": asked}}

    def _url(self, address: str) -> str:
        return self.context.imprint.full(address)

    def _crumbs(self, page: Page) -> Data:
        """Return the pages above this one in the order of its address, and the page itself."""
        steps = page.address.split("/")[:-1]
        above = ["/".join(steps[:depth]) + "/" for depth in range(1, len(steps) + 1)]
        known = [
            (address, self._pages[address].title) for address in above if address in self._pages
        ]
        rows = enumerate([(HOME, _("Home")), *known], start=1)
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
        if page.address in self._entries:
            return self._entries[page.address]
        if work := self._works.get(page.address):
            return source_json_ld(work.item)
        if page.section and page.section == self._glossary:
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
        reviewed = target.entry.reviewed
        days: Data = {"lastReviewed": reviewed.isoformat()} if reviewed else {}
        return days | ({"dateModified": max(changes).isoformat()} if changes else {})
