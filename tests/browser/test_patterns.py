"""Patterns as they are written for the browser; that they mean the same, browser tests show."""

from __future__ import annotations

import pytest

from kennisbank.forms.patterns import for_browser
from kennisbank.invisible_characters import HIDDEN


@pytest.mark.parametrize(
    ("python", "browser"),
    [
        (r"(?P<key>a)(?P=key)", r"(?<key>a)\k<key>"),
        (r"\w[\w-]", r"[\p{L}\p{N}_][\p{L}\p{N}_-]"),
        (r"\d{4}\Z", r"\p{Nd}{4}(?![\s\S])"),
        (r"\"[^\"\]]\`\-[a\-z]", r""""[^"\]]`-[a\-z]"""),
        ("[\u200b-\u200f]", r"[\u{200b}-\u{200f}]"),
    ],
)
def test_a_pattern_is_written_for_the_browser(python: str, browser: str) -> None:
    """Names, letters, digits and the end of a text mean the same; useless backslashes are gone."""
    assert for_browser(python) == browser


def test_the_pattern_of_hidden_characters_can_be_sent() -> None:
    """Surrogates and what lies above the first plane are written as codes."""
    written = for_browser(HIDDEN.pattern)

    assert written.isascii()
    assert r"\u{d800}-\u{dfff}" in written
    assert r"\u{e0000}-\u{e01ef}" in written
