"""What happened to a work after it appeared: retracted, doubted, corrected or superseded."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kennisbank.messages import N_, _
from kennisbank.sources.addresses import doi_in

if TYPE_CHECKING:
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
    start = _start(text, source)
    for name, value in values.items():
        text = _with_field(text, start, source, name, value)
    return text


def _start(text: str, source: Source) -> int:
    """Return where the fields of a source begin: behind the comma after its key."""
    lines = text.splitlines(keepends=True)
    before = "".join(lines[: source.location.line - 1])
    head = re.compile(rf"@\s*\w+\s*[{{(]\s*{re.escape(source.key)}\s*,")
    if found := head.search(text, len(before)):
        return found.end()
    raise ValueError(source.key)


def _with_field(text: str, start: int, source: Source, name: str, value: str) -> str:
    written = re.compile(
        rf"\b{name}\s*=\s*(?:{{[^{{}}]*}}|\"[^\"{{}}]*\"|\w+)\s*,?[ \t]*", re.IGNORECASE
    )
    newline = "\r\n" if "\r\n" in text else "\n"
    if name in source.places:
        found = written.search(text, start)
        if found is None:
            raise ValueError(source.key)
        new = f"{name} = {{{value}}}," if value else ""
        return text[: found.start()] + new + text[found.end() :]
    if not value:
        return text
    return f"{text[:start]}{newline}  {name} = {{{value}}},{text[start:]}"
