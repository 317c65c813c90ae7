"""A work that is about to be added is looked for among the sources that are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.cataloguing.titles import same_title
from kennisbank.citations.addresses import work_doi
from kennisbank.citations.item import csl_item

if TYPE_CHECKING:
    from kennisbank.reading.source import Bibliography, Source


def source_with_doi(bibliography: Bibliography, doi: str) -> Source | None:
    """Return the source with a DOI; capitals do not count in one."""
    return next(
        (
            source
            for source in all_sources(bibliography)
            if work_doi(source.fields).casefold() == doi.casefold()
        ),
        None,
    )


def source_with_title(bibliography: Bibliography, title: str) -> Source | None:
    """Return the source whose title is the same or nearly so."""
    return next(
        (
            one
            for one in all_sources(bibliography)
            if same_title(csl_item(one).get("title", ""), title)
        ),
        None,
    )


def all_sources(bibliography: Bibliography) -> list[Source]:
    """Return every source, also those whose key can be no address."""
    return [*bibliography.sources.values(), *bibliography.others.values()]
