"""Exports the assessment of each method, with its schema."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from kennisbank.evidence.assessment import Assessment
from kennisbank.evidence.context import Context, ContextAnswer
from kennisbank.evidence.effects import Sized, effects_of, share_of
from kennisbank.evidence.rating import OutcomeRating, OutcomeVerdict, Rating
from kennisbank.evidence.scale import Scale
from kennisbank.evidence.studies import Study
from kennisbank.fields.choices import Direction, EffectMeasure
from kennisbank.fields.types import Choice
from kennisbank.messages import _
from kennisbank.outputs.data.json_schema import TEXT, list_of, object_of, one_of
from kennisbank.sources.labels import STATES

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


def assessment_row(assessment: Assessment, scale: Scale, country: Sequence[str]) -> dict[str, Any]:
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
        "context": _context(assessment.context, country) if assessment.context else None,
    }


# What programs know the question about this country by.
_DUTCH = {"nederland", "netherlands", "the netherlands"}


def _context(context: Context, country: Sequence[str]) -> dict[str, Any]:
    is_dutch = any(one.casefold() in _DUTCH for one in country)
    name = "in_netherlands" if is_dutch else "in_country"
    return {
        **({name: context.in_country.value} if context.in_country else {}),
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
        "direction": study.direction.written,
        "directions": {direction.written: count for direction, count in study.directions.items()},
    }


def _effect(sized: Sized) -> dict[str, Any]:
    """`share` is the part of 100 people that the number stands for; see evidence/effects.py."""
    effect = sized.effect
    return {
        "source": sized.study.key,
        "measure": effect.measure.written,
        "value": float(effect.value),
        "low": None if effect.low is None else float(effect.low),
        "high": None if effect.high is None else float(effect.high),
        "share": round(share_of(effect.measure, effect.value), 3),
    }


_COUNT = {"type": "integer", "minimum": 1}
_NUMBER = {"type": "number"}
_YES_OR_NO = {"type": "boolean"}


def assessment_schema(scale: Scale, outcomes: Sequence[Choice]) -> dict[str, Any]:
    """Return the schema of what `assessment_row` returns."""
    parts = {
        "version": {"const": scale.version},
        "description": _description(scale),
        "research": _research_schema(scale, outcomes),
        "context": {"anyOf": [_context_schema(), {"type": "null"}]},
    }
    about = _("Computed from the findings and their sources; nobody fills this in.")
    return {"title": _("Rating"), "description": about, **object_of(parts)}


def _description(scale: Scale) -> dict[str, Any]:
    parts = {
        "level": one_of(one.level for one in scale.descriptions),
        "label": one_of(one.label for one in scale.descriptions),
        "missing": list_of(TEXT),
    }
    return object_of(parts)


def _research_schema(scale: Scale, outcomes: Sequence[Choice]) -> dict[str, Any]:
    parts = {
        "level": one_of(one.level for one in scale.levels),
        "label": one_of(one.label for one in scale.levels),
        "leads_with": one_of([*(one.value for one in outcomes), None]),
        "recommends": _YES_OR_NO,
        "outcomes": list_of(_outcome_schema(scale, outcomes)),
    }
    return object_of(parts)


def _outcome_schema(scale: Scale, outcomes: Sequence[Choice]) -> dict[str, Any]:
    levels = [one.level for one in scale.levels]
    parts = {
        "outcome": one_of(one.value for one in outcomes),
        "level": one_of(levels),
        "label": one_of(one.label for one in scale.levels),
        "verdict": one_of(one.value for one in OutcomeVerdict),
        "recommends": _YES_OR_NO,
        "rule": one_of(rule.id for one in scale.levels for rule in one.rules),
        "lowered_from": one_of([*levels, None]),
        "carried_by": list_of(TEXT),
        "lowered_by": list_of(TEXT),
        "contrary": list_of(TEXT),
        "studies": list_of(_study_schema(scale)),
        "effects": list_of(_effect_schema()),
    }
    return object_of(parts)


def _study_schema(scale: Scale) -> dict[str, Any]:
    directions = {one.written: _COUNT for one in Direction}
    parts = {
        "source": TEXT,
        "studydesign": one_of(scale.designs),
        "grade": one_of(grade.id for grade in scale.grades),
        "recordstate": one_of(STATES),
        "retracted": _YES_OR_NO,
        "counts": _YES_OR_NO,
        "direction": one_of(one.written for one in Direction),
        "directions": object_of(directions, optional=directions),
    }
    return object_of(parts)


def _effect_schema() -> dict[str, Any]:
    bound = {"type": ["number", "null"]}
    parts = {
        "source": TEXT,
        "measure": one_of(one.written for one in EffectMeasure),
        "value": _NUMBER,
        "low": bound,
        "high": bound,
        "share": _NUMBER,
    }
    return object_of(parts)


def _context_schema() -> dict[str, Any]:
    answer = one_of(one.value for one in ContextAnswer)
    parts = {
        "studied_target_groups": list_of(TEXT),
        "other_target_groups": list_of(TEXT),
        "median_year": {"type": ["integer", "null"]},
        "one_research_group": answer,
    }
    found = object_of(parts)
    # Of the country that the library names, if it does.
    asked = {"in_netherlands": answer, "in_country": answer}
    return found | {"properties": found["properties"] | asked}
