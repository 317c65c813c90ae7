"""A day or a year that has not come yet is a slip of the pen.

What day it is, a build does not ask: the days of the library themselves tell, because reviews
and changes follow each other. Where it is known on which day somebody looks, that day
counts as well when it is later; so a build that was right stays right.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import pairwise

from kennisbank.days import written_day
from kennisbank.fields.types import DayType, YearType
from kennisbank.library.library import EntryFile, Library
from kennisbank.messages import N_, _
from kennisbank.problems import Problem, Rule
from kennisbank.sources.source import Source

RULE = Rule(
    "future-date",
    N_("A day or year lies in the future."),
    N_("See whether it was copied right."),
)
# Reviews and changes of one library are not this far apart, unless one is a slip.
_APART = dt.timedelta(days=366)
# Elsewhere on earth it is tomorrow already, and a work may be announced for next year.
_DAY_AHEAD = dt.timedelta(days=1)
_YEAR_AHEAD = 1
_FIELDS = ("year", "date", "urldate", "eventdate", "origdate")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_YEAR = re.compile(r"(?<![\d.,])[12]\d{3}(?!\d|[.,]\d)")
# A larger number in the name of an edition is no year, and as a year it is reported elsewhere.
_YEAR_OF_ENTRY = re.compile(r"(?<![\d.,])20\d\d(?!\d|[.,]\d)")


def find(library: Library) -> Iterator[Problem]:
    """Yield each day and year in entries and sources that is later than it can be."""
    today = reference_day(library)
    if today is None:
        return
    for file in library.files.values():
        yield from _in_entry(file, today)
    for source in library.bibliography.all_sources:
        yield from _in_source(source, today)


def reference_day(library: Library) -> dt.date | None:
    """Return the last day that follows another within a year, or the later day of who looks."""
    days = sorted(_days(library))
    followed = [later for earlier, later in pairwise(days) if later - earlier <= _APART]
    known = followed[-1:] or days[:1]
    return max((*known, *([library.today] if library.today else [])), default=None)


def _days(library: Library) -> Iterator[dt.date]:
    for entry in library.entries.values():
        yield from filter(None, [entry.reviewed])
        yield from (change.day for change in entry.changed)


def _in_entry(file: EntryFile, today: dt.date) -> Iterator[Problem]:
    for text in file.texts:
        ahead = ""
        if isinstance(text.spec.field_type, DayType):
            ahead = _day_ahead(text.text, today)
        elif isinstance(text.spec.field_type, YearType) or text.spec.name == "edition":
            ahead = _year_ahead(_YEAR_OF_ENTRY, text.text, today)
        if ahead:
            place = file.document.location_of(text.key_path)
            message = _("{ahead} is later than {today}.", ahead=ahead, today=written_day(today))
            yield RULE.problem(place, message)


def _in_source(source: Source, today: dt.date) -> Iterator[Problem]:
    for name in _FIELDS:
        written = source.fields[name] if name in source.places else ""
        if ahead := _day_ahead(written, today) or _year_ahead(_YEAR, written, today):
            message = _(
                "at '{key}', field '{name}': {ahead} is later than {today}.",
                key=source.key,
                name=name,
                ahead=ahead,
                today=written_day(today),
            )
            yield RULE.problem(source.place_of(name), message)


def _day_ahead(written: str, today: dt.date) -> str:
    limit = today + _DAY_AHEAD
    return next((day for day in _DAY.findall(written) if _real_day(day) > limit), "")


def _real_day(written: str) -> dt.date:
    try:
        return dt.date.fromisoformat(written)
    except ValueError:
        # What is no day is reported elsewhere.
        return dt.date.min


def _year_ahead(year_in: re.Pattern[str], written: str, today: dt.date) -> str:
    limit = today.year + _YEAR_AHEAD
    return next((year for year in year_in.findall(written) if int(year) > limit), "")
