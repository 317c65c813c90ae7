"""The data file rating.yml becomes the measure: grades of research, levels and their rules."""

from __future__ import annotations

import datetime as dt  # noqa: TC003 - pydantic reads it at run time
from functools import cache, cached_property
from importlib.resources import files
from typing import Self

import yaml
from pydantic import BaseModel, ConfigDict, model_validator

UNKNOWN_DESIGN = "unknown"


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
    """So many studies of a grade or stronger; see rating.yml for what each field asks."""

    id: str
    at_least: str
    count: int
    strongest: str = ""
    independent: bool = False
    verified: bool = False


class EvidenceLevel(_Frozen):
    """One step of the scale for research, in words for readers."""

    level: int
    label: str
    short: str
    meaning: str
    not_said: str
    rules: tuple[LevelRule, ...]


class DescriptionLevel(_Frozen):
    """One step of the scale for how well a method is described."""

    level: int
    label: str
    meaning: str
    needs: tuple[str, ...]


class Scale(_Frozen):
    """All thresholds together; levels go from high to low, descriptions from low to high."""

    version: str
    date: dt.date
    status: str
    favourable_percent: int
    mixed_cap: int
    unverified_cap: int
    grades: tuple[Grade, ...]
    designs: dict[str, str]
    levels: tuple[EvidenceLevel, ...]
    descriptions: tuple[DescriptionLevel, ...]

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        named = set(self.designs.values())
        for level in self.levels:
            for rule in level.rules:
                named |= {rule.at_least, rule.strongest or rule.at_least}
                if level.level > self.unverified_cap and not rule.verified:
                    mistake = f"rule {rule.id} would let an unverified source pass the cap"
                    raise ValueError(mistake)
        if unknown := named - self.by_id.keys():
            mistake = f"no such grade: {sorted(unknown)}"
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

    def grade_of(self, design: str) -> Grade:
        """Return the grade of a source's studydesign; a design we do not know gives the lowest."""
        return self.by_id[self.designs.get(design, self.designs[UNKNOWN_DESIGN])]


@cache
def published_scale() -> Scale:
    """Return the measure that this generator comes with."""
    text = files(__package__).joinpath("rating.yml").read_text(encoding="utf-8")
    return Scale.model_validate(yaml.safe_load(text))
