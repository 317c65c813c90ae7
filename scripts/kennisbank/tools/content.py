"""Finds what a tool takes from elsewhere in the library: its cards, statements and figures.

Nothing here knows a page. What an entry does not hold is left out; a check tells it.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kennisbank.fields.kinds import figures_of, investment_of
from kennisbank.fields.specs import field_specs
from kennisbank.fields.text_rules import UNKNOWN
from kennisbank.fields.tools import CardDeck, Scan, ScanStatement
from kennisbank.library.library import EntryKey, Library
from kennisbank.reading.mentions import Written, find_entry_links


@dataclass(frozen=True, slots=True)
class DrawnCard:
    """A card as it is drawn: its text, the entry it comes from, and entries that fit."""

    text: str
    origin: EntryKey | None = None
    offers: tuple[str, ...] = ()


def named_in(text: str | None) -> EntryKey | None:
    """Return the first entry that a text names."""
    links = find_entry_links(text or "", Written.LINE)
    return EntryKey(links[0].kind, links[0].id) if links else None


def texts_in(library: Library, key: EntryKey | None, name: str | None) -> tuple[str, ...]:
    """Return the texts in a field of an entry; none where it has no such field of texts."""
    entry = library.entries.get(key) if key else None
    known = {spec.name for spec in field_specs(type(entry))} if entry else set()
    value = getattr(entry, name) if name in known and name else ()
    if value in (None, UNKNOWN):
        return ()
    items = value if isinstance(value, tuple) else (value,)
    return tuple(str(one) for one in items if isinstance(one, str))


def cards_of(library: Library, deck: CardDeck) -> tuple[DrawnCard, ...]:
    """Return the cards of a deck: its own, or those in a field of every entry of a kind."""
    own = [DrawnCard(card.text, None, card.offers) for card in deck.cards]
    taken = [
        DrawnCard(text, key)
        for key in library.by_kind.get(deck.kind or "", ())
        for text in texts_in(library, key, deck.taken_from)
    ]
    return (*own, *taken)


def figure_of(library: Library, scan: Scan, statement: ScanStatement) -> Decimal | None:
    """Return the figure that a statement is set beside."""
    key = named_in(scan.figures)
    entry = library.entries.get(key) if key else None
    found = figures_of(entry) if entry else ()
    return next((one.amount for one in found if one.label == statement.figure), None)


def subjects_of(scan: Scan) -> tuple[EntryKey, ...]:
    """Return the entries that the statements are about, each once, in their order."""
    found = (named_in(statement.about) for statement in scan.statements)
    return tuple(dict.fromkeys(key for key in found if key))


def priced(library: Library) -> tuple[EntryKey, ...]:
    """Return the entries of which it is known what they ask of a team."""
    return tuple(
        key
        for keys in library.by_kind.values()
        for key in keys
        if investment_of(library.entries[key])
    )
