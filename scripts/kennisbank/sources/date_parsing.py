"""Reads the date fields of a source, of BibTeX or biblatex, as EDTF or as people write them.

One file: the ways in which a date is written are tried in one order.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping

from kennisbank.sources.bibtex.latex import plain_text
from kennisbank.sources.dates import FIRST_SEASON, SEASONS, Day, WorkDate, in_press

IN_PRESS_WORDS = frozenset(
    (
        *("in druk", "ter perse", "in press", "inpress", "forthcoming", "te verschijnen"),
        *("to appear", "im druck", "im erscheinen", "sous presse", "en prensa", "à paraître"),
    )
)
_NO_DATE_WORDS = frozenset(
    (
        *("z.d.", "zd", "n.d.", "nd", "s.d.", "s.a.", "z.j.", "no date", "undated"),
        *("geen datum", "zonder datum", "onbekend", "unknown"),
    )
)
# Months and seasons are known by any start of three letters or more.
_MONTHS = (
    *("january januari januar janvier", "february februari februar", "march maart mrt märz mars"),
    *("april", "may mei mai", "june juni", "july juli", "august augustus", "september sept"),
    *("october oktober octobre", "november novembre", "december dezember"),
)
_SEASON_WORDS = ("lente voorjaar spring", "zomer summer", "herfst najaar fall autumn", "winter")
_MONTH_NAMES = [
    (name, n)
    for first, words in ((1, _MONTHS), (FIRST_SEASON, _SEASON_WORDS))
    for n, names in enumerate(words, first)
    for name in names.split()
]
_LAST_MONTH, _LAST_DAY, _BOTH_ENDS = 12, 31, 2
_LEAP_YEAR = 2000
_ISO = re.compile(
    r"(?P<year>-\d{4,5}|\d{4})(?:-(?P<month>\d\d?))?(?:-(?P<day>\d\d?))?(?:T[\d:.Z+-]*)?"
)
_DAY_FIRST = re.compile(r"(?P<day>\d\d?)[.-] ?(?P<month>\d\d?)[.-] ?(?P<year>\d{4})")
_SLASHES = re.compile(r"(\d{4})/(\d\d?)/(\d\d?)")
_YEAR = re.compile(r"-?\d{3,4}")
_BEFORE_CHRIST = re.compile(r"(\d{1,4})\s*(?:v\.\s*chr\.?|b\.?c\.?(?:e\.?)?)", re.IGNORECASE)
_IN_WORDS = re.compile(r"(?=.*\b(?P<year>\d{4})\b)(?!.*\d{4}.*\d{4})[\w.]+(?:,? [\w.]+){1,2}")
_WORD = re.compile(r"[^\W\d_]{3,}")
_ONE_DAY = re.compile(r"\d\d?")
_DAY_NUMBER = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th|e)?\b")
# Catalogues write c2010 for the year of the copyright, and c. 2010 for about that year.
_COPYRIGHT = re.compile(r"^(?:©|cop\.|c(?=\d))\s*", re.IGNORECASE)
_CIRCA = re.compile(r"^(?:ca\.?|circa|c\.?)\s*(?=\d)|[~?%]+$", re.IGNORECASE)
_OPEN = re.compile(
    r"(?P<start>[^/–—]*\d) ?(?:/|-{1,3}|[–—]) ?(?:\.\.|heden|nu|present|now)?", re.IGNORECASE
)
_RANGE = re.compile(r"\s?(?:/|--|–|—)\s?")
_TWO_YEARS = re.compile(r"(\d{4}) ?- ?(\d{4})")
_IN_BRACKETS = re.compile(r"\[[^\[\]]*\]")
# In a year, 2019-21 is no spring, though it is in a date of biblatex.
_CUT_SHORT = re.compile(r"\d{4} ?[-–/]+ ?\d\d")
_SCHOOL_YEAR = re.compile(r"\d{4}/(?P<last>\d\d)")


def date_of(text: str) -> WorkDate:
    """Return what an EDTF date or a year as people write it stands for."""
    text = " ".join(text.split())
    word = text.casefold()
    if not word or word in _NO_DATE_WORDS:
        return WorkDate()
    if word in IN_PRESS_WORDS:
        return WorkDate(text=in_press())
    if _IN_BRACKETS.fullmatch(text):
        text = text[1:-1]
    start, *more = _ends(_COPYRIGHT.sub("", text))
    still = bool(more) and not more[0]
    plain = _CIRCA.sub("", start)
    first, last = (_day(_CIRCA.sub("", end)) if end else None for end in (plain, "".join(more)))
    is_backward = bool(first and last and _precedes(last, first))
    if not first or is_backward or (more and not still and not last):
        return WorkDate(text=text, faulty=True)
    return WorkDate(first, last, still=still, circa=plain != start)


def _precedes(one: Day, other: Day) -> bool:
    """Return whether a day is before another, as far as both are known."""
    pairs = zip(one.parts, other.parts, strict=False)
    return next((a < b for a, b in pairs if a != b), False)


def _months_in(text: str) -> list[tuple[int, int]] | None:
    """Return the month and day of mar, {maart}, {3} or "10~" # jan; two where it is a range.

    A day of 0 is unknown; nothing at all is what nobody can tell.
    """
    months = _named_months(text)
    numbers = [int(number) for number in _DAY_NUMBER.findall(text)]
    if not months and len(numbers) == 1:
        return [(numbers[0], 0)] if _known_month(numbers[0]) else None
    days = numbers or [0] * len(months)
    if not months or max(len(days), len(months)) > _BOTH_ENDS or max(days) > _LAST_DAY:
        return None
    if len(months) > len(days):
        return None
    return list(zip(months * (1 + len(days) - len(months)), days, strict=True))


def _named_months(text: str) -> list[int]:
    words = _WORD.findall(text)
    found = (next((n for name, n in _MONTH_NAMES if name.startswith(word)), 0) for word in words)
    return [n for n in found if n]


def _ends(text: str) -> list[str]:
    """Return the start, with the end behind it where there is one; "" is to this day."""
    if slashes := _SLASHES.fullmatch(text):
        return ["-".join(slashes.groups())]
    if still := _OPEN.fullmatch(text):
        return [still["start"], ""]
    if years := _TWO_YEARS.fullmatch(text):
        return [*years.groups()]
    if found := _SCHOOL_YEAR.fullmatch(text):
        next_year = str(int(text[:4]) + 1)
        # 2012/11 may be a month as well as a mistake.
        if next_year.endswith(found["last"]):
            return [text[:4], next_year]
    return _RANGE.split(text, maxsplit=1)


def _day(text: str) -> Day | None:
    if match := _ISO.fullmatch(text) or _DAY_FIRST.fullmatch(text):
        return _existing(*(int(match[name] or 0) for name in ("year", "month", "day")))
    if match := _BEFORE_CHRIST.fullmatch(text):
        return Day(-int(match[1]))
    if match := _IN_WORDS.fullmatch(text):
        rest = text.replace(match["year"], " ", 1).casefold()
        months = _months_in(rest) if _named_months(rest) else None
        return _existing(int(match["year"]), *months[0]) if months and len(months) == 1 else None
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
_NUMBERS = ("volume", "number", "issue")
# What programs call the day of looking; the first that is filled counts.
_ACCESSED = ("urldate", "url-date", "lastchecked", "lastaccessed", "lastvisited", "accessed")
_LOOKED = re.compile(
    r"\W*(?:online;\s*)?(?:last\s+)?(?:accessed|retrieved|visited|geraadpleegd|bekeken|bezocht)"
    r"(?:\s+on|\s+op)?\s*:?\s*(?P<date>[^\[\]();]+?)[\s\].)]*$",
    re.IGNORECASE,
)
_ADVANCE_ONLINE_WORDS = frozenset(
    (
        *("prepublished", "advance online publication", "epub ahead of print", "online first"),
        *("ahead-of-print", "ahead of print", "online-first", "early access"),
        *("online voorpublicatie", "vooraf online gepubliceerd"),
    )
)
_ORIGINAL = ("origdate", "origyear")


def publication_date(fields: Mapping[str, str]) -> WorkDate:
    """Return the date of a work from its BibTeX or biblatex fields."""
    if any(_words(fields, name) in IN_PRESS_WORDS for name in _STATES):
        return WorkDate(text=in_press())
    # No LaTeX here: in a date of biblatex a ~ says "about".
    if date := _bare(fields, "date"):
        return date_of(date)
    year = plain_text(fields.get("year", ""))
    if not year and (event := event_date(fields)).start:
        return event
    found = date_of(year)
    if _CUT_SHORT.fullmatch(year) and found.start and found.start.season:
        return WorkDate(text=year, faulty=True)
    if not found.start or found.end or found.still or found.start.month:
        return found
    days = [Day(found.start.year, *one) for one in _months_and_days(fields) or ()]
    start, end = (days or [found.start])[0], days[1] if len(days) > 1 else None
    return WorkDate(start, end, circa=found.circa)


def is_advance_online(fields: Mapping[str, str]) -> bool:
    """Return whether a journal put the article online before its volume."""
    return any(says_advance_online(fields.get(name, "")) for name in (*_STATES, *_NUMBERS))


def says_advance_online(text: str) -> bool:
    """Return whether a field says that there is no volume yet, in the place of one."""
    return plain_text(text).casefold().rstrip(".") in _ADVANCE_ONLINE_WORDS


def event_date(fields: Mapping[str, str]) -> WorkDate:
    """Return when the event was at which a work was presented."""
    return date_of(_bare(fields, "eventdate"))


def original_date(fields: Mapping[str, str]) -> WorkDate:
    """Return when a reprint or translation first appeared."""
    return date_of(_bare(fields, _filled(fields, _ORIGINAL)))


def accessed_date(fields: Mapping[str, str]) -> WorkDate:
    """Return when someone last looked at the address; templates of theses have it in a note."""
    told = _bare(fields, accessed_field(fields))
    noted = None if told else _LOOKED.match(plain_text(fields.get("note", "")))
    found = date_of(noted["date"]) if noted else date_of(told)
    return WorkDate() if noted and not found.start else found


def accessed_field(fields: Mapping[str, str]) -> str:
    """Return the name of the field that says so."""
    return _filled(fields, _ACCESSED)


def has_odd_month(fields: Mapping[str, str]) -> bool:
    """Return whether month and day are written in a way that says nothing."""
    return _months_and_days(fields) is None


def _months_and_days(fields: Mapping[str, str]) -> list[tuple[int, int]] | None:
    """Return what month and day say: nothing, one day or month, or the two ends of a range."""
    month, day = _words(fields, "month"), _words(fields, "day")
    if not month and not day:
        return []
    if _named_months(month) and not _DAY_NUMBER.search(month):
        found = _months_in(f"{month} {day}")
    else:
        found = _months_in(month)
        if found and day:
            own = len(found) == 1 and _ONE_DAY.fullmatch(day)
            found = [(found[0][0], int(day))] if own else None
    ends = [end for one in found or () if (end := _existing(_LEAP_YEAR, *one))]
    is_backward = len(ends) == _BOTH_ENDS and _precedes(ends[1], ends[0])
    return found if found and len(ends) == len(found) and not is_backward else None


def _filled(fields: Mapping[str, str], names: tuple[str, ...]) -> str:
    return next((name for name in names if fields.get(name, "").strip()), names[0])


def _bare(fields: Mapping[str, str], name: str) -> str:
    return fields.get(name, "").strip("{} ")


def _words(fields: Mapping[str, str], name: str) -> str:
    return plain_text(fields.get(name, "")).casefold()
