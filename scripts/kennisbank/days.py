"""The day that ages are counted up to, and how readers write a day."""

from __future__ import annotations

import datetime as dt

from babel.dates import format_date

from kennisbank.messages import _, language


def build_day(seconds: str) -> dt.date | None:
    """Return the day, so that two builds of a commit are the same; None for an empty text.

    Raises ValueError, with a sentence for people, for a text that is no number of seconds.
    """
    if not seconds:
        return None
    try:
        return dt.datetime.fromtimestamp(int(seconds), tz=dt.UTC).date()
    except (ValueError, OverflowError, OSError):
        message = _(
            "'SOURCE_DATE_EPOCH' is '{seconds}'; it must be a number of seconds since 1970.",
            seconds=seconds,
        )
        raise ValueError(message) from None


def written_day(day: dt.date) -> str:
    """Return a day with its month and year, as one writes it in the language of the moment."""
    return format_date(day, "long", locale=language())
