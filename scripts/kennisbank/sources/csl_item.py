"""Reads a CSL-JSON item: its names, its dates, and who stands in front."""

from __future__ import annotations

from typing import Literal, TypedDict, cast

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

CslName = TypedDict(
    "CslName",
    {"family": str, "given": str, "non-dropping-particle": str, "suffix": str, "literal": str},
    total=False,
)
CslDate = TypedDict(
    "CslDate",
    {"date-parts": list[list[int]], "season": int, "circa": bool, "literal": str},
    total=False,
)
Role = Literal["author", "editor", "translator", "container-author"]
# Beside CSL, `others` is true where the names in front end with "and others", and those of a role
# where the names of that role do.
CslItem = TypedDict(
    "CslItem",
    {
        "id": str,
        "type": str,
        "language": str,
        "title": str,
        "title-short": str,
        "genre": str,
        "status": str,
        "author": list[CslName],
        "editor": list[CslName],
        "translator": list[CslName],
        "container-author": list[CslName],
        "others": bool,
        "author-others": bool,
        "editor-others": bool,
        "translator-others": bool,
        "container-author-others": bool,
        "issued": CslDate,
        "original-date": CslDate,
        "accessed": CslDate,
        "event-date": CslDate,
        "container-title": str,
        "collection-title": str,
        "collection-number": str,
        "volume": str,
        "issue": str,
        "page": str,
        "number": str,
        "edition": str,
        "version": str,
        "number-of-volumes": str,
        "part-number": str,
        "chapter-number": str,
        "publisher": str,
        "publisher-place": str,
        "archive": str,
        "event-title": str,
        "event-place": str,
        "original-title": str,
        "original-publisher": str,
        "original-publisher-place": str,
        "ISBN": str,
        "ISSN": str,
        "DOI": str,
        "URL": str,
    },
    total=False,
)


_IN_A_BOOK = (PAPER, AUDIO)
# A ruling or a regulation has its place in a periodical of its own, as the Staatscourant.
_IN_A_PERIODICAL = (LAW, CASE)
_PARTS = (ARTICLE, NEWSPAPER, MAGAZINE, CHAPTER)


def shown_type(item: CslItem) -> str:
    """Return the type that the style knows; an episode of a podcast reads as a chapter does."""
    if item.get("container-title"):
        if item["type"] in _IN_A_BOOK:
            return CHAPTER
        if item["type"] in _IN_A_PERIODICAL:
            return NEWSPAPER
    return str(item["type"])


def is_unpublished_thesis(item: CslItem) -> bool:
    """Return whether a work is a thesis that nobody but its university has."""
    return item["type"] == THESIS and item.get("genre", "").startswith(
        ("Ongepubliceerd", "Unpublished")
    )


def is_part(item: CslItem) -> bool:
    """Return whether a work is found in another, so that its title is not in italics."""
    return shown_type(item) in _PARTS


# CSL has no word for an open end; other programs write it so, too.
STILL = [0]


def text_in(item: CslItem, name: str) -> str:
    """Return the text of a variable of which only the program knows the name."""
    value = item.get(name)
    return value if isinstance(value, str) else ""


def names_in(item: CslItem, role: Role | Literal[""]) -> list[Name]:
    """Return the names of a role as data."""
    return [
        Name(
            one.get("family", ""),
            one.get("given", ""),
            one.get("non-dropping-particle", ""),
            one.get("suffix", ""),
            one.get("literal", ""),
        )
        for one in (item.get(role, ()) if role else ())
    ]


def csl_name(name: Name) -> CslName:
    """Return a name as CSL writes it."""
    if name.literal:
        return {"literal": name.literal}
    parts = {
        "family": name.family,
        "given": name.given,
        "non-dropping-particle": name.prefix,
        "suffix": name.suffix,
    }
    return cast("CslName", {part: text for part, text in parts.items() if text})


def leading_role(item: CslItem) -> Role | Literal[""]:
    """Return who stands in front: the authors, else the editors of a whole work, or nobody."""
    if item.get("author"):
        return "author"
    return "editor" if item.get("editor") and shown_type(item) != CHAPTER else ""


def publication(item: CslItem) -> WorkDate:
    """Return when a work appeared."""
    return work_date(item.get("issued") or {"literal": item.get("status", "")})


def work_date(date: CslDate) -> WorkDate:
    """Return a CSL date as data."""
    if not date.get("date-parts"):
        return WorkDate(text=date.get("literal", ""))
    first, *more = date["date-parts"]
    start, still = Day(*first), more == [STILL]
    if season := date.get("season"):
        start = season_of(start.year, season)
    end = Day(*more[0]) if more and not still else None
    return WorkDate(start, end, still=still, circa=bool(date.get("circa")))
