"""What the pages show of the assessment of a method, per outcome."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from kennisbank.evidence.assessment import Assessment
from kennisbank.evidence.context import Context
from kennisbank.evidence.effects import effects_of, leading_effect
from kennisbank.evidence.rating import OutcomeRating, Rating
from kennisbank.evidence.scale import Scale, needs_of
from kennisbank.evidence.studies import Study
from kennisbank.fields.types import Choice
from kennisbank.locales import in_text
from kennisbank.messages import _, ngettext
from kennisbank.pages.effect_plot import Plot, effect_plots
from kennisbank.pages.effect_words import EffectWords, effect_words
from kennisbank.pages.rating_words import (
    ANSWERS,
    basis_in_words,
    counts_in_words,
    directions_in_words,
    found_in_words,
    harm_in_words,
    label_of,
    listed,
    lowered_in_words,
    not_said_in_words,
    rule_in_words,
)
from kennisbank.pages.site_map import SiteMap
from kennisbank.routes import relative


@dataclass(frozen=True, slots=True)
class StudyRow:
    """One line of the table of studies; the source itself is cited by the template."""

    study: Study
    directions: str
    counts: str


@dataclass(frozen=True, slots=True)
class OutcomeWords:
    """What the templates need of the rating of one outcome, in words."""

    rating: OutcomeRating
    state: str
    label: str
    found: str
    basis: str
    harm: str
    size: EffectWords | None
    plots: tuple[Plot, ...]
    rows: tuple[StudyRow, ...]
    rule: str
    lowered: str
    not_said: str

    @property
    def outcome(self) -> Choice:
        """Which outcome it is."""
        return self.rating.outcome


@dataclass(frozen=True, slots=True)
class MethodRating:
    """What the templates need of an assessment, in words; `beside` is question and answer."""

    assessment: Assessment
    outcomes: tuple[OutcomeWords, ...]
    harmed: tuple[OutcomeWords, ...]
    risks: tuple[tuple[Choice, str], ...]
    top: int
    description_top: int
    missing: str
    beside: tuple[tuple[str, Markup], ...]

    @property
    def lead(self) -> OutcomeWords | None:
        """The outcome that the method leads with."""
        return self.outcomes[0] if self.outcomes else None


def method_rating(
    assessment: Assessment, scale: Scale, day: dt.date | None, site_map: SiteMap, address: str
) -> MethodRating:
    """Return what a page at an address shows of a method's assessment, ages counted up to a day."""
    outcomes = tuple(outcome_words(one, scale) for one in assessment.research.outcomes)
    context, needs = assessment.context, needs_of(site_map.library)
    return MethodRating(
        assessment=assessment,
        outcomes=outcomes,
        harmed=tuple(one for one in outcomes if one.harm),
        risks=tuple(_risks(assessment.research)),
        top=scale.top.level,
        description_top=scale.descriptions[-1].level,
        missing=listed(needs[need] for need in assessment.description.missing),
        beside=tuple(_beside(context, day, site_map, address)) if context else (),
    )


def outcome_words(one: OutcomeRating, scale: Scale) -> OutcomeWords:
    """Return what is said of one outcome."""
    leading = leading_effect(one)
    return OutcomeWords(
        rating=one,
        state=_state(one, scale),
        label=label_of(one),
        found=found_in_words(one),
        basis=basis_in_words(one),
        harm=harm_in_words(one.contrary) if one.contrary else "",
        size=effect_words(leading) if leading else None,
        plots=effect_plots(effects_of(one.studies)),
        rows=tuple(
            StudyRow(study, directions_in_words(study.directions), counts_in_words(study, one))
            for study in one.studies
        ),
        rule=rule_in_words(one.rule, scale),
        lowered=lowered_in_words(one),
        not_said=not_said_in_words(one),
    )


def _risks(rating: Rating) -> Iterator[tuple[Choice, str]]:
    """Yield each thing that went wrong, once, with the outcome that it is told with."""
    told: set[str] = set()
    for one in rating.outcomes:
        for finding in (finding for study in one.studies for finding in study.findings):
            if finding.harm and finding.harm not in told:
                told.add(finding.harm)
                yield one.outcome, finding.harm


def _state(one: OutcomeRating, scale: Scale) -> str:
    """Return how an outcome is marked: only what was compared looks like something to choose."""
    if not one.recommends:
        return one.verdict.value
    return "recommended" if one.level.level >= scale.compared else "told"


def _beside(
    context: Context, day: dt.date | None, site_map: SiteMap, address: str
) -> Iterator[tuple[str, Markup]]:
    if context.in_country is not None:
        country = site_map.library.country[0]
        asked = _("Researched in {country}?", country=country)
        yield asked, escape(_(ANSWERS[context.in_country]))
    if context.studied_groups or context.other_groups:
        yield _("Researched with the target group?"), _groups(context, site_map, address)
    yield _("How old?"), escape(_age(context, day))
    yield _("From one research group?"), escape(_(ANSWERS[context.one_research_group]))


def _groups(context: Context, site_map: SiteMap, address: str) -> Markup:
    studied = [_group(one, site_map, address) for one in context.studied_groups]
    others = [_group(one, site_map, address) for one in context.other_groups]
    parts = [_filled(_("Yes: {groups}"), Markup(", ").join(studied))] if studied else []
    parts += [_filled(_("Not found yet: {groups}"), Markup(", ").join(others))] if others else []
    return Markup(". ").join(parts)


def _filled(message: str, groups: Markup) -> Markup:
    return escape(message).replace("{groups}", groups)


def _group(identifier: str, site_map: SiteMap, address: str) -> Markup:
    kind = site_map.library.audience
    target = site_map.find(kind.kind, identifier) if kind else None
    if target is None:
        return escape(identifier)
    link = relative(address, target.address)
    return Markup('<a href="{}">{}</a>').format(link, in_text(target.title))


def _age(context: Context, day: dt.date | None) -> str:
    year = context.median_year
    if year is None:
        return _("Year not known")
    which = (
        _("The study is from {year}", year=year)
        if context.dated == 1
        else _("The middle study is from {year}", year=year)
    )
    if day is None or day.year <= year:
        return which
    age = ngettext("{n} year ago", "{n} years ago", day.year - year)
    return f"{which}, {age}"
