"""What the search shows of each page, and the texts it finds it by."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from kennisbank.fields.kinds import field_of
from kennisbank.fields.text_rules import is_unknown
from kennisbank.fields.types import ChoiceType, FiguresType, LinkType
from kennisbank.messages import _, pgettext
from kennisbank.pages.facets import values_of
from kennisbank.pages.overviews import card_facts
from kennisbank.pages.price_words import per_person_in_words
from kennisbank.reading.mentions import without_mentions
from kennisbank.routes import hand_address, routes, source_address

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import PurePosixPath

    from kennisbank.fields.specs import Text
    from kennisbank.pages.context import RenderContext
    from kennisbank.pages.page import Page
    from kennisbank.pages.site_map import EntryRef
    from kennisbank.reading.yaml_document import KeyPath


_OWN_PLACE = frozenset({"title", "summary", "aliases", "redirect_from"})
_ABOUT_THE_PAGE = frozenset({"contributors", "changed"})
# What people write for each other about the code is English, and no answer to a reader.
_NOT_FOR_READERS = "development/"
# A page that leads to answers is worth less than an answer, and so is one for who writes here.
_LEADING = 0.7
# The page of a source tells of one study what the pages that cite it put beside others.
_SOURCE = 0.85
# A figure has the words of many subjects in its title, and answers a question for a figure.
_FIGURE = 0.95
# Between paragraphs, and before an item, a row or a heading.
_BLOCK = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*+|#]|\d+\.))")
_LINK_TARGETS = re.compile(r"\]\([^)]*\)|https?://\S+")


@dataclass(frozen=True, slots=True)
class RecordKind:
    """A group of results; `name` stands in addresses, and some kinds are there for a figure."""

    name: str
    one: str
    many: str
    has_figures: bool = False


class Record(NamedTuple):
    """One page that can be found; `reviewed` is a day as 2026-11-24, or nothing.

    `worth` is at most 1: how good an answer it is, beside others that have the same words.
    """

    kind: str
    address: str
    title: str
    summary: str
    aliases: tuple[str, ...] = ()
    passages: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    facets: frozenset[tuple[str, str]] = frozenset()
    reviewed: str = ""
    worth: float = 1.0

    @property
    def body(self) -> str:
        """The rest of the text."""
        return " ".join(self.passages)


def source_kind() -> RecordKind:
    """Return the group of sources."""
    return RecordKind(pgettext("address", "sources"), _("Source"), _("Sources"))


def page_kind() -> RecordKind:
    """Return the group of all other pages."""
    return RecordKind(pgettext("address", "pages"), _("Page"), _("Pages of this site"))


def record_kinds(context: RenderContext) -> list[RecordKind]:
    """Return the groups in the order of the site."""
    kinds = [
        RecordKind(kind.address, kind.label.one, kind.label.many, bool(field_of(kind, FiguresType)))
        for kind in context.library.kinds
    ]
    return [*kinds, page_kind(), source_kind()]


def records(
    context: RenderContext, pages: Collection[Page], entries: Iterable[Record] | None = None
) -> list[Record]:
    """Return every record, by kind and title, of a site with these pages."""
    if entries is None:
        targets = context.site_map.targets.values()
        entries = (entry_record(context, target) for target in targets)
    found = [
        *entries,
        *_hand_pages(context),
        *_made_pages(pages),
        *_sources(context, {page.address for page in pages}),
    ]
    order = {kind.name: place for place, kind in enumerate(record_kinds(context))}
    return sorted(found, key=lambda one: (order[one.kind], one.title.casefold(), one.address))


def entry_record(context: RenderContext, target: EntryRef) -> Record:
    """Return the record of an entry."""
    entry = target.entry
    return Record(
        kind=entry.address,
        address=target.address,
        title=target.title,
        summary=target.text,
        aliases=tuple(entry.aliases),
        passages=tuple(_body(context, target)),
        facts=tuple(_facts(context, target)),
        facets=values_of(target.key, context.facets, context.library, context.assessments),
        reviewed=entry.reviewed.isoformat() if entry.reviewed else "",
        worth=_FIGURE if field_of(context.library.kind_of(target.key), FiguresType) else 1.0,
    )


def _facts(context: RenderContext, target: EntryRef) -> Iterator[str]:
    if rating := context.rating_label(target.key):
        yield _("Research: {rating}", rating=rating)
    yield from card_facts(context, target)
    if price := context.price(target.key):
        yield per_person_in_words(price)


def _body(context: RenderContext, target: EntryRef) -> Iterator[str]:
    """Yield the words of an entry that stand in none of its short fields."""
    file = context.library.files[target.key]
    for text in file.texts:
        if text.key_path[0] not in _OWN_PLACE | _ABOUT_THE_PAGE and not is_unknown(text.text):
            yield from _words(context, text)
            yield from _cited(context, file.path, text.key_path)


def _words(context: RenderContext, text: Text) -> Iterator[str]:
    type_ = text.spec.field_type
    if isinstance(type_, LinkType):
        linked = context.site_map.find(type_.kind, text.text)
        yield linked.title if linked else ""
    elif isinstance(type_, ChoiceType):
        yield from (choice.label for choice in type_.choices if choice == text.text)
    elif type_.is_read:
        yield _plain(text.text)


def _plain(markdown: str) -> str:
    """Return prose without addresses and citations."""
    return without_mentions(_LINK_TARGETS.sub("] ", markdown))


def _cited(context: RenderContext, path: PurePosixPath, key_path: KeyPath = ()) -> Iterator[str]:
    """Yield the names and year of each work that a text cites."""
    for key in context.library.cited_at.get((path, key_path), ()):
        if work := context.works.get(key):
            yield context.plain(work.form.in_sentence)


def _hand_pages(context: RenderContext) -> Iterator[Record]:
    for document in context.library.pages:
        address = hand_address(document.path)
        if address and not address.startswith(_NOT_FOR_READERS):
            blocks = [_plain(block) for block in _BLOCK.split(document.body)]
            passages = (*blocks, *_cited(context, document.path))
            worth = _LEADING if address.startswith(routes().GUIDE) else 1.0
            yield Record(
                page_kind().name,
                address,
                document.title,
                document.description,
                passages=passages,
                worth=worth,
            )


def _made_pages(pages: Collection[Page]) -> Iterator[Record]:
    """Yield the pages that lead to others or do something, like the chooser."""
    # Below other addresses stand entries, sources and parts of a list.
    with_own_pages = {"", routes().ROLES, routes().GUIDE}
    for page in pages:
        above = page.address[: page.address.rstrip("/").rfind("/") + 1]
        if page.source is None and above in with_own_pages and page.address != routes().SEARCH:
            yield Record(
                page_kind().name, page.address, page.title, page.description, worth=_LEADING
            )


def _sources(context: RenderContext, addresses: Collection[str]) -> Iterator[Record]:
    for key, work in context.works.items():
        own = source_address(key)
        anchor = pgettext("anchor", "source")
        address = own if own in addresses else f"{routes().SOURCES}#{anchor}-{key}"
        title = context.plain(work.form.in_sentence)
        summary = _LINK_TARGETS.sub("", context.plain(work.reference)).strip()
        yield Record(source_kind().name, address, title, summary, worth=_SOURCE)
