"""The JSON Schema of the assessments in the data files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kennisbank.citations.labels import STATES
from kennisbank.entries.choices import Direction, Measure, Outcome
from kennisbank.evidence.context import Answer
from kennisbank.evidence.rating import Verdict
from kennisbank.exports.json_schema import TEXT, list_of, object_of, one_of

if TYPE_CHECKING:
    from kennisbank.evidence.scale import Scale

_COUNT = {"type": "integer", "minimum": 1}
_NUMBER = {"type": "number"}
_YES_OR_NO = {"type": "boolean"}


def assessment_schema(scale: Scale) -> dict[str, Any]:
    """Return the schema of what `assessment_row` returns."""
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
    parts = {
        "level": one_of(one.level for one in scale.levels),
        "label": one_of(one.label for one in scale.levels),
        "leads_with": one_of([*(one.value for one in Outcome), None]),
        "recommends": _YES_OR_NO,
        "outcomes": list_of(_outcome(scale)),
    }
    return object_of(parts)


def _outcome(scale: Scale) -> dict[str, Any]:
    levels = [one.level for one in scale.levels]
    parts = {
        "outcome": one_of(one.value for one in Outcome),
        "level": one_of(levels),
        "label": one_of(one.label for one in scale.levels),
        "verdict": one_of(one.value for one in Verdict),
        "recommends": _YES_OR_NO,
        "rule": one_of(rule.id for one in scale.levels for rule in one.rules),
        "lowered_from": one_of([*levels, None]),
        "carried_by": list_of(TEXT),
        "lowered_by": list_of(TEXT),
        "contrary": list_of(TEXT),
        "studies": list_of(_study(scale)),
        "effects": list_of(_effect()),
    }
    return object_of(parts)


def _study(scale: Scale) -> dict[str, Any]:
    directions = {one.value: _COUNT for one in Direction}
    parts = {
        "source": TEXT,
        "studydesign": one_of(scale.designs),
        "grade": one_of(grade.id for grade in scale.grades),
        "recordstate": one_of(STATES),
        "retracted": _YES_OR_NO,
        "counts": _YES_OR_NO,
        "direction": one_of(one.value for one in Direction),
        "directions": object_of(directions, optional=directions),
    }
    return object_of(parts)


def _effect() -> dict[str, Any]:
    bound = {"type": ["number", "null"]}
    parts = {
        "source": TEXT,
        "measure": one_of(one.value for one in Measure),
        "value": _NUMBER,
        "low": bound,
        "high": bound,
        "share": _NUMBER,
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
