"""What stands beside the level, never subtracted: where, whom, when and by whom it was studied."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from statistics import median_low

from kennisbank.evidence.independence import are_independent, share_author
from kennisbank.evidence.rating import counting
from kennisbank.evidence.studies import Study
from kennisbank.fields.text_rules import UNKNOWN
from kennisbank.library.library import Library

# A review that names no country: this one may be among them.
_SEVERAL = re.compile(r"\b(landen|countries|internation\w*)\b", re.IGNORECASE)


class ContextAnswer(StrEnum):
    """What can be said on a question about the studies."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Context:
    """Answers about the studies that count; groups are ids, `dated` is how many have a year.

    A library that names no country of its own asks nothing about it.
    """

    in_country: ContextAnswer | None
    studied_groups: tuple[str, ...]
    other_groups: tuple[str, ...]
    median_year: int | None
    dated: int
    one_research_group: ContextAnswer


def context_of(
    studies: Sequence[Study],
    groups: Sequence[str],
    patterns: Mapping[str, re.Pattern[str]],
    country: Sequence[str] = (),
) -> Context | None:
    """Return what can be said of the studies that count; None when there are none."""
    counted = counting(studies)
    if not counted:
        return None
    populations = " | ".join(f.population for study in counted for f in study.findings)
    studied = [one for one in groups if one in patterns and patterns[one].search(populations)]
    years = [study.year for study in counted if study.year]
    return Context(
        in_country=_in_country(counted, country) if country else None,
        studied_groups=tuple(studied),
        other_groups=tuple(one for one in groups if one not in studied),
        # With an even number of studies the older of the two in the middle: rather too old.
        median_year=median_low(years) if years else None,
        dated=len(years),
        one_research_group=_one_research_group(counted),
    )


def _in_country(studies: Sequence[Study], names: Sequence[str]) -> ContextAnswer:
    own = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)", re.IGNORECASE)
    countries = {finding.country for study in studies for finding in study.findings}
    if any(own.search(country) for country in countries):
        return ContextAnswer.YES
    open_ = any(country == UNKNOWN or _SEVERAL.search(country) for country in countries)
    return ContextAnswer.UNKNOWN if open_ else ContextAnswer.NO


def _one_research_group(studies: Sequence[Study]) -> ContextAnswer:
    """Unknown where incomplete lists of authors leave room for independent studies."""
    pairs = list(combinations([study.authors for study in studies], 2))
    if any(are_independent(pair) for pair in pairs):
        return ContextAnswer.NO
    return (
        ContextAnswer.YES if all(share_author(*pair) for pair in pairs) else ContextAnswer.UNKNOWN
    )


def group_patterns(library: Library) -> dict[str, re.Pattern[str]]:
    """Return, for each target group, what finds it in a text: its link, title or other names."""
    return {
        key.id: re.compile(
            "|".join(
                [
                    rf"\[\[{key.kind}:{re.escape(key.id)}[|\]]",
                    *(rf"(?<!\w){re.escape(name)}(?!\w)" for name in (entry.title, *entry.aliases)),
                ]
            ),
            re.IGNORECASE,
        )
        for key in library.of_kind(library.audience)
        if (entry := library.entries[key])
    }
