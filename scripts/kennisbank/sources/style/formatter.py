"""The marks and escaping with which citeproc-py formats a reference as HTML.

The engine does not escape field values. So our marks take the place of tags until the text is
whole; then all of it is escaped, and only the marks become tags. The marks are noncharacters,
which no text may contain.
"""

from __future__ import annotations

import re
from typing import Self

from markupsafe import Markup, escape

ITALIC, ITALIC_END, LINK, LINK_END, OTHERS, LESS_THAN = "\ufdd0\ufdd1\ufdd2\ufdd3\ufdd4\ufdd5"
_MARKS = re.compile("[\ufdd0-\ufdef]")
# Three full stops are an ellipsis, which is no end that must give way.
_END = r"(?:(?<!\.)\.{3}|(?<!\.)\.|[?!…])"
_DOUBLE_END = re.compile(f"({_END}[”’\"']*)((?:{ITALIC_END})*)\\.(?!\\.)")
_OTHERS_LAST = re.compile(f"(\\.?),? & {OTHERS}")
_LINKED = re.compile(f"{LINK}([^{LINK_END}]*){LINK_END}")
_WEB_ADDRESS = re.compile(r"https?://[^\s<>\"\\]+", re.IGNORECASE)


def preformat(text: object) -> str:
    """Return a term of the style as it is; what must be escaped is escaped at the end."""
    return str(text)


class Italic(str):
    """Text between marks that become <i> and </i>."""

    __slots__ = ()

    def __new__(cls, text: object) -> Self:
        """Return the marked text."""
        return super().__new__(cls, f"{ITALIC}{text}{ITALIC_END}")


# The engine asks for these by name; the style uses none of them.
Oblique = Italic
Bold = Light = Underline = Superscript = Subscript = SmallCaps = str


def guarded(text: str) -> str:
    """Return the text of a source without marks, and without what the engine reads as a tag."""
    return _MARKS.sub("", text).replace("<", LESS_THAN)


def linked(address: str) -> str:
    """Return an address between marks that become a link, if it is one that a browser may open."""
    return f"{LINK}{address}{LINK_END}" if _WEB_ADDRESS.fullmatch(address) else address


def finished(marked: str) -> Markup:
    """Return the HTML of a whole reference."""
    text = _OTHERS_LAST.sub(lambda m: f"{m[1]}, et al." if m[1] else " et al.", marked)
    text = _DOUBLE_END.sub(r"\1\2", " ".join(text.split()))
    html = str(escape(text.replace(LESS_THAN, "<")))
    html = html.replace(ITALIC, "<i>").replace(ITALIC_END, "</i>")
    return Markup(_LINKED.sub(r'<a href="\1" rel="noopener">\1</a>', html))  # noqa: S704 - escaped
