"""The dates of a CSL-JSON item become the texts that a list shows, the year letter in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.citations.dates import NO_DATE, with_letter
from kennisbank.citations.formatter import guarded
from kennisbank.citations.item_data import publication, work_date
from kennisbank.citations.preprints import ARCHIVES
from kennisbank.citations.work_types import CHAPTER

if TYPE_CHECKING:
    from kennisbank.citations.item import Item

# Where a work has no volume or edition to find it by, the day is part of its date.
_WITH_DAY = frozenset(
    (
        *("webpage", "article-newspaper", "article-magazine", "speech", "post", "document"),
        *("motion_picture", "song", "legislation", "legal_case"),
    )
)
_BINDS = ("editor", "publisher", "page", "volume", "DOI")


def shown_dates(item: Item, letter: str) -> Item:
    """Dates are handed over as text: the engine stumbles over ranges and knows no "about"."""
    date, original = publication(item), work_date(item.get("original-date", {}))
    with_day = _is_found_by_day(item)
    texts = {"issued": date.in_full(letter) if with_day else with_letter(date.year, letter)}
    if original.start and original.year != date.year:
        texts["original-date"] = original.year
    looked = work_date(item.get("accessed", {})).start
    if looked and date.year == NO_DATE:
        texts["accessed"] = f"{'op' if looked.day else 'in'} {looked.in_full}"
    return {name: {"literal": guarded(text)} for name, text in texts.items()}


def _is_found_by_day(item: Item) -> bool:
    if item.get("container-title", "").casefold() in ARCHIVES:
        return False
    # A part of something on the web, and of nothing bound, is a page like any other.
    on_the_web = item["type"] == CHAPTER and item.get("URL") and not any(map(item.get, _BINDS))
    return item["type"] in _WITH_DAY or bool(on_the_web)
