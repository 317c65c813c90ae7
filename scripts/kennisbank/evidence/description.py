"""How well a method is described, with what is missing for the next level."""

from __future__ import annotations

from dataclasses import dataclass

from kennisbank.evidence.scale import PRACTICE, SOURCE, DescriptionLevel, Scale, needs_of
from kennisbank.fields.base import Entry
from kennisbank.fields.kinds import is_a, marked
from kennisbank.fields.text_rules import UNKNOWN
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
