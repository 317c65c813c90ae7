"""The scale by which a library rates research: rating.yml, read and checked.

A library may have its own `rating.yml` in its root; without one it gets the file beside this
module. What is wrong in its own file is reported by the check `bad-rating`.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from functools import cache, cached_property
from importlib.resources import files
from typing import Self

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, ValidationInfo, model_validator

from kennisbank.fields.kinds import marked
from kennisbank.fields.specs import field_specs
from kennisbank.library.library import Library
from kennisbank.locales import in_text
from kennisbank.messages import SOURCE_LANGUAGE, _, language

UNKNOWN_DESIGN = "unknown"
# What a level of description may ask: a field of the kind that is rated, or one of two things
# that are no field.
# `practice` is an example from practice that names the method, `source` a citation in the
# explanation of how the method works.
PRACTICE, SOURCE = "practice", "source"


def needs_of(library: Library) -> dict[str, str]:
    """Return what a level of description may ask in a library, in words."""
    kind = library.rated
    needs = {spec.name: in_text(spec.title) for spec in field_specs(kind)} if kind else {}
    if library.reported:
        needs[PRACTICE] = _("an example from practice")
    if spec := marked(kind, "explains") if kind else None:
        needs[SOURCE] = _("a source at {field}", field=in_text(spec.title))
    return needs


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Grade(_Frozen):
    """A kind of research: how well its design can tell an effect from something else."""

    id: str
    name: str
    short: str
    research: bool
    comparative: bool


class LevelRule(_Frozen):
    """So many favourable studies of some grades; see rating.yml for what each field asks."""

    id: str
    grades: tuple[str, ...]
    count: int = Field(ge=0)
    studies: int = Field(default=0, ge=0)
    independent: bool = False


class EvidenceLevel(_Frozen):
    """One step of the scale for research, in words for readers."""

    level: int = Field(ge=0, le=9)
    label: str
    short: str
    meaning: str
    not_said: str
    rules: tuple[LevelRule, ...] = Field(min_length=1)


class DescriptionLevel(_Frozen):
    """One step of the scale for how well a method is described."""

    level: int
    label: str
    meaning: str
    needs: tuple[str, ...]


class PriceScale(_Frozen):
    """What prices are added up with, and how much a method may cost to count as an effort."""

    people: int = Field(ge=1, le=10_000)
    hourly: Decimal = Field(ge=0, le=10_000)
    bands: dict[str, Decimal]


class Scale(_Frozen):
    """All thresholds together; levels go from high to low, descriptions from low to high."""

    version: str
    date: dt.date
    status: str
    lowered_by: int = Field(ge=1)
    grades: tuple[Grade, ...] = Field(min_length=1)
    designs: dict[str, str]
    levels: tuple[EvidenceLevel, ...] = Field(min_length=1)
    price: PriceScale
    descriptions: tuple[DescriptionLevel, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _fits_together(self, info: ValidationInfo) -> Self:
        named = set(self.designs.values())
        named |= {grade for level in self.levels for rule in level.rules for grade in rule.grades}
        if unknown := sorted(named - self.by_id.keys()):
            mistake = _("grades lacks: {names}", names=", ".join(unknown))
            raise ValueError(mistake)
        if UNKNOWN_DESIGN not in self.designs:
            mistake = _("designs lacks '{name}'", name=UNKNOWN_DESIGN)
            raise ValueError(mistake)
        needs = {need for level in self.descriptions for need in level.needs}
        known = (info.context or {}).get("needs", needs)
        if unknown := sorted(needs - set(known)):
            mistake = _("a method does not have this field: {names}", names=", ".join(unknown))
            raise ValueError(mistake)
        # What finds nothing has to end somewhere, and lowering counts down to it in whole steps.
        if [one.level for one in self.levels] != list(range(len(self.levels)))[::-1]:
            mistake = _("the levels must count down to 0 one by one")
            raise ValueError(mistake)
        if all(rule.count for rule in self.levels[-1].rules):
            mistake = _("the lowest level needs a rule with count 0")
            raise ValueError(mistake)
        return self

    @cached_property
    def by_id(self) -> dict[str, Grade]:
        """The grades by their id."""
        return {grade.id: grade for grade in self.grades}

    @cached_property
    def strength(self) -> dict[str, int]:
        """How strong each grade is: the higher, the stronger; what counts for nothing is 0."""
        return {grade.id: place for place, grade in enumerate(reversed(self.grades))}

    @property
    def top(self) -> EvidenceLevel:
        """The highest level."""
        return self.levels[0]

    @property
    def compared(self) -> int:
        """The lowest level of which every rule asks for a comparison: it tells of an effect."""
        return min(
            (
                level.level
                for level in self.levels
                if all(rule.grades for rule in level.rules)
                and all(self.by_id[one].comparative for rule in level.rules for one in rule.grades)
            ),
            default=len(self.levels),
        )

    def level(self, number: int) -> EvidenceLevel:
        """Return a level by its number."""
        return self.levels[-1 - number]

    def grade_of(self, design: str) -> Grade:
        """Return the grade of a source's studydesign; a design we do not know gives the lowest."""
        return self.by_id[self.designs.get(design, self.designs[UNKNOWN_DESIGN])]


def default_scale() -> Scale:
    """Return the scale that comes with the generator, in our language or else in English."""
    return _default_scale(language())


@cache
def _default_scale(spoken: str) -> Scale:
    text = files(__package__).joinpath(f"rating.{spoken}.yml")
    if not text.is_file():
        return _default_scale(SOURCE_LANGUAGE)
    return Scale.model_validate(yaml.safe_load(text.read_text(encoding="utf-8")))


def read_scale(library: Library, value: object) -> Scale:
    """Return the scale that a library wrote; raises ValidationError with all that is wrong."""
    return Scale.model_validate(value, context={"needs": needs_of(library)})


def scale_of(library: Library) -> Scale:
    """Return the scale of a library: its own rating.yml where that is right, or the default."""
    if library.rating is None:
        return default_scale()
    try:
        return read_scale(library, library.rating.value)
    except ValidationError:
        return default_scale()
