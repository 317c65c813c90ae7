"""Whatever a title says, a summary shows it and does nothing else."""

from __future__ import annotations

import re

import pytest
from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml

from kennisbank.cli.pull_request.summary import markdown_text

RENDERER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
HOSTILE = [
    "[klik](javascript:alert(1))",
    "![x](https://voorbeeld.nl/x.png)",
    "<img src=x onerror=alert(1)>",
    "<!-- weg ",
    "</details><script>alert(1)</script>",
    "`code` **vet** _schuin_ ~~weg~~",
    "| a | b |",
    "&lt;b&gt; &#x3c;",
    "\\[x]\\(y)",
    "# kop",
    "> citaat",
    "- lijst",
    "1. lijst",
    "--- ",
    "[^1]: noot",
    "<https://voorbeeld.nl>",
    "a](b) [c",
    "$x$ @iemand #12",
    "@een@twee/groep#3 eigenaar/map#4 `@vijf`",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_is_shown_as_it_stands(text: str) -> None:
    """In a list, a link and alone, the text comes out as letters and adds no element."""
    for before, after in (("- ", ""), ("- [", "](http://localhost:8000/)"), ("", "")):
        html = RENDERER.render(f"{before}{markdown_text(text)}{after}\n").strip()
        html = re.sub("</?code>", "", html)
        plain = RENDERER.render(f"{before}x{after}\n").strip()

        assert html.replace(escapeHtml(text.strip()), "x") == plain


def test_a_text_stays_on_its_line_and_hides_nothing() -> None:
    """Line ends become spaces, and signs that a terminal obeys are spelt out."""
    assert markdown_text("een\n\n::error::twee\r\ndrie") == r"een \:\:error\:\:twee drie"
    assert markdown_text("a\x1b[31mb") == r"a\\x1b\[31mb"


@pytest.mark.parametrize(
    "text", ["@iemand", "@org/team", "a @b-c", "sluit #12", "org/map#3", "@a@b#4"]
)
def test_nobody_is_called_and_nothing_is_linked(text: str) -> None:
    """GitHub reads @ and # also behind a backslash, but not in code."""
    html = RENDERER.render(markdown_text(text))
    outside = re.sub("<code>.*?</code>", "", html)

    assert not re.search(r"@\w|#\d", outside)


def test_a_bare_address_makes_no_link() -> None:
    """GitHub links what looks like an address; here a sign of it is escaped."""
    assert markdown_text("https://voorbeeld.nl") == r"https\:\/\/voorbeeld\.nl"
    assert markdown_text("www.voorbeeld.nl") == r"www\.voorbeeld\.nl"
