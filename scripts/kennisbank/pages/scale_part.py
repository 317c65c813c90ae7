"""The measure becomes the tables below the page that explains how research is rated."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kennisbank.citations.labels import DESIGNS
from kennisbank.evidence.description import NEEDS
from kennisbank.evidence.scale import Scale, published_scale
from kennisbank.pages.page import Heading
from kennisbank.pages.rating_words import rule_in_words

if TYPE_CHECKING:
    from kennisbank.evidence.scale import DescriptionLevel, Grade, Level


@dataclass(frozen=True)
class ScalePart:
    """What the template prints: the scale, and its rules and grades in words."""

    template: str = "scale-part.jinja"
    headings: tuple[Heading, ...] = (
        Heading("niveaus", "De niveaus van onderzoek"),
        Heading("soorten", "De soorten onderzoek"),
        Heading("beschrijving", "Hoe goed is het beschreven?"),
    )

    @cached_property
    def scale(self) -> Scale:
        """Every threshold."""
        return published_scale()

    def rules(self, level: Level) -> list[str]:
        """Return what each rule of a level asks."""
        return [rule_in_words(rule, self.scale) for rule in level.rules]

    def designs(self, grade: Grade) -> list[str]:
        """Return the kinds of research, as sources name them, that have a grade."""
        return [
            DESIGNS[design] for design, given in self.scale.designs.items() if given == grade.id
        ]

    def needs(self, level: DescriptionLevel) -> list[str]:
        """Return what a level of description asks on top of the one below."""
        return [NEEDS[need] for need in level.needs]


SCALE_PART = ScalePart()
