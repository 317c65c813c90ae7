"""A day of which perhaps only the year or month is known becomes ISO 8601 text: 2022, 2022-03."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kennisbank.citations.dates import Day


def iso_day(day: Day | None) -> str:
    """Return as much as is known, the year in four digits; nothing when nothing is."""
    if not day:
        return ""
    # ISO 8601 has a year 0, which people call 1 v.Chr.
    year = f"{day.year:04}" if day.year > 0 else f"-{-day.year - 1:04}".replace("-0000", "0000")
    return "-".join([year, *(f"{part:02}" for part in day.parts[1:])])
