"""A date becomes the text that Dutch readers write: 24 november 2026."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)


def dutch_day(day: dt.date) -> str:
    """Return a day with its month and year."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
