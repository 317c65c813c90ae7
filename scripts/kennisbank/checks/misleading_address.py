"""An address on the web leads to the site that readers see in it."""

from __future__ import annotations

from collections.abc import Iterator

from kennisbank.fields.types import UrlType
from kennisbank.library.library import EntryFile, Library
from kennisbank.messages import N_, _
from kennisbank.problems import Problem, Rule
from kennisbank.reading.web_addresses import address_fault, misleading_addresses
from kennisbank.sources.addresses import address_of

RULE = Rule(
    "misleading-address",
    N_("A web address goes to another site than readers see in it."),
    N_("Type the address again in plain letters, and name the site that it goes to."),
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
                message = _(
                    "at '{key}', field '{name}': {fault}", key=source.key, name=name, fault=fault
                )
                yield RULE.problem(source.place_of(name), message)


def _in_entry(file: EntryFile) -> Iterator[Problem]:
    for text in file.texts:
        if isinstance(text.spec.field_type, UrlType) and (fault := address_fault(text.text)):
            yield RULE.problem(file.document.location_of(text.key_path), fault)
        elif text.spec.field_type.written:
            for start, message in misleading_addresses(text.text):
                place = file.document.location_of_text(text.key_path, start)
                yield RULE.problem(place, message)
