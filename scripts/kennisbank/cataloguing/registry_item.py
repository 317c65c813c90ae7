"""What a registry of DOIs says of a work, in whichever dialect, becomes our CSL-JSON item."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kennisbank.cataloguing.registry_dates import date_in_answer
from kennisbank.cataloguing.registry_names import names_in_answer
from kennisbank.cataloguing.registry_text import text_of
from kennisbank.citations import work_types

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kennisbank.citations.item import Item

# Crossref's own names and those of CSL that our sources know under another.
_TYPES = {
    work_types.ARTICLE: "article-journal journal-article article review",
    work_types.NEWSPAPER: "article-newspaper",
    work_types.MAGAZINE: "article-magazine",
    work_types.BOOK: "book monograph edited-book reference-book book-set book-series proceedings",
    work_types.CHAPTER: "chapter book-chapter book-section book-part book-track reference-entry "
    "entry entry-encyclopedia entry-dictionary",
    work_types.PAPER: "paper-conference proceedings-article",
    work_types.REPORT: "report report-component report-series",
    work_types.THESIS: "thesis dissertation",
    work_types.WEBPAGE: "webpage post-weblog post",
    work_types.SPEECH: "speech",
    work_types.DATASET: "dataset database",
    "software": "software",
    "motion_picture": "motion_picture broadcast",
    "song": "song",
    "graphic": "graphic figure map",
    "standard": "standard",
    "legislation": "legislation",
}
_BY_NAME = {name: csl for csl, names in _TYPES.items() for name in names.split()}
_PREPRINT = frozenset(("posted-content", "preprint"))
_TEXTS = {
    "volume": ("volume",),
    "issue": ("issue",),
    "page": ("page",),
    "edition": ("edition", "edition-number"),
    "publisher": ("publisher",),
    "publisher-place": ("publisher-place", "publisher-location"),
    "collection-title": ("collection-title",),
}
_LANGUAGES = {"nl": "nl-NL", "dut": "nl-NL", "nld": "nl-NL", "eng": "en", "ger": "de", "fre": "fr"}
_DASH = re.compile(r"\s*[-‐–—]+\s*")
_DOCTOR = re.compile(r"ph\.?\s?d|doct|proefschrift|promoti", re.IGNORECASE)
_MASTER = re.compile(r"master|m\.?sc\b|scriptie", re.IGNORECASE)
_ONLY_YEAR = frozenset(
    (
        *(work_types.ARTICLE, work_types.BOOK, work_types.CHAPTER, work_types.PAPER),
        *(work_types.REPORT, work_types.THESIS, work_types.DATASET, "software"),
    )
)
_OWN_ARTICLE_NUMBER = (work_types.ARTICLE, work_types.PAPER)


def item_of(answer: Mapping[str, object], doi: str) -> Item:
    """Return the work as an item of ours; what the registry does not say is not in it."""
    name = text_of(answer.get("type")).casefold()
    type_ = _BY_NAME.get(name, work_types.OTHER)
    item: Item = {"type": type_, "language": _language(answer)}
    item |= {role: names_in_answer(answer.get(role)) for role in ("author", "editor", "translator")}
    item["issued"] = date_in_answer(answer, with_day=type_ not in _ONLY_YEAR)
    item["title"] = _title(answer)
    item |= {csl: _first(answer, names) for csl, names in _TEXTS.items()}
    item["page"] = _DASH.sub("-", item["page"])
    item["genre"] = "Preprint" if name in _PREPRINT else _genre(answer, type_)
    if type_ not in {work_types.BOOK, work_types.REPORT, work_types.OTHER}:
        item["container-title"] = text_of(answer.get("container-title"))
    item |= _numbers(answer, type_) | _event(answer, type_)
    item["DOI"] = doi
    return {field: value for field, value in item.items() if value}


def _first(answer: Mapping[str, object], names: tuple[str, ...]) -> str:
    return next((text for name in names if (text := text_of(answer.get(name)))), "")


def _title(answer: Mapping[str, object]) -> str:
    title, subtitle = text_of(answer.get("title")), text_of(answer.get("subtitle"))
    if not title or subtitle.casefold() in title.casefold():
        return title or subtitle
    return f"{title} {subtitle}" if title[-1:] in "?!:" else f"{title}: {subtitle}"


def _language(answer: Mapping[str, object]) -> str:
    named = text_of(answer.get("language")).casefold()
    if found := _LANGUAGES.get(named):
        return found
    first = re.split("[-_]", named)[0]
    return _LANGUAGES.get(first) or (first if re.fullmatch("[a-z]{2}", first) else "")


def _genre(answer: Mapping[str, object], type_: str) -> str:
    said = _first(answer, ("genre", "degree"))
    if type_ != work_types.THESIS:
        return ""
    if _DOCTOR.search(said):
        return "Proefschrift"
    return "Masterscriptie" if _MASTER.search(said) else ""


def _numbers(answer: Mapping[str, object], type_: str) -> Item:
    number = _first(answer, ("article-number", "number"))
    if type_ in _OWN_ARTICLE_NUMBER:
        return {"number": "" if text_of(answer.get("page")) else number}
    return {"number": _first(answer, ("number", "report-number"))} if type_ == "report" else {}


def _event(answer: Mapping[str, object], type_: str) -> Item:
    """Crossref sends an object, older CSL a text."""
    if type_ not in {work_types.PAPER, work_types.SPEECH}:
        return {}
    event = answer.get("event")
    if isinstance(event, dict):
        return {"event-title": text_of(event.get("name")), "event-place": _place(event)}
    title = _first(answer, ("event-title", "event"))
    return {"event-title": title, "event-place": text_of(answer.get("event-place"))}


def _place(event: Mapping[str, object]) -> str:
    return text_of(event.get("location"))
