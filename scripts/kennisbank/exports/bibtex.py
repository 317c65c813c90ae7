"""A CSL-JSON item becomes an entry of a .bib file that BibTeX and biblatex both read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kennisbank.citations import work_types
from kennisbank.citations.item import ROLES
from kennisbank.exports.bibtex_dates import bibtex_dates
from kennisbank.exports.bibtex_names import bibtex_names
from kennisbank.exports.latex_text import latex_address, latex_text

if TYPE_CHECKING:
    from kennisbank.citations.item import Item

_ARTICLES = ("article-journal", work_types.NEWSPAPER, work_types.MAGAZINE)
_ENTRY_TYPES = {
    **dict.fromkeys(_ARTICLES, "article"),
    work_types.BOOK: "book",
    work_types.CHAPTER: "incollection",
    work_types.PAPER: "inproceedings",
    work_types.REPORT: "techreport",
    work_types.THESIS: "thesis",
    work_types.WEBPAGE: "online",
    work_types.DATASET: "dataset",
    "software": "software",
    "legislation": "legislation",
    "legal_case": "jurisdiction",
    "manuscript": "unpublished",
    "motion_picture": "video",
    "song": "audio",
    "graphic": "image",
    "patent": "patent",
    "standard": "standard",
    "post": "post",
}
# These say by their type what they are.
_THESES = {"Proefschrift": "phdthesis", "Masterscriptie": "mastersthesis"}
_LANGUAGES = {
    "nl-NL": "dutch",
    "en": "english",
    "en-US": "american",
    "en-GB": "british",
    "de": "german",
    "fr": "french",
}
_TEXTS = {
    "title-short": "shorttitle",
    "volume": "volume",
    "issue": "number",
    "collection-title": "series",
    "collection-number": "number",
    "edition": "edition",
    "version": "version",
    "publisher-place": "address",
    "event-title": "eventtitle",
    "event-place": "venue",
    "ISBN": "isbn",
    "ISSN": "issn",
}
_PUBLISHERS = {work_types.REPORT: "institution", work_types.THESIS: "school"}
_CONTAINERS = {
    **dict.fromkeys(_ARTICLES, "journal"),
    work_types.BOOK: "maintitle",
    work_types.WEBPAGE: "organization",
    work_types.POST: "organization",
}
# Here a number is that of an article or paper, which stands in place of pages.
_ARTICLE_NUMBER = frozenset(
    (
        *_ARTICLES,
        *(work_types.BOOK, work_types.CHAPTER, work_types.PAPER),
        *(work_types.WEBPAGE, work_types.POST, work_types.SPEECH, work_types.OTHER),
    )
)
_RANGE = re.compile(r"(?<=\w)-(?=\w)")


def bibtex(item: Item) -> str:
    """Return the text of one entry, with a newline behind it."""
    entry_type = _entry_type(item)
    named = {field: bibtex_names(item, role) for role, field in ROLES.items()}
    fields = {field: f"{{{names}}}" for field, names in named.items() if names}
    texts = _texts(item, entry_type)
    fields |= {name: f"{{{latex_text(text)}}}" for name, text in texts.items()}
    if page := item.get("page"):
        fields["pages"] = f"{{{_RANGE.sub('--', latex_text(page))}}}"
    fields |= bibtex_dates(item)
    addresses = {name: item[name.upper()] for name in ("doi", "url") if item.get(name.upper())}
    fields |= {name: f"{{{latex_address(text)}}}" for name, text in addresses.items()}
    lines = (f"  {name} = {value},\n" for name, value in fields.items())
    return f"@{entry_type}{{{item['id']},\n{''.join(lines)}}}\n"


def _entry_type(item: Item) -> str:
    type_, genre = item["type"], item.get("genre", "")
    if type_ == work_types.THESIS:
        return _THESES.get(genre, "thesis")
    if type_ == work_types.SPEECH:
        fields = {"type": genre, "eventtitle": item.get("event-title", "")}
        # BibTeX knows no talks; where nothing else tells that it is one, the type does.
        told = work_types.csl_type("unpublished", fields) == work_types.SPEECH
        return "unpublished" if told else "presentation"
    if type_ == work_types.BOOK and item.get("page"):
        # Of a @book, pages are how many it has; here they are the ones that count.
        return "inbook"
    return _ENTRY_TYPES.get(type_, "misc")


def _texts(item: Item, entry_type: str) -> dict[str, str]:
    type_ = item["type"]
    texts = {"title": item.get("title", "")}
    texts[_CONTAINERS.get(type_, "booktitle")] = item.get("container-title", "")
    for name, field in _TEXTS.items():
        texts[field] = texts.get(field) or item.get(name, "")
    texts[_PUBLISHERS.get(type_, "publisher")] = item.get("publisher", "")
    texts["publisher"] = texts.get("publisher") or item.get("archive", "")
    texts["eid" if type_ in _ARTICLE_NUMBER else "number"] = item.get("number", "")
    texts["type"] = "" if entry_type in _THESES.values() else item.get("genre", "")
    if type_ in {work_types.NEWSPAPER, work_types.MAGAZINE}:
        texts["entrysubtype"] = type_.removeprefix("article-")
    return {name: text for name, text in (texts | _language(item)).items() if text}


def _language(item: Item) -> dict[str, str]:
    language = item.get("language", "")
    named = _LANGUAGES.get(language)
    return {"langid": named} if named else {"language": language}
