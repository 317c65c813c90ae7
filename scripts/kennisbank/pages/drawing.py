"""The map of the library as a drawing: its subjects in a ring, with what works on each of them.

Any kind with an order of its own can be drawn. A circle is as large as the number of entries that
work on the subject, a line as wide as the number that work on both its ends.
"""

from __future__ import annotations

import math
import textwrap
from collections import Counter
from dataclasses import dataclass
from itertools import combinations

from kennisbank.fields.kinds import named_of
from kennisbank.library.library import Library
from kennisbank.pages.context import RenderContext
from kennisbank.pages.site_map import EntryRef

# Fewer make no ring, and of more the names stand over each other.
_FEWEST, _MOST = 3, 9
# In units of the drawing, which is as wide as its text is readable.
WIDTH, HEIGHT = 640, 500
_CENTRE = (WIDTH / 2, 215)
_RING = (232, 165)
_SMALLEST, _LARGEST = 19, 38
_LINE = 15
_LETTERS = 20
_WIDEST_LINE = 7


@dataclass(frozen=True, slots=True)
class DrawnSubject:
    """One circle: where it stands, its number, its name in lines, and how many work on it."""

    target: EntryRef
    number: int
    x: float
    y: float
    radius: float
    lines: tuple[tuple[float, str], ...]
    below: float
    count: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """The circles, and the lines between them as ends and width."""

    width: int
    height: int
    subjects: tuple[DrawnSubject, ...]
    lines: tuple[tuple[float, float, float, float, float], ...]


def drawing(context: RenderContext) -> Drawing | None:
    """Return the drawing of the subjects, where there are as many as make one."""
    targets = context.site_map.of(context.library.subjects)
    if not _FEWEST <= len(targets) <= _MOST:
        return None
    working, shared = _counts(context.library)
    most = max(working.values(), default=1)
    drawn = tuple(
        _subject(target, place, len(targets), working[target.key.id] / most, working)
        for place, target in enumerate(targets)
    )
    widest = max(shared.values(), default=1)
    lines = tuple(
        (one.x, one.y, other.x, other.y, round(_WIDEST_LINE * count / widest, 1))
        for one, other in combinations(drawn, 2)
        if (count := shared[one.target.key.id, other.target.key.id])
    )
    return Drawing(WIDTH, HEIGHT, drawn, lines)


def _counts(library: Library) -> tuple[Counter[str], Counter[tuple[str, str]]]:
    """Return how many rated entries name a subject, and how many name two of them."""
    order = [key.id for key in library.of_kind(library.subjects)]
    working: Counter[str] = Counter()
    shared: Counter[tuple[str, str]] = Counter()
    for key in library.of_kind(library.rated):
        named = set(named_of(library.entries[key], library.subjects))
        found = [one for one in order if one in named]
        working.update(found)
        shared.update(combinations(found, 2))
    return working, shared


def _subject(
    target: EntryRef, place: int, of: int, share: float, working: Counter[str]
) -> DrawnSubject:
    angle = 2 * math.pi * place / of - math.pi / 2
    x = round(_CENTRE[0] + _RING[0] * math.cos(angle), 1)
    y = round(_CENTRE[1] + _RING[1] * math.sin(angle), 1)
    # A circle twice as large in area stands for twice as many.
    radius = round(max(_SMALLEST, _LARGEST * math.sqrt(share)), 1)
    words = textwrap.wrap(target.title, _LETTERS, break_long_words=False)
    tops = [round(y + radius + _LINE * (line + 1), 1) for line in range(len(words) + 1)]
    return DrawnSubject(
        target,
        place + 1,
        x,
        y,
        radius,
        tuple(zip(tops, words, strict=False)),
        tops[-1],
        working[target.key.id],
    )
