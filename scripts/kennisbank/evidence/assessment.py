"""Of each method how strong its research is, and how well it is described."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kennisbank.evidence.context import Context, context_of, group_patterns
from kennisbank.evidence.price import Price, effort_of, price_of
from kennisbank.evidence.rating import Rating, rate
from kennisbank.evidence.scale import (
    PRACTICE,
    SOURCE,
    DescriptionLevel,
    PriceScale,
    Scale,
    needs_of,
    scale_of,
)
from kennisbank.evidence.studies import studies_of
from kennisbank.fields.base import Entry
from kennisbank.fields.kinds import findings_of, investment_of, is_a, is_rated, marked, named_of
from kennisbank.fields.text_rules import UNKNOWN
from kennisbank.fields.types import Choice
from kennisbank.library.library import EntryKey, Library


@dataclass(frozen=True, slots=True)
class Description:
    """How well a method is described; `missing` names what the next level still needs."""

    level: DescriptionLevel
    missing: tuple[str, ...]


def describe(key: EntryKey, entry: Entry, library: Library, scale: Scale) -> Description:
    """Return the highest level of which every need, and every need below it, is met."""
    known = needs_of(library)
    reached = scale.descriptions[0]
    for level in scale.descriptions:
        missing = tuple(
            need for need in level.needs if need in known and not _is_met(need, key, entry, library)
        )
        if missing:
            return Description(reached, missing)
        reached = level
    return Description(reached, ())


def _is_met(need: str, key: EntryKey, entry: Entry, library: Library) -> bool:
    if need == PRACTICE:
        return any(
            link.origin and is_a(library.reported, link.origin.kind)
            for link in library.links_to.get(key, ())
        )
    if need == SOURCE:
        spec = marked(type(entry), "explains")
        sources = library.bibliography.sources
        return spec is not None and any(
            one.key in sources and one.key_path[0] == spec.name
            for one in library.files[key].citations
        )
    return getattr(entry, need) not in (UNKNOWN, (), None)


@dataclass(frozen=True, slots=True)
class Assessment:
    """How well a method is described and how strong its research is; the two are never merged.

    `context` is about the studies of all outcomes; `price` is that of a team of the size
    that the scale names, and `effort` follows from it.
    """

    description: Description
    research: Rating
    context: Context | None
    price: Price | None
    effort: Choice | None


class Assessments(Mapping[EntryKey, Assessment]):
    """The assessment of every valid entry of a kind that is rated, made when it is asked for."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._scale, self._patterns = scale_of(library), group_patterns(library)
        rated = (key for kind in library.kinds if is_rated(kind) for key in library.of_kind(kind))
        self._made: dict[EntryKey, Assessment | None] = dict.fromkeys(rated)

    def __getitem__(self, key: EntryKey) -> Assessment:
        found = self._made[key]
        if found is None:
            found = self._made[key] = self._assess(key)
        return found

    def __contains__(self, key: object) -> bool:
        return key in self._made

    def __iter__(self) -> Iterator[EntryKey]:
        return iter(self._made)

    def __len__(self) -> int:
        return len(self._made)

    def _assess(self, key: EntryKey) -> Assessment:
        library, scale = self._library, self._scale
        entry, sources = library.entries[key], library.bibliography.sources
        rating = rate(findings_of(entry), sources, scale)
        # Over all outcomes: a page that asks with whom it was studied means the whole of it.
        studies = studies_of(findings_of(entry), sources, scale)
        return Assessment(
            describe(key, entry, library, scale),
            rating,
            context_of(studies, named_of(entry, library.audience), self._patterns, library.country),
            price_of_entry(entry, scale.price),
            effort_of(entry, scale.price),
        )


def price_of_entry(entry: Entry, scale: PriceScale) -> Price | None:
    """Return what an entry asks of a team of the size that the scale names, where it says so."""
    asked = investment_of(entry)
    return price_of(asked, scale.people, scale.hourly) if asked else None
