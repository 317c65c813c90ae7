"""Makes of a source its CSL-JSON item, which lists and exports start from.

One file: whoever asks what becomes of a field of a source reads it from top to bottom.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import cast

from kennisbank.sources.addresses import arxiv_number, doi_of, url_of, work_doi
from kennisbank.sources.csl_item import STILL, CslDate, CslItem, Role, csl_name
from kennisbank.sources.date_parsing import (
    accessed_date,
    event_date,
    is_advance_online,
    original_date,
    publication_date,
    says_advance_online,
)
from kennisbank.sources.dates import Day, WorkDate, advance_online
from kennisbank.sources.name_parsing import Names, names_of
from kennisbank.sources.source import Source, first_text, joined_title
from kennisbank.sources.work_types import (
    ARTICLE,
    BOOK,
    CHAPTER,
    MAGAZINE,
    NEWSPAPER,
    OTHER,
    PAPER,
    POST,
    REPORT,
    SPEECH,
    THESIS,
    WEBPAGE,
    as_preprint,
    csl_type,
    description,
    is_whole_book,
)

_RENAMED = {"title": "journaltitle", "subtitle": "journalsubtitle"}
_RENAMED |= {"issuetitle": "title", "issuesubtitle": "subtitle"}


def as_special_issue(entry_type: str, fields: Mapping[str, str]) -> tuple[str, Mapping[str, str]]:
    """Return entry type and fields of a work, which is an article where it is such an issue."""
    if entry_type != "periodical" or not fields.get("issuetitle"):
        return entry_type, fields
    renamed = {_RENAMED.get(name, name): text for name, text in fields.items()}
    return "article", {"type": "Themanummer"} | renamed


_ARTICLES = (ARTICLE, NEWSPAPER, MAGAZINE)
# Here a number is that of a series; one that stands in place of pages has a field of its own.
_IN_A_SERIES = (BOOK, CHAPTER, PAPER, OTHER, WEBPAGE, POST, SPEECH)
_ARTICLE_NUMBER = re.compile(
    # A page has four digits at most; 012067 and 106899 are numbers of articles.
    r"(?:article|artikel|art\.)\s*(?:no\.|nr\.)?\s*(\S+)|(e\d+|[a-z]?\d{5,})",
    re.IGNORECASE,
)
_ONE_PAGE = r"(?:[A-Za-z]{0,3}\d+(?:[:.]\d+)*[A-Za-z]?|[ivxlcdm]+|[IVXLCDM]+|\d+[A-Z]\d+)"
_SOME_PAGES = rf"{_ONE_PAGE}(?:-{_ONE_PAGE})?(?:\+|-)?"
_PLAIN_PAGES = re.compile(rf"{_SOME_PAGES}(?:[,;&] ?{_SOME_PAGES})*")
_BOUND = (BOOK, CHAPTER, PAPER)
_OF_A_SET = ("volumes", "maintitle", "part")
_SAME_PAGE = re.compile(r"([^\s-]+)-\1")
# What the list says by itself: p. before pages, Deel before a volume, nr. before a number.
_NUMBER_WORD = re.compile(
    r"^(?:(?:nr|no|number|nummer|issue)(?![^\W\d_])\.?|#)\s*(?=\w)", re.IGNORECASE
)
_VOLUME_WORD = re.compile(
    r"^(?:vol(?:ume)?|jrg|jaargang|jg|deel|dl|band|bd)(?![^\W\d_])\.?\s*(?=\w)", re.IGNORECASE
)
_PAGE_WORD = re.compile(r"^(?:pp?\.|pages?\s|blz\.?|pag\.|pagina(?:'s)?\s)\s*(?=\w)", re.IGNORECASE)
# Databases write 209-26 for 209-226.
_SHORT_RANGE = re.compile(r"(?P<first>\d{3,})-(?P<last>\d{2,})")
_DASH = re.compile(r"\s*[-‐–—]+\s*")


def numbers_of(fields: Mapping[str, str], type_: str, entry_type: str) -> dict[str, str]:
    """Return the numbers of a work by the names that CSL has for them."""
    placed = {name: fields.get(name, "") for name in ("volume", "number", "issue")}
    placed = {name: text for name, text in placed.items() if not says_advance_online(text)}
    volume = _VOLUME_WORD.sub("", first_text(placed, ("volume",)))
    number = first_text(placed, ("number", "issue"))
    pages = _full_range(_DASH.sub("-", _PAGE_WORD.sub("", first_text(fields, ("pages",)))))
    article = first_text(fields, ("eid", "articleno", "article-number", "articlenumber", "artnum"))
    if type_ in (*_ARTICLES, PAPER) and not article:
        pages, article = pages_and_article(pages)
    if type_ in _ARTICLES:
        issue = _DASH.sub("-", _NUMBER_WORD.sub("", number))
        return {"volume": volume, "issue": issue, "page": pages, "number": article}
    if type_ in _IN_A_SERIES:
        # The pages of a whole book are how many it has, which nobody asks for.
        where = "" if is_whole_book(entry_type) else pages
        return _in_series(fields, type_, volume, number) | {"page": where, "number": article}
    return {"volume": volume, "page": pages, "number": _NUMBER_WORD.sub("", number)}


def pages_and_article(pages: str) -> tuple[str, str]:
    """Return pages, and the number of an article that stands in their place."""
    found = _ARTICLE_NUMBER.fullmatch(pages)
    return ("", next(filter(None, found.groups()))) if found else (pages, "")


def is_plain_pages(pages: str) -> bool:
    """Return whether this is a page, a range or a list of them, or the number of an article."""
    bare = _DASH.sub("-", _PAGE_WORD.sub("", pages))
    return bool(_PLAIN_PAGES.fullmatch(bare) or _ARTICLE_NUMBER.fullmatch(bare))


def _in_series(fields: Mapping[str, str], type_: str, volume: str, number: str) -> dict[str, str]:
    """BibTeX has one number for a series and for a volume of it; a set has volumes by itself."""
    if not first_text(fields, ("series",)):
        name = "issue" if type_ in _BOUND else "collection-number"
        return {"volume": volume, name: _NUMBER_WORD.sub("", number)}
    of_series = not number and not any(fields.get(name, "").strip() for name in _OF_A_SET)
    if of_series and type_ in _BOUND:
        return {"collection-number": volume}
    return {"volume": volume, "collection-number": number}


def _full_range(pages: str) -> str:
    if same := _SAME_PAGE.fullmatch(pages):
        return same[1]
    found = _SHORT_RANGE.fullmatch(pages)
    if not found or len(found["last"]) >= len(found["first"]):
        return pages
    first, last = found["first"], found["last"]
    whole = first[: -len(last)] + last
    return f"{first}-{whole}" if whole > first else pages


_CONTAINERS = (
    ("journaltitle", "journalsubtitle"),
    ("journal", "journalsubtitle"),
    ("booktitle", "booksubtitle"),
    ("maintitle", "mainsubtitle"),
)
_PUBLISHER = ("publisher", "institution", "school", "organization")
_INSTITUTION = ("institution", "school", "university", "publisher", "organization")
# Google Scholar: "Deventer: Kluwer", and the host that showed the book.
_PLACE_BEFORE = re.compile(r"^[A-Z'’][^\W\d_'’-]*(?:[ -][^\W\d_]+){0,3}: (?=\S)")
_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|nl|be|edu)")


def places_of(fields: Mapping[str, str], type_: str) -> dict[str, str]:
    """Return container and publisher by the names that CSL has for them."""
    container = _container(fields, type_)
    if type_ in {WEBPAGE, POST}:
        return {"container-title": container or _site(fields)}
    names = _INSTITUTION if type_ in {REPORT, THESIS} else _PUBLISHER
    publisher = _PLACE_BEFORE.sub("", first_text(fields, names))
    if _HOST.fullmatch(publisher):
        publisher = ""
    # Of a thesis, the publisher is not the university where it was defended.
    second = first_text(fields, ("publisher",)) if type_ == THESIS else ""
    archive = second if second != publisher else ""
    return {"container-title": container, "publisher": publisher, "archive": archive}


def _container(fields: Mapping[str, str], type_: str) -> str:
    if type_ == BOOK or (type_ == CHAPTER and fields.get("maintitle", "").strip()):
        # A volume of a work: the title of the whole, and in a part that of the volume behind it.
        whole = joined_title(fields, "maintitle", "mainsubtitle")
        volume = "" if type_ == BOOK else joined_title(fields, "booktitle", "booksubtitle")
        return ": ".join(filter(None, (whole, volume)))
    titles = (joined_title(fields, *names) for names in _CONTAINERS if fields.get(names[0]))
    found = next(filter(None, titles), "")
    return found or (first_text(fields, ("eventtitle",)) if type_ == PAPER else "")


def _site(fields: Mapping[str, str]) -> str:
    """Return the name of the site on which a page stands."""
    site = first_text(fields, ("organization", "publisher", "institution"))
    return site or ("arXiv" if arxiv_number(fields) else "")


DUTCH = "nl-NL"
_LANGUAGES = {
    "dutch": DUTCH,
    "nederlands": DUTCH,
    "english": "en",
    "american": "en-US",
    "british": "en-GB",
    "ukenglish": "en-GB",
    "usenglish": "en-US",
    "german": "de",
    "ngerman": "de",
    "french": "fr",
}
# Where several fields mean the same, the first that is filled counts.
_TEXTS = {
    "collection-title": ("series",),
    "edition": ("edition",),
    "version": ("version",),
    "publisher-place": ("location", "address"),
    "number-of-volumes": ("volumes",),
    "part-number": ("part",),
    "chapter-number": ("chapter",),
    "original-title": ("origtitle",),
    "original-publisher": ("origpublisher",),
    "original-publisher-place": ("origlocation",),
    "event-title": ("eventtitle",),
    "event-place": ("venue",),
    "title-short": ("shorttitle",),
    "ISBN": ("isbn",),
    "ISSN": ("issn",),
}
# What CSL calls a role, and the field with its names.
ROLES: dict[Role, str] = {
    "author": "author",
    "editor": "editor",
    "translator": "translator",
    "container-author": "bookauthor",
}


def csl_item(source: Source) -> CslItem:
    """Return the work as CSL-JSON; what the source does not say is not in it.

    Beside CSL, `others` is true where the names in front end with "and others", and
    `editor-others` where those of a role behind the title do.
    """
    entry_type, fields = as_special_issue(*as_preprint(source.type, source.fields))
    date = publication_date(fields)
    event = event_date(fields)
    type_ = csl_type(entry_type, fields, has_day=bool(date.start and date.start.day))
    item: dict[str, object] = {"id": source.key, "type": type_, "language": _language(fields)}
    item |= _names(fields)
    if type_ == SPEECH and event.start and date.start == Day(event.start.year):
        date = event
    item |= _dates(date, fields)
    item["event-date"] = _csl_date(event)
    item["title"] = joined_title(fields, "title", "subtitle")
    item |= places_of(fields, type_)
    item |= {name: first_text(fields, names) for name, names in _TEXTS.items()}
    item["genre"] = description(entry_type, type_, fields)
    item |= numbers_of(fields, type_, entry_type)
    item |= _addresses(fields)
    return cast("CslItem", {name: value for name, value in item.items() if value})


def _addresses(fields: Mapping[str, str]) -> dict[str, str]:
    doi, url = work_doi(fields), url_of(fields)
    # A web address that is the DOI says it once.
    return {"DOI": doi, "URL": "" if doi and doi_of(url) == doi else url}


def _names(fields: Mapping[str, str]) -> dict[str, object]:
    found: dict[str, object] = {}
    for role, field in ROLES.items():
        names = names_of(fields.get(field, ""))
        found[role] = [csl_name(name) for name in names.known]
        leading = role == _leading_role(fields)
        found["others" if leading else f"{role}-others"] = names.others and bool(
            names.known or leading
        )
    return found


def _leading_role(fields: Mapping[str, str]) -> str:
    return "author" if fields.get("author", "").strip() else "editor"


def _dates(date: WorkDate, fields: Mapping[str, str]) -> dict[str, object]:
    found: dict[str, object] = {
        "issued": _csl_date(date),
        "original-date": _csl_date(original_date(fields)),
        "accessed": _csl_date(accessed_date(fields)),
    }
    if date.text and not date.faulty:
        return found | {"issued": {}, "status": date.text}
    return found | ({"status": advance_online()} if is_advance_online(fields) else {})


def _csl_date(date: WorkDate) -> CslDate:
    if not date.start:
        return {"literal": date.text} if date.text else {}
    end = [STILL] if date.still else [date.end.parts] if date.end else []
    found: CslDate = {"date-parts": [date.start.parts, *end]}
    if date.start.season:
        found["season"] = date.start.season
    return {**found, "circa": True} if date.circa else found


def _language(fields: Mapping[str, str]) -> str:
    named = first_text(fields, ("langid", "language", "hyphenation")).casefold()
    if re.fullmatch(r"[a-z]{2}(-[a-z]{2})?", named):
        return named[:2] + named[2:].upper()
    # What a source does not say, an export does not say either.
    return _LANGUAGES.get(named, "")


def faulty_names(source: Source) -> Iterator[tuple[str, Names]]:
    """Yield each field with a name that cannot be split, with what was read."""
    for field in ROLES.values():
        names = names_of(source.fields.get(field, ""))
        if names.faults:
            yield field, names
