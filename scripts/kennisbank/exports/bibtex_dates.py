"""The dates of a work become the date fields of a .bib file: year, month, date, urldate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.citations.dates import ADVANCE_ONLINE, Day
from kennisbank.citations.item_data import publication, work_date
from kennisbank.exports.iso_day import iso_day
from kennisbank.exports.latex_text import latex_text

if TYPE_CHECKING:
    from kennisbank.citations.dates import WorkDate
    from kennisbank.citations.item import Item

# Every BibTeX style defines these names; they stand in no braces.
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def bibtex_dates(item: Item) -> dict[str, str]:
    """Return the date fields with the marks around their values.

    `year` is there for BibTeX; `date` only for what year and month cannot say: a day, a range or
    about when.
    """
    fields = _published(item)
    fields |= {
        "origdate": _only_date(item, "original-date"),
        "urldate": _only_date(item, "accessed"),
    }
    return {name: value for name, value in fields.items() if value}


def _published(item: Item) -> dict[str, str]:
    status = item.get("status")
    if status and status != ADVANCE_ONLINE:
        return {"pubstate": "{inpress}"}
    fields = {"pubstate": "{prepublished}" if status else ""}
    date = publication(item)
    if not date.start:
        return fields | {"year": f"{{{latex_text(date.text)}}}" if date.text else ""}
    fields |= {"year": f"{{{iso_day(Day(date.start.year))}}}"}
    season = date.start.season
    if date.start.month and not season:
        fields["month"] = _MONTHS[date.start.month - 1]
    if date.start.day or date.end or date.still or date.circa or season:
        fields["date"] = f"{{{_date(date)}}}"
    return fields


def _only_date(item: Item, name: str) -> str:
    date = work_date(item.get(name, {}))
    if date.start:
        return f"{{{_date(date)}}}"
    return f"{{{latex_text(date.text)}}}" if date.text else ""


def _date(date: WorkDate) -> str:
    """Return a date as EDTF writes it: 2019, 2022-03-03, 1950~, 2019/2021, 2019/."""
    days = [day for day in (date.start, date.end) if day]
    first, *more = (iso_day(day) + (f"-{day.month}" if day.season else "") for day in days)
    return "/".join([f"{first}~" if date.circa else first, *more, *([""] if date.still else [])])
