"""A source becomes a CSL-JSON item: the one canonical form that lists and exports start from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from kennisbank.citations.addresses import arxiv_number, doi_of, url_of, work_doi
from kennisbank.citations.date_fields import accessed_date, original_date, publication_date
from kennisbank.citations.names import Names, names_of
from kennisbank.citations.work_types import (
    ARTICLE,
    BOOK,
    CHAPTER,
    OTHER,
    PAPER,
    REPORT,
    SPEECH,
    THESIS,
    WEBPAGE,
    csl_type,
    description,
    is_whole_book,
)
from kennisbank.reading.latex import plain_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kennisbank.citations.dates import WorkDate
    from kennisbank.citations.name import Name
    from kennisbank.reading.source import Source

Item = dict[str, Any]
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
    "volume": ("volume",),
    "collection-title": ("series",),
    "edition": ("edition",),
    "version": ("version",),
    "publisher-place": ("location", "address"),
    "event-title": ("eventtitle",),
    "event-place": ("venue",),
    "title-short": ("shorttitle",),
    "ISBN": ("isbn",),
    "ISSN": ("issn",),
}
# What CSL calls a role, and the field with its names.
ROLES = {
    "author": "author",
    "editor": "editor",
    "translator": "translator",
    "container-author": "bookauthor",
}
_PUBLISHER = ("publisher", "institution", "school", "organization")
_CONTAINERS = (
    ("journaltitle", "journalsubtitle"),
    ("journal", "journalsubtitle"),
    ("booktitle", "booksubtitle"),
    ("maintitle", "mainsubtitle"),
)
# CSL has no word for an open end; other programs write it so, too.
STILL = [0]
_ARTICLES = (ARTICLE, "article-newspaper", "article-magazine")
_ARTICLE_NUMBER = re.compile(
    r"(?:article|artikel|art\.)\s*(?:no\.|nr\.)?\s*(\S+)|(e\d+)", re.IGNORECASE
)
# What the list says by itself: p. before pages, Deel before a volume, nr. before a number.
_NUMBER_WORD = re.compile(
    r"^(?:(?:nr|no|number|nummer|issue)(?![^\W\d_])\.?|#)\s*(?=\w)", re.IGNORECASE
)
_VOLUME_WORD = re.compile(
    r"^(?:vol(?:ume)?|jrg|jaargang|jg|deel|dl|band|bd)(?![^\W\d_])\.?\s*(?=\w)", re.IGNORECASE
)
_PAGE_WORD = re.compile(r"^(?:pp?\.|pages?\s|blz\.?|pag\.|pagina(?:'s)?\s)\s*(?=\w)", re.IGNORECASE)
_DASH = re.compile(r"\s*[-‐–—]+\s*")


def csl_item(source: Source) -> Item:
    """Return the work as CSL-JSON; what the source does not say is not in it.

    Beside CSL, `others` is true where the names in front end with "and others", and
    `editor-others` where those of a role behind the title do.
    """
    fields = source.fields
    date = publication_date(fields)
    type_ = csl_type(source.type, fields, has_day=bool(date.start and date.start.day))
    item: Item = {"id": source.key, "type": type_, "language": _language(fields)}
    item |= _names(fields)
    item |= _dates(date, fields)
    item["title"] = _joined_title(fields, "title", "subtitle")
    item["container-title"] = _container(fields, type_)
    item |= {name: _first(fields, names) for name, names in _TEXTS.items()}
    item["publisher"] = _publisher(fields, type_)
    item["genre"] = description(source.type, type_, fields)
    item["volume"] = _VOLUME_WORD.sub("", item["volume"])
    item |= _numbers(fields, type_, source.type)
    item |= _addresses(fields)
    return {name: value for name, value in item.items() if value}


def _addresses(fields: Mapping[str, str]) -> Item:
    doi, url = work_doi(fields), url_of(fields)
    # A web address that is the DOI says it once.
    return {"DOI": doi, "URL": "" if doi and doi_of(url) == doi else url}


def _first(fields: Mapping[str, str], names: tuple[str, ...]) -> str:
    return next((text for name in names if (text := plain_text(fields.get(name, "")))), "")


def _joined_title(fields: Mapping[str, str], title: str, subtitle: str) -> str:
    main, sub = plain_text(fields.get(title, "")), plain_text(fields.get(subtitle, ""))
    if not (main and sub):
        return main or sub
    return f"{main} {sub}" if main[-1] in "?!" else f"{main}: {sub}"


def _container(fields: Mapping[str, str], type_: str) -> str:
    if type_ == BOOK or (type_ == CHAPTER and fields.get("maintitle", "").strip()):
        # A volume of a work: the title of the whole, and in a part that of the volume behind it.
        whole = _joined_title(fields, "maintitle", "mainsubtitle")
        volume = "" if type_ == BOOK else _joined_title(fields, "booktitle", "booksubtitle")
        return ": ".join(filter(None, (whole, volume)))
    for title, subtitle in _CONTAINERS:
        if fields.get(title, "").strip():
            return _joined_title(fields, title, subtitle)
    if type_ == PAPER:
        return _first(fields, ("eventtitle",))
    # The name of the site on which a page stands.
    site = _first(fields, ("organization", "publisher", "institution"))
    archive = "arXiv" if arxiv_number(fields) else ""
    return site or archive if type_ == WEBPAGE else ""


def _publisher(fields: Mapping[str, str], type_: str) -> str:
    if type_ == WEBPAGE:
        return ""
    names = _PUBLISHER
    if type_ in {REPORT, THESIS}:
        names = ("institution", "school", "publisher", "organization")
    return _first(fields, names)


def _names(fields: Mapping[str, str]) -> Item:
    found: Item = {}
    for role, field in ROLES.items():
        names = names_of(fields.get(field, ""))
        found[role] = [_csl_name(name) for name in names.known]
        leading = role == _leading_role(fields)
        found["others" if leading else f"{role}-others"] = names.others and bool(
            names.known or leading
        )
    return found


def _leading_role(fields: Mapping[str, str]) -> str:
    return "author" if fields.get("author", "").strip() else "editor"


def _csl_name(name: Name) -> Item:
    if name.literal:
        return {"literal": name.literal}
    parts = {
        "family": name.family,
        "given": name.given,
        "non-dropping-particle": name.prefix,
        "suffix": name.suffix,
    }
    return {part: text for part, text in parts.items() if text}


def _dates(date: WorkDate, fields: Mapping[str, str]) -> Item:
    found: Item = {
        "issued": _csl_date(date),
        "original-date": _csl_date(original_date(fields)),
        "accessed": _csl_date(accessed_date(fields)),
    }
    if date.text and not date.faulty:
        found |= {"issued": {}, "status": date.text}
    return found


def _csl_date(date: WorkDate) -> Item:
    if not date.start:
        return {"literal": date.text} if date.text else {}
    end = [STILL] if date.still else [date.end.parts] if date.end else []
    parts = [date.start.parts, *end]
    season = {"season": date.start.season} if date.start.season else {}
    return {"date-parts": parts} | season | ({"circa": True} if date.circa else {})


def _numbers(fields: Mapping[str, str], type_: str, entry_type: str) -> Item:
    number = _first(fields, ("number", "issue"))
    pages = _DASH.sub("-", _PAGE_WORD.sub("", _first(fields, ("pages",))))
    article = _first(fields, ("eid", "articleno"))
    if type_ in _ARTICLES:
        if not article and (found := _ARTICLE_NUMBER.fullmatch(pages)):
            article, pages = found[1] or found[2], ""
        issue = _DASH.sub("-", _NUMBER_WORD.sub("", number))
        return {"issue": issue, "page": pages, "number": article}
    if type_ in {BOOK, CHAPTER, PAPER, OTHER, WEBPAGE, SPEECH}:
        # The pages of a whole book are how many it has, which nobody asks for.
        where = "" if is_whole_book(entry_type) else pages
        return {"page": where, "collection-number": number, "number": article}
    return {"page": pages, "number": _NUMBER_WORD.sub("", number)}


def _language(fields: Mapping[str, str]) -> str:
    named = _first(fields, ("langid", "language", "hyphenation")).casefold()
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
