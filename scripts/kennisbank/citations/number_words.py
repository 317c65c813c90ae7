"""The number of a report, norm, law or episode becomes the words that a list shows it with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kennisbank.citations.shown_type import shown_type
from kennisbank.citations.work_types import (
    ARTICLE,
    AUDIO,
    CASE,
    DATASET,
    LAW,
    MAGAZINE,
    NEWSPAPER,
    PATENT,
    REPORT,
    STANDARD,
)

if TYPE_CHECKING:
    from kennisbank.citations.item import Item

_LABELS = {REPORT: "Rapport", STANDARD: "Norm", PATENT: "Octrooi"}
# What a number is called, where the source says it; else the number says it: NEN-ISO 45001.
_CALLED = {REPORT: ("collection-title", "genre"), PATENT: ("genre",)}
_LABELLED = (REPORT, PATENT)
_ARTICLES = (ARTICLE, NEWSPAPER, MAGAZINE)
_NUMBERED = (REPORT, STANDARD, PATENT, LAW, CASE, DATASET, AUDIO)
_OWN_WORD = re.compile(r"[^\W\d_]{2}")
_SAYS_NUMBER = re.compile(r"\bnr\.")


def number_in_words(item: Item) -> Item:
    """Return the number with its words, and empty what is said with it; else nothing."""
    number, type_ = item.get("number", ""), item["type"]
    if shown_type(item) == NEWSPAPER != type_:
        return {"number": "", "issue": number}
    if not number or type_ in _ARTICLES:
        return {}
    if type_ not in _NUMBERED:
        return {"number": ""}
    used = next((name for name in _CALLED.get(type_, ()) if item.get(name)), "")
    said = item[used] if used else _label(type_, number)
    if not said and not _OWN_WORD.match(number):
        return {"number": f"Nr. {number}"}
    joint = ", " if _SAYS_NUMBER.search(number) else " nr. "
    return {"number": f"{said}{joint}{number}" if said else number} | ({used: ""} if used else {})


def _label(type_: str, number: str) -> str:
    says_itself = _OWN_WORD.match(number) and type_ not in _LABELLED
    return "" if says_itself else _LABELS.get(type_, "")
