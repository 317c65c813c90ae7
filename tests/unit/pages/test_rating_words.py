"""The sentences that explain a rating."""

from __future__ import annotations

from fractions import Fraction

import pytest

from evidence_cases import Case, studies
from kennisbank.evidence.rating import rate
from kennisbank.evidence.scale import published_scale
from kennisbank.pages.method_rating import (
    counts_in_words,
    directions_in_words,
    percent,
    rule_in_words,
    share_in_words,
)

SCALE = published_scale()
RULES = {rule.id: rule for level in SCALE.levels for rule in level.rules}
REVIEW = Case("meta-analysis", "verified", "Jansen, Piet", ["favourable", "none"])
TALKS = Case("qualitative", "verified", "Bakker, Anna", ["favourable"])


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("one-review", "één nagetrokken studie van soort A1"),
        ("two-trials", "twee nagetrokken studies van soort A2 of sterker, zonder gedeelde auteur"),
        (
            "followed-in-time",
            "twee nagetrokken studies van soort C of sterker, waarvan één van soort C+ of sterker",
        ),
        ("unverified-only", "één studie van soort C of sterker, niet nagetrokken"),
        ("theory-only", "alleen bronnen van soort D"),
        ("no-studies", "geen enkele bron"),
    ],
)
def test_a_rule_is_told_from_its_own_numbers(rule: str, words: str) -> None:
    """A changed threshold changes the sentence."""
    assert rule_in_words(RULES[rule], SCALE) == words


def test_a_share_just_below_the_threshold_does_not_read_as_reached() -> None:
    """Percentages are rounded down."""
    assert [percent(Fraction(*one)) for one in ((3, 4), (749, 1000), (2, 3))] == [
        "75%",
        "74%",
        "66%",
    ]


def test_the_share_tells_what_held_a_level_back() -> None:
    """Both shares are named where they differ."""
    words = share_in_words(rate(studies([REVIEW, TALKS]), SCALE), SCALE)

    assert words == (
        "Gunstig is 75% van de uitkomsten, en 50% bij het vergelijkende onderzoek. Boven niveau 2 "
        "moet dat 75% zijn. Naar de opzet van het onderzoek alleen was dit ‘sterk onderzocht’ "
        "geweest."
    )


def test_without_a_study_that_counts_there_is_no_share() -> None:
    """Zero of nothing is no percentage."""
    assert share_in_words(rate((), SCALE), SCALE) == ""


def test_each_study_says_whether_it_counts() -> None:
    """The one that carries the level, one beside it, one not verified and a theory."""
    cases = [
        TALKS._replace(design="randomised-trial"),
        TALKS,
        TALKS._replace(state="probable"),
        TALKS._replace(design="theory"),
    ]
    rating = rate(studies(cases), SCALE)

    assert {counts_in_words(study, rating, SCALE) for study in rating.studies} == {
        "Ja, geeft de doorslag",
        "Ja",
        "Hooguit voor niveau 1: de bron is niet nagetrokken",
        "Nee: theorie, mening of een opzet die wij niet kennen",
    }
    assert directions_in_words(studies([REVIEW])[0].directions) == "1 gunstig, 1 geen verschil"
