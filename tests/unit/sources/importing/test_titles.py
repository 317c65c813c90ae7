"""What counts as the same title, and when capitals are too many."""

from __future__ import annotations

import pytest

from items import item
from kennisbank.sources.importing.known_work import (
    in_capitals,
    in_title_case,
    same_title,
    same_work,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Work redesign", "Work Redesign."),
        ("De lerende organisatie", "Lerende organisatie"),
        ("Leren: een begin", "Leren – een begin"),
        ("Über das Lernen", "Uber das Lernen"),
        (
            "How work redesign interventions affect performance",
            "How work redesign interventions affect performance: An evidence-based model",
        ),
        ("Organiseren van leren op de werkplek", "Organiseren van het leren op de werkplek"),
    ],
)
def test_one_title_written_in_two_ways_is_the_same(one: str, other: str) -> None:
    """Case, marks, accents, an article and a subtitle do not make another work."""
    assert same_title(one, other)
    assert same_title(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SLIM Nulmeting 2021", "SLIM Nulmeting 2023"),
        ("Leren", "Leren: wat werkt op de werkvloer?"),
        ("Leren op het werk", "Leren van het werk in de zorg"),
        ("Learning at work", "Working at learning"),
        ("", ""),
        ("...", "???"),
    ],
)
def test_other_works_with_titles_alike_are_not(one: str, other: str) -> None:
    """Another number, another topic, a short title with a subtitle, or no title at all."""
    assert not same_title(one, other)
    assert not same_title(other, one)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("LEREN OP DE WERKPLEK", True),
        ("Leren op de werkplek", False),
        ("TNO", False),
        ("AES 2016", False),
        ("", False),
    ],
)
def test_capitals_throughout_are_seen(text: str, *, expected: bool) -> None:
    """An acronym is no text in capitals."""
    assert in_capitals(text) is expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Job Demands, Job Decision Latitude, and Mental Strain", True),
        ("Workers' Experienced Job Demands and Resource Gaps in Home Care", True),
        ("Job demands, job decision latitude, and mental strain", False),
        ("Working in Germany: The German Socio-Economic Panel as {Panel of Europe} data", False),
        ("Adult Education Survey (AES)", False),
        ("COVID-19 and learning in the Netherlands, Belgium and Northern France today", False),
        ("Sentence case: Every part. Starts again? With a capital! This counts for nothing", False),
        ("The {Very Much Protected Title Of This Work} is fine", False),
        ("", False),
    ],
)
def test_title_case_is_most_words_with_a_capital(title: str, *, expected: bool) -> None:
    """Names, acronyms, braces and the first words of a sentence raise no alarm."""
    assert in_title_case(title) is expected


@pytest.mark.parametrize(
    ("author", "year", "is_same"),
    [("Vos", 2020, True), ("Vos", 2021, True), ("Bos", 2020, True), ("Bos", 2021, False)],
)
def test_a_title_alone_makes_no_work_the_same(author: str, year: int, *, is_same: bool) -> None:
    """Many books begin with an Inleiding; other people in another year wrote another one."""
    ours = item(title="Inleiding", author=[{"family": "Vos"}], issued={"date-parts": [[2020]]})
    theirs = item(title="Inleiding", author=[{"family": author}], issued={"date-parts": [[year]]})

    assert same_work(ours, theirs) is is_same
    assert same_work(ours, item(title="Inleiding"))
