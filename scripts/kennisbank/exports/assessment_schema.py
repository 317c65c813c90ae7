"""The measure becomes the JSON Schema of the assessments in the data files."""

from __future__ import annotations

from typing import Any

from kennisbank.citations.labels import STATES
from kennisbank.entries.choices import Direction
from kennisbank.evidence.context import Answer
from kennisbank.evidence.rating import Outcomes
from kennisbank.evidence.scale import Scale, published_scale
from kennisbank.exports.json_schema import TEXT, list_of, object_of, one_of

_COUNT = {"type": "integer", "minimum": 1}


def assessment_schema() -> dict[str, Any]:
    """Return the schema of what `assessment_row` returns."""
    scale = published_scale()
    parts = {
        "version": {"const": scale.version},
        "description": _description(scale),
        "research": _research(scale),
        "context": {"anyOf": [_context(), {"type": "null"}]},
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


def _research(scale: Scale) -> dict[str, Any]:
    levels = [one.level for one in scale.levels]
    parts = {
        "level": one_of(levels),
        "label": one_of(one.label for one in scale.levels),
        "rule": one_of(rule.id for one in scale.levels for rule in one.rules),
        "outcomes": one_of(one.value for one in Outcomes),
        "held_back_from": one_of([*levels, None]),
        "carried_by": list_of(TEXT),
        "studies": list_of(_study(scale)),
    }
    return object_of(parts)


def _study(scale: Scale) -> dict[str, Any]:
    directions = {one.value: _COUNT for one in Direction}
    parts = {
        "source": TEXT,
        "studydesign": one_of(scale.designs),
        "grade": one_of(grade.id for grade in scale.grades),
        "recordstate": one_of(STATES),
        "directions": object_of(directions, optional=directions),
    }
    return object_of(parts)


def _context() -> dict[str, Any]:
    answer = one_of(one.value for one in Answer)
    parts = {
        "in_netherlands": answer,
        "studied_target_groups": list_of(TEXT),
        "other_target_groups": list_of(TEXT),
        "median_year": {"type": ["integer", "null"]},
        "one_research_group": answer,
    }
    return object_of(parts)
