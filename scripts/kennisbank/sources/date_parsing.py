"""Reads the date fields of a source, of BibTeX or biblatex, as EDTF or as people write them."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from kennisbank.sources.bibtex.latex import plain_text
from kennisbank.sources.dates import FIRST_SEASON, IN_PRESS, SEASONS, Day, WorkDate

if TYPE_CHECKING:
    from collections.abc import Mapping


IN_PRESS_WORDS = frozenset(
    ("in druk", "ter perse", "in press", "inpress", "forthcoming", "te verschijnen", "im druck")
)
_NO_DATE_WORDS = frozenset(
    (
        *("z.d.", "zd", "n.d.", "nd", "s.d.", "s.a.", "z.j.", "no date", "undated"),
        *("geen datum", "zonder datum", "onbekend", "unknown"),
    )
)
# Months and seasons are known by their first three letters.
_MONTHS = (
    *("jan", "feb", "mar maa mrt mär", "apr", "may mei mai", "jun"),
    *("jul", "aug", "sep", "oct okt", "nov", "dec dez"),
)
_SEASON_WORDS = ("len voo spr", "zom sum", "her naj fal aut", "win")
_MONTH_NUMBER = {
    name: n
    for first, words in ((1, _MONTHS), (FIRST_SEASON, _SEASON_WORDS))
    for n, names in enumerate(words, first)
    for name in names.split()
}
_LAST_MONTH, _LAST_DAY = 12, 31
_LEAP_YEAR = 2000
_ISO = re.compile(r"(?P<year>-?\d{4,5})(?:-(?P<month>\d\d?))?(?:-(?P<day>\d\d?))?(?:T[\d:.Z+-]*)?")
_DAY_FIRST = re.compile(r"(?P<day>\d\d?)[.-] ?(?P<month>\d\d?)[.-] ?(?P<year>\d{4})")
_SLASHES = re.compile(r"(\d{4})/(\d\d?)/(\d\d?)")
_YEAR = re.compile(r"-?\d{3,4}")
_BEFORE_CHRIST = re.compile(r"(\d{1,4})\s*(?:v\.\s*chr\.?|b\.?c\.?(?:e\.?)?)", re.IGNORECASE)
_IN_WORDS = re.compile(r"(?=.*\b(?P<year>\d{4})\b)(?=.*[^\W\d_]{3})[\w.]+(?:,? [\w.]+){1,2}")
_WORD = re.compile(r"[^\W\d_]{3,}")
_DAY_NUMBER = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th|e)?\b")
# Catalogues write c2010 for the year of the copyright, and c. 2010 for about that year.
_COPYRIGHT = re.compile(r"^(?:©|cop\.|c(?=\d))\s*", re.IGNORECASE)
_CIRCA = re.compile(r"^(?:ca\.?|circa|c\.?)\s*(?=\d)|[~?%]+$", re.IGNORECASE)
_OPEN = re.compile(
    r"(?P<start>[^/–—]*\d) ?(?:/|-{1,3}|[–—]) ?(?:\.\.|heden|nu|present|now)?", re.IGNORECASE
)
_RANGE = re.compile(r"\s?(?:/|--|–|—)\s?")
_TWO_YEARS = re.compile(r"(\d{4}) ?- ?(\d{4})")
_SCHOOL_YEAR = re.compile(r"(?P<century>\d\d)(?P<first>\d\d)/(?P<last>\d\d)")


def date_of(text: str) -> WorkDate:
    """Return what an EDTF date or a year as people write it stands for."""
    text = " ".join(text.split())
    word = text.casefold()
    if not word or word in _NO_DATE_WORDS:
        return WorkDate()
    if word in IN_PRESS_WORDS:
        return WorkDate(text=IN_PRESS)
    text = text.strip("[]")
    start, *more = _ends(_COPYRIGHT.sub("", text))
    still = bool(more) and not more[0]
    plain = _CIRCA.sub("", start)
    first, last = (_day(_CIRCA.sub("", end)) if end else None for end in (plain, "".join(more)))
    if not first or (more and not still and not last):
        return WorkDate(text=text, faulty=True)
    return WorkDate(first, last, still=still, circa=plain != start)


def month_in(text: str) -> tuple[int, int]:
    """Return month and day of mar, {maart}, {3} or "10~" # jan; 0 is unknown."""
    names = [_MONTH_NUMBER[word[:3]] for word in _WORD.findall(text) if word[:3] in _MONTH_NUMBER]
    numbers = [int(number) for number in _DAY_NUMBER.findall(text)]
    month = names[0] if names else next(iter(numbers), 0)
    day = next(iter(numbers if names else numbers[1:]), 0)
    return _known_month(month), day if day <= _LAST_DAY else 0


def _ends(text: str) -> list[str]:
    """Return the start, with the end behind it where there is one; "" is to this day."""
    if slashes := _SLASHES.fullmatch(text):
        return ["-".join(slashes.groups())]
    if still := _OPEN.fullmatch(text):
        return [still["start"], ""]
    if years := _TWO_YEARS.fullmatch(text):
        return [*years.groups()]
    if found := _SCHOOL_YEAR.fullmatch(text):
        first, last = int(found["first"]), int(found["last"])
        later = int(found["century"]) + (last <= first)
        return [text[:4], f"{later}{found['last']}"]
    return _RANGE.split(text, maxsplit=1)


def _day(text: str) -> Day | None:
    if match := _ISO.fullmatch(text) or _DAY_FIRST.fullmatch(text):
        return _existing(*(int(match[name] or 0) for name in ("year", "month", "day")))
    if match := _BEFORE_CHRIST.fullmatch(text):
        return Day(-int(match[1]))
    if match := _IN_WORDS.fullmatch(text):
        month, day = month_in(text.replace(match["year"], " ", 1).casefold())
        return _existing(int(match["year"]), month, day) if month else None
    return Day(int(text)) if _YEAR.fullmatch(text) else None


def _existing(year: int, month: int, day: int) -> Day | None:
    """Return a day that the calendar has; ISO 8601 has a year 0, which people call 1 v.Chr."""
    if not _exists(year, month, day):
        return None
    return Day(year if year > 0 else year - 1, month, day if month else 0)


def _exists(year: int, month: int, day: int) -> bool:
    if month > _LAST_MONTH:
        return bool(_known_month(month)) and not day
    try:
        # A year of before our era has no calendar here; one with a leap day will do.
        dt.date(year if dt.MINYEAR <= year <= dt.MAXYEAR else _LEAP_YEAR, month or 1, day or 1)
    except ValueError:
        return False
    return True


def _known_month(number: int) -> int:
    is_season = FIRST_SEASON <= number < FIRST_SEASON + len(SEASONS)
    return number if number <= _LAST_MONTH or is_season else 0


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
