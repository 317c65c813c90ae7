"""A work and the keys that are taken become a key of its own: knight2021work."""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING

from kennisbank.citations.item_data import leading_role, names_in, publication
from kennisbank.citations.order import fold
from kennisbank.file_names import is_reserved

if TYPE_CHECKING:
    from collections.abc import Collection

    from kennisbank.citations.item import Item

_WORDS = """
a an and are as at by can do does for from how in into is it its of on or that the their this to
toward towards under what when where which who why with you aan als bij dat de der des die dit een
en er het hoe in is met naar of om onder ook op over te tot uit van voor waar waarom wat wie wordt
zijn
"""
_SMALL_WORDS = frozenset(_WORDS.split())
_LONGEST_PART = 24
_NAMELESS = "werk"


def new_key(item: Item, taken: Collection[str]) -> str:
    """Return surname, year and first telling word of the title; a number where that is taken.

    Windows takes some words for a device, and so they are taken, too.
    """
    names = names_in(item, leading_role(item))
    start = publication(item).start
    parts = [
        _plain(names[0].alone) if names else "",
        str(start.year) if start else "",
        _telling_word(item.get("title", "")),
    ]
    key = "".join(parts) or _NAMELESS
    folded = {one.casefold() for one in taken}
    tries = (key if number == 1 else f"{key}-{number}" for number in count(1))
    return next(one for one in tries if one not in folded and not is_reserved(one))


def _telling_word(title: str) -> str:
    words = [_plain(word) for word in title.split()]
    telling = (word for word in words if len(word) > 1 and word not in _SMALL_WORDS)
    return next(telling, next(filter(None, words), ""))


def _plain(text: str) -> str:
    return re.sub("[^a-z0-9]", "", fold(text))[:_LONGEST_PART]
