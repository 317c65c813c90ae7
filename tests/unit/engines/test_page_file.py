"""A page becomes the file that an engine reads."""

from __future__ import annotations

import yaml

from kennisbank.engines.static_export import page_path, page_text
from kennisbank.pages.page import Heading, Page


def test_a_page_is_a_head_and_one_block_of_html() -> None:
    """What a theme prints around the page is escaped; a tab stays a tab."""
    page = Page(
        address="methoden/a/",
        title="A < b",
        description='Een "zin" & meer',
        content="<h1>A &lt; b</h1>\n\n<pre>a\tb</pre>",
        headings=(Heading("doel", "Doel & groep"),),
    )

    assert page_path(page) == "methoden/a/index.md"
    assert page_text(page, {"place": "methoden/"}) == (
        "---\n"
        "title: A &lt; b\n"
        "description: Een &quot;zin&quot; &amp; meer\n"
        "hide:\n"
        "- navigation\n"
        "place: methoden/\n"
        "headings:\n"
        "- id: doel\n"
        "  title: Doel &amp; groep\n"
        "---\n"
        "\n"
        '<div class="kb-page">\n'
        "<h1>A &lt; b</h1>\n\n<pre>a&#9;b</pre>\n"
        "</div>\n"
    )


def test_the_home_page_has_no_title_of_its_own() -> None:
    """It is called after the site; without headings it has no list of them either."""
    text = page_text(Page(address="", title="Start", description="", content="<p>Dag</p>"), {})

    assert page_path(Page("", "", "", "")) == "index.md"
    assert yaml.safe_load(text.split("---\n")[1]) == {
        "description": "",
        "hide": ["navigation", "toc"],
        "headings": [],
    }


def test_a_title_is_text_whatever_it_looks_like() -> None:
    """A title that YAML would read as a date, a list or an end stays the same text."""
    for title in ("2024-02-30", "no", "[a]", "a: b", "---", "- x", "é\u2028", "\U0001f600"):
        text = page_text(Page(address="a/", title=title, description=title, content=""), {})
        assert next(yaml.safe_load_all(text.split("\n\n<div")[0]))["title"] == title
