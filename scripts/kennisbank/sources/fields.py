"""Accounts for every field of a source: shown, knowingly set aside, or to be reported.

A field is used when another text in it would change the work as lists and exports have it. What
is not used must be on the list of what is set aside; all that is left is for a person to see.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import replace

from kennisbank.sources.bibtex.latex import plain_text
from kennisbank.sources.conversion import ROLES, csl_item, is_plain_pages
from kennisbank.sources.name_parsing import names_of
from kennisbank.sources.source import Source, first_text
from kennisbank.sources.style.display import is_plain_edition
from kennisbank.sources.work_types import is_whole_book

# By why they are in no list of references.
_OF_THIS_LIBRARY = "studydesign recordstate status statusdoi statusdate archiveurl"
_FOR_BIBLATEX = """
    crossref xdata xref entryset set ids related relatedtype relatedstring relatedoptions options
    execute presort sortkey sortname sorttitle sortyear sortshorthand indextitle indexsorttitle
    label shorthand shorthandintro gender nameaddon langidopts pagination bookpagination useprefix
    entrysubtype eprinttype eprintclass archiveprefix primaryclass hyphenation language key
"""
_PRIVATE = """
    abstract annotation annote note file pdf owner timestamp creationdate modificationdate groups
    comment comments review rating ranking readstatus priority printed qualityassured keywords
    keyword tags username copyright rights added-at interhash intrahash biburl description
"""
_OF_CATALOGUES = """
    pmid pmcid lccn mrnumber mrclass mrreviewer zblnumber zbl adsurl adsnote bibsource bibcode
    call-number callnumber library archive collection accession-number unique-id
    researcherid-numbers
    issn_online eissn coden acmid refid database author_keywords affiliation document_type
    abbrev_source_title correspondence_address1 funding-text cited-references times-cited da
    web-of-science-categories research-areas doc-delivery-number keywords-plus journal-iso
    shortjournal
"""
# How much there is of a work tells nobody where to find it.
_SIZE = "pagetotal numpages totalpages length runtime"
SET_ASIDE = frozenset(
    f"{_OF_THIS_LIBRARY} {_FOR_BIBLATEX} {_PRIVATE} {_OF_CATALOGUES} {_SIZE}".split()
)
_OF_PROGRAMS = re.compile(r"(?:bdsk|mendeley|citeulike|date|__|jr|zotero)[-_].*|opt.*|x-.*")
# A whole date makes its parts needless.
_PARTS_OF_DATE = frozenset(("year", "month", "day", "yearsuffix"))
_READ = (
    *("author", "editor", "title", "booktitle", "journal", "journaltitle", "publisher", "year"),
    *("institution", "school", "date", "volume", "number", "pages", "doi", "url", "edition"),
    *("studydesign", "recordstate", "archiveurl", "urldate"),
)
# Of biblatex, and rightly like another name.
_OTHERS = frozenset(("volumes", "editora", "editorb", "editorc"))
_ALIKE = 0.8
_TELLING = 4
_ANOTHER_TEXT = "Iets anders"


def misspelt(source: Source) -> dict[str, str]:
    """Return the fields of which the name is nearly that of one that counts, with that name."""
    lacking = [name for name in _READ if name not in source.fields]
    found: dict[str, str] = {}
    for name in source.places:
        if name not in (*_READ, *_OTHERS) and not is_set_aside(source, name):
            near = difflib.get_close_matches(name, lacking, n=1, cutoff=_ALIKE)
            if near:
                found[name] = near[0]
    return found


def is_set_aside(source: Source, name: str) -> bool:
    """Return whether a field is knowingly in no list of references and no export."""
    if name == "note" and source.type == "unpublished":
        # BibTeX asks for it there: it says what the work is, and where it was held or handed in.
        return False
    if name in SET_ASIDE or _OF_PROGRAMS.fullmatch(name):
        return True
    if name in _PARTS_OF_DATE:
        return bool(source.fields.get("date", "").strip())
    return name == "pages" and is_whole_book(source.type)


def unused_fields(source: Source) -> Iterator[str]:
    """Yield each of its own fields that says something, counts for nothing and is not set aside."""
    item = csl_item(source)
    texts = [value.casefold() for value in item.values() if isinstance(value, str)]
    for name in source.places:
        text = plain_text(source.fields[name])
        said = text.casefold().removeprefix("arxiv:")
        if not said or is_set_aside(source, name) or _is_said(said, texts):
            continue
        other = replace(source, fields={**source.fields, name: _ANOTHER_TEXT})
        if csl_item(other) == item:
            yield name


def _is_said(said: str, texts: list[str]) -> bool:
    """Return whether texts say something already; a few signs are in any text by chance."""
    if len(said) < _TELLING:
        return said in texts
    # To compile a pattern takes longer than to see that there is no need of it.
    near = [one for one in texts if said in one]
    return any(re.search(rf"(?<!\w){re.escape(said)}(?!\w)", one) for one in near)


def read_as_written(source: Source) -> Iterator[tuple[str, str]]:
    """Yield each field, with its text, that no plain rule recognises, so that it stays as it is."""
    edition = first_text(source.fields, ("edition",))
    if edition and not is_plain_edition(edition):
        yield "edition", edition
    pages = first_text(source.fields, ("pages",))
    if pages and not is_set_aside(source, "pages") and not is_plain_pages(pages):
        yield "pages", pages
    for role in ROLES.values():
        for name in names_of(source.fields.get(role, "")).known:
            if name.is_in_capitals:
                yield role, name.surname
