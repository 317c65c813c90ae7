"""From one address to another."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from kennisbank.pages.page import LONGEST_SNIPPET, Page
from kennisbank.routes import hand_address, relative


@pytest.mark.parametrize(
    ("origin", "target", "expected"),
    [
        ("", "methoden/", "methoden/"),
        ("", "", "./"),
        ("methoden/", "", "../"),
        ("methoden/", "methoden/", "./"),
        ("methoden/a/", "methoden/", "../"),
        ("methoden/a/", "methoden/b/", "../b/"),
        ("methoden/a/", "begrippen/b/", "../../begrippen/b/"),
        ("methoden/a/", "methoden/a/", "./"),
        ("methoden/a/", "methoden/a/#bronnen", "#bronnen"),
        ("methoden/a/", "methoden/b/#bronnen", "../b/#bronnen"),
        ("cijfers/a/", "cijfers/a/cijfers.csv", "cijfers.csv"),
    ],
)
def test_a_link_is_relative(origin: str, target: str, expected: str) -> None:
    """Links work under any project path, because they never start at the root."""
    assert expected == relative(origin, target)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("docs/index.md", ""),
        ("docs/over/index.md", "over/"),
        ("docs/over/verantwoording.md", "over/verantwoording/"),
    ],
)
def test_a_hand_written_page_lives_where_its_file_lies(path: str, expected: str) -> None:
    """The address of a page follows from its file, as in MkDocs."""
    assert expected == hand_address(PurePosixPath(path))


def test_a_search_engine_gets_no_more_than_it_shows() -> None:
    """A long description ends after a whole word; a short one stays as it is."""
    long = Page("a/", "A", "Medewerkers wisselen van taak. " * 9, "").snippet

    assert len(long) <= LONGEST_SNIPPET
    assert long.endswith("taak. …")
    assert Page("a/", "A", "Kort.", "").snippet == "Kort."
