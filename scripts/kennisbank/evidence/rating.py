"""How strong the research is, for each outcome of a method, with all that led to it.

Only favourable findings lift. A study is taken with all that it found on the outcome: one that
found something favourable and something else is mixed, and lifts nothing. The studies that found
no difference, or harm, are measured by the same rules; where they come as far as the favourable
ones, the level is lowered. Sources that are not verified, or retracted, are shown and count
neither way.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from kennisbank.evidence.independence import are_independent
from kennisbank.evidence.scale import EvidenceLevel, LevelRule, Scale
from kennisbank.evidence.studies import Study, studies_of
from kennisbank.fields.choices import Direction
from kennisbank.fields.compounds import Finding
from kennisbank.fields.types import Choice
from kennisbank.sources.source import Source

_AGAINST = frozenset({Direction.NONE, Direction.UNFAVOURABLE})


class OutcomeVerdict(StrEnum):
    """Which way the studies that count point, taken together."""

    FAVOURABLE = "favourable"
    MIXED = "mixed"
    NONE = "none"
    CONTRARY = "contrary"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class OutcomeRating:
    """How strong the research on one outcome is, with its own explanation.

    `carrying` are the studies by which `rule` was met. `lowered_from` is the level that they gave
    before studies that are as strong and found no difference or harm, `lowered_by`, took some of
    it away; it is None when nothing did.
    """

    outcome: Choice
    level: EvidenceLevel
    rule: LevelRule
    verdict: OutcomeVerdict
    studies: tuple[Study, ...]
    carrying: tuple[Study, ...]
    lowered_from: EvidenceLevel | None
    lowered_by: tuple[Study, ...]

    @property
    def recommends(self) -> bool:
        """Whether a reader may be told that this could help: a level, and all in favour of it."""
        return self.level.level > 0 and self.verdict is OutcomeVerdict.FAVOURABLE

    @property
    def contrary(self) -> tuple[Study, ...]:
        """The studies that found harm, counted or not: a reader must see these first."""
        return pointing(self.studies, {Direction.UNFAVOURABLE})

    @property
    def counting(self) -> tuple[Study, ...]:
        """The studies that count."""
        return counting(self.studies)


@dataclass(frozen=True, slots=True)
class Rating:
    """The outcomes of a method, the best supported first; the first leads."""

    outcomes: tuple[OutcomeRating, ...]
    lowest: EvidenceLevel

    @property
    def lead(self) -> OutcomeRating | None:
        """The outcome that the method leads with, if anything was found on any."""
        return self.outcomes[0] if self.outcomes else None

    @property
    def level(self) -> EvidenceLevel:
        """The level of the outcome that leads."""
        return self.outcomes[0].level if self.outcomes else self.lowest

    @property
    def recommends(self) -> bool:
        """Whether the outcome that leads may be told as something that could help."""
        return bool(self.lead and self.lead.recommends)

    @property
    def contrary(self) -> tuple[OutcomeRating, ...]:
        """The outcomes on which a study found harm."""
        return tuple(one for one in self.outcomes if one.contrary)

    def of(self, outcome: Choice) -> OutcomeRating | None:
        """Return the rating of one outcome, if anything was found on it."""
        return next((one for one in self.outcomes if one.outcome is outcome), None)


def rate(findings: Iterable[Finding], sources: Mapping[str, Source], scale: Scale) -> Rating:
    """Return the rating of each outcome that the findings are about."""
    by_outcome: dict[Choice, list[Finding]] = {}
    for finding in findings:
        by_outcome.setdefault(finding.outcome, []).append(finding)
    rated = [
        rate_outcome(outcome, studies_of(found, sources, scale), scale)
        for outcome, found in by_outcome.items()
    ]
    return Rating(tuple(sorted(rated, key=_order)), scale.levels[-1])


def rate_outcome(outcome: Choice, studies: Sequence[Study], scale: Scale) -> OutcomeRating:
    """Return the rating of one outcome from all that was found on it."""
    favourable = pointing(counting(studies), {Direction.FAVOURABLE})
    against = pointing(counting(studies), _AGAINST)
    level, rule, carrying = _reached(favourable, scale)
    opposing, _, opponents = _reached(against, scale)
    lowered = level.level > 0 and opposing.level >= level.level
    return OutcomeRating(
        outcome=outcome,
        level=scale.level(max(0, level.level - scale.lowered_by)) if lowered else level,
        rule=rule,
        verdict=_verdict(studies, scale),
        studies=tuple(studies),
        carrying=carrying,
        lowered_from=level if lowered else None,
        lowered_by=opponents if lowered else (),
    )


def counting(studies: Iterable[Study]) -> tuple[Study, ...]:
    """Return the studies that count: research from verified sources that were not retracted."""
    return tuple(study for study in studies if study.counts)


def pointing(studies: Iterable[Study], directions: Iterable[Direction]) -> tuple[Study, ...]:
    """Return the studies that point one of these ways."""
    wanted = frozenset(directions)
    return tuple(study for study in studies if study.direction in wanted)


def _reached(
    studies: Sequence[Study], scale: Scale
) -> tuple[EvidenceLevel, LevelRule, tuple[Study, ...]]:
    """Return the first rule that some studies meet, from the highest level down."""
    for level in scale.levels:
        for rule in level.rules:
            carrying = _carrying(rule, studies)
            if carrying is not None:
                return level, rule, carrying
    # The scale makes sure that its lowest level asks for nothing.
    raise AssertionError


def _carrying(rule: LevelRule, studies: Sequence[Study]) -> tuple[Study, ...] | None:
    """Return the first studies that meet a rule together; None when there are none."""
    fitting = [one for one in studies if one.grade.id in rule.grades and one.size >= rule.studies]
    for group in combinations(fitting, rule.count):
        if not rule.independent or are_independent(study.authors for study in group):
            return group
    return None


def _verdict(studies: Sequence[Study], scale: Scale) -> OutcomeVerdict:
    """Compare how far the studies that point each way would come by themselves."""
    counted = counting(studies)
    if not counted:
        return OutcomeVerdict.UNKNOWN
    favourable = _strength(counted, {Direction.FAVOURABLE}, scale)
    against = _strength(counted, _AGAINST, scale)
    others = _strength(counted, {*Direction} - {Direction.FAVOURABLE}, scale)
    if favourable > against and favourable >= others:
        return OutcomeVerdict.FAVOURABLE
    if against > max(favourable, _strength(counted, {Direction.MIXED}, scale)):
        harm = _strength(counted, {Direction.UNFAVOURABLE}, scale)
        nothing = _strength(counted, {Direction.NONE}, scale)
        return OutcomeVerdict.CONTRARY if harm >= nothing else OutcomeVerdict.NONE
    return OutcomeVerdict.MIXED


def _strength(studies: Sequence[Study], directions: Iterable[Direction], scale: Scale) -> int:
    return _reached(pointing(studies, directions), scale)[0].level


def _order(one: OutcomeRating) -> tuple[bool, int, int, int, int]:
    """Sort what may be recommended first, then by level, and by how much carries it."""
    size = sum(max(1, study.size) for study in one.carrying)
    place = [*type(one.outcome)].index(one.outcome)
    return not one.recommends, -one.level.level, -size, -len(one.counting), place
