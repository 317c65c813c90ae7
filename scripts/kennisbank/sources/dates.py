"""The date of a work: a year, with month and day where they are known, as a list shows it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache

from babel.dates import format_date, format_skeleton, get_month_names

from kennisbank.messages import N_, _, language

# EDTF counts the seasons on from 21.
SEASONS = (N_("Spring"), N_("Summer"), N_("Autumn"), N_("Winter"))
FIRST_SEASON = 21


def no_date() -> str:
    """Return what stands where nothing says when a work appeared."""
    return _("n.d.")


def in_press() -> str:
    """Return what stands for the year of a work that is to appear."""
    return _("in press")


def advance_online() -> str:
    """Return what is said of an article that came before its volume."""
    return _("advance online publication")


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
        """The day and month without the year: 3 maart, March 3."""
        if self.season:
            return _(SEASONS[self.season - 1])
        if not self.month:
            return ""
        if not self.day:
            return str(get_month_names("wide", "stand-alone", language())[self.month])
        return _in_words("MMMMd", _SOME_YEAR, self.month, self.day)

    @property
    def in_full(self) -> str:
        """All that is known: 3 maart 2022, March 3, 2022."""
        if self.month and self.day and not self.season and self.year > 0:
            return _in_words("", self.year, self.month, self.day)
        return f"{self.in_words} {self.year}".strip()

    @property
    def looked_up(self) -> str:
        """All that is known of the day on which somebody looked: op 3 maart 2022, March 3, 2022."""
        return _("{day}", day=self.in_full) if self.day else _("{month}", month=self.in_full)

    @property
    def season(self) -> int:
        """1 for spring to 4 for winter, where no month is known."""
        return max(0, self.month - FIRST_SEASON + 1)

    @property
    def parts(self) -> list[int]:
        """The numbers that are known, the year first; a season is none."""
        known = [self.year, *([self.month] if self.month and not self.season else [])]
        return [*known, self.day] if self.month and self.day else known


@dataclass(frozen=True, slots=True)
class WorkDate:
    """When a work appeared; `text` holds what is neither a date nor "no date"."""

    start: Day | None = None
    end: Day | None = None
    # It appears to this day, so it has no end.
    still: bool = False
    circa: bool = False
    text: str = ""
    faulty: bool = False

    @property
    def year(self) -> str:
        """The year as it is cited, without a letter: 2022, 2019–2021, ca. 1950, in press, n.d."""
        if self.text or not self.start:
            return self.text or no_date()
        years = [_shown_year(day.year) for day in (self.start, self.end) if day]
        shown = "–".join(dict.fromkeys([*years, *([_("present")] if self.still else [])]))
        return _("ca. {year}", year=shown) if self.circa else shown

    @property
    def day_and_month(self) -> str:
        """The rest of the date, as far as it is known: 3 maart, 3–5 juni, 30 mei–2 juni, juni."""
        days = [day for day in (self.start, self.end) if day and day.month]
        shown = list(dict.fromkeys(day.in_words for day in days))
        if len(shown) > 1 and days[0].month == days[1].month:
            # The month is said once: where the day stands first, with the last day.
            day_first = shown[0].startswith(str(days[0].day))
            shown[not day_first] = str(days[not day_first].day)
        return "" if self.still else "–".join(shown)

    def in_full(self, letter: str) -> str:
        """The date as a list shows it, with its letter: 2022a, 3 maart."""
        first, last = self.start, self.end
        if first and last and first.month and first.year != last.year:
            end = ", ".join(filter(None, (with_letter(str(last.year), letter), last.in_words)))
            return f"{first.year}, {first.in_words}–{end}"
        return ", ".join(filter(None, (with_letter(self.year, letter), self.day_and_month)))


def with_letter(year: str, letter: str) -> str:
    """Return a year with its letter: 2022a, but n.d.-a and in press-a."""
    return f"{year}-{letter}" if letter and not year[-1:].isdigit() else f"{year}{letter}"


def season_of(year: int, season: int) -> Day:
    """Return a season of a year; 1 is spring."""
    return Day(year, FIRST_SEASON - 1 + season)


def _shown_year(year: int) -> str:
    return _("{year} B.C.E.", year=-year) if year < 0 else str(year)


# A leap year, so that it has every day.
_SOME_YEAR = 2000


@cache
def _in_words_of(language: str, skeleton: str, year: int, month: int, day: int) -> str:
    date = dt.date(year, month, day)
    if not skeleton:
        return format_date(date, "long", locale=language)
    return str(format_skeleton(skeleton, date, locale=language))


def _in_words(skeleton: str, year: int, month: int, day: int) -> str:
    try:
        return _in_words_of(language(), skeleton, year, month, day)
    except ValueError:
        # A day that does not exist is told elsewhere; it stands as it was written.
        return f"{day} {get_month_names('wide', 'stand-alone', language())[month]}"
