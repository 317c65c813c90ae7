"""Compares ratings before and after a pull request."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kennisbank.evidence.assessment import Assessments
from kennisbank.evidence.scale import needs_of, scale_of
from kennisbank.messages import N_, _
from kennisbank.pages.rating_words import (
    directions_in_words,
    lowered_in_words,
    outcome_in_words,
    rule_in_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kennisbank.evidence.assessment import Assessment, Description
    from kennisbank.evidence.rating import OutcomeRating, Rating
    from kennisbank.evidence.scale import Scale
    from kennisbank.evidence.studies import Study
    from kennisbank.library.library import Library


RESEARCH = N_("How strong is the research?")
DESCRIPTION = N_("How well is it described?")
NOTHING_LEFT = N_("no findings any more")


@dataclass(frozen=True, slots=True)
class RatingChange:
    """One scale on which a method stands elsewhere; `before` is empty for a new method."""

    title: str
    address: str
    scale: str
    before: str
    after: str
    reasons: tuple[str, ...]


def rating_changes(before: Library, after: Library) -> Iterator[RatingChange]:
    """Yield a change for each scale of each method, in the order of the library."""
    old, addresses, scale = Assessments(before), after.addresses, scale_of(after)
    for key, new in Assessments(after).items():
        title, address = after.entries[key].title, addresses.entry(*key)
        for name, was, now, reasons in _scales(old.get(key), new, scale, needs_of(after)):
            if was != now:
                yield RatingChange(title, address, name, was, now, reasons)


def _scales(
    old: Assessment | None, new: Assessment, scale: Scale, needs: Mapping[str, str]
) -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
    """Yield the name of each scale, what it said, what it says, and why; research per outcome."""
    known = {one.outcome: one for one in old.research.outcomes} if old else {}
    for one in new.research.outcomes:
        was = known.pop(one.outcome, None)
        reasons = tuple(_why(was, one, scale))
        name = f"{_(RESEARCH)} {one.outcome.label}"
        yield name, _research(was) if was else "", _research(one), reasons
    for gone in known.values():
        yield f"{_(RESEARCH)} {gone.outcome.label}", _research(gone), _(NOTHING_LEFT), ()
    if not new.research.outcomes and not known:
        yield _(RESEARCH), _nothing(old.research) if old else "", _nothing(new.research), ()
    described = _described(old.description) if old else ""
    missing = tuple(_why_not_more(new.description, needs))
    yield _(DESCRIPTION), described, _described(new.description), missing


def _research(one: OutcomeRating) -> str:
    return f"{one.level.level}, {outcome_in_words(one)}"


def _nothing(rating: Rating) -> str:
    return f"{rating.level.level}, {rating.level.short}"


def _described(description: Description) -> str:
    return f"{description.level.level}, {description.level.label}"


def _why(old: OutcomeRating | None, new: OutcomeRating, scale: Scale) -> Iterator[str]:
    """Yield the rule that holds now, and each study that came, went or became another."""
    yield _("The rule that holds now: {rule}.", rule=rule_in_words(new.rule, scale))
    if lowered := lowered_in_words(new):
        yield lowered
    was = {study.key: _in_words(study) for study in (old.studies if old else ())}
    now = {study.key: _in_words(study) for study in new.studies}
    for key in dict.fromkeys([*now, *was]):
        if key not in was:
            yield _("Added: {study}.", study=now[key])
        elif key not in now:
            yield _("Gone: {study}.", study=was[key])
        elif was[key] != now[key]:
            yield _("First: {old}. Now: {new}.", old=was[key], new=now[key])


def _in_words(study: Study) -> str:
    state = _("checked") if study.verified else _("not checked")
    return f"{study.key}, {study.grade.short}, {state}, {directions_in_words(study.directions)}"


def _why_not_more(description: Description, needs: Mapping[str, str]) -> Iterator[str]:
    if description.missing:
        missing = ", ".join(needs[need] for need in description.missing)
        yield _("For a higher step, this is missing: {missing}.", missing=missing)
