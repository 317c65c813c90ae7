"""A CSL-JSON item becomes data again: its names, its dates, and who stands in front."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.citations.dates import Day, WorkDate, season_of
from kennisbank.citations.name import Name
from kennisbank.citations.shown_type import shown_type
from kennisbank.citations.work_types import CHAPTER

if TYPE_CHECKING:
    from kennisbank.citations.item import Item

# CSL has no word for an open end; other programs write it so, too.
STILL = [0]


def names_in(item: Item, role: str) -> list[Name]:
    """Return the names of a role as data."""
    return [
        Name(
            one.get("family", ""),
            one.get("given", ""),
            one.get("non-dropping-particle", ""),
            one.get("suffix", ""),
            one.get("literal", ""),
        )
        for one in item.get(role, ())
    ]


def csl_name(name: Name) -> Item:
    """Return a name as CSL writes it."""
    if name.literal:
        return {"literal": name.literal}
    parts = {
        "family": name.family,
        "given": name.given,
        "non-dropping-particle": name.prefix,
        "suffix": name.suffix,
    }
    return {part: text for part, text in parts.items() if text}


def leading_role(item: Item) -> str:
    """Return who stands in front: the authors, else the editors of a whole work, or nobody."""
    if item.get("author"):
        return "author"
    return "editor" if item.get("editor") and shown_type(item) != CHAPTER else ""


def publication(item: Item) -> WorkDate:
    """Return when a work appeared."""
    return work_date(item.get("issued") or {"literal": item.get("status", "")})


def work_date(date: Item) -> WorkDate:
    """Return a CSL date as data."""
    if not date.get("date-parts"):
        return WorkDate(text=date.get("literal", ""))
    first, *more = date["date-parts"]
    start, still = Day(*first), more == [STILL]
    if season := date.get("season"):
        start = season_of(start.year, season)
    end = Day(*more[0]) if more and not still else None
    return WorkDate(start, end, still=still, circa=bool(date.get("circa")))
