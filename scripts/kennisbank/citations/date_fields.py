"""The date fields of a source, of BibTeX or biblatex, become the dates of the work."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kennisbank.citations.date_text import IN_PRESS_WORDS, date_of, month_in
from kennisbank.citations.dates import IN_PRESS, Day, WorkDate
from kennisbank.reading.latex import plain_text

if TYPE_CHECKING:
    from collections.abc import Mapping

_STATES = ("pubstate", "note")
# What programs call the day of looking; the first that is filled counts.
_ACCESSED = ("urldate", "url-date", "lastchecked", "lastaccessed", "lastvisited", "accessed")
_ADVANCE_ONLINE_WORDS = frozenset(
    (
        *("prepublished", "advance online publication", "epub ahead of print", "online first"),
        *("online voorpublicatie", "vooraf online gepubliceerd"),
    )
)
_ORIGINAL = ("origdate", "origyear")


def publication_date(fields: Mapping[str, str]) -> WorkDate:
    """Return the date of a work from its BibTeX or biblatex fields."""
    if any(_words(fields, name) in IN_PRESS_WORDS for name in _STATES):
        return WorkDate(text=IN_PRESS)
    # No LaTeX here: in a date of biblatex a ~ says "about".
    if date := _bare(fields, "date"):
        return date_of(date)
    found = date_of(plain_text(fields.get("year", "")))
    if not found.start or found.end or found.still or found.start.month:
        return found
    return WorkDate(Day(found.start.year, *_month_and_day(fields)), circa=found.circa)


def is_advance_online(fields: Mapping[str, str]) -> bool:
    """Return whether a journal put the article online before its volume."""
    return any(_words(fields, name).rstrip(".") in _ADVANCE_ONLINE_WORDS for name in _STATES)


def original_date(fields: Mapping[str, str]) -> WorkDate:
    """Return when a reprint or translation first appeared."""
    return date_of(_bare(fields, _filled(fields, _ORIGINAL)))


def accessed_date(fields: Mapping[str, str]) -> WorkDate:
    """Return when someone last looked at the address."""
    return date_of(_bare(fields, accessed_field(fields)))


def accessed_field(fields: Mapping[str, str]) -> str:
    """Return the name of the field that says so."""
    return _filled(fields, _ACCESSED)


def has_odd_month(fields: Mapping[str, str]) -> bool:
    """Return whether a month is written in a way that says nothing."""
    return bool(plain_text(fields.get("month", ""))) and not _month_and_day(fields)[0]


def _month_and_day(fields: Mapping[str, str]) -> tuple[int, int]:
    month, day = month_in(_words(fields, "month"))
    own = re.fullmatch(r"\s*([12]?\d|3[01])\s*", fields.get("day", ""))
    return month, int(own[1]) if own else day


def _filled(fields: Mapping[str, str], names: tuple[str, ...]) -> str:
    return next((name for name in names if fields.get(name, "").strip()), names[0])


def _bare(fields: Mapping[str, str], name: str) -> str:
    return fields.get(name, "").strip("{} ")


def _words(fields: Mapping[str, str], name: str) -> str:
    return plain_text(fields.get(name, "")).casefold()
