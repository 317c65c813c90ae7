"""The to-do list of the editors up to a day: what is old, unsure or missing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kennisbank.evidence.assessment import Assessment
from kennisbank.evidence.evidence_map import evidence_map
from kennisbank.evidence.studies import UNVERIFIED, VERIFIED
from kennisbank.fields.specs import field_specs
from kennisbank.fields.text_rules import UNKNOWN
from kennisbank.fields.types import Choice, FieldGroup
from kennisbank.library.library import EntryKey, Library


@dataclass(frozen=True, slots=True)
class Upkeep:
    """What waits for an editor: entries by key, sources by their key in references.bib."""

    stale: dict[EntryKey, dt.date]
    unverified: dict[str, str]
    unknown: dict[EntryKey, tuple[str, ...]]
    gaps: dict[EntryKey, tuple[Choice, ...]]


def upkeep_of(library: Library, assessments: Mapping[EntryKey, Assessment], day: dt.date) -> Upkeep:
    """Return the to-do list on a day; what was reviewed that very day last year is not yet old."""
    limit = a_year_before(day)
    entries = library.entries.items()
    reviewed = {key: entry.reviewed for key, entry in entries if entry.reviewed}
    unknown = {key: tuple(unknown_fields(entry)) for key, entry in library.entries.items()}
    rows = evidence_map(library, assessments).rows
    return Upkeep(
        stale={
            key: reviewed[key]
            for key in sorted(reviewed, key=lambda one: (reviewed[one], one))
            if reviewed[key] < limit
        },
        unverified=dict(_unverified(library)),
        unknown={key: titles for key, titles in unknown.items() if titles},
        gaps={row.key: tuple(cell.outcome for cell in row.cells if not cell.count) for row in rows},
    )


def newest_review(library: Library) -> dt.date | None:
    """Return the last day on which an entry was reviewed, of a library that tells any."""
    return max(filter(None, (entry.reviewed for entry in library.entries.values())), default=None)


def a_year_before(day: dt.date) -> dt.date:
    """Return the same day a year earlier; 29 February becomes 28 February."""
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)


def _unverified(library: Library) -> Iterator[tuple[str, str]]:
    cited = {one.key for one in library.all_citations}
    for key, source in sorted(library.bibliography.sources.items()):
        state = source.fields.get("recordstate", UNVERIFIED)
        if key in cited and state != VERIFIED:
            yield key, state


def unknown_fields(part: FieldGroup) -> dict[str, int]:
    """Return the titles of the fields that say "onbekend", with how often, also inside groups."""
    found: dict[str, int] = {}
    for spec in field_specs(type(part)):
        value = getattr(part, spec.name)
        if value == UNKNOWN:
            found[spec.title] = found.get(spec.title, 0) + 1
        if spec.group:
            for item in value if isinstance(value, tuple) else filter(None, [value]):
                for title, count in unknown_fields(item).items():
                    found[title] = found.get(title, 0) + count
    return found
