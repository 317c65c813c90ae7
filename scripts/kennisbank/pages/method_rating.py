"""Shows the rating of a method: its level in words, and the sum that leads to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from kennisbank.evidence.context import ContextAnswer
from kennisbank.evidence.description import NEEDS
from kennisbank.evidence.rating import Outcomes
from kennisbank.evidence.scale import published_scale
from kennisbank.evidence.studies import VERIFIED
from kennisbank.kinds.target_group import TargetGroup
from kennisbank.routes import relative

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator
    from fractions import Fraction

    from kennisbank.evidence.assessment import Assessment
    from kennisbank.evidence.context import Context
    from kennisbank.evidence.rating import Rating
    from kennisbank.evidence.scale import LevelRule, Scale
    from kennisbank.evidence.studies import Study
    from kennisbank.fields.choices import Direction
    from kennisbank.pages.site_map import SiteMap


OUTCOMES = {
    Outcomes.FAVOURABLE: "Overwegend gunstige uitkomsten",
    Outcomes.MIXED: "Wisselende uitkomsten",
    Outcomes.NO_GAIN: "Geen gunstig verschil gevonden",
    Outcomes.UNKNOWN: "",
}
# What a reader must see wherever the level stands, because the level alone would mislead.
WARNINGS = frozenset({Outcomes.MIXED, Outcomes.NO_GAIN})
ANSWERS = {ContextAnswer.YES: "Ja", ContextAnswer.NO: "Nee", ContextAnswer.UNKNOWN: "Niet bekend"}
_NUMBERS = ("geen", "één", "twee", "drie", "vier", "vijf")


def level_in_words(rating: Rating) -> str:
    """Return the short label for a card, with the warning when the outcomes differ."""
    if rating.outcomes in WARNINGS:
        return f"{rating.level.short}, {OUTCOMES[rating.outcomes].lower()}"
    return rating.level.short


def rule_in_words(rule: LevelRule, scale: Scale) -> str:
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


@dataclass(frozen=True, slots=True)
class StudyRow:
    """One line of the table of studies; the source itself is cited by the template."""

    study: Study
    directions: str
    counts: str


@dataclass(frozen=True, slots=True)
class MethodRating:
    """What the templates need of an assessment, in words; `beside` is question and answer."""

    assessment: Assessment
    short: str
    outcomes: str
    warns: bool
    top: int
    description_top: int
    missing: str
    rows: tuple[StudyRow, ...]
    rule: str
    share: str
    beside: tuple[tuple[str, Markup], ...]


def method_rating(
    assessment: Assessment, day: dt.date | None, site_map: SiteMap, address: str
) -> MethodRating:
    """Return what a page at an address shows of a method's assessment, ages counted up to a day."""
    scale, rating = published_scale(), assessment.research
    rows = [
        StudyRow(one, directions_in_words(one.directions), counts_in_words(one, rating, scale))
        for one in rating.studies
    ]
    context = assessment.context
    return MethodRating(
        assessment=assessment,
        short=level_in_words(rating),
        outcomes=OUTCOMES[rating.outcomes],
        warns=rating.outcomes in WARNINGS,
        top=scale.levels[0].level,
        description_top=scale.descriptions[-1].level,
        missing=_listed(NEEDS[need] for need in assessment.description.missing),
        rows=tuple(rows),
        rule=rule_in_words(rating.rule, scale),
        share=share_in_words(rating, scale),
        beside=tuple(_beside(context, day, site_map, address)) if context else (),
    )


def _listed(words: Iterable[str]) -> str:
    *before, last = [*words] or [""]
    return f"{', '.join(before)} en {last}" if before else last


def _beside(
    context: Context, day: dt.date | None, site_map: SiteMap, address: str
) -> Iterator[tuple[str, Markup]]:
    yield "In Nederland onderzocht?", escape(ANSWERS[context.in_netherlands])
    if context.studied_groups or context.other_groups:
        yield "Bij de doelgroep onderzocht?", _groups(context, site_map, address)
    yield "Hoe oud?", escape(_age(context, day))
    yield "Van één onderzoeksgroep?", escape(ANSWERS[context.one_research_group])


def _groups(context: Context, site_map: SiteMap, address: str) -> Markup:
    studied = [_group(one, site_map, address) for one in context.studied_groups]
    others = [_group(one, site_map, address) for one in context.other_groups]
    parts = [Markup("Ja: {}").format(Markup(", ").join(studied))] if studied else []
    parts += [Markup("Niet gevonden: {}").format(Markup(", ").join(others))] if others else []
    return Markup(". ").join(parts)


def _group(identifier: str, site_map: SiteMap, address: str) -> Markup:
    target = site_map.find(TargetGroup.kind, identifier)
    if target is None:
        return escape(identifier)
    link = relative(address, target.address)
    return Markup('<a href="{}">{}</a>').format(link, target.title.lower())


def _age(context: Context, day: dt.date | None) -> str:
    year = context.median_year
    if year is None:
        return "Jaar niet bekend"
    since = f", {day.year - year} jaar geleden" if day and day.year > year else ""
    which = "De studie" if context.dated == 1 else "De middelste studie"
    return f"{which} is uit {year}{since}"
