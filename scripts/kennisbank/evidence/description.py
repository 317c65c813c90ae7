"""How well a method is described, with what is missing for the next level."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kennisbank.evidence.scale import PRACTICE, SOURCE
from kennisbank.fields.text_rules import UNKNOWN
from kennisbank.kinds.practice import Practice
from kennisbank.reading.mentions import find_citations

if TYPE_CHECKING:
    from kennisbank.evidence.scale import DescriptionLevel, Scale
    from kennisbank.kinds.method import Method
    from kennisbank.library.library import EntryKey, Library


@dataclass(frozen=True, slots=True)
class Description:
    """How well a method is described; `missing` names what the next level still needs."""

    level: DescriptionLevel
    missing: tuple[str, ...]


def describe(key: EntryKey, method: Method, library: Library, scale: Scale) -> Description:
    """Return the highest level of which every need, and every need below it, is met."""
    reached = scale.descriptions[0]
    for level in scale.descriptions:
        missing = tuple(need for need in level.needs if not _is_met(need, key, method, library))
        if missing:
            return Description(reached, missing)
        reached = level
    return Description(reached, ())


def _is_met(need: str, key: EntryKey, method: Method, library: Library) -> bool:
    if need == PRACTICE:
        return any(
            link.origin and link.origin.kind == Practice.kind
            for link in library.links_to.get(key, ())
        )
    if need == SOURCE:
        cited = find_citations(method.how_it_works)
        sources = library.bibliography.sources
        return any(work.key in sources for citation in cited for work in citation.works)
    return getattr(method, need) not in (UNKNOWN, (), None)
