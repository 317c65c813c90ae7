"""Reads a record of CSL-JSON as a source, so that what is lost of it is found by the same rules."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from kennisbank.sources.csl_item import STILL
from kennisbank.sources.formats.bibtex import latex_address, latex_text, name_text
from kennisbank.sources.importing.registry_names import PARTS_OF_NAME
from kennisbank.sources.importing.registry_text import first_in, text_of
from kennisbank.sources.name_parsing import is_others, name_of
from kennisbank.sources.names import Name

_TYPES = {
    "article": "article-journal journal-article review review-book",
    "newspaper": "article-newspaper",
    "magazine": "article-magazine",
    "book": "book monograph edited-book reference-book classic",
    "collection": "collection",
    "proceedings": "proceedings",
    "periodical": "periodical",
    "booklet": "pamphlet",
    "incollection": "chapter book-chapter entry entry-encyclopedia entry-dictionary",
    "inproceedings": "paper-conference proceedings-article",
    "report": "report",
    "thesis": "thesis dissertation",
    "online": "webpage post-weblog",
    "post": "post",
    "presentation": "speech",
    "dataset": "dataset",
    "software": "software",
    "video": "motion_picture broadcast",
    "audio": "song",
    "image": "graphic figure",
    "patent": "patent",
    "standard": "standard",
    "legislation": "legislation bill regulation treaty",
    "jurisdiction": "legal_case",
    "unpublished": "manuscript",
    "letter": "personal_communication",
    "performance": "performance",
    "misc": "article document preprint",
}
_ENTRY_TYPES = {csl: entry for entry, names in _TYPES.items() for csl in names.split()}
_OF_A_SET = ("book", "collection")
_SET = ("volume", "number-of-volumes", "part-number")
_CONTAINERS = {
    **dict.fromkeys(("incollection", "inproceedings"), "booktitle"),
    **dict.fromkeys(_OF_A_SET, "maintitle"),
    **dict.fromkeys(("online", "post"), "organization"),
}
_TEXTS = {
    "title": "title",
    "title-short": "shorttitle",
    "shortTitle": "shorttitle",
    "subtitle": "subtitle",
    "collection-title": "series",
    "collection-number": "number",
    "volume": "volume",
    "issue": "issue",
    "page": "pages",
    "edition": "edition",
    "version": "version",
    "publisher": "publisher",
    "publisher-place": "address",
    "number-of-volumes": "volumes",
    "part-number": "part",
    "chapter-number": "chapter",
    "original-title": "origtitle",
    "original-publisher": "origpublisher",
    "original-publisher-place": "origlocation",
    "event-title": "eventtitle",
    "event": "eventtitle",
    "event-place": "venue",
    "genre": "type",
    "language": "language",
    "status": "pubstate",
    "archive": "publisher",
    "ISBN": "isbn",
    "ISSN": "issn",
}
_ADDRESSES = {"DOI": "doi", "URL": "url"}
_DATES = {
    "issued": "date",
    "accessed": "urldate",
    "original-date": "origdate",
    "event-date": "eventdate",
}
_ROLES = {
    "author": "author",
    "editor": "editor",
    "translator": "translator",
    "container-author": "bookauthor",
}
# How programs keep a work, and what is in no list of references.
_KEPT_BESIDE = """
    id type abstract note annote keyword categories custom source call-number citation-key
    citation-label container-title-short journalAbbreviation archive_location archive-place
    jurisdiction dimensions number-of-pages PMID PMCID year-suffix first-reference-note-number
    locator system_id copyright license
"""
_SHORT = ("container-title-short", "journalAbbreviation")
_SET_ASIDE = frozenset(_KEPT_BESIDE.split())
# Elsewhere a number is that of an article, which stands in place of pages.
_NUMBERED = frozenset(
    "report standard patent legislation jurisdiction dataset audio misc online".split()  # noqa: SIM905
)
_IN_AN_ARCHIVE = frozenset(("thesis", "report"))


def fields_of(record: Mapping[str, object]) -> tuple[str, dict[str, str]]:
    """Return the entry type and the fields; what has no place there keeps its own name."""
    said = text_of(record.get("type")).casefold()
    type_ = _ENTRY_TYPES.get(said, said or "unknown")
    if said == "article" and any(record.get(name) for name in ("container-title", "volume")):
        # CSL 1.0.2 calls a preprint so; older programs any article.
        type_ = "article"
    if type_ == "book" and record.get("page") and not record.get("container-title"):
        # Of a @book, pages are how many it has.
        type_ = "inbook"
    fields = {"entrysubtype": "journal"} if type_ == "article" else {}
    for name, value in _placed(record).items():
        if name not in _SET_ASIDE and (text := _text(name, value)):
            field = _field(name, type_, record)
            # What is there already is told under its own name.
            fields.setdefault(field if fields.get(field, text) == text else name, text)
    return type_, fields


def _placed(record: Mapping[str, object]) -> Mapping[str, object]:
    """Return a record with the short name of its journal where it has no other."""
    if record.get("container-title"):
        return record
    return {**record, "container-title": first_in(record, _SHORT)}


def _field(name: str, type_: str, record: Mapping[str, object]) -> str:
    if name == "container-title":
        # Of a book in no set, some name the series so and others the journal that reviewed it.
        in_set = type_ not in _OF_A_SET or any(map(record.get, _SET))
        return _CONTAINERS.get(type_, "journaltitle") if in_set else name
    if name == "archive" and type_ != "thesis":
        return name
    if name == "number":
        return "number" if type_ in _NUMBERED else "eid"
    if name == "publisher" and type_ in _IN_AN_ARCHIVE:
        return "institution"
    if name == "issued" and not _ends(record[name]):
        # In words: a year as people write it.
        return "year"
    known = _TEXTS | _ADDRESSES | _DATES | _ROLES
    return known.get(name, name.casefold())


def _text(name: str, value: object) -> str:
    if name in _ROLES:
        people = value if isinstance(value, list) else [value]
        return " and ".join(filter(None, map(_name, people)))
    if name in _DATES:
        # LaTeX has no say in a date of biblatex.
        return latex_address(date_text(value))
    if name in _ADDRESSES:
        return latex_address(text_of(value))
    if text := text_of(value):
        return latex_text(text)
    # What is no text has no place in a source, and is told as it is.
    return latex_text(json.dumps(value, ensure_ascii=False)[:80]) if value else ""


def _name(person: object) -> str:
    """Return a name as BibTeX has it; what is no name stays as it is."""
    if not isinstance(person, dict):
        return latex_text(text_of(person))
    whole = text_of(person.get("literal")) or text_of(person.get("name"))
    family, given, suffix, prefix, dropped = (text_of(person.get(part)) for part in PARTS_OF_NAME)
    if is_others(whole or family) and not given:
        return "others"
    # A prefix that is dropped in some countries is never dropped in a Dutch list.
    surname = f"{dropped} {prefix} {family}".strip()
    if not (whole or given or surname[:1].isupper()):
        # Only a surname, and by its small letter one of a person.
        return latex_text(surname)
    if whole or not (given and surname):
        return (
            name_text(Name(literal=whole or surname or given)) if whole or surname or given else ""
        )
    parts = (latex_text(part) for part in (surname, suffix, given) if part)
    written = ", ".join(parts)
    read = name_of(written)
    if read and not read.literal:
        return name_text(read)
    return f"{{{written}}}" if " and " in written else written


_ZERO = re.compile(r"0*")
_SEASONS = {"1": "21", "2": "22", "3": "23", "4": "24"}


def date_text(date: object) -> str:
    """Return a CSL date as EDTF; a date in words, and what is no date, as it is written."""
    ends = _ends(date)
    if not isinstance(date, dict):
        return text_of(date)
    if not ends:
        return text_of(date.get("raw")) or text_of(date.get("literal"))
    season = text_of(date.get("season"))
    if season and len(ends) == 1 and "-" not in ends[0].lstrip("-"):
        season = _SEASONS.get(season, season)
        ends = [f"{ends[0]}-{season}" if season.isdecimal() else f"{season} {ends[0]}"]
    circa = date.get("circa")
    ends[0] += "~" if circa and text_of(circa) not in {"0", "false"} else ""
    return "/".join([*ends, *([""] if date["date-parts"][1:] == [STILL] else [])])


def _ends(date: object) -> list[str]:
    rows = date.get("date-parts") if isinstance(date, dict) else None
    return [end for row in rows if (end := _end(row))] if isinstance(rows, list) else []


def _end(row: object) -> str:
    """Return year, month and day as far as they are filled: 2019-07-30, or 2019 Mar."""
    parts = [text_of(one).strip() for one in (row if isinstance(row, list) else [row])][:3]
    while parts and _ZERO.fullmatch(parts[-1]):
        parts.pop()
    if not parts or _ZERO.fullmatch(parts[0]):
        return ""
    if parts[0].startswith("-"):
        return f"{parts[0][1:]} v.Chr."
    if all(part.isdecimal() for part in parts):
        return "-".join(f"{int(part):0{2 if index else 4}}" for index, part in enumerate(parts))
    return " ".join(parts)
