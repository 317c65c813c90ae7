"""Writes works as RIS, for programs that manage references."""

from __future__ import annotations

from collections.abc import Iterator

from kennisbank.sources import work_types
from kennisbank.sources.csl_item import CslItem, Role, names_in, publication, text_in, work_date
from kennisbank.sources.dates import WorkDate
from kennisbank.sources.formats.csl_json import has_others
from kennisbank.sources.names import Name

_TYPES = {
    work_types.ARTICLE: "JOUR",
    work_types.NEWSPAPER: "NEWS",
    work_types.MAGAZINE: "MGZN",
    work_types.BOOK: "BOOK",
    work_types.CHAPTER: "CHAP",
    work_types.PAPER: "CPAPER",
    work_types.REPORT: "RPRT",
    work_types.THESIS: "THES",
    work_types.WEBPAGE: "ELEC",
    work_types.SPEECH: "SLIDE",
    work_types.DATASET: "DATA",
    "software": "COMP",
    "legislation": "STAT",
    "legal_case": "CASE",
    "manuscript": "UNPB",
    "motion_picture": "VIDEO",
    "song": "SOUND",
    "graphic": "ART",
    "patent": "PAT",
    "standard": "STAND",
    "post": "BLOG",
}
_ROLES: dict[Role, str] = {"author": "AU", "editor": "A2", "translator": "A4"}
_TEXTS = {
    "title": "TI",
    "title-short": "ST",
    "container-title": "T2",
    "event-title": "T2",
    "collection-title": "T3",
    "collection-number": "M1",
    "volume": "VL",
    "issue": "IS",
    "edition": "ET",
    "version": "ET",
    "publisher": "PB",
    "archive": "DP",
    "publisher-place": "CY",
    "event-place": "CY",
    "ISBN": "SN",
    "ISSN": "SN",
    "genre": "M3",
    "language": "LA",
}
# Of these the number is that of the whole; elsewhere that of an article or paper.
_NUMBERED = (
    *(work_types.REPORT, work_types.STANDARD, work_types.PATENT, work_types.LAW),
    *(work_types.CASE, work_types.DATASET, work_types.AUDIO),
)


def ris(item: CslItem) -> str:
    """Return the record, with a newline behind it.

    RIS knows people only: an organisation with a comma in its name is read as one.
    """
    rows = [("TY", _type(item)), ("ID", item["id"]), *_names(item), *_dates(item), *_texts(item)]
    lines = [f"{tag}  - {' '.join(text.split())}\n" for tag, text in rows if text.strip()]
    return "".join([*lines, "ER  - \n"])


def _type(item: CslItem) -> str:
    if item["type"] == work_types.BOOK and item.get("editor") and not item.get("author"):
        return "EDBOOK"
    return _TYPES.get(item["type"], "GEN")


def _names(item: CslItem) -> Iterator[tuple[str, str]]:
    edited = _type(item) == "EDBOOK"
    for role, tag in _ROLES.items():
        own_tag = "AU" if edited and role == "editor" else tag
        yield from ((own_tag, _name(name)) for name in names_in(item, role))
        if has_others(item, role):
            yield own_tag, "et al."


def _name(name: Name) -> str:
    return ", ".join(part for part in (name.surname, name.given, name.suffix) if part)


def _dates(item: CslItem) -> Iterator[tuple[str, str]]:
    date, original = publication(item), work_date(item.get("original-date", {}))
    yield "PY", f"{date.start.year:04}" if date.start else date.text
    if date.start and (date.start.month or date.end or date.still or date.circa):
        yield "DA", _date(date)
    if original.start:
        yield "OP", original.year
    accessed = work_date(item.get("accessed", {}))
    if accessed.start:
        yield "Y2", _date(accessed)


def _date(date: WorkDate) -> str:
    """Return 2022/03/03; what such a date cannot say stands in words behind a third slash."""
    numbers = [f"{number:02}" for number in (date.start.parts if date.start else [])]
    if not (date.end or date.still or date.circa or (date.start and date.start.season)):
        return "/".join(numbers)
    words = f"{date.day_and_month} {date.year}".strip()
    return "/".join([*numbers, *[""] * (3 - len(numbers)), words])


def _texts(item: CslItem) -> Iterator[tuple[str, str]]:
    used: set[str] = set()
    for name, tag in _TEXTS.items():
        if tag not in used and (text := text_in(item, name)):
            used.add(tag)
            yield tag, text
    # C7 is where reference managers look for the number of an article; IS for that of a report.
    yield ("IS" if item["type"] in _NUMBERED else "C7"), item.get("number", "")
    start, _, end = item.get("page", "").partition("-")
    yield from (("SP", start), ("EP", end))
    yield from (("DO", item.get("DOI", "")), ("UR", item.get("URL", "")))
