"""How strong the research is, per outcome: golden cases, and what holds for all cases."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from evidence_cases import Case, findings_and_sources
from kennisbank.evidence.rating import OutcomeRating, OutcomeVerdict, Rating, rate, rate_outcome
from kennisbank.evidence.scale import default_scale
from kennisbank.evidence.studies import studies_of
from kennisbank.fields.choices import Direction
from our_kinds import Outcome

if TYPE_CHECKING:
    from random import Random

GOLDEN = yaml.load(Path(__file__).with_name("golden.yml").read_bytes(), yaml.CSafeLoader)
LEARNING = Outcome("leren")  # type: ignore[call-arg]  # an enumeration takes its value
SCALE = default_scale()
AUTHORS = st.sampled_from(["Jansen, Piet", "Bakker, Anna", "Jansen, Piet and Smit, Eva", ""])
WAYS = [one.value for one in Direction]
# From most in favour to least.
ORDER = ["favourable", "mixed", "none", "unfavourable"]
DIRECTIONS = st.lists(st.sampled_from(WAYS), min_size=1, max_size=4)
STATES = st.sampled_from(["verified", "verified", "probable", "as-cited"])
MORE = st.fixed_dictionaries(
    {"outcome": st.sampled_from(["leren", "welzijn"])},
    optional={"k": st.sampled_from([3, 9, 10, 40]), "status": st.just("retracted")},
)
CASE = st.builds(Case, st.sampled_from(sorted(SCALE.designs)), STATES, AUTHORS, DIRECTIONS, MORE)
CASES = st.lists(CASE, max_size=6)


def rated(cases: list[Case]) -> Rating:
    """Return the rating of some sources."""
    return rate(*findings_and_sources(cases), SCALE)


def on_learning(cases: list[Case]) -> OutcomeRating:
    """Return the rating of the one outcome that the cases are about."""
    findings, sources = findings_and_sources(cases)
    learning = [one for one in findings if one.outcome == LEARNING]
    return rate_outcome(LEARNING, studies_of(learning, sources, SCALE), SCALE)


def levels(rating: Rating) -> dict[str, int]:
    """Return the level of each outcome."""
    return {one.outcome.value: one.level.level for one in rating.outcomes}


def recommended(rating: Rating) -> set[str]:
    """Return the outcomes that may be told as something that could help."""
    return {one.outcome.value for one in rating.outcomes if one.recommends}


def expected(golden: dict[str, Any]) -> dict[str, Any]:
    """Return what comes out of a golden case, in the words of its `expect`."""
    cases = [Case(*row) for row in golden["studies"]]
    if "lead" in golden["expect"]:
        rating = rated(cases)
        return {"lead": rating.outcomes[0].outcome.value, "levels": levels(rating)}
    one = on_learning(cases)
    found = {"level": one.level.level, "rule": one.rule.id, "verdict": one.verdict.value}
    return found | ({"lowered_from": one.lowered_from.level} if one.lowered_from else {})


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda golden: golden["why"])
def test_a_golden_case_has_its_level_rule_and_verdict(golden: dict[str, Any]) -> None:
    """What goes in and what comes out stand together in golden.yml."""
    assert expected(golden) == golden["expect"]


def test_the_golden_cases_reach_every_rule_and_verdict() -> None:
    """There are more than sixty, none twice, and no rule or verdict is without one."""
    expects = [golden["expect"] for golden in GOLDEN]

    assert len({golden["why"] for golden in GOLDEN}) == len(GOLDEN) > 60
    assert {one.get("rule") for one in expects} - {None} == {
        rule.id for level in SCALE.levels for rule in level.rules
    }
    assert {one.get("verdict") for one in expects} - {None} == {one.value for one in OutcomeVerdict}


@given(CASES, CASE, st.sampled_from(["mixed", "none", "unfavourable"]))
def test_what_is_not_favourable_never_lifts(cases: list[Case], one: Case, way: str) -> None:
    """A null, mixed or contrary study leaves every level where it was, or lower."""
    before = levels(rated(cases))
    after = rated([*cases, one._replace(directions=[way])])

    assert all(level <= before.get(name, 0) for name, level in levels(after).items())
    assert recommended(after) <= recommended(rated(cases))


@given(CASES, st.data())
def test_a_finding_more_in_favour_never_lowers(cases: list[Case], data: st.DataObject) -> None:
    """One finding of one study, turned one step or more in favour, costs no outcome anything."""
    places = [(at, n) for at, case in enumerate(cases) for n in range(len(case.directions))]
    if not places:
        return
    at, number = data.draw(st.sampled_from(places))
    worse = cases[at].directions[number]
    better = data.draw(st.sampled_from(ORDER[: ORDER.index(worse) + 1]))
    turned = [*cases[at].directions]
    turned[number] = better
    before = rated(cases)
    after = rated([*cases[:at], cases[at]._replace(directions=turned), *cases[at + 1 :]])

    assert all(level >= levels(before)[name] for name, level in levels(after).items())
    assert recommended(before) <= recommended(after)


@given(CASES, CASE)
def test_a_favourable_study_never_lowers(cases: list[Case], one: Case) -> None:
    """More good news cannot make the judgement worse."""
    after = levels(rated([*cases, one._replace(directions=["favourable"])]))

    assert all(after[name] >= level for name, level in levels(rated(cases)).items())


@given(CASES, st.randoms())
def test_the_order_of_findings_does_not_matter(cases: list[Case], random: Random) -> None:
    """Authors may list their findings in any order."""
    findings, sources = findings_and_sources(cases)
    shuffled = [*findings]
    random.shuffle(shuffled)
    one, other = rate(findings, sources, SCALE), rate(shuffled, sources, SCALE)
    told = [[(o.outcome, o.level, o.rule, o.verdict) for o in r.outcomes] for r in (one, other)]

    assert told[0] == told[1]


@given(CASES, st.integers(min_value=2, max_value=10))
def test_a_study_that_is_cited_often_counts_once(cases: list[Case], times: int) -> None:
    """Ten findings from one source say as much as one."""
    findings, sources = findings_and_sources(cases)

    assert levels(rate(findings * times, sources, SCALE)) == levels(rate(findings, sources, SCALE))


@given(CASES, CASE)
def test_a_retracted_source_changes_no_level(cases: list[Case], one: Case) -> None:
    """What was taken back lifts nothing, and lowers nothing either."""
    one = one._replace(more={**one.more, "status": "retracted"})
    after = levels(rated([*cases, one]))

    assert {name: after[name] for name in levels(rated(cases))} == levels(rated(cases))
    assert recommended(rated([one])) == set()


@given(CASES, CASE, st.sampled_from(["probable", "as-cited"]))
def test_an_unverified_source_changes_no_level(cases: list[Case], one: Case, state: str) -> None:
    """What nobody could find lifts nothing, and lowers nothing either."""
    one = one._replace(state=state)
    after = levels(rated([*cases, one]))

    assert {name: after[name] for name in levels(rated(cases))} == levels(rated(cases))
    assert recommended(rated([one])) == set()


@given(CASES)
def test_theory_and_unknown_designs_change_no_level(cases: list[Case]) -> None:
    """Above level 0 the rating is that of the research alone."""
    research = [case for case in cases if SCALE.designs[case.design] != "nothing"]
    left = levels(rated(research))

    assert all(level == left.get(name, 0) for name, level in levels(rated(cases)).items())


@given(CASES, CASE)
def test_another_outcome_changes_no_level(cases: list[Case], one: Case) -> None:
    """A level belongs to one outcome: what is found on another is no part of it."""
    one = one._replace(more={**one.more, "outcome": "innovatie"})
    after = levels(rated([*cases, one]))

    assert {name: after[name] for name in levels(rated(cases))} == levels(rated(cases))


@given(CASES)
def test_a_rating_names_the_studies_that_carry_it(cases: list[Case]) -> None:
    """As many as the rule asks, of its grades, favourable, verified and not retracted."""
    for one in rated(cases).outcomes:
        assert len(one.carrying) == one.rule.count
        assert all(study.grade.id in one.rule.grades for study in one.carrying)
        assert all(study.counts for study in one.carrying)
        assert all(study.direction is Direction.FAVOURABLE for study in one.carrying)


@given(CASES)
def test_only_what_is_favourable_is_recommended(cases: list[Case]) -> None:
    """An outcome may be recommended only by a level above 0, and never when it was disputed."""
    for one in rated(cases).outcomes:
        if one.recommends:
            assert one.level.level > 0
            assert one.lowered_from is None
            assert one.carrying
