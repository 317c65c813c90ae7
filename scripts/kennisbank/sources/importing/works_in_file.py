"""Reads the works in a file of another program: CSL-JSON, RIS or BibTeX."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

import rispy

from kennisbank.messages import _
from kennisbank.sources.addresses import address_of, doi_in
from kennisbank.sources.bibtex.file import BIBLIOGRAPHY, bib_text
from kennisbank.sources.bibtex.reader import read_bibtex
from kennisbank.sources.conversion import csl_item
from kennisbank.sources.importing.registry import item_of
from kennisbank.sources.importing.registry_names import date_in_answer
from kennisbank.sources.importing.registry_text import first_in, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kennisbank.sources.csl_item import CslItem
    from kennisbank.sources.source import Bibliography

# More works than a library of evidence has.
MOST_WORKS = 20_000
_RIS = re.compile(r"\s*TY {1,2}- ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class WorksInFile:
    """The works, and what could not be taken over, in sentences for people."""

    items: tuple[CslItem, ...]
    messages: tuple[str, ...] = ()
    # What BibTeX was read as, with the place of each field.
    bibliography: Bibliography | None = None


def works_in(data: bytes) -> WorksInFile:
    """Return the works in a file, whatever its name; its first signs say what it is."""
    text, _problems = bib_text(data, BIBLIOGRAPHY)
    head = text.lstrip()
    if head.startswith(("[", "{")):
        return _in_json(text)
    if _RIS.match(text):
        return _in_ris(text)
    if "@" in text:
        return _in_bibtex(text)
    return WorksInFile((), (_("this is no CSL-JSON, RIS or BibTeX."),))


def _in_json(text: str) -> WorksInFile:
    try:
        said = json.loads(text)
    except (ValueError, RecursionError):
        return WorksInFile((), (_("this JSON is cut off or cannot be read."),))
    # Zotero gives a list, its web API an object with that list in it.
    rows = said.get("items") if isinstance(said, dict) and "items" in said else said
    rows = rows if isinstance(rows, list) else [rows]
    return _from_records([row for row in rows if isinstance(row, dict)])


def _in_ris(text: str) -> WorksInFile:
    try:
        rows = rispy.loads(text)
    except (OSError, ValueError, KeyError, IndexError) as error:
        message = _("this RIS cannot be read: {reason}", reason=str(error)[:200])
        return WorksInFile((), (message,))
    return _from_records([_record(row) for row in rows])


def _in_bibtex(text: str) -> WorksInFile:
    bibliography, problems = read_bibtex(BIBLIOGRAPHY, text)
    sources = bibliography.all_sources[:MOST_WORKS]
    messages = [
        _("line {line}: {message}", line=one.location.line, message=one.message) for one in problems
    ]
    items = tuple(csl_item(one) for one in sources)
    return WorksInFile(items, tuple(messages), bibliography)


def _from_records(rows: list[Mapping[str, object]]) -> WorksInFile:
    items, messages = [], []
    for number, row in enumerate(rows[:MOST_WORKS], start=1):
        item = _item(row)
        if item.get("title"):
            items.append(item)
        elif text_of(row.get("type")) not in _NO_WORKS:
            messages.append(_("work {n} has no title and is left out.", n=number))
    if len(rows) > MOST_WORKS:
        messages.append(_("only the first {n} works were read.", n=MOST_WORKS))
    return WorksInFile(tuple(items), tuple(messages))


# What Zotero keeps beside works.
_NO_WORKS = frozenset(("note", "attachment", "annotation"))


def _item(row: Mapping[str, object]) -> CslItem:
    """Return a work of CSL-JSON; what a registry does not send, other programs do."""
    item: dict[str, object] = dict(item_of(row, doi_in(text_of(row.get("DOI")))))
    address = address_of(text_of(row.get("URL")))
    if not item.get("DOI") and address.startswith(("https://", "http://")):
        item["URL"] = address
        item["accessed"] = date_in_answer({"issued": row.get("accessed")}, with_day=True)
    for name in ("ISBN", "title-short", "original-title"):
        item[name] = text_of(row.get(name))
    return cast("CslItem", {name: value for name, value in item.items() if value})


_RIS_TYPES = {
    "JOUR": "article-journal",
    "JFULL": "article-journal",
    "EJOUR": "article-journal",
    "ABST": "article-journal",
    "INPR": "article-journal",
    "NEWS": "article-newspaper",
    "MGZN": "article-magazine",
    "BOOK": "book",
    "EBOOK": "book",
    "EDBOOK": "book",
    "CHAP": "chapter",
    "ECHAP": "chapter",
    "CONF": "paper-conference",
    "CPAPER": "paper-conference",
    "RPRT": "report",
    "GOVDOC": "report",
    "THES": "thesis",
    "ELEC": "webpage",
    "WEB": "webpage",
    "BLOG": "post-weblog",
    "DATA": "dataset",
    "COMP": "software",
    "STAT": "legislation",
    "STAND": "standard",
    "VIDEO": "motion_picture",
}


def _record(row: Mapping[str, object]) -> dict[str, object]:
    """Return a record of RIS as CSL-JSON names things."""
    type_ = _RIS_TYPES.get(text_of(row.get("type_of_reference")).upper(), "document")
    pages = [text_of(row.get(name)) for name in ("start_page", "end_page")]
    container = first_in(
        row, ("secondary_title", "journal_name", "alternate_title3", "alternate_title1")
    )
    urls = row.get("urls")
    return {
        "type": type_,
        "title": first_in(row, ("title", "primary_title")),
        "author": [*_people(row, "authors"), *_people(row, "first_authors")],
        "editor": [*_people(row, "secondary_authors"), *_people(row, "editors")],
        "translator": list(_people(row, "subsidiary_authors")),
        "issued": _ris_date(row, ("date", "year", "publication_year")),
        "accessed": _ris_date(row, ("access_date",)),
        "container-title": container,
        "collection-title": text_of(row.get("tertiary_title")),
        "volume": text_of(row.get("volume")),
        "issue": text_of(row.get("number")),
        "number": text_of(row.get("custom7")) or text_of(row.get("number")),
        "page": "-".join(one for one in pages if one),
        "edition": text_of(row.get("edition")),
        "publisher": text_of(row.get("publisher")),
        "publisher-place": text_of(row.get("place_published")),
        "genre": text_of(row.get("type_of_work")),
        "language": text_of(row.get("language")),
        "DOI": text_of(row.get("doi")),
        "URL": text_of(urls),
        "ISBN": text_of(row.get("issn")) if type_ in {"book", "chapter"} else "",
    }


def _people(row: Mapping[str, object], name: str) -> Iterator[dict[str, str]]:
    """Yield the names; RIS writes a person as Surname, Given, Suffix and knows nobody else."""
    said = row.get(name)
    for one in said if isinstance(said, list) else []:
        family, *rest = [part.strip() for part in text_of(one).split(",")]
        if not rest:
            yield {"literal": family}
            continue
        yield dict(zip(("family", "given", "suffix"), (family, *rest), strict=False))


def _ris_date(row: Mapping[str, object], names: tuple[str, ...]) -> dict[str, object]:
    """Return the first date of 2021/03/05/words; what is empty in it is not known."""
    for name in names:
        parts = [part for part in re.split(r"[/-]", text_of(row.get(name)))[:3] if part.strip()]
        if parts and all(part.strip().isdecimal() for part in parts):
            return {"date-parts": [parts]}
    return {}
