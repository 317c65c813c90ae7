"""Sentences become figures that one can work out by hand."""

from __future__ import annotations

import pytest

from kennisbank.checks.readability.score import mean_length, reading_ease, syllables
from kennisbank.checks.readability.sentences import sentences_of


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("u", 1),
        ("taak", 1),
        ("over", 2),
        ("idee", 2),
        ("emotie", 3),
        ("eigen", 2),
        ("onafhankelijk", 5),
        ("leidinggevende", 5),
        ("taakroulatie", 4),
        ("organisatie", 5),
    ],
)
def test_syllables_are_counted_as_spoken(word: str, expected: int) -> None:
    """Also the single vowel at the start, after which nobody hyphenates."""
    assert syllables(word, "nl") == expected


def test_the_score_of_dutch_is_the_published_sum() -> None:
    """Ten words of thirteen syllables in two sentences: 206.84 - 0.93 x 5 - 77 x 1.3."""
    sentences = sentences_of("Wij leren elke dag iets. Dat doen wij met elkaar.")

    assert mean_length(sentences) == 5
    assert reading_ease(sentences, "nl") == pytest.approx(206.84 - 0.93 * 5 - 77 * 1.3)


def test_a_text_without_words_has_no_length() -> None:
    """Nothing to read is nothing to divide by."""
    assert mean_length(sentences_of("`code`")) == 0
