"""The date of a work: a year, with month and day where they are known, as a list shows it."""

from __future__ import annotations

from dataclasses import dataclass

from kennisbank.locales import month_in_words

NO_DATE = "z.d."
IN_PRESS = "in druk"
ADVANCE_ONLINE = "online voorpublicatie"
_STILL = "heden"
# EDTF counts the seasons on from 21.
SEASONS = ("lente", "zomer", "herfst", "winter")
FIRST_SEASON = 21


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
            return SEASONS[self.season - 1]
        month = month_in_words(self.month) if self.month else ""
        return f"{self.day} {month}" if self.day else month

    @property
    def in_full(self) -> str:
        """All that is known: 3 maart 2022."""
        return f"{self.in_words} {self.year}".strip()

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
    """When a work appeared; `text` holds what is neither a date nor "no date", such as in druk."""

    start: Day | None = None
    end: Day | None = None
    # It appears to this day, so it has no end.
    still: bool = False
    circa: bool = False
    text: str = ""
    faulty: bool = False

    @property
    def year(self) -> str:
        """The year as it is cited, without a letter: 2022, 2019–2021, ca. 1950, in druk or z.d."""
        if self.text or not self.start:
            return self.text or NO_DATE
        years = [_shown_year(day.year) for day in (self.start, self.end) if day]
        shown = "–".join(dict.fromkeys([*years, *([_STILL] if self.still else [])]))
        return f"ca. {shown}" if self.circa else shown

    @property
    def day_and_month(self) -> str:
        """The rest of the date, as far as it is known: 3 maart, 3–5 juni, 30 mei–2 juni, juni."""
        days = [day for day in (self.start, self.end) if day and day.month]
        shown = list(dict.fromkeys(day.in_words for day in days))
        if len(shown) > 1 and days[0].month == days[1].month:
            shown[0] = str(days[0].day)
        return "" if self.still else "–".join(shown)

    def in_full(self, letter: str) -> str:
        """The date as a list shows it, with its letter: 2022a, 3 maart."""
        first, last = self.start, self.end
        if first and last and first.month and first.year != last.year:
            end = ", ".join(filter(None, (with_letter(str(last.year), letter), last.in_words)))
            return f"{first.year}, {first.in_words}–{end}"
        return ", ".join(filter(None, (with_letter(self.year, letter), self.day_and_month)))


def with_letter(year: str, letter: str) -> str:
    """Return a year with its letter: 2022a, but z.d.-a and in druk-a."""
    return f"{year}-{letter}" if letter and not year[-1:].isdigit() else f"{year}{letter}"


def season_of(year: int, season: int) -> Day:
    """Return a season of a year; 1 is spring."""
    return Day(year, FIRST_SEASON - 1 + season)


def _shown_year(year: int) -> str:
    return f"{-year} v.Chr." if year < 0 else str(year)
