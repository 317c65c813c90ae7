"""Rules that know the words of a language: English is known, and of any other they keep still."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kennisbank.checks.readability import advise
from kennisbank.checks.readability.score import reading_ease
from kennisbank.checks.readability.sentences import sentences_of
from kennisbank.checks.uncited import claim_pattern
from kennisbank.library.loading import load_library
from library_files import problems_in, write_files

if TYPE_CHECKING:
    from pathlib import Path

CONFIGURATION = """\
language: en
kinds:
  word:
    folder: words
    address: words
    label: [Word, Words, What words mean.]
    fields:
      meaning: {is: definition, title: Meaning, help: What it means., example: A habit.}
"""
WORD = """\
title: Reflection
summary: Looking back on what you did.
reviewed: 2026-01-01
meaning: TEXT
"""


def library(root: Path, text: str) -> Path:
    """Write an English library of one word that means a text."""
    files = {"kennisbank.yml": CONFIGURATION, "words/reflection.yml": WORD.replace("TEXT", text)}
    return write_files(root, files)


@pytest.mark.parametrize(
    "claim",
    [
        "It helps 40% of those who try.",
        "It helps 40 per cent of those who try.",
        "It costs 40 dollars a day.",
        "It is 3 times as fast.",
        "Research shows that it helps.",
        "Several studies found that it helps.",
        "The difference was significant.",
    ],
)
def test_an_english_claim_without_a_source_is_told(tmp_path: Path, claim: str) -> None:
    """In English, with the words that make it a claim."""
    (found,) = (one for one in problems_in(library(tmp_path, claim)) if one.code == "uncited")

    assert found.message.startswith("this sentence names no source for '")
    assert found.hint == (
        "Put the source in the sentence: [@key]. "
        "If there is no source, write 'unknown' or remove the claim."
    )


@pytest.mark.parametrize(
    "text", ["Take step 2 in 2026.", "Study what you did.", "Ask 5 people to look back."]
)
def test_english_without_a_claim_needs_no_source(tmp_path: Path, text: str) -> None:
    """Steps, years, counts and advice are no result of research."""
    assert [one for one in problems_in(library(tmp_path, text)) if one.code == "uncited"] == []


def test_a_language_without_words_here_has_signs_only() -> None:
    """A percentage is one everywhere; a Dutch or English phrase is not looked for."""
    assert claim_pattern("fr").search("40 % des participants")
    assert not claim_pattern("fr").search("onderzoek toont, research shows")


def test_a_stiff_english_word_has_the_plain_one_beside_it(tmp_path: Path) -> None:
    """Dutch words are none of its business."""
    loaded, _ = load_library(library(tmp_path, "Utilise it prior to work, tevens."))

    assert [f"{one.location}: {one.message} {one.hint}" for one in advise(loaded)] == [
        "words/reflection.yml:4:10: 'Utilise' is stiff. Rather write 'use'.",
        "words/reflection.yml:4:21: 'prior to' is stiff. Rather write 'before'.",
    ]


def test_the_score_of_english_is_the_published_sum() -> None:
    """Six words of six syllables in two sentences: 206.835 - 1.015 x 3 - 84.6 x 1."""
    sentences = sentences_of("We learn much. We do well.")

    assert reading_ease(sentences, "en") == pytest.approx(206.835 - 1.015 * 3 - 84.6)


def test_a_language_without_a_formula_has_no_score() -> None:
    """Nobody is told that French reads badly by a sum for Dutch."""
    assert reading_ease(sentences_of("Nous apprenons."), "fr") is None
