"""What a Dutch list sorts on."""

from __future__ import annotations

import pytest

from kennisbank.sources.order import fold_title


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("De lerende organisatie", "lerendeorganisatie"),
        ("“Het leren”", "leren"),
        ("A theory of the firm", "theoryofthefirm"),
        ("Lerende organisatie", "lerendeorganisatie"),
        ("Waarde een plaats geven", "waardeeenplaatsgeven"),
        ("Data and the law", "dataandthelaw"),
        ("De", "de"),
    ],
)
def test_only_the_article_in_front_is_left_out(title: str, expected: str) -> None:
    """The end of a word that looks like an article is part of the word."""
    assert fold_title(title) == expected
