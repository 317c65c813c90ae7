"""A CSL-JSON item becomes the copy to print: initials, capitals, nothing said twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kennisbank.citations.addresses import doi_address
from kennisbank.citations.dates import NO_DATE, Day, WorkDate, with_letter
from kennisbank.citations.formatter import OTHERS, guarded, linked
from kennisbank.citations.names import Name
from kennisbank.citations.order import fold

if TYPE_CHECKING:
    from kennisbank.citations.item import Item

# Where a work has no volume or edition to find it by, the day is part of its date.
_WITH_DAY = frozenset(
    (
        *("webpage", "article-newspaper", "article-magazine", "speech", "post", "document"),
        *("motion_picture", "song", "legislation", "legal_case"),
    )
)
_ROLES = ("author", "editor", "translator")
_ORDINALS = {
    word: str(number)
    for number, words in enumerate(
        (
            *("first eerste", "second tweede", "third derde", "fourth vierde", "fifth vijfde"),
            *("sixth zesde", "seventh zevende", "eighth achtste", "ninth negende", "tenth tiende"),
        ),
        1,
    )
    for word in words.split()
}
_EDITION = re.compile(r"(\d+)(?:e|de|ste|st|nd|rd|th)?\.?(?:\s*(?:druk|editie|edition|ed\.?))?")
_RANGE = re.compile(r"(?<=\w)\s*-\s*(?=\w)")
UNTITLED = "titel onbekend"


def display_item(item: Item, letter: str = "") -> Item:
    """Return what the style prints; letter is the year letter, known only over all works."""
    shown: Item = {name: guarded(value) for name, value in item.items() if isinstance(value, str)}
    shown |= {role: _names(item, role) for role in _ROLES if item.get(role)}
    shown |= _dates(item, letter)
    shown["edition"] = _edition(shown.get("edition", ""))
    shown |= _title(shown)
    shown |= {name: _RANGE.sub("–", shown[name]) for name in ("issue", "page") if name in shown}
    # The engine still calls it as CSL 1.0.1 did.
    shown["event"] = shown.pop("event-title", "")
    if shown.get("DOI"):
        shown["DOI"] = linked(doi_address(item["DOI"]))
    shown["URL"] = linked(shown.get("URL", ""))
    _leave_out_repetition(item, shown)
    return {name: value for name, value in shown.items() if value}


def names_in(item: Item, role: str) -> list[Name]:
    """Return the names of a role as data."""
    return [
        Name(
            one.get("family", ""),
            one.get("given", ""),
            one.get("non-dropping-particle", ""),
            one.get("suffix", ""),
            one.get("literal", ""),
        )
        for one in item.get(role, ())
    ]


def leading_role(item: Item) -> str:
    """Return who stands in front: the authors, the editors of a book without one, or nobody."""
    if item.get("author"):
        return "author"
    return "editor" if item["type"] == "book" and item.get("editor") else ""


def _names(item: Item, role: str) -> list[Item]:
    leading = role == leading_role(item)
    found = [_name(name, leading=leading) for name in names_in(item, role)]
    return [*found, {"literal": OTHERS}] if leading and item.get("others") else found


def _name(name: Name, *, leading: bool) -> Item:
    if name.literal:
        return {"literal": guarded(name.literal)}
    surname = name.alone if leading else name.surname
    parts = {"family": surname, "given": name.initials, "suffix": name.suffix}
    return {part: guarded(text) for part, text in parts.items() if text}


def publication(item: Item) -> WorkDate:
    """Return when a work appeared."""
    return work_date(item.get("issued") or {"literal": item.get("status", "")})


def work_date(date: Item) -> WorkDate:
    """Return a CSL date as data."""
    if not date.get("date-parts"):
        return WorkDate(text=date.get("literal", ""))
    start, *more = (Day(*parts) for parts in date["date-parts"])
    return WorkDate(start, more[0] if more else None, circa=bool(date.get("circa")))


def _dates(item: Item, letter: str) -> Item:
    """Dates are handed over as text: the engine stumbles over ranges and knows no "about"."""
    date, original = publication(item), work_date(item.get("original-date", {}))
    texts = {"issued": with_letter(date.year, letter)}
    if item["type"] in _WITH_DAY and date.day_and_month:
        texts["issued"] += f", {date.day_and_month}"
    if original.start:
        texts["original-date"] = original.year
    looked = work_date(item.get("accessed", {})).start
    if looked and date.year == NO_DATE:
        texts["accessed"] = f"{looked.in_words} {looked.year}".strip()
    return {name: {"literal": guarded(text)} for name, text in texts.items()}


def _edition(text: str) -> str:
    folded = _ORDINALS.get(text.casefold(), text.casefold())
    if number := _EDITION.fullmatch(folded):
        return f"{number[1]}e druk"
    said = any(word in text.casefold() for word in ("druk", "ed.", "editie", "edition"))
    return text if said or not text else f"{text} druk"


def _title(shown: Item) -> Item:
    """A title between brackets describes a work that has none; without even that, we say so."""
    title = shown.get("title", "")
    if not title:
        return {"genre": shown.get("genre") or UNTITLED}
    if title.startswith("[") and title.endswith("]"):
        return {"title": "", "genre": title[1:-1]}
    return {}


def _leave_out_repetition(item: Item, shown: Item) -> None:
    authors = [fold(name.alone) for name in names_in(item, leading_role(item))]
    for name in ("publisher", "container-title") if item["type"] == "webpage" else ("publisher",):
        if authors == [fold(item.get(name, ""))]:
            shown[name] = ""
