"""How large an effect is, as so many people out of a hundred, by published formulas.

Every measure keeps its own formula; none is turned into another, because that asks for facts that
a source seldom gives. A share is between 0 and 1.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from kennisbank.evidence.rating import OutcomeRating
from kennisbank.evidence.studies import Study
from kennisbank.fields.choices import Direction, EffectMeasure
from kennisbank.fields.compounds import Effect, Finding

STANDARDISED = frozenset({EffectMeasure.D, EffectMeasure.G})
# Of what happens to one in two people without the method, when a source gives no such share.
HALF = 0.5


def share_above_average(difference: float) -> float:
    """Return U3: the share of those with the method who do better than the average without it.

    The standard normal distribution at d, where both groups are normal with the same spread: Cohen
    (1988), Statistical power analysis for the behavioral sciences, 2nd ed., section 2.2. Hedges' g
    is d without its bias in small samples (Hedges, 1981, doi:10.3102/10769986006002107), and is
    read the same way.
    """
    return (1 + math.erf(difference / math.sqrt(2))) / 2


def share_together(correlation: float) -> float:
    """Return the share of those above average on one thing who are so on the other as well.

    One half plus arcsin(r) / pi, where both are normal together: Dunlap (1994), Generalizing the
    common language effect size indicator to bivariate normal correlations, Psychological Bulletin,
    116(3), 509-511, doi:10.1037/0033-2909.116.3.509.
    """
    return HALF + math.asin(max(-1.0, min(1.0, correlation))) / math.pi


def share_by_odds(ratio: float, without: float = HALF) -> float:
    """Return the share with the method, where `without` is the share without it.

    The odds without it times the ratio, as a share again: Cochrane Handbook for Systematic Reviews
    of Interventions (2019), section 15.4.4.4, formula for the assumed comparator risk.
    """
    odds = ratio * without / (1 - without)
    return odds / (1 + odds)


def share_of(measure: EffectMeasure, value: Decimal) -> float:
    """Return the share that a value of a measure stands for; of percentage points the points."""
    number = float(value)
    if measure in STANDARDISED:
        return share_above_average(number)
    if measure is EffectMeasure.R:
        return share_together(number)
    if measure is EffectMeasure.ODDS_RATIO:
        return share_by_odds(number)
    return number / 100


def no_difference(measure: EffectMeasure) -> float:
    """Return the value that says there is no difference."""
    return 1.0 if measure is EffectMeasure.ODDS_RATIO else 0.0


def points_in_favour(effect: Effect) -> bool:
    """Return whether the value itself is on the good side of no difference."""
    return float(effect.value) > no_difference(effect.measure)


def could_be_nothing(effect: Effect) -> bool:
    """Return whether the interval holds the value that says there is no difference."""
    if effect.low is None or effect.high is None:
        return False
    return float(effect.low) <= no_difference(effect.measure) <= float(effect.high)


@dataclass(frozen=True, slots=True)
class Sized:
    """One effect on an outcome, with the study and the finding that it comes from."""

    study: Study
    finding: Finding
    effect: Effect


def effects_of(studies: Iterable[Study]) -> tuple[Sized, ...]:
    """Return the effects that studies give a size of, in the order of the studies."""
    return tuple(
        Sized(study, finding, finding.effect)
        for study in studies
        for finding in study.findings
        if finding.effect
    )


def leading_effect(rating: OutcomeRating) -> Sized | None:
    """Return the effect that may be told with the level: of a favourable study that carries it."""
    favourable = [
        one
        for one in effects_of(rating.carrying)
        if one.finding.direction is Direction.FAVOURABLE and points_in_favour(one.effect)
    ]
    return favourable[0] if favourable and rating.recommends else None
