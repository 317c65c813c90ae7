"""Effects in people out of a hundred, by the published formulas."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.evidence.effects import (
    could_be_nothing,
    points_in_favour,
    share_above_average,
    share_by_odds,
    share_of,
    share_together,
)
from kennisbank.fields.choices import EffectMeasure
from kennisbank.fields.compounds import Effect


@pytest.mark.parametrize(
    ("difference", "share"),
    # Cohen (1988), table 2.2.1: U3 in per cent at d.
    [(0.0, 0.500), (0.2, 0.579), (0.5, 0.691), (0.8, 0.788), (1.0, 0.841), (2.0, 0.977)],
)
def test_a_standardised_difference_has_the_share_of_the_table(
    difference: float, share: float
) -> None:
    """And the other way round for a difference against."""
    assert share_above_average(difference) == pytest.approx(share, abs=0.0006)
    assert share_above_average(-difference) == pytest.approx(1 - share, abs=0.0006)


@pytest.mark.parametrize(
    ("correlation", "share"), [(0.0, 0.5), (0.1, 0.532), (0.3, 0.597), (0.5, 2 / 3), (1.0, 1.0)]
)
def test_a_correlation_has_the_share_above_average_on_both(
    correlation: float, share: float
) -> None:
    """At r = 0.5 it is two in three, since arcsin(0.5) is a sixth of pi."""
    assert share_together(correlation) == pytest.approx(share, abs=0.0006)


@pytest.mark.parametrize(
    ("ratio", "without", "share"),
    [(1.0, 0.5, 0.5), (3.0, 0.5, 0.75), (0.5, 0.5, 1 / 3), (2.0, 0.2, 1 / 3)],
)
def test_an_odds_ratio_is_worked_out_from_the_share_without(
    ratio: float, without: float, share: float
) -> None:
    """Three times even odds is three to one."""
    assert share_by_odds(ratio, without) == pytest.approx(share)


def test_percentage_points_are_people_out_of_a_hundred() -> None:
    """Nothing is worked out."""
    assert share_of(EffectMeasure.PERCENTAGE_POINTS, Decimal("7.5")) == 0.075


def effect(measure: str, value: str, low: str | None = None, high: str | None = None) -> Effect:
    """Return an effect as an author writes it."""
    values = {"measure": measure, "value": value, "low": low, "high": high}
    return Effect.model_validate({name: one for name, one in values.items() if one})


def test_an_interval_that_holds_no_difference_is_seen() -> None:
    """Of an odds ratio that is 1, of the others 0; without an interval nothing is claimed."""
    assert could_be_nothing(effect("d", "0.3", "-0.1", "0.7"))
    assert not could_be_nothing(effect("d", "0.3", "0.1", "0.7"))
    assert could_be_nothing(effect("or", "1.4", "0.9", "2.2"))
    assert not could_be_nothing(effect("or", "1.4", "1.1", "2.2"))
    assert not could_be_nothing(effect("d", "0.3"))


def test_what_points_in_favour_is_above_no_difference() -> None:
    """An odds ratio of 0.8 does not."""
    assert points_in_favour(effect("or", "1.2"))
    assert not points_in_favour(effect("or", "0.8"))
    assert not points_in_favour(effect("g", "0"))


@given(st.sampled_from([*EffectMeasure]), st.decimals("-3", "3", places=2))
def test_a_share_of_a_comparison_is_a_share(measure: EffectMeasure, value: Decimal) -> None:
    """Whatever is written, between nobody and everybody; of points it may be below zero."""
    number = abs(value) if measure is EffectMeasure.ODDS_RATIO else value

    if measure is not EffectMeasure.PERCENTAGE_POINTS:
        assert 0 <= share_of(measure, number) <= 1
