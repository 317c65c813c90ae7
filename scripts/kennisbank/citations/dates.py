"""The date fields of a source become a date: a year, with month and day where they are known."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kennisbank.dutch_day import MONTHS
from kennisbank.reading.latex import plain_text

if TYPE_CHECKING:
    from collections.abc import Mapping

NO_DATE = "z.d."
IN_PRESS = "in druk"
_IN_PRESS_WORDS = frozenset(
    ("in druk", "ter perse", "in press", "inpress", "forthcoming", "te verschijnen", "im druck")
)
_NO_DATE_WORDS = frozenset(("z.d.", "zd", "n.d.", "nd", "s.d.", "z.j.", "no date", "undated"))
_MONTHS = (
    *("jan", "feb", "mar maa mrt mär", "apr", "may mei mai", "jun"),
    *("jul", "aug", "sep", "oct okt", "nov", "dec dez"),
)
# EDTF counts the seasons on from 21; words are known by their first three letters.
_SEASONS = ("lente", "zomer", "herfst", "winter")
_FIRST_SEASON, _LAST_SEASON = 21, 24
_SEASON_WORDS = ("len voo spr", "zom sum", "her naj fal aut", "win")
_MONTH_NUMBER = {
    name: n
    for first, words in ((1, _MONTHS), (_FIRST_SEASON, _SEASON_WORDS))
    for n, names in enumerate(words, first)
    for name in names.split()
}
_ISO = re.compile(r"(?P<year>-?\d{4,5})(?:-(?P<month>\d\d?))?(?:-(?P<day>\d\d?))?(?:T[\d:.Z+-]*)?")
_CIRCA = re.compile(r"^(?:ca\.?|circa|c\.?)\s*(?=\d)|[~?%]+$", re.IGNORECASE)
_YEAR = re.compile(r"-?\d{3,4}")
_BEFORE_CHRIST = re.compile(r"(\d{1,4})\s*(?:v\.\s*chr\.?|b\.?c\.?(?:e\.?)?)", re.IGNORECASE)
_LAST_MONTH, _LAST_DAY = 12, 31
_LEAP_YEAR = 2000


@dataclass(frozen=True, slots=True)
class Day:
    """A year, or more precisely a month or a day in it; 0 is unknown, 21 to 24 are seasons.

    Years before Christ are negative, as people count them: -44 is 44 v.Chr.
    """

    year: int
    month: int = 0
    day: int = 0

    @property
    def in_words(self) -> str:
        """The day and month without the year: 3 maart."""
        if self.season:
            return _SEASONS[self.season - 1]
        month = MONTHS[self.month - 1] if self.month else ""
        return f"{self.day} {month}" if self.day else month

    @property
    def season(self) -> int:
        """1 for spring to 4 for winter, where no month is known."""
        return max(0, self.month - _FIRST_SEASON + 1)

    @property
    def parts(self) -> list[int]:
        """The numbers that are known, the year first; a season is none."""
        known = [self.year, *([self.month] if self.month and not self.season else [])]
        return [*known, self.day] if self.month and self.day else known


@dataclass(frozen=True, slots=True)
class WorkDate:
    """When a work appeared; `text` holds what is neither a date nor "no date", such as in druk."""

    start: Day | None = None
    end: Day | None = None
    circa: bool = False
    text: str = ""
    faulty: bool = False

    @property
    def year(self) -> str:
        """The year as it is cited, without a letter: 2022, 2019–2021, ca. 1950, in druk or z.d."""
        if self.text or not self.start:
            return self.text or NO_DATE
        years = [self.start.year, *([self.end.year] if self.end else [])]
        shown = "–".join(dict.fromkeys(_shown_year(year) for year in years))
        return f"ca. {shown}" if self.circa else shown

    @property
    def day_and_month(self) -> str:
        """The rest of the date, as far as it is known: 3 maart, 3–5 juni, 30 mei–2 juni, juni."""
        days = [day for day in (self.start, self.end) if day and day.month]
        shown = list(dict.fromkeys(day.in_words for day in days))
        if len(shown) > 1 and days[0].month == days[1].month:
            shown[0] = str(days[0].day)
        return "–".join(shown)

    def in_full(self, letter: str) -> str:
        """The date as a list shows it, with its letter: 2022a, 3 maart."""
        first, last = self.start, self.end
        if first and last and first.month and first.year != last.year:
            end = ", ".join(filter(None, (with_letter(str(last.year), letter), last.in_words)))
            return f"{first.year}, {first.in_words}–{end}"
        return ", ".join(filter(None, (with_letter(self.year, letter), self.day_and_month)))


def publication_date(fields: Mapping[str, str]) -> WorkDate:
    """Return the date of a work from its BibTeX or biblatex fields."""
    state = plain_text(fields.get("pubstate", "")).casefold()
    if state in _IN_PRESS_WORDS or _says_in_press(fields.get("note", "")):
        return WorkDate(text=IN_PRESS)
    # No LaTeX here: in a date of biblatex a ~ says "about".
    if date := fields.get("date", "").strip("{} "):
        return date_of(date)
    found = date_of(plain_text(fields.get("year", "")))
    if not found.start or found.end or found.start.month:
        return found
    month, day = _month_and_day(fields)
    return WorkDate(Day(found.start.year, month, day), circa=found.circa)


def date_of(text: str) -> WorkDate:
    """Return what an EDTF date or a year as people write it stands for."""
    word = text.casefold()
    if not word or word in _NO_DATE_WORDS:
        return WorkDate()
    if word in _IN_PRESS_WORDS:
        return WorkDate(text=IN_PRESS)
    text = text.strip("[]")
    start, *more = re.split(r"\s*/\s*|\s*(?:--|–|—)\s*", text, maxsplit=1)
    if not more and (short := re.fullmatch(r"(\d{4})-(\d{4})", text)):
        start, more = short[1], [short[2]]
    plain = _CIRCA.sub("", start)
    first, last = _day(plain), _day(_CIRCA.sub("", more[0])) if more else None
    if not first:
        return WorkDate(text=text, faulty=True)
    return WorkDate(first, last, circa=plain != start)


def with_letter(year: str, letter: str) -> str:
    """Return a year with its letter: 2022a, but z.d.-a and in druk-a."""
    return f"{year}-{letter}" if letter and not year[-1:].isdigit() else f"{year}{letter}"


def season_of(year: int, season: int) -> Day:
    """Return a season of a year; 1 is spring."""
    return Day(year, _FIRST_SEASON - 1 + season)


def _says_in_press(note: str) -> bool:
    return plain_text(note).casefold() in _IN_PRESS_WORDS


def _day(text: str) -> Day | None:
    if match := _ISO.fullmatch(text):
        year, month, day = (int(match[name] or 0) for name in ("year", "month", "day"))
        if not _exists(year, month, day):
            return None
        # ISO 8601 has a year 0, which people call 1 v.Chr.
        return Day(year if year > 0 else year - 1, month, day if month else 0)
    if match := _BEFORE_CHRIST.fullmatch(text):
        return Day(-int(match[1]))
    return Day(int(text)) if _YEAR.fullmatch(text) else None


def _known_month(number: int) -> int:
    known = number <= _LAST_MONTH or _FIRST_SEASON <= number <= _LAST_SEASON
    return number if known else 0


def has_odd_month(fields: Mapping[str, str]) -> bool:
    """Return whether a month is written in a way that says nothing."""
    return bool(plain_text(fields.get("month", ""))) and not _month_and_day(fields)[0]


def _exists(year: int, month: int, day: int) -> bool:
    if month > _LAST_MONTH:
        return bool(_known_month(month)) and not day
    try:
        # A year of before our era has no calendar here; one with a leap day will do.
        dt.date(year if dt.MINYEAR <= year <= dt.MAXYEAR else _LEAP_YEAR, month or 1, day or 1)
    except ValueError:
        return False
    return True


def _month_and_day(fields: Mapping[str, str]) -> tuple[int, int]:
    """Read month = mar, {maart}, {3}, "10~" # jan, and a day field of its own."""
    text = plain_text(fields.get("month", "")).casefold()
    names = [
        _MONTH_NUMBER[word[:3]]
        for word in re.findall(r"[a-zä]{3,}", text)
        if word[:3] in _MONTH_NUMBER
    ]
    numbers = [int(number) for number in re.findall(r"\d{1,2}", text)]
    month = names[0] if names else next(iter(numbers), 0)
    days = numbers if names else numbers[1:]
    own = re.fullmatch(r"\s*(\d{1,2})\s*", fields.get("day", ""))
    day = int(own[1]) if own else next(iter(days), 0)
    return _known_month(month), day if day <= _LAST_DAY else 0


def _shown_year(year: int) -> str:
    return f"{-year} v.Chr." if year < 0 else str(year)
