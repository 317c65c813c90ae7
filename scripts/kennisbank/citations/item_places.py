"""The fields of a source become where it appeared: in what journal, book or site, and with whom."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kennisbank.citations.addresses import arxiv_number
from kennisbank.citations.field_text import first_text, joined_title
from kennisbank.citations.work_types import BOOK, CHAPTER, PAPER, POST, REPORT, THESIS, WEBPAGE

if TYPE_CHECKING:
    from collections.abc import Mapping

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
