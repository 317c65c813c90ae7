"""Prepares a CSL-JSON item for printing: initials, editions, dates, nothing said twice.

One file: what one part of a reference says decides what another leaves out.
"""

from __future__ import annotations

import re
from typing import cast

from kennisbank.messages import N_, _, language
from kennisbank.sources.addresses import doi_address
from kennisbank.sources.conversion import ROLES
from kennisbank.sources.csl_item import (
    CslDate,
    CslItem,
    CslName,
    Role,
    csl_name,
    is_unpublished_thesis,
    leading_role,
    names_in,
    publication,
    shown_type,
    text_in,
    work_date,
)
from kennisbank.sources.dates import advance_online, no_date, with_letter
from kennisbank.sources.names import Name
from kennisbank.sources.order import fold
from kennisbank.sources.style.formatter import OTHERS, guarded, linked
from kennisbank.sources.work_types import (
    ARCHIVES,
    ARTICLE,
    AUDIO,
    CASE,
    CHAPTER,
    DATASET,
    LAW,
    MAGAZINE,
    NEWSPAPER,
    PAPER,
    PATENT,
    POST,
    REPORT,
    STANDARD,
    WEBPAGE,
)

# Where a work has no volume or edition to find it by, the day is part of its date.
_WITH_DAY = frozenset(
    (
        *("webpage", "article-newspaper", "article-magazine", "speech", "post", "document"),
        *("motion_picture", "song", "legislation", "legal_case"),
    )
)
_BINDS = ("editor", "publisher", "page", "volume", "DOI")


def shown_dates(item: CslItem, letter: str) -> dict[str, CslDate]:
    """Dates are handed over as text: the engine stumbles over ranges and knows no "about"."""
    date, original = publication(item), work_date(item.get("original-date", {}))
    with_day = _is_found_by_day(item)
    texts = {"issued": date.in_full(letter) if with_day else with_letter(date.year, letter)}
    if original.start and original.year != date.year:
        texts["original-date"] = original.year
    looked = work_date(item.get("accessed", {})).start
    if looked and date.year == no_date():
        texts["accessed"] = looked.looked_up
    return {name: CslDate(literal=guarded(text)) for name, text in texts.items()}


def _is_found_by_day(item: CslItem) -> bool:
    if item.get("container-title", "").casefold() in ARCHIVES:
        return False
    # A part of something on the web, and of nothing bound, is a page like any other.
    on_the_web = item["type"] == CHAPTER and item.get("URL") and not any(map(item.get, _BINDS))
    return item["type"] in _WITH_DAY or bool(on_the_web)


_ABBREVIATION = re.compile(r"\s*\((?P<short>[^()\s]+)\)$")
_LEGAL_FORM = re.compile(
    r"^(?:Stichting|Uitgeverij)\s+|,?\s+(?:B\.?V\.?|N\.?V\.?|Ltd\.?|Inc\.?|GmbH)$"
)
_AND = re.compile(r"\s(?:[&+]|and|en)\s")
_INITIAL = re.compile(r"\b[A-Z](?=[a-z])")


def is_same(author: Name, publisher: str) -> bool:
    """Return whether a publisher with this name is the author: SER, or Piet Jansen."""
    full = author.literal or f"{author.given} {author.surname}"
    return bool(publisher) and (_core(full) == _core(publisher) or publisher in _short_names(full))


def _core(name: str) -> str:
    bare = _LEGAL_FORM.sub("", _ABBREVIATION.sub("", name))
    return fold(_AND.sub(" & ", bare))


def _short_names(name: str) -> tuple[str, str]:
    """Return the abbreviation behind a name, and the one that its capitals make: VNG."""
    found = _ABBREVIATION.search(name)
    initials = "".join(_INITIAL.findall(_ABBREVIATION.sub("", name)))
    return found["short"] if found else "", initials if len(initials) > 1 else ""


_ENGLISH = """
first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
"""
_DUTCH = """
eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde dertiende
veertiende vijftiende zestiende zeventiende achttiende negentiende twintigste
"""
_ORDINALS = {
    word: str(number)
    for words in (_ENGLISH, _DUTCH)
    for number, word in enumerate(words.split(), 1)
}
_EDITION_WORD = re.compile(
    r"\s*\b(?:druk|dr\.|editie|edition|edn?\.?|aufl(?:age|\.)?)\s*$", re.IGNORECASE
)
_EDITION = re.compile(
    r"(?P<number>\d{1,3})(?:e|de|ste|st|nd|rd|th)?\.?(?P<revised>,?\s+(?:revised|rev\.|herz\.|herziene))?"
)
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_REVISED = re.compile(r"revised|rev\.?|herz\.?|herziene")
_SAYS_EDITION = {
    "nl": re.compile(r"\b(?:druk|editie)$", re.IGNORECASE),
    "en": re.compile(r"\b(?:ed\.|edition)$", re.IGNORECASE),
}
_NEVER = re.compile(r"(?!)")


def edition_in_words(text: str) -> str:
    """Return the edition with its word; a first one goes without saying, others as written."""
    bare = _EDITION_WORD.sub("", text)
    word = bare.casefold()
    if _YEAR.fullmatch(word):
        return _("{year} ed.", year=word)
    if number := _EDITION.fullmatch(_ORDINALS.get(word, word)):
        ordinal = _ordinal(int(number["number"]))
        if number["revised"]:
            return _("{ordinal} rev. ed.", ordinal=ordinal)
        return "" if number["number"] == "1" else _("{ordinal} ed.", ordinal=ordinal)
    return _("Rev. ed.") if _REVISED.fullmatch(word) else text


_TEENS = range(11, 14)
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def _ordinal(number: int) -> str:
    """Return a number with the ending that makes it a place: 2e, 2nd, or 2. elsewhere."""
    match language():
        case "nl":
            return f"{number}e"
        case "en":
            ending = "th" if number % 100 in _TEENS else _ENDINGS.get(number % 10, "th")
            return f"{number}{ending}"
        case _:
            return f"{number}."


def is_plain_edition(text: str) -> bool:
    """Return whether the list can say which edition it is, in its language."""
    says = _SAYS_EDITION.get(language(), _NEVER)
    return edition_in_words(text) != text or bool(says.search(text))


_LABELS = {REPORT: N_("Report"), STANDARD: N_("Standard"), PATENT: N_("Patent")}
# What a number is called, where the source says it; else the number says it: NEN-ISO 45001.
_CALLED = {REPORT: ("collection-title", "genre"), PATENT: ("genre",)}
_LABELLED = (REPORT, PATENT)
# Here a number is that of an article or a paper.
_ARTICLES = (ARTICLE, NEWSPAPER, MAGAZINE, CHAPTER, PAPER)
_IN_GAZETTES = (LAW, CASE)
_NUMBERED = (REPORT, STANDARD, PATENT, LAW, CASE, DATASET, AUDIO)
_OWN_WORD = re.compile(r"[^\W\d_]{2}")
_SAYS_NUMBER = re.compile(r"\b(?:nr|No)\.")


def number_in_words(item: CslItem) -> dict[str, str]:
    """Return the number with its words, and empty what is said with it; else nothing."""
    number, type_ = item.get("number", ""), item["type"]
    in_gazette = type_ in _IN_GAZETTES and item.get("container-title")
    if not number or type_ in _ARTICLES or in_gazette:
        return {}
    if type_ not in _NUMBERED:
        return {"number": ""}
    used = next((name for name in _CALLED.get(type_, ()) if text_in(item, name)), "")
    said = text_in(item, used) if used else _label(type_, number)
    if not said and not _OWN_WORD.match(number):
        return {"number": _("No. {number}", number=number)}
    if said:
        joined = _("{label} No. {number}", label=said, number=number)
        number = f"{said}, {number}" if _SAYS_NUMBER.search(number) else joined
    return {"number": number} | ({used: ""} if used else {})


def _label(type_: str, number: str) -> str:
    says_itself = _OWN_WORD.match(number) and type_ not in _LABELLED
    label = _LABELS.get(type_, "")
    return "" if says_itself or not label else _(label)


_ON_A_SITE = (WEBPAGE, POST)
_PAGES_ALONE = (ARTICLE, NEWSPAPER, MAGAZINE)
_RANGE = re.compile(r"(?<=\w)\s*-\s*(?=\w)")
_PAGE_RANGE = re.compile("[-–,]")
_LAST_STOP = re.compile(r"(?<=[a-zà-þ0-9]{3})\.$")
# In a book that is listed as a whole nobody looks for these; and the engine knows not all of them.
_IN_EXPORTS = frozenset(
    (
        *("part-number", "chapter-number", "number-of-volumes", "event-date", "original-title"),
        *("original-publisher", "original-publisher-place"),
    )
)


def untitled() -> str:
    """Return what stands for a title that nobody knows."""
    return _("title unknown")


def display_item(item: CslItem, letter: str = "") -> dict[str, object]:
    """Return what the engine gets; letter is the year letter, known only over all works."""
    texts = {name: guarded(value) for name, value in item.items() if isinstance(value, str)}
    texts["genre"] = texts.get("genre", "")[:1].upper() + texts.get("genre", "")[1:]
    texts |= number_in_words(cast("CslItem", texts))
    said = cast("CslItem", texts)
    texts |= _places(said) | _title(said) | _addresses(item)
    texts |= dict.fromkeys(_repeated(item), "")
    # The engine still calls it as CSL 1.0.1 did.
    texts |= {"type": _printed_type(item), "event": texts.pop("event-title", "")}
    shown = {**texts, **_people(item), **shown_dates(item, letter)}
    return {name: value for name, value in shown.items() if value and name not in _IN_EXPORTS}


def _printed_type(item: CslItem) -> str:
    """Return the type; an unpublished thesis has its university behind it, as a manuscript has."""
    return "manuscript" if is_unpublished_thesis(item) else str(item["type"])


def _people(item: CslItem) -> dict[str, list[CslName]]:
    people: dict[str, list[CslName]] = {
        role: _names(item, role) for role in ROLES if item.get(role)
    }
    # The engine finds no names under a role of two words; who wrote all of a book is said once.
    of_book = people.pop("container-author", [])
    return people | {"composer": [] if of_book == people.get("author") else of_book}


def _places(shown: CslItem) -> dict[str, str]:
    """Return where to find it: edition and pages with their words; no place yet is said, too."""
    ranges = {name: _RANGE.sub("–", text_in(shown, name)) for name in ("issue", "page")}
    page = ranges["page"]
    if page and shown_type(shown) not in _PAGES_ALONE:
        ranges["page"] = f"{'pp.' if _PAGE_RANGE.search(page) else 'p.'} {page}"
    placed = any(shown.get(name) for name in ("volume", "issue", "page", "number"))
    is_advance = shown.get("status") == advance_online() and not placed
    return ranges | {
        "edition": edition_in_words(shown.get("edition", "")),
        "status": advance_online() if is_advance else "",
    }


def _addresses(item: CslItem) -> dict[str, str]:
    doi = item.get("DOI", "")
    url = linked(guarded(item.get("URL", "")))
    return {"DOI": linked(doi_address(doi)) if doi else "", "URL": url}


def _names(item: CslItem, role: Role) -> list[CslName]:
    leading = role == leading_role(item)
    found = [_name(name, leading=leading) for name in names_in(item, role)]
    others = item.get("others" if leading else f"{role}-others")
    return [*found, CslName(literal=OTHERS)] if others else found


def _name(name: Name, *, leading: bool) -> CslName:
    if name.literal:
        return {"literal": guarded(name.literal)}
    surname = name.alone if leading else name.surname
    return csl_name(Name(guarded(surname), guarded(name.initials), suffix=guarded(name.suffix)))


def _title(shown: CslItem) -> dict[str, str]:
    """A title between brackets describes a work that has none; without even that, we say so."""
    title = shown_title(shown)
    if not title:
        return {"genre": shown.get("genre") or untitled()}
    if title.startswith("[") and title.endswith("]"):
        return {"title": "", "genre": title[1:-1]}
    return {"title": title}


def shown_title(item: CslItem) -> str:
    """Return a title without a full stop at its end: the list sets its own, the text has none."""
    return _LAST_STOP.sub("", item.get("title", ""))


def _repeated(item: CslItem) -> list[str]:
    """Return where only the name of the author would stand again."""
    authors = names_in(item, leading_role(item))
    places = ("publisher", "container-title") if item["type"] in _ON_A_SITE else ("publisher",)
    return [
        name for name in places if len(authors) == 1 and is_same(authors[0], text_in(item, name))
    ]
