"""How strong the research is: golden cases, and what holds for all cases."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from evidence_cases import Case, studies
from kennisbank.evidence.rating import Rating, rate
from kennisbank.evidence.scale import published_scale
from kennisbank.fields.choices import Direction

if TYPE_CHECKING:
    from random import Random

GOLDEN = yaml.safe_load(Path(__file__).with_name("golden.yml").read_text(encoding="utf-8"))
SCALE = published_scale()
AUTHORS = st.sampled_from(["Jansen, Piet", "Bakker, Anna", "Jansen, Piet and Smit, Eva", ""])
DIRECTIONS = st.lists(st.sampled_from([one.value for one in Direction]), min_size=1, max_size=4)
RESEARCH = st.sampled_from([one for one, grade in SCALE.designs.items() if grade != "D"])
VERIFIED, UNVERIFIED = st.just("verified"), st.sampled_from(["probable", "as-cited"])


def case(design: st.SearchStrategy[str], state: st.SearchStrategy[str]) -> st.SearchStrategy[Case]:
    """Draw a source with one to four findings."""
    return st.tuples(design, state, AUTHORS, DIRECTIONS).map(lambda row: Case(*row))


CASES = st.lists(case(st.sampled_from(list(SCALE.designs)), VERIFIED | UNVERIFIED), max_size=6)


def rated(cases: list[Case]) -> Rating:
    """Return the rating of some sources."""
    return rate(studies(cases), SCALE)


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda golden: golden["why"])
def test_a_golden_case_has_its_level_rule_and_outcomes(golden: dict[str, Any]) -> None:
    """What goes in and what comes out stand together in golden.yml."""
    rating = rated([Case(*row) for row in golden["studies"]])

    assert golden["expect"] == {
        "level": rating.level.level,
        "rule": rating.rule.id,
        "outcomes": rating.outcomes.value,
    } | ({"held_back": rating.held_back.level} if rating.held_back else {})


def test_the_golden_cases_reach_every_rule() -> None:
    """There are more than forty, none twice, and no rule is without one."""
    reached = {golden["expect"]["rule"] for golden in GOLDEN}

    assert len({golden["why"] for golden in GOLDEN}) == len(GOLDEN) > 40
    assert reached == {rule.id for level in SCALE.levels for rule in level.rules}


@given(CASES, case(RESEARCH, VERIFIED))
def test_a_favourable_verified_study_never_lowers_the_level(cases: list[Case], one: Case) -> None:
    """More good news cannot make the judgement worse."""
    one = one._replace(directions=["favourable"])

    assert rated([*cases, one]).level.level >= rated(cases).level.level


@given(CASES, case(RESEARCH, UNVERIFIED))
def test_an_unverified_study_never_lifts_a_level_above_one(cases: list[Case], one: Case) -> None:
    """What nobody could find may warn, but not recommend."""
    assert rated([*cases, one]).level.level <= max(1, rated(cases).level.level)


@given(CASES, st.sampled_from(["unfavourable", "none", "mixed"]))
def test_a_study_that_is_not_favourable_never_lifts_above_two(
    cases: list[Case], direction: str
) -> None:
    """It may show that research exists (level 1 or 2), but more needs favourable findings."""
    one = Case("randomised-trial", "verified", "Mulder, Jan", [direction])

    assert rated([*cases, one]).level.level <= max(2, rated(cases).level.level)


@given(CASES)
def test_repeating_a_finding_changes_nothing_between_studies(cases: list[Case]) -> None:
    """Each study weighs the same: telling all its findings three times leaves the rating."""
    repeated = [case._replace(directions=case.directions * 3) for case in cases]

    assert rated(repeated).level == rated(cases).level
    assert rated(repeated).share == rated(cases).share


@given(CASES, st.randoms())
def test_the_order_of_findings_does_not_matter(cases: list[Case], random: Random) -> None:
    """Authors may list their sources in any order."""
    shuffled = list(cases)
    random.shuffle(shuffled)
    one, other = rated(cases), rated(shuffled)

    assert (one.level, one.rule, one.outcomes) == (other.level, other.rule, other.outcomes)


@given(CASES)
def test_theory_and_unknown_designs_change_no_level_of_research(cases: list[Case]) -> None:
    """Above level 0 the rating is that of the research alone."""
    research = [case for case in cases if SCALE.designs[case.design] != "D"]

    assert rated(cases).level == rated(research).level


@given(CASES)
def test_a_rating_names_the_studies_that_carry_it(cases: list[Case]) -> None:
    """As many as the rule asks, each strong enough, and verified where the rule asks that."""
    rating = rated(cases)
    enough = SCALE.strength[rating.rule.at_least]

    assert len(rating.carrying) == rating.rule.count
    assert all(SCALE.strength[study.grade.id] >= enough for study in rating.carrying)
    assert all(study.verified for study in rating.carrying) or not rating.rule.verified
