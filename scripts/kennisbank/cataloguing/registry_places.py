"""What a registry says of where a work appeared becomes its book or journal, archive and event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.cataloguing.registry_text import first_in, text_of
from kennisbank.citations import work_types

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kennisbank.citations.item import Item

# These are in nothing, though a registry may repeat a title or a series.
_ALONE = (work_types.BOOK, work_types.REPORT, work_types.OTHER)


def places_in(answer: Mapping[str, object], type_: str) -> Item:
    """Return the book, journal or site that a work is in, and the series of that."""
    if type_ in _ALONE:
        return {}
    container, series = _containers(answer)
    if type_ == work_types.WEBPAGE:
        return {"container-title": container or _archive(answer), "publisher": ""}
    return {"container-title": container} | ({"collection-title": series} if series else {})


def _archive(answer: Mapping[str, object]) -> str:
    """Return the name of the archive; its publisher is another."""
    institution = answer.get("institution")
    first = institution[0] if isinstance(institution, list) and institution else institution
    named = text_of(first.get("name")) if isinstance(first, dict) else ""
    return named or first_in(answer, ("group-title", "publisher"))


def _containers(answer: Mapping[str, object]) -> tuple[str, str]:
    """Return book or journal, and the series; Crossref names the series of a book first."""
    said = answer.get("container-title")
    titles = [text_of(one) for one in said] if isinstance(said, list) else [text_of(said)]
    first, *more = [one for one in titles if one] or [""]
    is_short = bool(more) and more[-1] in first
    return (more[-1], first) if more and not is_short else (first, "")


def event_in(answer: Mapping[str, object], type_: str) -> Item:
    """Crossref sends an object, older CSL a text."""
    if type_ not in {work_types.PAPER, work_types.SPEECH}:
        return {}
    event = answer.get("event")
    if isinstance(event, dict):
        return {"event-title": text_of(event.get("name")), "event-place": _place(event)}
    title = first_in(answer, ("event-title", "event"))
    return {"event-title": title, "event-place": text_of(answer.get("event-place"))}


def _place(event: Mapping[str, object]) -> str:
    return text_of(event.get("location"))
