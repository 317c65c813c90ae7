"""Exports the assessment of each method, with its schema."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kennisbank.evidence.context import ContextAnswer
from kennisbank.evidence.rating import Outcomes
from kennisbank.evidence.scale import Scale, published_scale
from kennisbank.fields.choices import Direction
from kennisbank.outputs.data.json_schema import TEXT, list_of, object_of, one_of
from kennisbank.sources.labels import STATES

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


_COUNT = {"type": "integer", "minimum": 1}


def assessment_schema() -> dict[str, Any]:
    """Return the schema of what `assessment_row` returns."""
    scale = published_scale()
    parts = {
        "version": {"const": scale.version},
        "description": _description(scale),
        "research": _research_schema(scale),
        "context": {"anyOf": [_context_schema(), {"type": "null"}]},
    }
    about = "Berekend uit de bevindingen en hun bronnen; niemand vult dit in."
    return {"title": "Beoordeling", "description": about, **object_of(parts)}


def _description(scale: Scale) -> dict[str, Any]:
    parts = {
        "level": one_of(one.level for one in scale.descriptions),
        "label": one_of(one.label for one in scale.descriptions),
        "missing": list_of(TEXT),
    }
    return object_of(parts)


def _research_schema(scale: Scale) -> dict[str, Any]:
    levels = [one.level for one in scale.levels]
    parts = {
        "level": one_of(levels),
        "label": one_of(one.label for one in scale.levels),
        "rule": one_of(rule.id for one in scale.levels for rule in one.rules),
        "outcomes": one_of(one.value for one in Outcomes),
        "held_back_from": one_of([*levels, None]),
        "carried_by": list_of(TEXT),
        "studies": list_of(_study_schema(scale)),
    }
    return object_of(parts)


def _study_schema(scale: Scale) -> dict[str, Any]:
    directions = {one.value: _COUNT for one in Direction}
    parts = {
        "source": TEXT,
        "studydesign": one_of(scale.designs),
        "grade": one_of(grade.id for grade in scale.grades),
        "recordstate": one_of(STATES),
        "directions": object_of(directions, optional=directions),
    }
    return object_of(parts)


def _context_schema() -> dict[str, Any]:
    answer = one_of(one.value for one in ContextAnswer)
    parts = {
        "in_netherlands": answer,
        "studied_target_groups": list_of(TEXT),
        "other_target_groups": list_of(TEXT),
        "median_year": {"type": ["integer", "null"]},
        "one_research_group": answer,
    }
    return object_of(parts)
