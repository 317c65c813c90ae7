"""A rating becomes the Dutch sentences that explain it: the rule, the share, what counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.evidence.context import Answer
from kennisbank.evidence.rating import Outcomes
from kennisbank.evidence.studies import VERIFIED

if TYPE_CHECKING:
    from fractions import Fraction

    from kennisbank.entries.choices import Direction
    from kennisbank.evidence.rating import Rating
    from kennisbank.evidence.scale import Rule, Scale
    from kennisbank.evidence.studies import Study

OUTCOMES = {
    Outcomes.FAVOURABLE: "Overwegend gunstige uitkomsten",
    Outcomes.MIXED: "Wisselende uitkomsten",
    Outcomes.NO_GAIN: "Geen gunstig verschil gevonden",
    Outcomes.UNKNOWN: "",
}
# What a reader must see wherever the level stands, because the level alone would mislead.
WARNINGS = frozenset({Outcomes.MIXED, Outcomes.NO_GAIN})
ANSWERS = {Answer.YES: "Ja", Answer.NO: "Nee", Answer.UNKNOWN: "Niet bekend"}
_NUMBERS = ("geen", "één", "twee", "drie", "vier", "vijf")


def level_in_words(rating: Rating) -> str:
    """Return the short label for a card, with the warning when the outcomes differ."""
    if rating.outcomes in WARNINGS:
        return f"{rating.level.short}, {OUTCOMES[rating.outcomes].lower()}"
    return rating.level.short


def rule_in_words(rule: Rule, scale: Scale) -> str:
    """Return what a rule asks, made from its numbers so that the two cannot differ."""
    if not rule.count:
        return "geen enkele bron"
    if not scale.by_id[rule.at_least].research:
        return f"alleen bronnen van soort {rule.at_least}"
    number = _NUMBERS[rule.count] if rule.count < len(_NUMBERS) else str(rule.count)
    noun = "studie" if rule.count == 1 else "studies"
    state = "nagetrokken " if rule.verified else ""
    asked = f"{number} {state}{noun} van {_grade(rule.at_least, scale)}"
    if rule.strongest:
        asked += f", waarvan één van {_grade(rule.strongest, scale)}"
    if rule.independent:
        asked += ", zonder gedeelde auteur"
    return asked if rule.verified else f"{asked}, niet nagetrokken"


def _grade(grade: str, scale: Scale) -> str:
    return f"soort {grade}" + ("" if grade == scale.grades[0].id else " of sterker")


def share_in_words(rating: Rating, scale: Scale) -> str:
    """Return how much is favourable, and what that changes; nothing when no study counts."""
    if rating.share is None:
        return ""
    told = f"Gunstig is {percent(rating.share)} van de uitkomsten"
    weakest = rating.comparative_share
    if weakest is not None and weakest != rating.share:
        told += f", en {percent(weakest)} bij het vergelijkende onderzoek"
    told += f". Boven niveau {scale.mixed_cap} moet dat {scale.favourable_percent}% zijn."
    if rating.held_back:
        label = rating.held_back.label.lower()
        told += f" Naar de opzet van het onderzoek alleen was dit ‘{label}’ geweest."
    return told


def percent(share: Fraction) -> str:
    """Return a whole percentage, rounded down: 74,9% must not read as 75%."""
    return f"{int(share * 100)}%"


def directions_in_words(directions: dict[Direction, int]) -> str:
    """Return how many findings point each way: 2 gunstig, 1 wisselend."""
    return ", ".join(f"{count} {one.label.lower()}" for one, count in directions.items())


def counts_in_words(study: Study, rating: Rating, scale: Scale) -> str:
    """Return whether a study counts for the level, and otherwise why not."""
    if not study.grade.research:
        return f"Nee: {study.grade.name}"
    if study.state != VERIFIED:
        return f"Hooguit voor niveau {scale.unverified_cap}: de bron is niet nagetrokken"
    return "Ja, geeft de doorslag" if study in rating.carrying else "Ja"
