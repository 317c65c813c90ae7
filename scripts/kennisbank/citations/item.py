"""A source becomes a CSL-JSON item: the one canonical form that lists and exports start from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from kennisbank.citations.addresses import doi_of, url_of, work_doi
from kennisbank.citations.date_fields import (
    accessed_date,
    is_advance_online,
    original_date,
    publication_date,
)
from kennisbank.citations.dates import ADVANCE_ONLINE
from kennisbank.citations.field_text import first_text, joined_title
from kennisbank.citations.item_data import STILL, csl_name
from kennisbank.citations.item_numbers import numbers_of
from kennisbank.citations.item_places import places_of
from kennisbank.citations.names import Names, names_of
from kennisbank.citations.preprints import as_preprint
from kennisbank.citations.special_issues import as_special_issue
from kennisbank.citations.work_types import csl_type, description

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kennisbank.citations.dates import WorkDate
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


def csl_item(source: Source) -> Item:
    """Return the work as CSL-JSON; what the source does not say is not in it.

    Beside CSL, `others` is true where the names in front end with "and others", and
    `editor-others` where those of a role behind the title do.
    """
    entry_type, fields = as_special_issue(*as_preprint(source.type, source.fields))
    date = publication_date(fields)
    type_ = csl_type(entry_type, fields, has_day=bool(date.start and date.start.day))
    item: Item = {"id": source.key, "type": type_, "language": _language(fields)}
    item |= _names(fields)
    item |= _dates(date, fields)
    item["title"] = joined_title(fields, "title", "subtitle")
    item |= places_of(fields, type_)
    item |= {name: first_text(fields, names) for name, names in _TEXTS.items()}
    item["genre"] = description(entry_type, type_, fields)
    item |= numbers_of(fields, type_, entry_type)
    item |= _addresses(fields)
    return {name: value for name, value in item.items() if value}


def _addresses(fields: Mapping[str, str]) -> Item:
    doi, url = work_doi(fields), url_of(fields)
    # A web address that is the DOI says it once.
    return {"DOI": doi, "URL": "" if doi and doi_of(url) == doi else url}


def _names(fields: Mapping[str, str]) -> Item:
    found: Item = {}
    for role, field in ROLES.items():
        names = names_of(fields.get(field, ""))
        found[role] = [csl_name(name) for name in names.known]
        leading = role == _leading_role(fields)
        found["others" if leading else f"{role}-others"] = names.others and bool(
            names.known or leading
        )
    return found


def _leading_role(fields: Mapping[str, str]) -> str:
    return "author" if fields.get("author", "").strip() else "editor"


def _dates(date: WorkDate, fields: Mapping[str, str]) -> Item:
    found: Item = {
        "issued": _csl_date(date),
        "original-date": _csl_date(original_date(fields)),
        "accessed": _csl_date(accessed_date(fields)),
    }
    if date.text and not date.faulty:
        return found | {"issued": {}, "status": date.text}
    return found | ({"status": ADVANCE_ONLINE} if is_advance_online(fields) else {})


def _csl_date(date: WorkDate) -> Item:
    if not date.start:
        return {"literal": date.text} if date.text else {}
    end = [STILL] if date.still else [date.end.parts] if date.end else []
    parts = [date.start.parts, *end]
    season = {"season": date.start.season} if date.start.season else {}
    return {"date-parts": parts} | season | ({"circa": True} if date.circa else {})


def _language(fields: Mapping[str, str]) -> str:
    named = first_text(fields, ("langid", "language", "hyphenation")).casefold()
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
