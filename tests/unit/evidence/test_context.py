"""What stands beside the level and is never subtracted from it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from evidence_cases import Case, studies
from evidence_library import TALKS, finding, method, write_evidence
from evidence_library import TRIAL as ONE_TRIAL
from kennisbank.evidence.assessment import Assessments
from kennisbank.evidence.context import Context, ContextAnswer, context_of, group_patterns
from kennisbank.library.library import EntryKey
from kennisbank.library.loading import load_library

if TYPE_CHECKING:
    from pathlib import Path

PATTERNS = {"buitendienst": re.compile("buitendienst", re.IGNORECASE)}
TRIAL = Case("randomised-trial", "verified", "Jansen, Piet", ["favourable"])
OTHER = Case("qualitative", "verified", "Bakker, Anna", ["favourable"])


def beside(*cases: Case, groups: tuple[str, ...] = ()) -> Context:
    """Return what can be said of some sources."""
    context = context_of(studies(cases), groups, PATTERNS, ("Nederland",))
    assert context is not None
    return context


@pytest.mark.parametrize(
    ("countries", "answer"),
    [
        (["Nederland"], ContextAnswer.YES),
        (["België", "Nederland en Duitsland"], ContextAnswer.YES),
        (["België", "onbekend"], ContextAnswer.UNKNOWN),
        (["België", "Italië"], ContextAnswer.NO),
        (["België", "verschillende landen"], ContextAnswer.UNKNOWN),
        (["several countries"], ContextAnswer.UNKNOWN),
        (["internationaal"], ContextAnswer.UNKNOWN),
    ],
)
def test_the_netherlands_is_found_among_the_countries(
    countries: list[str], answer: ContextAnswer
) -> None:
    """One study here is enough; a country or a review that names none leaves it open."""
    assert beside(*(TRIAL._replace(country=one) for one in countries)).in_country is answer


def test_a_target_group_is_studied_when_a_population_names_it() -> None:
    """The groups of the method are told apart into studied and not found."""
    case = TRIAL._replace(population="24 medewerkers van de Buitendienst")
    context = beside(case, groups=("zzpers", "buitendienst"))

    assert context.studied_groups == ("buitendienst",)
    assert context.other_groups == ("zzpers",)


def test_the_median_year_is_that_of_the_older_study_in_the_middle() -> None:
    """Studies from 1990, 2010, 2020 and 2024 have their middle in 2010; no year counts for none."""
    years = ["2020", "1990", "2024", "2010", ""]
    context = beside(*(TRIAL._replace(year=year) for year in years))

    assert (context.median_year, context.dated) == (2010, 4)
    assert beside(TRIAL._replace(year="z.d.")).median_year is None


@pytest.mark.parametrize(
    ("cases", "answer"),
    [
        ([TRIAL], ContextAnswer.YES),
        ([TRIAL, TRIAL], ContextAnswer.YES),
        ([TRIAL, OTHER], ContextAnswer.NO),
        ([TRIAL, TRIAL, OTHER], ContextAnswer.NO),
        ([TRIAL, OTHER._replace(author="Bakker, Anna and others")], ContextAnswer.UNKNOWN),
    ],
)
def test_one_research_group_means_no_independent_pair(
    cases: list[Case], answer: ContextAnswer
) -> None:
    """A single study is one group; incomplete lists of authors leave it open."""
    assert beside(*cases).one_research_group is answer


def test_theory_says_nothing_about_who_was_studied() -> None:
    """Without research there is nothing beside the level."""
    theory = TRIAL._replace(design="theory", country="Nederland")

    assert context_of(studies([theory]), (), PATTERNS) is None


@pytest.mark.parametrize(
    ("population", "found"),
    [
        ("24 medewerkers van de buitendienst van 5 gemeenten", True),
        ("Groenvoorziening in Tilburg", True),
        ("[[target-group:buitendienst|mensen die buiten werken]]", True),
        ("medewerkers van de buitendienstplanning", False),
        ("80 kantoormedewerkers", False),
    ],
)
def test_a_group_is_found_by_its_link_title_or_other_names(
    tmp_path: Path, population: str, found: bool
) -> None:
    """Whole words only, whatever their capitals."""
    library, _ = load_library(write_evidence(tmp_path, ruilen=method("Ruilen")))

    assert bool(group_patterns(library)["buitendienst"].search(population)) is found


def test_a_method_was_studied_with_whom_any_outcome_was_studied(tmp_path: Path) -> None:
    """Who took part is told of all outcomes, not only of the one that leads."""
    found = [
        finding("jansen2020", "prestaties"),
        finding("bakker2016", "leren", population="24 medewerkers van de buitendienst"),
    ]
    talks = TALKS.replace("as-cited", "verified")
    ruilen = method("Ruilen", *found, groups="buitendienst")
    library, _ = load_library(write_evidence(tmp_path, ONE_TRIAL + talks, ruilen=ruilen))
    context = Assessments(library)[EntryKey("method", "ruilen")].context

    assert context is not None
    assert context.studied_groups == ("buitendienst",)
