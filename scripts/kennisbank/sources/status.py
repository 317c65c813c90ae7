"""What happened to a work after it appeared: retracted, doubted, corrected or superseded."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from kennisbank.messages import N_, _
from kennisbank.sources.addresses import doi_in
from kennisbank.sources.bibtex.editing import with_field
from kennisbank.sources.source import Source

FIELD, DOI_FIELD, DAY_FIELD = "status", "statusdoi", "statusdate"


_IN_WORDS = {
    "retracted": N_("This publication was retracted. It counts nowhere in this library."),
    "concern": N_("The publisher has doubts about this publication."),
    "superseded": N_("A newer version of this work has appeared."),
    "corrected": N_("A correction to this publication has appeared."),
}
_TO_FOLLOWERS = {
    "retracted": N_("The source {source} was retracted and counts no more."),
    "concern": N_("The publisher has doubts about the source {source}."),
    "superseded": N_("A newer version of the source {source} has appeared."),
    "corrected": N_("A correction to the source {source} has appeared."),
}


class Standing(StrEnum):
    """How a work stands; the worst first."""

    RETRACTED = "retracted"
    CONCERN = "concern"
    SUPERSEDED = "superseded"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True)
class Status:
    """How a work stands, the DOI of the notice that says so, and the day it was noted here."""

    standing: Standing
    doi: str = ""
    day: dt.date | None = None

    @property
    def in_words(self) -> str:
        """What readers of the source are told."""
        return _(_IN_WORDS[self.standing])

    def to_followers(self, source: str) -> str:
        """Return what people are told who follow an entry that cites the source."""
        return _(_TO_FOLLOWERS[self.standing], source=source)


def status_of(source: Source) -> Status | None:
    """Return the status of a work, or None for one that simply stands."""
    said = source.fields.get(FIELD, "").strip().casefold()
    if said not in set(Standing):
        return None
    return Status(
        Standing(said),
        doi_in(source.fields.get(DOI_FIELD, "")),
        day_in(source.fields.get(DAY_FIELD, "")),
    )


def day_in(text: str) -> dt.date | None:
    """Return a day written like 2026-11-25, or None."""
    try:
        return dt.date.fromisoformat(text.strip())
    except ValueError:
        return None


def with_status(text: str, source: Source, status: Status) -> str:
    """Return the text of a .bib file in which a source has a status; nothing else changes.

    What it said about this before is replaced.

    Raises:
        ValueError: when the source is not where the text says.
    """
    values = {
        FIELD: status.standing.value,
        DOI_FIELD: status.doi,
        DAY_FIELD: status.day.isoformat() if status.day else "",
    }
    for name, value in values.items():
        text = with_field(text, source, name, value)
    return text
