"""What the parser of Markdown leaves out or changes is a problem with its place."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.library.library import Library
from kennisbank.pages.context import RenderContext, Repository
from kennisbank.pages.prose_context import ProseContext
from kennisbank.reading.mentions import Written
from kennisbank.reading.unseen_text import unseen_text
from kennisbank.sources.source import Bibliography
from our_kinds import KINDS

PROSE = RenderContext(Library(KINDS, {}, frozenset(), Bibliography({})), Repository()).prose
TABLE = "| a | b |\n| --- | --- |\n"
# Each has its own word, so that one that is gone is missed.
WORDS = st.integers(0, 10**6).map(lambda number: f"woord{number}q")
SIGNS = st.sampled_from(
    [
        *("> ", "- ", "* ", "1. ", "2) ", "    ", "  ", "\t", "\n", "\n\n", "| ", "|", " | "),
        *(
            "\n| --- | --- |\n",
            "\n|---|\n",
            "```",
            "~~~",
            "`",
            "**",
            "_",
            "[",
            "](https://x.nl/",
            ")",
        ),
        *("<", ">", "#", "## ", "\n===\n", "\n---\n", "\\", "&amp;", "!", "<https://x.nl/", "  \n"),
        *("> " * 20, "- " * 10, "1. " * 9, "**a _b " * 12),
    ]
)


@pytest.mark.parametrize(
    ("markdown", "place", "what"),
    [
        ("> " * 5_000 + "x", 10_000, "hier staan te veel lijsten of citaten in elkaar"),
        ("Goed.\n\n" + "> " * 20 + "x", 47, "hier staan te veel lijsten of citaten in elkaar"),
        ("- " * 12 + "x", 24, "hier staan te veel lijsten of citaten in elkaar"),
        (
            "\n".join(f"{'  ' * depth}- w{depth}" for depth in range(12)),
            137,
            "hier staan te veel lijsten of citaten in elkaar",
        ),
        (
            "> - " * 7 + "x",
            28,
            "hier staan te veel lijsten of citaten in elkaar",
        ),
        (f"{TABLE}| 1 | 2 | weg |\n", 34, "deze rij heeft meer vakken dan de 2 van de kop"),
        ("> | a | b |\n> | --- | --- |\n> 1 | 2 | weg", 38, "deze rij heeft meer vakken"),
        (f"{TABLE}| [[term:a|b]] | 2 || weg |\n", 46, "deze rij heeft meer vakken"),
        ("```dit valt weg\nx\n```", 3, "wat achter ``` staat, valt weg"),
        ("```citaat\nx\n```", 3, "wat achter ``` staat, valt weg"),
        ("- ~~~geheim", 5, "wat achter ~~~ staat, valt weg"),
        ("Zo.\n\n~~~ Belangrijk\nx\n~~~", 8, "wat achter ~~~ staat, valt weg"),
        ("3. drie\n5. vijf\n", 8, "hier staat nummer 5; lezers zien 4"),
        ("- zo\n  1. een\n  3. drie\n", 14, "hier staat nummer 3; lezers zien 2"),
        (
            "**a _b " * 11 + "x" + "_ c**" * 11,
            0,
            "hier staat meer dan 20 keer vet of schuin in elkaar",
        ),
    ],
)
def test_what_readers_would_not_see_is_told_with_its_place(
    markdown: str, place: int, what: str
) -> None:
    """The place is that of the text which is gone or changed."""
    found = list(unseen_text(markdown))

    assert [one.start for one in found] == [place]
    assert found[0].what.startswith(what)


@pytest.mark.parametrize(
    "markdown",
    [
        "> > > > > > diep, maar te zien",
        "- a\n  - b\n    - c\n      - d",
        f"{TABLE}| 1 | 2 | |\n| 1 |\n| [[term:a\\|b]] | a \\| b |\n| [[term:a|b]] | `c` |\n",
        "```yaml\ntitle: x\n```\n\n~~~\n| a |\n~~~",
        "1. een\n1. twee\n1. drie",
        "7. zeven\n8. acht\n\nEn 1986. Wat een jaar.",
        "1986\\. Wat een jaar.\n2001\\. Nog een.",
        "2019-2020: 12.345,67 en 1.2.3",
        "| dit | is | geen | tabel |",
        "a_b " * 30,
    ],
)
def test_what_readers_see_is_no_problem(markdown: str) -> None:
    """Deep, wide and numbered text that is shown as it stands is left alone."""
    assert list(unseen_text(markdown)) == []


@given(st.lists(st.one_of(WORDS, SIGNS), min_size=2, max_size=25).map("".join), st.booleans())
def test_each_word_is_on_the_page_or_is_reported(markdown: str, page: bool) -> None:
    """Whatever the formatting, no word is gone without a word about it."""
    shown = PROSE.page if page else PROSE.block
    seen = unescape(str(shown(markdown, ProseContext(""))))
    gone = [word for word in re.findall(r"woord\d+q", markdown) if word not in seen]

    assert not gone or list(unseen_text(markdown, Written.PAGE if page else Written.BLOCKS))


@given(st.lists(st.one_of(WORDS, SIGNS), min_size=2, max_size=25).map("".join))
def test_each_word_of_a_line_is_on_the_page_or_is_reported(markdown: str) -> None:
    """A short text has no blocks."""
    seen = unescape(str(PROSE.inline(markdown, ProseContext(""))))
    gone = [word for word in re.findall(r"woord\d+q", markdown) if word not in seen]

    assert not gone or list(unseen_text(markdown, Written.LINE))
