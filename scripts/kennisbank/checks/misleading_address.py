"""An address on the web leads to the site that readers see in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.fields.types import UrlType
from kennisbank.problems import Rule
from kennisbank.reading.web_addresses import address_fault, misleading_addresses
from kennisbank.sources.addresses import address_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kennisbank.library.library import EntryFile, Library
    from kennisbank.problems import Problem

RULE = Rule(
    "misleading-address",
    "Een webadres gaat naar een andere site dan lezers erin zien.",
    "Typ het adres opnieuw in gewone letters, en noem de site waar het naartoe gaat.",
)
_OF_SOURCES = ("url", "archiveurl", "howpublished")


def find(library: Library) -> Iterator[Problem]:
    """Yield each address in entries, pages and sources that fools who reads it."""
    for file in library.files.values():
        yield from _in_entry(file)
    for page in library.pages:
        for start, message in misleading_addresses(page.body):
            yield RULE.problem(page.location_of_text((), start), message)
    for source in library.bibliography.all_sources:
        for name in _OF_SOURCES:
            if name in source.places and (fault := address_fault(address_of(source.fields[name]))):
                message = f"bij '{source.key}', veld '{name}': {fault}"
                yield RULE.problem(source.place_of(name), message)


def _in_entry(file: EntryFile) -> Iterator[Problem]:
    for text in file.texts:
        if isinstance(text.spec.field_type, UrlType) and (fault := address_fault(text.text)):
            yield RULE.problem(file.document.location_of(text.key_path), fault)
        elif text.spec.field_type.written:
            for start, message in misleading_addresses(text.text):
                place = file.document.location_of_text(text.key_path, start)
                yield RULE.problem(place, message)
