"""The files of a library become the addresses elsewhere that they name, each with its places."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kennisbank.citations.addresses import doi_address, doi_of, url_of
from kennisbank.problems import Location, Problem
from kennisbank.reading.text_file import location_in, read_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path, PurePosixPath

    from kennisbank.library import Library
    from kennisbank.reading.source import Source

_ADDRESS = re.compile(r"https?://[^\s<>\"'`|\\]+", re.IGNORECASE)
_AFTER = ".,;:!?*"
_CLOSING = {")": "(", "]": "[", "}": "{"}


@dataclass(frozen=True, slots=True)
class Address:
    """An address elsewhere, where the library names it, and the copies of it in an archive."""

    url: str
    places: tuple[Location, ...]
    archived: tuple[str, ...] = ()


def outside_addresses(library: Library, root: Path) -> list[Address]:
    """Return every address once, in the order of the alphabet, so that two runs give one list."""
    places: dict[str, set[Location]] = {}
    copies: dict[str, set[str]] = {}
    for url, place, copy in (*_in_sources(library), *_in_texts(library, root)):
        places.setdefault(url, set()).add(place)
        copies.setdefault(url, set()).update([copy] if copy else [])
    return [
        Address(url, tuple(sorted(places[url])), tuple(sorted(copies[url])))
        for url in sorted(places)
    ]


def _in_sources(library: Library) -> Iterator[tuple[str, Location, str]]:
    bibliography = library.bibliography
    for source in (*bibliography.sources.values(), *bibliography.others.values()):
        copy = source.fields.get("archiveurl", "").strip(" {}")
        for field, url in _fields(source):
            # What a source takes over from another is looked at there.
            if field in source.lines and _ADDRESS.fullmatch(url):
                yield url, source.place_of(field), copy


def _fields(source: Source) -> Iterator[tuple[str, str]]:
    if doi := doi_of(source.fields.get("doi", "")):
        yield "doi", doi_address(doi)
    yield "url", url_of(source.fields)


def _in_texts(library: Library, root: Path) -> Iterator[tuple[str, Location, str]]:
    for path in _text_paths(library):
        text = read_text(root, path)
        if not isinstance(text, Problem):
            for found in _ADDRESS.finditer(text):
                # A text about addresses writes https://doi.org/… for any of them.
                if "…" not in found[0]:
                    url = _without_text_around(found[0])
                    yield url, location_in(text, found.start(), path), ""


def _text_paths(library: Library) -> Iterator[PurePosixPath]:
    yield from (file.document.path for file in library.files.values())
    yield from (page.path for page in library.pages)


def _without_text_around(found: str) -> str:
    """Leave out the bracket and the full stop that belong to the sentence, not to the address."""
    for index, sign in enumerate(found):
        before = found[:index]
        if sign in _CLOSING and before.count(_CLOSING[sign]) <= before.count(sign):
            return before.rstrip(_AFTER)
    return found.rstrip(_AFTER)
