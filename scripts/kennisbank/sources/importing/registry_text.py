"""Reads the texts in the answer of a registry."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from html import unescape

from kennisbank.invisible_characters import HIDDEN

# Publishers send titles with tags of HTML, JATS and MathML; other words between < and > are text.
_TAG = re.compile(
    r"</?(?:i|b|u|em|strong|sub|sup|scp|span|p|br|title|(?:jats|mml):[\w-]+|math|m[a-z]+)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_TIMES_ESCAPED = 3
# No title is this long; what is, a .bib file cannot hold.
_LONGEST = 5_000


def text_of(value: object) -> str:
    """Return a text, a number, or the first of a list that says something; else nothing."""
    if isinstance(value, list):
        return next((text for one in value if (text := text_of(one))), "")
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    text = str(value)
    for _ in range(_TIMES_ESCAPED):
        text = unescape(text)
    # As sources are read, so that what is written reads back the same.
    text = unicodedata.normalize("NFC", HIDDEN.sub("", _TAG.sub("", text)))
    return " ".join(text.split()) if len(text) <= _LONGEST else ""


def first_in(answer: Mapping[str, object], names: tuple[str, ...]) -> str:
    """Return the first of these values of an answer that says something."""
    return next((text for name in names if (text := text_of(answer.get(name)))), "")
