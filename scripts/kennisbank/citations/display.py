"""A CSL-JSON item becomes the copy to print: initials, capitals, nothing said twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kennisbank.citations.addresses import doi_address
from kennisbank.citations.dates import ADVANCE_ONLINE
from kennisbank.citations.edition import dutch_edition
from kennisbank.citations.formatter import OTHERS, guarded, linked
from kennisbank.citations.item import ROLES
from kennisbank.citations.item_data import leading_role, names_in
from kennisbank.citations.number_words import number_in_words
from kennisbank.citations.same_name import is_same
from kennisbank.citations.shown_dates import shown_dates
from kennisbank.citations.shown_type import shown_type
from kennisbank.citations.work_types import POST, REPORT, THESIS, WEBPAGE

if TYPE_CHECKING:
    from kennisbank.citations.item import Item
    from kennisbank.citations.name import Name

_ON_A_SITE = (WEBPAGE, POST)
# Of these, pages are how many they have.
_UNPAGED = (REPORT, THESIS)
_RANGE = re.compile(r"(?<=\w)\s*-\s*(?=\w)")
_PAGE_RANGE = re.compile("[-–,]")
_LAST_STOP = re.compile(r"(?<=[a-zà-þ0-9]{3})\.$")
UNTITLED = "titel onbekend"


def display_item(item: Item, letter: str = "") -> Item:
    """Return what the style prints; letter is the year letter, known only over all works."""
    shown: Item = {name: guarded(value) for name, value in item.items() if isinstance(value, str)}
    shown |= _people(item) | shown_dates(item, letter)
    shown["genre"] = shown.get("genre", "")[:1].upper() + shown.get("genre", "")[1:]
    shown |= number_in_words(shown)
    shown |= _places(shown) | _title(shown) | _addresses(item)
    shown |= dict.fromkeys(_repeated(item), "")
    # The engine still calls it as CSL 1.0.1 did.
    shown |= {"type": shown_type(item), "event": shown.pop("event-title", "")}
    return {name: value for name, value in shown.items() if value}


def _people(item: Item) -> Item:
    people = {role: _names(item, role) for role in ROLES if item.get(role)}
    # The engine finds no names under a role of two words; who wrote all of a book is said once.
    of_book = people.pop("container-author", [])
    return people | {"composer": [] if of_book == people.get("author") else of_book}


def _places(shown: Item) -> Item:
    """Return where to find it: edition and pages with their words; no place yet is said, too."""
    ranges = {name: _RANGE.sub("–", shown.get(name, "")) for name in ("issue", "page")}
    page = ranges["page"] if shown["type"] not in _UNPAGED else ""
    pages = "pp." if _PAGE_RANGE.search(page) else "p."
    placed = any(shown.get(name) for name in ("volume", "issue", "page", "number"))
    is_advance = shown.get("status") == ADVANCE_ONLINE and not placed
    return ranges | {
        "edition": dutch_edition(shown.get("edition", "")),
        # The engine sees no range in roman numbers; the style takes pages with their p. from here.
        "section": f"{pages} {page}" if page else "",
        "status": ADVANCE_ONLINE if is_advance else "",
    }


def _addresses(item: Item) -> Item:
    doi = item.get("DOI", "")
    url = linked(guarded(item.get("URL", "")))
    return {"DOI": linked(doi_address(doi)) if doi else "", "URL": url}


def _names(item: Item, role: str) -> list[Item]:
    leading = role == leading_role(item)
    found = [_name(name, leading=leading) for name in names_in(item, role)]
    others = item.get("others" if leading else f"{role}-others")
    return [*found, {"literal": OTHERS}] if others else found


def _name(name: Name, *, leading: bool) -> Item:
    if name.literal:
        return {"literal": guarded(name.literal)}
    surname = name.alone if leading else name.surname
    parts = {"family": surname, "given": name.initials, "suffix": name.suffix}
    return {part: guarded(text) for part, text in parts.items() if text}


def _title(shown: Item) -> Item:
    """A title between brackets describes a work that has none; without even that, we say so."""
    title = shown_title(shown)
    if not title:
        return {"genre": shown.get("genre") or UNTITLED}
    if title.startswith("[") and title.endswith("]"):
        return {"title": "", "genre": title[1:-1]}
    whole, volume = shown.get("container-title"), shown.get("volume")
    if shown["type"] == "book" and whole:
        # A volume with a title of its own stands behind the whole: Handboek: Deel 2. Methoden.
        parts = [*([f"Deel {volume}"] if volume else []), title]
        return {"title": f"{whole}: {'. '.join(parts)}", "volume": ""}
    return {"title": title}


def shown_title(item: Item) -> str:
    """Return a title without a full stop at its end: the list sets its own, the text has none."""
    return _LAST_STOP.sub("", item.get("title", ""))


def _repeated(item: Item) -> list[str]:
    """Return where only the name of the author would stand again."""
    authors = names_in(item, leading_role(item))
    places = ("publisher", "container-title") if item["type"] in _ON_A_SITE else ("publisher",)
    return [
        name for name in places if len(authors) == 1 and is_same(authors[0], item.get(name, ""))
    ]
