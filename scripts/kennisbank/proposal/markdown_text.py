"""A text of anyone becomes Markdown that shows that text, and nothing but that text."""

from __future__ import annotations

import re

from kennisbank.hidden import visible

# What means something at the start of a line, inside one, or in what looks like an address.
_SIGNS = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~&:/@$=^])")
_SPACES = re.compile(r"\s+")


def markdown_text(text: str) -> str:
    """Return one line in which each sign that Markdown, HTML or GitHub could read is escaped."""
    return _SIGNS.sub(r"\\\1", visible(_SPACES.sub(" ", text)).strip())
