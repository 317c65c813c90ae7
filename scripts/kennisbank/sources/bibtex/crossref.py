"""Completes sources that refer to another with what they take from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from kennisbank.sources.source import Source

# A part of a book takes over the book, not what names or finds the book itself.
_NEVER = frozenset(
    (
        "crossref",
        "xdata",
        "doi",
        "url",
        "eprint",
        "shorttitle",
        "abstract",
        "pages",
        "sortkey",
        "file",
    )
)
_PARTS = frozenset(
    (
        "inproceedings",
        "conference",
        "incollection",
        "inbook",
        "inreference",
        "suppbook",
        "bookinbook",
    )
)
_LONGEST_CHAIN = 10
# In a part, the title of the whole is the title of the book.
_RENAMED = {"title": "booktitle", "subtitle": "booksubtitle", "titleaddon": "booktitleaddon"}


def with_inherited(sources: Mapping[str, Source]) -> dict[str, Source]:
    """Return every source with the fields that it takes over from the ones it refers to."""
    folded = {key.casefold(): key for key in sources}
    done: dict[str, Source] = {}

    def complete(key: str, waiting: tuple[str, ...]) -> Source:
        if key not in done:
            source = sources[key]
            for parent in _parents(source):
                found = folded.get(parent.casefold())
                if found and found not in waiting and len(waiting) < _LONGEST_CHAIN:
                    source = _taking_over(source, complete(found, (*waiting, found)))
            done[key] = source
        return done[key]

    return {key: complete(key, (key,)) for key in sources}


def unknown_parents(sources: Mapping[str, Source]) -> Iterator[tuple[Source, str]]:
    """Yield each reference to a source that is not there."""
    folded = {key.casefold() for key in sources}
    for source in sources.values():
        for parent in _parents(source):
            if parent.casefold() not in folded:
                yield source, parent


def in_circles(sources: Mapping[str, Source]) -> Iterator[Source]:
    """Yield each source that, by way of others or at once, refers to itself."""
    folded = {key.casefold(): source for key, source in sources.items()}
    for key, source in sources.items():
        seen: set[str] = set()
        waiting = _parents(source)
        while waiting and key.casefold() not in seen:
            name = waiting.pop().casefold()
            if name not in seen and name in folded:
                seen.add(name)
                waiting += _parents(folded[name])
        if key.casefold() in seen:
            yield source


def _parents(source: Source) -> list[str]:
    named = f"{source.fields.get('xdata', '')},{source.fields.get('crossref', '')}"
    return [name.strip() for name in named.split(",") if name.strip()]


def _taking_over(source: Source, parent: Source) -> Source:
    rename = _RENAMED if source.type in _PARTS and parent.type != "xdata" else {}
    taken = {
        rename.get(name, name): text for name, text in parent.fields.items() if name not in _NEVER
    }
    return replace(source, fields=taken | dict(source.fields))
