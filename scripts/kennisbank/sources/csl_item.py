"""Reads a CSL-JSON item: its names, its dates, and who stands in front."""

from __future__ import annotations

from typing import Any

from kennisbank.sources.dates import Day, WorkDate, season_of
from kennisbank.sources.names import Name
from kennisbank.sources.work_types import (
    ARTICLE,
    AUDIO,
    CASE,
    CHAPTER,
    LAW,
    MAGAZINE,
    NEWSPAPER,
    PAPER,
    THESIS,
)

Item = dict[str, Any]


# The university of such a thesis stands behind it, as its only place.
UNPUBLISHED = "Ongepubliceerd"
_IN_A_BOOK = (PAPER, AUDIO)
# A ruling or a regulation has its place in a periodical of its own, as the Staatscourant.
_IN_A_PERIODICAL = (LAW, CASE)
_PARTS = (ARTICLE, NEWSPAPER, MAGAZINE, CHAPTER)


def shown_type(item: Item) -> str:
    """Return the type that the style knows; an episode of a podcast reads as a chapter does."""
    if item["type"] == THESIS and item.get("genre", "").startswith(UNPUBLISHED):
        return "manuscript"
    if item.get("container-title"):
        if item["type"] in _IN_A_BOOK:
            return CHAPTER
        if item["type"] in _IN_A_PERIODICAL:
            return NEWSPAPER
    return str(item["type"])


def is_part(item: Item) -> bool:
    """Return whether a work is found in another, so that its title is not in italics."""
    return shown_type(item) in _PARTS


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
