"""BibTeX text becomes sources with their place; what cannot be read is reported, never dropped."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bibtexparser.entrypoint import parse_string
from bibtexparser.model import (
    Block,
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    Entry,
    ParsingFailedBlock,
)

from kennisbank.problems import Location, Problem
from kennisbank.reading.rules import BIB_SYNTAX, DUPLICATE_SOURCE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import PurePosixPath

_KEY = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
_SWALLOWED_FIELD = re.compile(r"[}\"]\s*\n\s*(?P<name>[a-z]+)\s*=\s*[{\"]", re.IGNORECASE)
# It warns on each failed block; ours are problems, and the core never logs.
logging.getLogger("bibtexparser").addHandler(logging.NullHandler())
logging.getLogger("bibtexparser").propagate = False


@dataclass(frozen=True, slots=True)
class Source:
    """One work of references.bib; field values are texts without their outer braces."""

    key: str
    type: str
    fields: Mapping[str, str]
    location: Location


@dataclass(frozen=True, slots=True)
class Bibliography:
    """The sources that can be read, and the keys of those that cannot."""

    sources: Mapping[str, Source]
    unreadable: frozenset[str] = frozenset()
    readable: bool = True


def read_bibtex(path: PurePosixPath, text: str) -> tuple[Bibliography, list[Problem]]:
    """Return the sources of a .bib file by key, and a problem for each block that fails."""
    library = parse_string(text)
    problems = [_failure(block, path) for block in library.failed_blocks]
    unreadable = {key for block in library.failed_blocks if (key := _key_of(block))}
    sources: dict[str, Source] = {}
    for entry in library.entries:
        source = _source(entry, path)
        faults = list(_faults(source, sources.values()))
        problems += faults
        if faults:
            unreadable.add(source.key)
        else:
            sources[source.key] = source
    return Bibliography(sources, frozenset(unreadable) - sources.keys()), problems


def _source(entry: Entry, path: PurePosixPath) -> Source:
    fields = {f.key.casefold(): " ".join(str(f.value).split("\n")) for f in entry.fields}
    raw = {f.key.casefold(): str(f.value) for f in entry.fields}
    swallowed = {key: value for key, value in raw.items() if _SWALLOWED_FIELD.search(value)}
    return Source(entry.key, entry.entry_type.casefold(), fields | swallowed, _place(entry, path))


def _faults(source: Source, others: Iterable[Source]) -> Iterable[Problem]:
    if not _KEY.fullmatch(source.key):
        message = f"de sleutel '{source.key}' kan geen adres worden."
        hint = "Gebruik kleine letters, cijfers, - en _: 'jansen2021leren'."
        yield BIB_SYNTAX.problem(source.location, message, hint)
    elif same := [one for one in others if one.key.casefold() == source.key.casefold()]:
        yield _duplicate(source.key, source.location, same[0].location.line)
    for name, value in source.fields.items():
        if swallowed := _SWALLOWED_FIELD.search(value):
            message = f"in '{source.key}' ontbreekt een komma na het veld '{name}'."
            hint = f"Zet een komma voor '{swallowed['name']} ='."
            yield BIB_SYNTAX.problem(source.location, message, hint)


def _failure(block: ParsingFailedBlock, path: PurePosixPath) -> Problem:
    place = _place(block, path)
    if isinstance(block, DuplicateBlockKeyBlock):
        return _duplicate(block.key, place, (block.previous_block.start_line or 0) + 1)
    if isinstance(block, DuplicateFieldKeyBlock):
        names = "', '".join(sorted(block.duplicate_keys))
        message = f"in '{_key_of(block)}' staat het veld '{names}' twee keer."
        return BIB_SYNTAX.problem(place, message, "Haal een van de twee weg.")
    message = f"'{_key_of(block) or 'deze bron'}' is niet te lezen."
    hint = "Staat achter de sleutel en elk veld een komma, en is elke accolade gesloten?"
    return BIB_SYNTAX.problem(place, message, hint)


def _duplicate(key: str, place: Location, first_line: int) -> Problem:
    message = f"de sleutel '{key}' staat ook al op regel {first_line}."
    return DUPLICATE_SOURCE.problem(place, message, "Haal een van de twee weg.")


def _key_of(block: ParsingFailedBlock) -> str:
    found = re.match(r"\s*@\w+\s*\{\s*([^,\s{}=]+)", block.raw or "")
    return found[1] if found else ""


def _place(block: Block, path: PurePosixPath) -> Location:
    return Location(path, (block.start_line or 0) + 1)
