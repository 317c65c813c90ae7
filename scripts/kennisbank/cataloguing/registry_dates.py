"""The dates that a registry sends become the one date on which a work appeared."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kennisbank.cataloguing.registry_text import text_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kennisbank.citations.item import Item

# `issued` of Crossref is the first day online; the volume that is cited may be of a later year.
_NAMES = ("published-print", "issued", "published", "published-online", "posted")
_LIMITS = (9999, 12, 31)
_ISO = re.compile(r"(\d{4})(?:-(\d\d?)(?:-(\d\d?))?)?")


def date_in_answer(answer: Mapping[str, object], *, with_day: bool) -> Item:
    """Return a CSL date, or an empty one; `date-parts` without a year is no date."""
    found = (_parts(answer.get(name)) for name in _NAMES)
    parts = next((one for one in found if one), [])
    return {"date-parts": [parts if with_day else parts[:1]]} if parts else {}


def _parts(date: object) -> list[int]:
    if not isinstance(date, dict):
        return _from_text(text_of(date))
    rows = date.get("date-parts")
    first = rows[0] if isinstance(rows, list) and rows else None
    if isinstance(first, list) and (parts := _numbers(first)):
        return parts
    return _from_text(text_of(date.get("raw")) or text_of(date.get("literal")))


def _numbers(values: list[object]) -> list[int]:
    """Return year, month and day until one of them is missing or impossible."""
    numbers: list[int] = []
    for value, limit in zip(values, _LIMITS, strict=False):
        text = text_of(value)
        if not (text.isascii() and text.isdecimal() and len(text) <= len(str(limit))):
            break
        if not 0 < int(text) <= limit:
            break
        numbers.append(int(text))
    return numbers


def _from_text(text: str) -> list[int]:
    match = _ISO.match(text)
    return _numbers([part for part in match.groups() if part]) if match else []
