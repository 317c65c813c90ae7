"""The tables below the page that explains how research is rated."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kennisbank.citations.labels import DESIGNS
from kennisbank.evidence.scale import NEEDS
from kennisbank.pages.page import Heading
from kennisbank.pages.rating_words import rule_in_words

if TYPE_CHECKING:
    from kennisbank.evidence.scale import DescriptionLevel, Grade, Level, Scale


@dataclass(frozen=True)
class ScalePart:
    """What the template prints beside the scale itself: its rules and grades in words."""

    template: str = "scale-part.jinja"
    headings: tuple[Heading, ...] = (
        Heading("niveaus", "De niveaus van onderzoek"),
        Heading("soorten", "De soorten onderzoek"),
        Heading("beschrijving", "Hoe goed is het beschreven?"),
    )

    @staticmethod
    def rules(level: Level, scale: Scale) -> list[str]:
        """Return what each rule of a level asks."""
        return [rule_in_words(rule, scale) for rule in level.rules]

    @staticmethod
    def designs(grade: Grade, scale: Scale) -> list[str]:
        """Return the kinds of research, as sources name them, that have a grade."""
        return [
            DESIGNS.get(design, design)
            for design, given in scale.designs.items()
            if given == grade.id
        ]

    @staticmethod
    def needs(level: DescriptionLevel) -> list[str]:
        """Return what a level of description asks on top of the one below."""
        return [NEEDS[need] for need in level.needs]


SCALE_PART = ScalePart()
