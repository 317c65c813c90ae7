"""The assessment of a method becomes what its page shows: two labels, and how they came about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from kennisbank.entries.target_group import TargetGroup
from kennisbank.evidence.description import NEEDS
from kennisbank.evidence.scale import published_scale
from kennisbank.pages.rating_words import (
    ANSWERS,
    OUTCOMES,
    WARNINGS,
    counts_in_words,
    directions_in_words,
    level_in_words,
    rule_in_words,
    share_in_words,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from kennisbank.evidence.assessment import Assessment
    from kennisbank.evidence.context import Context
    from kennisbank.evidence.studies import Study
    from kennisbank.library import EntryKey
    from kennisbank.pages.layout import Layout

RATING_PAGE = "over/bewijs/"


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


def method_rating(layout: Layout, key: EntryKey, address: str) -> MethodRating | None:
    """Return what a page at an address shows of a method's assessment; None for other kinds."""
    assessment = layout.assessments.get(key)
    if assessment is None:
        return None
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
        beside=tuple(_beside(context, layout, address)) if context else (),
    )


def _listed(words: Iterable[str]) -> str:
    *before, last = [*words] or [""]
    return f"{', '.join(before)} en {last}" if before else last


def _beside(context: Context, layout: Layout, address: str) -> Iterator[tuple[str, Markup]]:
    yield "In Nederland onderzocht?", escape(ANSWERS[context.in_netherlands])
    if context.studied_groups or context.other_groups:
        yield "Bij de doelgroep onderzocht?", _groups(context, layout, address)
    yield "Hoe oud?", escape(_age(context, layout.day))
    yield "Van één onderzoeksgroep?", escape(ANSWERS[context.one_research_group])


def _groups(context: Context, layout: Layout, address: str) -> Markup:
    studied = [_group(one, layout, address) for one in context.studied_groups]
    others = [_group(one, layout, address) for one in context.other_groups]
    parts = [Markup("Ja: {}").format(Markup(", ").join(studied))] if studied else []
    parts += [Markup("Niet gevonden: {}").format(Markup(", ").join(others))] if others else []
    return Markup(". ").join(parts)


def _group(identifier: str, layout: Layout, address: str) -> Markup:
    target = layout.site_map.find(TargetGroup.kind, identifier)
    if target is None:
        return escape(identifier)
    link = layout.link_from(address)(target.address)
    return Markup('<a href="{}">{}</a>').format(link, target.title.lower())


def _age(context: Context, day: dt.date | None) -> str:
    year = context.median_year
    if year is None:
        return "Jaar niet bekend"
    since = f", {day.year - year} jaar geleden" if day and day.year > year else ""
    which = "De studie" if context.dated == 1 else "De middelste studie"
    return f"{which} is uit {year}{since}"
