"""The head of a hand-written page."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from kennisbank.reading.markdown_document import read_markdown

PATH = PurePosixPath("docs/a.md")


def test_a_page_has_a_title_a_description_and_a_body() -> None:
    """What stands under the head is the body, and its places count from the top of the file."""
    page, problems = read_markdown(PATH, "---\ntitle: A\ndescription: B\n---\n\nTekst @x\n")

    assert problems == []
    assert page
    assert (page.title, page.description, page.body) == ("A", "B", "\nTekst @x\n")
    assert str(page.location_of_text((), page.body.index("@x"))) == "docs/a.md:6:7"
    assert str(page.location_of_text(("description",), 0)) == "docs/a.md:3:14"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Kop\n", "docs/a.md:1:1: page-head: de kop van de pagina ontbreekt."),
        ("---\ntitle: A\n---\n", "docs/a.md:1:1: page-head: de kop heeft een titel"),
        (
            "---\ntitle: A\ndescription: B\nhide: x\n---\n",
            "docs/a.md:4:1: page-head: 'hide' hoort niet in de kop",
        ),
        (
            "---\ntitle: |\n  A\n  B\ndescription: B\n---\n",
            "docs/a.md:2:1: page-head: 'title' is langer dan een regel",
        ),
        (
            "---\n- A\n---\n",
            "docs/a.md:1:1: yaml-syntax: het bestand is leeg of heeft geen velden.",
        ),
        ("---\ntitle: A: B\n---\n", "docs/a.md:2:9: yaml-syntax:"),
    ],
)
def test_a_head_that_is_not_right_is_a_problem(text: str, expected: str) -> None:
    """The problem has the line in the file, not in the head."""
    page, problems = read_markdown(PATH, text)

    assert page is None
    assert str(problems[0]).startswith(expected)
