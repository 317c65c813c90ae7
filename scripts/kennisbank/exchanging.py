"""A folder that was made beside another takes its place in one step; nobody sees half of it."""

from __future__ import annotations

import ctypes
import os
import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

# Of the Linux call renameat2: paths start where the program runs, and both names stay taken.
_FROM_HERE = -100
_EXCHANGE = 2


def beside(place: Path) -> Path:
    """Return where to make the folder that will take this place."""
    return place.with_name(f".{place.name}.new")


def put_in_place(place: Path) -> None:
    """Let the folder beside take the place; stopped at any moment, the old one or it is whole."""
    # A link to a folder stays a link.
    place = place.resolve()
    new, aside = beside(place), _aside(place)
    if not place.exists():
        new.rename(place)
    elif _exchange(new, place):
        new.rename(aside)
    else:
        # Without the call there is a moment between two names; `bring_back` mends a stop there.
        place.rename(aside)
        new.rename(place)
    shutil.rmtree(aside, ignore_errors=True)


def bring_back(place: Path) -> None:
    """Undo what an earlier run left behind when it was stopped."""
    place = place.resolve()
    aside = _aside(place)
    if aside.exists() and not place.exists():
        aside.rename(place)
    for left in (aside, beside(place)):
        shutil.rmtree(left, ignore_errors=True)


def _aside(place: Path) -> Path:
    return place.with_name(f".{place.name}.old.new")


def _exchange(one: Path, other: Path) -> bool:
    """Swap the names of two folders at once; False where the system cannot."""
    call = getattr(ctypes.CDLL(None), "renameat2", None) if os.name == "posix" else None
    paths = [_FROM_HERE, os.fsencode(one), _FROM_HERE, os.fsencode(other)]
    return call is not None and call(*paths, _EXCHANGE) == 0
