"""Reads the answer of a registry as a CSL-JSON item, and names what a person should look at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import cast

from kennisbank.messages import _
from kennisbank.sources import work_types
from kennisbank.sources.conversion import pages_and_article
from kennisbank.sources.csl_item import CslItem, names_in
from kennisbank.sources.dates import advance_online
from kennisbank.sources.importing.known_work import in_capitals, in_title_case
from kennisbank.sources.importing.registry_names import date_in_answer, names_in_answer
from kennisbank.sources.importing.registry_text import first_in, text_of
from kennisbank.sources.work_types import ARCHIVES

# These are in nothing, though a registry may repeat a title or a series.
_ALONE = (work_types.BOOK, work_types.REPORT, work_types.OTHER)


def places_in(answer: Mapping[str, object], type_: str) -> dict[str, str]:
    """Return the book, journal or site that a work is in, and the series of that."""
    if type_ in _ALONE:
        return {}
    container, series = _containers(answer)
    if type_ == work_types.WEBPAGE:
        return {"container-title": container or _archive(answer), "publisher": ""}
    return {"container-title": container} | ({"collection-title": series} if series else {})


def _archive(answer: Mapping[str, object]) -> str:
    """Return the name of the archive; its publisher is another."""
    institution = answer.get("institution")
    first = institution[0] if isinstance(institution, list) and institution else institution
    named = text_of(first.get("name")) if isinstance(first, dict) else ""
    return named or first_in(answer, ("group-title", "publisher"))


def _containers(answer: Mapping[str, object]) -> tuple[str, str]:
    """Return book or journal, and the series; Crossref names the series of a book first."""
    said = answer.get("container-title")
    titles = [text_of(one) for one in said] if isinstance(said, list) else [text_of(said)]
    first, *more = [one for one in titles if one] or [""]
    is_short = bool(more) and more[-1] in first
    return (more[-1], first) if more and not is_short else (first, "")


def event_in(answer: Mapping[str, object], type_: str) -> dict[str, str]:
    """Crossref sends an object, older CSL a text."""
    if type_ not in {work_types.PAPER, work_types.SPEECH}:
        return {}
    event = answer.get("event")
    if isinstance(event, dict):
        return {"event-title": text_of(event.get("name")), "event-place": _place(event)}
    title = first_in(answer, ("event-title", "event"))
    return {"event-title": title, "event-place": text_of(answer.get("event-place"))}


def _place(event: Mapping[str, object]) -> str:
    return text_of(event.get("location"))


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
    "version": ("version",),
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
_BOUND = (work_types.CHAPTER, work_types.PAPER)
_OWN_ARTICLE_NUMBER = (work_types.ARTICLE, work_types.PAPER)


def item_of(answer: Mapping[str, object], doi: str) -> CslItem:
    """Return the work as an item of ours; what the registry does not say is not in it."""
    name = text_of(answer.get("type")).casefold()
    type_ = _type(name, answer)
    item: dict[str, object] = {"type": type_, "language": _language(answer)}
    item |= {role: names_in_answer(answer.get(role)) for role in ("author", "editor", "translator")}
    with_day = type_ not in _ONLY_YEAR and not _is_preprint(name, answer)
    item["issued"] = date_in_answer(answer, with_day=with_day)
    item["title"] = _title(answer)
    item |= {csl: first_in(answer, names) for csl, names in _TEXTS.items()}
    item["page"], item["number"] = _pages_and_number(answer, type_)
    item["genre"] = "Preprint" if _is_preprint(name, answer) else _genre(answer, type_)
    item |= places_in(answer, type_)
    if item.get("collection-title") and type_ in _BOUND:
        # Registries call the number of a series its volume, as BibTeX does.
        item |= {"volume": "", "collection-number": item["volume"]}
    item |= event_in(answer, type_)
    item |= {"DOI": doi, "status": _status(answer, item)}
    return cast("CslItem", {field: value for field, value in item.items() if value})


def _type(name: str, answer: Mapping[str, object]) -> str:
    if _is_preprint(name, answer):
        return work_types.WEBPAGE
    found = _BY_NAME.get(name, work_types.OTHER)
    # DataCite calls any text an article; without a journal it is none.
    in_journal = text_of(answer.get("container-title")) or text_of(answer.get("volume"))
    return work_types.OTHER if found == work_types.ARTICLE and not in_journal else found


def _is_preprint(name: str, answer: Mapping[str, object]) -> bool:
    at_archive = text_of(answer.get("publisher")).casefold() in ARCHIVES
    return name in _PREPRINT or (at_archive and name in {"article", "article-journal"})


def _status(answer: Mapping[str, object], item: Mapping[str, object]) -> str:
    """An article that has a day online and no place in a volume is not in print yet."""
    placed = any(item.get(name) for name in ("volume", "issue", "page", "number"))
    online = bool(answer.get("published-online")) and not answer.get("published-print")
    is_waiting = item["type"] == work_types.ARTICLE and online and not placed
    return advance_online() if is_waiting else ""


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
    said = first_in(answer, ("genre", "degree"))
    if type_ != work_types.THESIS:
        return ""
    if _DOCTOR.search(said):
        return "Proefschrift"
    return "Masterscriptie" if _MASTER.search(said) else ""


def _pages_and_number(answer: Mapping[str, object], type_: str) -> tuple[str, str]:
    """Return the pages, and the number of an article that has none, or of a report."""
    pages = _DASH.sub("-", first_in(answer, ("page",)))
    if type_ in _OWN_ARTICLE_NUMBER:
        own = first_in(answer, ("article-number", "number"))
        pages, told = pages_and_article(pages)
        return pages, told or ("" if pages else own)
    is_numbered = type_ in {work_types.REPORT, work_types.STANDARD, work_types.PATENT}
    return pages, first_in(answer, ("number", "report-number")) if is_numbered else ""


def doubts(item: CslItem, answer: Mapping[str, object]) -> Iterator[str]:
    """Yield what is missing or looks wrong in an item and the answer that it was made of.

    The first sentence always counts.
    """
    yield _("Is this the work that you mean? Check the record.")
    yield _("studydesign is 'unknown': judge for yourself what kind of research it is.")
    title = item.get("title", "")
    if in_capitals(title):
        yield _("The title is in capitals. Write it as an ordinary sentence.")
    elif item.get("language", "").startswith("en") and in_title_case(title):
        yield _("The title has many capitals. Write it as an ordinary sentence.")
    yield from _people(item, answer)
    if not item.get("issued"):
        yield _("The register names no date. The list will say n.d.")
    if not item.get("language"):
        yield _("The register names no language. Add langid = {dutch} or {english}.")
    if item["type"] == work_types.THESIS and not item.get("genre"):
        yield _("Is this a doctoral dissertation? Then make it @phdthesis.")
    if item.get("genre") == "Preprint":
        yield _("This is a preprint. Is there a printed version, too?")


def _people(item: CslItem, answer: Mapping[str, object]) -> Iterator[str]:
    if not item.get("author") and not item.get("editor"):
        yield _("The register names no author.")
    said = answer.get("author")
    surnames = (text_of(one.get("family")) for one in _people_in(said))
    if any(len(name) > 1 and name.isupper() for name in surnames):
        yield _("A name was in capitals. See whether it is spelt right this way.")
    whole = (name.literal for name in names_in(item, "author"))
    if found := next((name for name in whole if "," in name), ""):
        yield _("Is '{name}' a person? Then remove the braces around that name.", name=found)


def _people_in(said: object) -> list[Mapping[str, object]]:
    return [one for one in said if isinstance(one, dict)] if isinstance(said, list) else []
