"""Of each method how strong its research is, and how well it is described."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kennisbank.evidence.context import context_of, group_patterns
from kennisbank.evidence.description import describe
from kennisbank.evidence.rating import rate
from kennisbank.evidence.scale import scale_of
from kennisbank.fields.kinds import findings_of, named_of

if TYPE_CHECKING:
    from kennisbank.evidence.context import Context
    from kennisbank.evidence.description import Description
    from kennisbank.evidence.rating import Rating
    from kennisbank.library.library import EntryKey, Library


@dataclass(frozen=True, slots=True)
class Assessment:
    """How well a method is described and how strong its research is; the two are never merged.

    `context` is about the studies of the outcome that leads.
    """

    description: Description
    research: Rating
    context: Context | None


def assess(library: Library) -> dict[EntryKey, Assessment]:
    """Return the assessment of every valid entry of the kind that is rated."""
    scale, patterns = scale_of(library), group_patterns(library)
    sources = library.bibliography.sources
    assessments = {}
    for key in library.of_kind(library.rated):
        entry = library.entries[key]
        rating = rate(findings_of(entry), sources, scale)
        leading = rating.lead.studies if rating.lead else ()
        assessments[key] = Assessment(
            describe(key, entry, library, scale),
            rating,
            context_of(leading, named_of(entry, library.audience), patterns),
        )
    return assessments
