"""What a work is becomes the form of its reference: alone, as a part of a book or of a journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.citations.work_types import (
    ARTICLE,
    AUDIO,
    CASE,
    CHAPTER,
    LAW,
    MAGAZINE,
    NEWSPAPER,
    PAPER,
)

if TYPE_CHECKING:
    from kennisbank.citations.item import Item

_IN_A_BOOK = (PAPER, AUDIO)
# A ruling or a regulation has its place in a periodical of its own, as the Staatscourant.
_IN_A_PERIODICAL = (LAW, CASE)
_PARTS = (ARTICLE, NEWSPAPER, MAGAZINE, CHAPTER)


def shown_type(item: Item) -> str:
    """Return the type that the style knows; an episode of a podcast reads as a chapter does."""
    if item.get("container-title"):
        if item["type"] in _IN_A_BOOK:
            return CHAPTER
        if item["type"] in _IN_A_PERIODICAL:
            return NEWSPAPER
    return str(item["type"])


def is_part(item: Item) -> bool:
    """Return whether a work is found in another, so that its title is not in italics."""
    return shown_type(item) in _PARTS
