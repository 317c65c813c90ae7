"""Lays out the empty sheet of a plane, drawn once while the site is built; units are millimetres.

Colours and letters come from the style sheet, and a pen does the rest.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass

from kennisbank.fields.tools import Plane

# A3 on its side without its margins, and the plane in it.
WIDTH, HEIGHT = 390, 262
LEFT, TOP, RIGHT, BOTTOM = 40, 16, 380, 236
# In characters, at the size of the letters on the sheet.
_IN_AREA, _BESIDE = 34, 12
_LINE = 7


@dataclass(frozen=True, slots=True)
class SheetText:
    """Lines of text from a place downwards; `anchor` is the one of SVG."""

    x: float
    y: float
    lines: tuple[tuple[float, str], ...]
    anchor: str = "start"


@dataclass(frozen=True, slots=True)
class SheetArea:
    """A quarter as a rectangle, with its name and what it means."""

    x: float
    y: float
    name: str
    about: SheetText


@dataclass(frozen=True, slots=True)
class PlaneSheet:
    """All that is drawn on the sheet of a plane."""

    areas: tuple[SheetArea, ...]
    ends: tuple[SheetText, ...]
    width: float = (RIGHT - LEFT) / 2
    height: float = (BOTTOM - TOP) / 2


def plane_sheet(plane: Plane) -> PlaneSheet:
    """Return the layout of the sheet on which a group places its points."""
    middle = ((LEFT + RIGHT) / 2, (TOP + BOTTOM) / 2)
    corners = [(LEFT, TOP), (middle[0], TOP), (LEFT, middle[1]), middle]
    areas = [
        SheetArea(x, y, area.name, _text(x + 6, y + 20, area.about or "", _IN_AREA))
        for (x, y), area in zip(corners, plane.areas, strict=True)
    ]
    ends = (
        _text(LEFT, BOTTOM + 9, plane.across.low, _IN_AREA),
        _text(RIGHT, BOTTOM + 9, plane.across.high, _IN_AREA, "end"),
        _text(LEFT - 3, TOP + 6, plane.up.high, _BESIDE, "end"),
        _text(LEFT - 3, BOTTOM - 20, plane.up.low, _BESIDE, "end"),
    )
    return PlaneSheet(tuple(areas), ends)


def _text(x: float, y: float, text: str, width: int, anchor: str = "start") -> SheetText:
    lines = textwrap.wrap(text, width, break_on_hyphens=False)
    placed = tuple((y + place * _LINE, line) for place, line in enumerate(lines))
    return SheetText(x, y, placed, anchor)
