"""Translates a Python pattern for a browser."""

from __future__ import annotations

import re
from functools import cache

from kennisbank.invisible_characters import HIDDEN

# What Python counts as letters and digits; in a browser \w, \d and \b know only ASCII.
_WORD = r"\p{L}\p{N}_"
_EDGE = rf"(?:(?<=[{_WORD}])(?![{_WORD}])|(?<![{_WORD}])(?=[{_WORD}]))"
_OUTSIDE = {
    r"\w": f"[{_WORD}]",
    r"\W": f"[^{_WORD}]",
    r"\d": r"\p{Nd}",
    r"\b": _EDGE,
    r"\Z": r"(?![\s\S])",
}
_INSIDE = {r"\w": _WORD, r"\d": r"\p{Nd}"}
_PIECE = re.compile(r"\\.|\[\^?\]?|\]|\(\?P<|\(\?P=(?P<again>\w+)\)|.", re.DOTALL)
# All else after a backslash is refused by browsers that read a pattern as Unicode.
_ESCAPABLE = frozenset(r"^$\.*+?()[]{}|/-")


@cache
def for_browser(pattern: str) -> str:
    """Return the pattern, to be read with the flag u and the flags that Python would get.

    It knows what our own patterns use: groups with names, classes, lookarounds; no comments.
    """
    inside = False
    pieces = []
    for match in _PIECE.finditer(pattern):
        piece = match[0]
        pieces.append(_translated(match, inside=inside))
        inside = piece != "]" if inside else piece.startswith("[")
    return HIDDEN.sub(lambda found: f"\\u{{{ord(found[0]):x}}}", "".join(pieces))


def _translated(match: re.Match[str], *, inside: bool) -> str:
    piece = match[0]
    if piece.startswith("\\"):
        known = (_INSIDE if inside else _OUTSIDE).get(piece)
        return known or _escaped(piece, inside=inside)
    if inside:
        return piece
    if match["again"]:
        return rf"\k<{match['again']}>"
    return "(?<" if piece == "(?P<" else piece


def _escaped(piece: str, *, inside: bool) -> str:
    # A hyphen needs its backslash inside a class, and may have it nowhere else.
    needed = inside if piece[1] == "-" else piece[1] in _ESCAPABLE or piece[1].isalnum()
    return piece if needed else piece[1]
