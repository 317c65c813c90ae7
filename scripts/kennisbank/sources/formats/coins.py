"""Describes works as COinS, which Zotero finds in a page."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote, urlencode

from markupsafe import Markup

from kennisbank.sources import work_types
from kennisbank.sources.csl_item import CslItem, leading_role, names_in, publication, text_in
from kennisbank.sources.formats.bibtex import iso_day
from kennisbank.sources.names import Name

Pairs = list[tuple[str, str]]
_JOURNAL, _BOOK, _THESIS, _OTHER = "journal", "book", "dissertation", "dc"
_ARTICLES = (work_types.ARTICLE, work_types.NEWSPAPER, work_types.MAGAZINE)
_FORMATS = {
    **dict.fromkeys(_ARTICLES, (_JOURNAL, "article")),
    work_types.BOOK: (_BOOK, "book"),
    work_types.CHAPTER: (_BOOK, "bookitem"),
    work_types.PAPER: (_BOOK, "proceeding"),
    work_types.REPORT: (_BOOK, "report"),
    work_types.THESIS: (_THESIS, ""),
}
# Dublin Core leaves the words free; these are the ones that Zotero knows.
_OTHER_TYPES = {
    work_types.WEBPAGE: "webpage",
    work_types.SPEECH: "presentation",
    work_types.DATASET: "dataset",
    "software": "computerProgram",
    "legislation": "statute",
    "legal_case": "case",
    "manuscript": "manuscript",
    "motion_picture": "videoRecording",
    "song": "audioRecording",
    "graphic": "artwork",
    "patent": "patent",
    "standard": "standard",
    "post": "forumPost",
}
_TEXTS = {
    _JOURNAL: {"title": "atitle", "container-title": "jtitle", "volume": "volume"}
    | {"issue": "issue", "number": "artnum", "ISSN": "issn"},
    _BOOK: {"publisher": "pub", "publisher-place": "place", "edition": "edition"}
    | {"collection-title": "series", "ISBN": "isbn", "ISSN": "issn"},
    _THESIS: {"title": "title", "publisher": "inst", "genre": "degree"},
    _OTHER: {"title": "title", "container-title": "source", "publisher": "publisher"}
    | {"genre": "description"},
}


def coins(item: CslItem) -> Markup:
    """Return the span; ctx_ver comes first, and no author is named twice."""
    format_, genre = _FORMATS.get(item["type"], (_OTHER, ""))
    pairs: Pairs = [("ctx_ver", "Z39.88-2004"), ("rft_val_fmt", f"info:ofi/fmt:kev:mtx:{format_}")]
    pairs += [("rft.genre", genre), *_texts(item, format_, genre)]
    pairs += [*_dc_names(item)] if format_ == _OTHER else [*_names(item)]
    pairs += [
        ("rft.date", iso_day(publication(item).start)),
        ("rft.language", item.get("language", "")),
    ]
    pairs += [*_pages(item, format_), *_places(item)]
    known = [(name, value) for name, value in pairs if value]
    return Markup('<span class="Z3988" title="{}"></span>').format(
        urlencode(known, quote_via=quote)
    )


def _texts(item: CslItem, format_: str, genre: str) -> Iterator[tuple[str, str]]:
    for name, key in _TEXTS[format_].items():
        yield f"rft.{key}", text_in(item, name)
    if genre in {"bookitem", "proceeding"}:
        yield "rft.atitle", item.get("title", "")
        yield "rft.btitle", item.get("container-title", "")
    elif format_ == _BOOK:
        yield "rft.btitle", item.get("title", "")
    elif format_ == _OTHER:
        yield "rft.type", _OTHER_TYPES.get(item["type"], "document")


def _names(item: CslItem) -> Iterator[tuple[str, str]]:
    """The first author in parts; named again as rft.au, Zotero would show nobody at all."""
    names = names_in(item, leading_role(item))
    for first in names[:1]:
        yield "rft.aucorp", first.literal
        yield "rft.aulast", "" if first.literal else first.surname
        yield from (("rft.aufirst", first.given), ("rft.ausuffix", first.suffix))
    yield from (("rft.au", _whole(name)) for name in names[1:])


def _dc_names(item: CslItem) -> Iterator[tuple[str, str]]:
    names = names_in(item, leading_role(item))
    yield from (("rft.creator", _whole(name)) for name in names)


def _whole(name: Name) -> str:
    return f"{name.surname}, {name.given}" if name.given else name.surname


def _pages(item: CslItem, format_: str) -> Iterator[tuple[str, str]]:
    if format_ in {_JOURNAL, _BOOK} and (page := item.get("page")):
        start, _, end = page.partition("-")
        yield from (("rft.spage", start), ("rft.epage", end), ("rft.pages", page))


def _places(item: CslItem) -> Iterator[tuple[str, str]]:
    if doi := item.get("DOI"):
        yield "rft_id", f"info:doi/{doi}"
    url = item.get("URL", "")
    if url.startswith(("http://", "https://")):
        yield "rft_id", url
