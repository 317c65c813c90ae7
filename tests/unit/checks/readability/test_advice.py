"""A library goes in, advice with its place comes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kennisbank.checks.readability import ADVICE, advise
from kennisbank.checks.readability.stiff_word import plain_words
from kennisbank.library.loading import load_library
from library_files import write_files

if TYPE_CHECKING:
    from pathlib import Path

TERM = """\
title: Reflectie teneinde
summary: >-
  Terugkijken op wat u deed.
reviewed: 2026-01-01
definition: >-
  Terugkijken [@jansen2020] helpt.
"""
PAGE = """\
---
title: Over ons
description: Wat u hier vindt.
---

Wij helpen u.
"""
TWENTY_SIX = "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien " * 2


def advice(root: Path, path: str, text: str) -> list[str]:
    """Return the advice on a library of one file."""
    library, _ = load_library(write_files(root, {path: text}))
    return [str(one) for one in sorted(advise(library))]


def test_plain_dutch_gets_no_advice(tmp_path: Path) -> None:
    """Short sentences of plain words are left alone, and so is the title."""
    assert advice(tmp_path, "terms/reflectie.yml", TERM) == []
    assert advice(tmp_path, "docs/over.md", PAGE) == []


def test_a_long_sentence_is_named_at_its_first_word(tmp_path: Path) -> None:
    """Citations do not count, and the place is right behind them."""
    text = TERM.replace("helpt.", f"helpt [@a; @b]. Zeg {TWENTY_SIX.strip()}.")
    (found,) = advice(tmp_path, "terms/reflectie.yml", text)

    assert found.startswith("terms/reflectie.yml:6:45: long-sentence: deze zin telt 27 woorden.")


def test_twenty_five_words_are_not_too_many(tmp_path: Path) -> None:
    """The limit itself is fine."""
    text = TERM.replace("Terugkijken [@jansen2020] helpt", TWENTY_SIX[4:].strip())

    assert advice(tmp_path, "terms/reflectie.yml", text) == []


def test_a_summary_with_long_sentences_is_named_at_the_longest(tmp_path: Path) -> None:
    """Twenty-two and twenty words are twenty-one on average."""
    before = "Kijk met het team terug op wat er goed ging"
    first = f"{before} deze week en vorige week en ook de week daarvoor."
    second = f"{before} en wat er beter kan deze week en ook de week erna."
    text = TERM.replace("Terugkijken op wat u deed.", f"{first}\n  {second}")
    (found,) = advice(tmp_path, "terms/reflectie.yml", text)

    assert found.startswith("terms/reflectie.yml:4:3: summary-sentences: ")
    assert "gemiddeld 21,0 woorden per zin" in found


def test_one_long_sentence_beside_a_short_one_is_fine(tmp_path: Path) -> None:
    """The mean counts, so that sentences may differ in length."""
    long = "Kijk met het team terug op wat er goed ging en wat er de keer daarna nog beter kan."
    text = TERM.replace("Terugkijken op wat u deed.", f"{long} Dat helpt.")

    assert advice(tmp_path, "terms/reflectie.yml", text) == []


def test_a_summary_of_long_words_is_named_at_the_longest(tmp_path: Path) -> None:
    """The hint says which word to begin with."""
    text = PAGE.replace("Wat u hier vindt.", "Deze organisatieontwikkeling is ingewikkeld.")
    (found,) = advice(tmp_path, "docs/over.md", text)

    assert found.startswith("docs/over.md:3:19: summary-readability: de samenvatting haalt ")
    assert "te beginnen met 'organisatieontwikkeling'" in found


def test_only_summaries_are_measured(tmp_path: Path) -> None:
    """Long words may stand in the text itself, where there is room to explain them."""
    text = PAGE.replace("Wij helpen u.", "Deze organisatieontwikkeling is ingewikkeld.")

    assert advice(tmp_path, "docs/over.md", text) == []


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Tevens helpt het.", "6:1: stiff-word: 'Tevens' is stijf. Schrijf liever 'ook'."),
        ("U dient te\nkijken.", "6:3: stiff-word: 'dient te' is stijf. Schrijf liever 'moet'."),
        (
            "Dit is ten behoeve van u.",
            "6:8: stiff-word: 'ten behoeve van' is stijf. Schrijf liever 'voor'.",
        ),
    ],
)
def test_a_stiff_word_has_the_plain_word_beside_it(
    tmp_path: Path, written: str, expected: str
) -> None:
    """Capitals and line ends make no difference."""
    text = PAGE.replace("Wij helpen u.", written)

    assert advice(tmp_path, "docs/over.md", text) == [f"docs/over.md:{expected}"]


@pytest.mark.parametrize("written", ["`tevens`", "Zie [[term:tevens]].", "De indien-lijst."])
def test_a_stiff_word_counts_only_where_it_is_prose(tmp_path: Path, written: str) -> None:
    """Code, the target of a link and part of a compound are no choice of words."""
    assert advice(tmp_path, "docs/over.md", PAGE.replace("Wij helpen u.", written)) == []


def test_what_waits_for_text_gets_no_advice(tmp_path: Path) -> None:
    """The help in a new file is no prose of the author."""
    text = TERM.replace("Terugkijken [@jansen2020]", "INVULLEN: tevens")

    assert advice(tmp_path, "terms/reflectie.yml", text) == []


def test_development_pages_are_english(tmp_path: Path) -> None:
    """They are for people who work on the code."""
    text = PAGE.replace("Wij helpen u.", "The indien.")

    assert advice(tmp_path, "docs/development/index.md", text) == []


def test_a_rule_has_one_name() -> None:
    """The file and the code of a rule are called the same."""
    for one in ADVICE:
        assert one.RULE.code == one.__name__.split(".")[-1].replace("_", "-")


def test_stiff_words_are_in_order_and_lead_to_plain_ones() -> None:
    """No plain word is itself on the list, and the list is easy to add to."""
    assert list(plain_words("nl")) == sorted(plain_words("nl"))
    assert [word for word in plain_words("nl") if word != word.casefold()] == []
    assert set(plain_words("nl").values()) & plain_words("nl").keys() == set()
