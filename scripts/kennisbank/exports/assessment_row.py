"""An assessment becomes the computed part of a method in the data files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kennisbank.evidence.scale import published_scale

if TYPE_CHECKING:
    from collections.abc import Callable

    from kennisbank.evidence.assessment import Assessment
    from kennisbank.evidence.context import Context
    from kennisbank.evidence.rating import Rating
    from kennisbank.evidence.studies import Study

# Beside `fields`, which holds only what an author wrote.
RATING = "rating"
# What a spreadsheet shows of it: the name of a column, and how its value is found.
RATING_COLUMNS: dict[str, Callable[[dict[str, Any]], object]] = {
    "rating_research_level": lambda row: row["research"]["level"],
    "rating_research_label": lambda row: row["research"]["label"],
    "rating_research_rule": lambda row: row["research"]["rule"],
    "rating_research_outcomes": lambda row: row["research"]["outcomes"],
    "rating_description_level": lambda row: row["description"]["level"],
    "rating_version": lambda row: row["version"],
}


def assessment_row(assessment: Assessment) -> dict[str, Any]:
    """Return both scales as plain values; what is not known is null."""
    description = assessment.description
    return {
        "version": published_scale().version,
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
        "rule": rating.rule.id,
        "outcomes": rating.outcomes.value,
        "held_back_from": rating.held_back.level if rating.held_back else None,
        "carried_by": [study.key for study in rating.carrying],
        "studies": [_study(study) for study in rating.studies],
    }


def _study(study: Study) -> dict[str, Any]:
    return {
        "source": study.key,
        "studydesign": study.design,
        "grade": study.grade.id,
        "recordstate": study.state,
        "directions": {direction.value: count for direction, count in study.directions.items()},
    }
