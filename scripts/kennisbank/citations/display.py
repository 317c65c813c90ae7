"""A CSL-JSON item becomes the copy to print: initials, capitals, nothing said twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kennisbank.citations.addresses import doi_address
from kennisbank.citations.dates import NO_DATE, Day, WorkDate, season_of, with_letter
from kennisbank.citations.formatter import OTHERS, guarded, linked
from kennisbank.citations.item import ROLES, STILL
from kennisbank.citations.name import Name
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
_ORDINALS = {
    word: str(number)
    for number, words in enumerate(
        (
            *("first eerste", "second tweede", "third derde", "fourth vierde", "fifth vijfde"),
            *("sixth zesde", "seventh zevende", "eighth achtste", "ninth negende", "tenth tiende"),
            *("eleventh elfde", "twelfth twaalfde"),
        ),
        1,
    )
    for word in words.split()
}
_EDITION_WORD = re.compile(r"\s*\b(?:druk|editie|edition|edn?\.?)\s*$", re.IGNORECASE)
_EDITION = re.compile(
    r"(?P<number>\d+)(?:e|de|ste|st|nd|rd|th)?\.?(?P<revised>,?\s+(?:revised|rev\.))?"
)
_REVISED = re.compile(r"revised|rev\.?")
_RANGE = re.compile(r"(?<=\w)\s*-\s*(?=\w)")
_PAGE_RANGE = re.compile("[-–,]")
_ABBREVIATION = re.compile(r"\s*\([^()\s]+\)$")
_LAST_STOP = re.compile(r"(?<=[a-zà-þ0-9]{3})\.$")
UNTITLED = "titel onbekend"


def display_item(item: Item, letter: str = "") -> Item:
    """Return what the style prints; letter is the year letter, known only over all works."""
    shown: Item = {name: guarded(value) for name, value in item.items() if isinstance(value, str)}
    shown |= {role: _names(item, role) for role in ROLES if item.get(role)}
    shown |= _dates(item, letter)
    shown["edition"] = _edition(shown.get("edition", ""))
    shown |= _title(shown)
    shown |= {name: _RANGE.sub("–", shown[name]) for name in ("issue", "page") if name in shown}
    # The engine sees no range in roman numbers; the style takes pages with their p. from here.
    if page := shown.get("page"):
        shown["section"] = f"{'pp.' if _PAGE_RANGE.search(page) else 'p.'} {page}"
    # The engine finds no names under a role of two words; who wrote all of a book is said once.
    of_book = shown.pop("container-author", [])
    shown["composer"] = [] if of_book == shown.get("author") else of_book
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
    others = item.get("others" if leading else f"{role}-others")
    return [*found, {"literal": OTHERS}] if others else found


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
    first, *more = date["date-parts"]
    start, still = Day(*first), more == [STILL]
    if season := date.get("season"):
        start = season_of(start.year, season)
    end = Day(*more[0]) if more and not still else None
    return WorkDate(start, end, still=still, circa=bool(date.get("circa")))


def _dates(item: Item, letter: str) -> Item:
    """Dates are handed over as text: the engine stumbles over ranges and knows no "about"."""
    date, original = publication(item), work_date(item.get("original-date", {}))
    with_day = item["type"] in _WITH_DAY
    texts = {"issued": date.in_full(letter) if with_day else with_letter(date.year, letter)}
    if original.start and original.year != date.year:
        texts["original-date"] = original.year
    looked = work_date(item.get("accessed", {})).start
    if looked and date.year == NO_DATE:
        texts["accessed"] = looked.in_full
    return {name: {"literal": guarded(text)} for name, text in texts.items()}


def _edition(text: str) -> str:
    """A first edition goes without saying."""
    bare = _EDITION_WORD.sub("", text)
    word = bare.casefold()
    if number := _EDITION.fullmatch(_ORDINALS.get(word, word)):
        revised = " herziene" if number["revised"] else ""
        first = number["number"] == "1" and not revised
        return "" if first else f"{number['number']}e{revised} druk"
    shown = "herziene" if _REVISED.fullmatch(word) else bare
    return f"{shown} druk" if shown else ""


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


def _leave_out_repetition(item: Item, shown: Item) -> None:
    authors = [_called(name) for name in names_in(item, leading_role(item))]
    for name in ("publisher", "container-title") if item["type"] == "webpage" else ("publisher",):
        if authors == [fold(_ABBREVIATION.sub("", item.get(name, "")))]:
            shown[name] = ""


def _called(name: Name) -> str:
    """Return how a publisher with this name would be called: SER, or Piet Jansen."""
    full = name.literal or f"{name.given} {name.surname}"
    return fold(_ABBREVIATION.sub("", full))
