"""Studies become a rating: a level, the rule that fired, and everything that led to it.

The share of favourable findings is taken over studies, not over findings: each study weighs the
same, so that cutting one result into five findings changes nothing. It must be reached over all
studies that count and over the comparative ones apart, so that many weak studies cannot outvote a
strong one. A source that is not verified can lower the share, and never raise it. The highest
levels say that studies point to an effect, so only what found something favourable carries them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING

from kennisbank.evidence.independence import are_independent
from kennisbank.fields.choices import Direction

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kennisbank.evidence.scale import EvidenceLevel, LevelRule, Scale
    from kennisbank.evidence.studies import Study


class Outcomes(StrEnum):
    """Which way the studies that count point, taken together."""

    FAVOURABLE = "favourable"
    MIXED = "mixed"
    NO_GAIN = "no-gain"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Rating:
    """How strong the research is, with its own explanation.

    `carrying` are the studies by which the rule was met; `held_back` is the level that the designs
    would have given when too few findings are favourable, and None otherwise.
    """

    level: EvidenceLevel
    rule: LevelRule
    studies: tuple[Study, ...]
    carrying: tuple[Study, ...]
    share: Fraction | None
    comparative_share: Fraction | None
    outcomes: Outcomes
    held_back: EvidenceLevel | None


def rate(studies: Sequence[Study], scale: Scale) -> Rating:
    """Return the rating: the first rule that fits, from the highest level down."""
    shares = favourable_share(studies), favourable_share(_comparative(studies))
    enough = all(one is None or one * 100 >= scale.favourable_percent for one in shares)
    by_design = list(_met_rules(studies, scale))
    pointing = [study for study in studies if study.favourable]
    high = [one for one in _met_rules(pointing, scale) if enough and one[0].level > scale.mixed_cap]
    low = [one for one in by_design if one[0].level <= scale.mixed_cap]
    level, rule, carrying = (high or low)[0]
    return Rating(
        level=level,
        rule=rule,
        studies=tuple(studies),
        carrying=carrying,
        share=shares[0],
        comparative_share=shares[1],
        outcomes=_outcomes(studies, shares[0], enough=enough),
        held_back=by_design[0][0] if not enough and by_design[0][0] != level else None,
    )


def _met_rules(
    studies: Sequence[Study], scale: Scale
) -> Iterator[tuple[EvidenceLevel, LevelRule, tuple[Study, ...]]]:
    for level in scale.levels:
        for rule in level.rules:
            carrying = _carrying(rule, studies, scale)
            if carrying is not None:
                yield level, rule, carrying


def _carrying(rule: LevelRule, studies: Sequence[Study], scale: Scale) -> tuple[Study, ...] | None:
    """Return the first studies that meet a rule together; None when there are none."""
    enough = scale.strength[rule.at_least]
    strongest = scale.strength[rule.strongest or rule.at_least]
    fitting = [
        study
        for study in studies
        if scale.strength[study.grade.id] >= enough and (study.verified or not rule.verified)
    ]
    for group in combinations(fitting, rule.count):
        best = max((scale.strength[study.grade.id] for study in group), default=strongest)
        apart = not rule.independent or are_independent(study.authors for study in group)
        if best >= strongest and apart:
            return group
    return None


def counting(studies: Sequence[Study]) -> tuple[Study, ...]:
    """Return the studies that are research: all but theory, opinion and unknown designs."""
    return tuple(study for study in studies if study.grade.research)


def _comparative(studies: Sequence[Study]) -> tuple[Study, ...]:
    return tuple(study for study in studies if study.grade.comparative)


def favourable_share(studies: Sequence[Study]) -> Fraction | None:
    """Return the mean over studies of the part of their findings that is favourable."""
    parts = [
        study.favourable if study.verified else Fraction(0)
        for study in counting(studies)
        if study.verified or study.favourable < 1
    ]
    return sum(parts, Fraction(0)) / len(parts) if parts else None


def _outcomes(studies: Sequence[Study], share: Fraction | None, *, enough: bool) -> Outcomes:
    if share is None:
        return Outcomes.UNKNOWN
    if enough:
        return Outcomes.FAVOURABLE
    pointing = {direction for study in counting(studies) for direction in study.directions}
    gain = pointing & {Direction.FAVOURABLE, Direction.MIXED}
    return Outcomes.MIXED if gain else Outcomes.NO_GAIN
