"""Feeds of what is new, for readers who follow the site."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from kennisbank.fields.base import Change, Entry, earlier_ids
from kennisbank.fields.kinds import named_of
from kennisbank.messages import language
from kennisbank.pages.context import RenderContext
from kennisbank.pages.following_page import changes, feed_path
from kennisbank.pages.site_map import EntryRef
from kennisbank.routes import routes

_ATOM = "http://www.w3.org/2005/Atom"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
# Programs ask for a feed again and again; what is older stands on the pages themselves.
_LONGEST = 100
# Where programs begin to count, for a library that tells no day at all.
_NO_DAY = dt.date(1970, 1, 1)


class FeedItem(NamedTuple):
    """One change of one entry, under the name by which programs know it."""

    id: str
    target: EntryRef
    change: Change


@dataclass(frozen=True, slots=True)
class Feed:
    """Where a feed lives, what it is called, the page it is about, and its items."""

    path: str
    title: str
    address: str
    items: list[FeedItem]


def feed_files(context: RenderContext) -> dict[str, bytes]:
    """Return every feed; they need full addresses, so there are none where the site's is unknown.

    A library without entries has no day on which anything was new.
    """
    if not context.imprint.url or not context.library.entries:
        return {}
    return {feed.path: _xml(context, feed) for feed in _feeds(context)}


def _feeds(context: RenderContext) -> Iterator[Feed]:
    items = _items(context)
    yield Feed(routes().ALL_CHANGES, "", "", items)
    for kind in context.library.kinds:
        own = [item for item in items if item.target.key.kind == kind.kind]
        yield Feed(feed_path(kind.address), kind.label.many, f"{kind.address}/", own)
    subjects = context.library.subjects
    for target in context.site_map.of(subjects):
        own = [item for item in items if _belongs(item.target, target, subjects)]
        yield Feed(feed_path(target.address), target.title, target.address, own)


def _belongs(target: EntryRef, subject: EntryRef, kind: type[Entry] | None) -> bool:
    return target.key == subject.key or subject.key.id in named_of(target.entry, kind)


def _items(context: RenderContext) -> list[FeedItem]:
    """Return all changes, the newest first; an id stays, whatever is added later or renamed."""
    items: list[FeedItem] = []
    before: dict[tuple[str, dt.date], int] = defaultdict(int)
    # The newest stands first in a file, so the oldest of a day keeps its number.
    for target, change in reversed(changes(context)):
        address = _first_address(target.entry, target.key.id)
        before[address, change.day] += 1
        place = f"{address}#{change.day.isoformat()}-{before[address, change.day]}"
        items.append(FeedItem(context.imprint.full(place), target, change))
    return items[::-1]


def _first_address(entry: Entry, identifier: str) -> str:
    """Return the address under which the entry first appeared: a change outlives a new name."""
    return f"{entry.address}/{next(iter(earlier_ids(entry)), identifier)}/"


def _xml(context: RenderContext, feed: Feed) -> bytes:
    full, name = context.imprint.full, context.imprint.name
    root = etree.Element("feed", attrib={_LANGUAGE: language()}, nsmap={None: _ATOM})
    _text(root, "id", full(feed.path))
    _text(root, "title", f"{feed.title} - {name}" if feed.title else name)
    _text(root, "updated", _moment(feed.items[0].change.day if feed.items else _oldest(context)))
    etree.SubElement(root, "link", rel="self", type="application/atom+xml", href=full(feed.path))
    _page_link(root, full(feed.address))
    if context.imprint.license:
        etree.SubElement(root, "link", rel="license", href=context.imprint.license)
    _text(etree.SubElement(root, "author"), "name", name)
    for item in feed.items[:_LONGEST]:
        _add_item(context, root, item)
    xml: bytes = etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True)
    return xml


def _add_item(context: RenderContext, root: etree._Element, item: FeedItem) -> None:
    entry = etree.SubElement(root, "entry")
    _text(entry, "id", item.id)
    _text(entry, "title", item.target.title)
    _text(entry, "updated", _moment(item.change.day))
    _page_link(entry, context.imprint.full(item.target.address))
    label = type(item.target.entry).label.one
    etree.SubElement(entry, "category", term=item.target.key.kind, label=label)
    _text(entry, "summary", item.change.note)


def _page_link(parent: etree._Element, url: str) -> None:
    etree.SubElement(parent, "link", rel="alternate", type="text/html", href=url)


def _text(parent: etree._Element, name: str, text: str) -> None:
    etree.SubElement(parent, name).text = text


def _moment(day: dt.date) -> str:
    """Return the start of a day: no file knows the hour."""
    return f"{day.isoformat()}T00:00:00Z"


def _oldest(context: RenderContext) -> dt.date:
    """Return the day of a feed in which nothing stands yet: it must have one, and keep it."""
    days = filter(None, (entry.reviewed for entry in context.library.entries.values()))
    return min(days, default=_NO_DAY)
