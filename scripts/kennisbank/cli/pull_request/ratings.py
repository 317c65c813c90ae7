"""Compares ratings before and after a pull request."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kennisbank.evidence.assessment import assess
from kennisbank.evidence.description import NEEDS
from kennisbank.evidence.scale import published_scale
from kennisbank.pages.method_rating import (
    directions_in_words,
    level_in_words,
    rule_in_words,
    share_in_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kennisbank.evidence.assessment import Assessment
    from kennisbank.evidence.description import Description
    from kennisbank.evidence.rating import Rating
    from kennisbank.evidence.studies import Study
    from kennisbank.library.library import Library


RESEARCH = "Hoe sterk is het onderzoek?"
DESCRIPTION = "Hoe goed is het beschreven?"


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
    old, addresses = assess(before), after.addresses
    for key, new in assess(after).items():
        title, address = after.entries[key].title, addresses.entry(*key)
        for scale, was, now, reasons in _scales(old.get(key), new):
            if was != now:
                yield RatingChange(title, address, scale, was, now, reasons)


def _scales(
    old: Assessment | None, new: Assessment
) -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
    """Yield the name of each scale, what it said, what it says, and why."""
    was = (_research(old.research), _described(old.description)) if old else ("", "")
    studies = old.research.studies if old else ()
    yield RESEARCH, was[0], _research(new.research), tuple(_why(studies, new.research))
    missing = tuple(_why_not_more(new.description))
    yield DESCRIPTION, was[1], _described(new.description), missing


def _research(rating: Rating) -> str:
    return f"{rating.level.level}, {level_in_words(rating)}"


def _described(description: Description) -> str:
    return f"{description.level.level}, {description.level.label}"


def _why(old: tuple[Study, ...], rating: Rating) -> Iterator[str]:
    """Yield the rule that holds now, and each study that came, went or became another."""
    scale = published_scale()
    yield f"De regel die nu geldt: {rule_in_words(rating.rule, scale)}."
    if share := share_in_words(rating, scale):
        yield share
    was = {study.key: _in_words(study) for study in old}
    now = {study.key: _in_words(study) for study in rating.studies}
    for key in dict.fromkeys([*now, *was]):
        if key not in was:
            yield f"Erbij: {now[key]}."
        elif key not in now:
            yield f"Weg: {was[key]}."
        elif was[key] != now[key]:
            yield f"Eerst: {was[key]}. Nu: {now[key]}."


def _in_words(study: Study) -> str:
    state = "nagetrokken" if study.verified else "niet nagetrokken"
    return f"{study.key}, soort {study.grade.id}, {state}, {directions_in_words(study.directions)}"


def _why_not_more(description: Description) -> Iterator[str]:
    if description.missing:
        needs = ", ".join(NEEDS[need] for need in description.missing)
        yield f"Voor een hoger niveau ontbreekt: {needs}."
