"""The computed part of a method in the data files: its assessment as plain values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kennisbank.evidence.effects import effects_of, share_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from kennisbank.evidence.assessment import Assessment
    from kennisbank.evidence.context import Context
    from kennisbank.evidence.effects import Sized
    from kennisbank.evidence.rating import OutcomeRating, Rating
    from kennisbank.evidence.scale import Scale
    from kennisbank.evidence.studies import Study

# Beside `fields`, which holds only what an author wrote.
RATING = "rating"
# What a spreadsheet shows of it: the name of a column, and how its value is found.
RATING_COLUMNS: dict[str, Callable[[dict[str, Any]], object]] = {
    "rating_research_level": lambda row: row["research"]["level"],
    "rating_research_label": lambda row: row["research"]["label"],
    "rating_research_outcome": lambda row: row["research"]["leads_with"],
    "rating_research_recommends": lambda row: row["research"]["recommends"],
    "rating_research_outcomes": lambda row: "; ".join(
        f"{one['outcome']} {one['level']} {one['verdict']}" for one in row["research"]["outcomes"]
    ),
    "rating_description_level": lambda row: row["description"]["level"],
    "rating_version": lambda row: row["version"],
}


def assessment_row(assessment: Assessment, scale: Scale) -> dict[str, Any]:
    """Return both scales as plain values; what is not known is null."""
    description = assessment.description
    return {
        "version": scale.version,
        "description": {
            "level": description.level.level,
            "label": description.level.label,
            "missing": list(description.missing),
        },
        "research": _research(assessment.research),
        "context": _context(assessment.context) if assessment.context else None,
    }


def _context(context: Context) -> dict[str, Any]:
    return {
        "in_netherlands": context.in_netherlands.value,
        "studied_target_groups": list(context.studied_groups),
        "other_target_groups": list(context.other_groups),
        "median_year": context.median_year,
        "one_research_group": context.one_research_group.value,
    }


def _research(rating: Rating) -> dict[str, Any]:
    return {
        "level": rating.level.level,
        "label": rating.level.label,
        "leads_with": rating.lead.outcome.value if rating.lead else None,
        "recommends": rating.recommends,
        "outcomes": [_outcome(one) for one in rating.outcomes],
    }


def _outcome(one: OutcomeRating) -> dict[str, Any]:
    return {
        "outcome": one.outcome.value,
        "level": one.level.level,
        "label": one.level.label,
        "verdict": one.verdict.value,
        "recommends": one.recommends,
        "rule": one.rule.id,
        "lowered_from": one.lowered_from.level if one.lowered_from else None,
        "carried_by": [study.key for study in one.carrying],
        "lowered_by": [study.key for study in one.lowered_by],
        "contrary": [study.key for study in one.contrary],
        "studies": [_study(study) for study in one.studies],
        "effects": [_effect(sized) for sized in effects_of(one.studies)],
    }


def _study(study: Study) -> dict[str, Any]:
    return {
        "source": study.key,
        "studydesign": study.design,
        "grade": study.grade.id,
        "recordstate": study.state,
        "retracted": study.retracted,
        "counts": study.counts,
        "direction": study.direction.value,
        "directions": {direction.value: count for direction, count in study.directions.items()},
    }


def _effect(sized: Sized) -> dict[str, Any]:
    """`share` is the part of 100 people that the number stands for; see evidence/effects.py."""
    effect = sized.effect
    return {
        "source": sized.study.key,
        "measure": effect.measure.value,
        "value": float(effect.value),
        "low": None if effect.low is None else float(effect.low),
        "high": None if effect.high is None else float(effect.high),
        "share": round(share_of(effect.measure, effect.value), 3),
    }
