"""Reads the lists of addresses: those that were published, and those that were retired."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from kennisbank.file_names import is_reserved
from kennisbank.invisible_characters import says_nothing
from kennisbank.messages import _
from kennisbank.problems import Location, Problem
from kennisbank.reading.rules import BAD_ADDRESSES, BAD_RETIRED
from kennisbank.reading.yaml_document import YamlDocument, read_rows

_PUBLISHED_ADDRESS = re.compile(r"(?!\.)[A-Za-z0-9_:.+-]+(?:/(?!\.)[A-Za-z0-9_:.+-]+)*/?")


def read_published(path: PurePosixPath, text: str) -> tuple[dict[str, Location], list[Problem]]:
    """Return each line of the list with its place; an empty line is none."""
    found: dict[str, Location] = {}
    problems = []
    for number, line in enumerate(text.split("\n"), start=1):
        place = Location(path, number)
        if line in found:
            message = _(
                "'{line}' is there already, on line {number}.", line=line, number=found[line].line
            )
            problems.append(BAD_ADDRESSES.problem(place, message, _("Remove one of the two.")))
        elif _PUBLISHED_ADDRESS.fullmatch(line):
            found[line] = place
        elif line:
            problems.append(
                BAD_ADDRESSES.problem(place, _("'{line}' is no address on the site.", line=line))
            )
    return found, problems


# No part starts with a point: nothing is written outside the site, or out of sight in it.
_ADDRESS = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:/(?!\.)[A-Za-z0-9_:.+-]+)*/")
_FIELDS = ("title", "why", "see")


@dataclass(frozen=True, slots=True)
class Retired:
    """An address at which a page was; `see` is the address that answers the same question."""

    address: str
    title: str
    why: str
    see: str
    place: Location
    place_of_see: Location


def read_retired(path: PurePosixPath, text: str) -> tuple[tuple[Retired, ...], list[Problem]]:
    """Return what the file says of each address, and what in it cannot be used."""
    document, problems = read_rows(path, text, BAD_RETIRED.advice)
    if document is None:
        return (), problems
    problems = list(_faults(document))
    return () if problems else tuple(_all(document)), problems


def _all(document: YamlDocument) -> Iterator[Retired]:
    for address, told in document.value.items():
        if isinstance(told, dict):
            title, why, see = (str(told.get(name, "")) for name in _FIELDS)
            place = document.location_of((address,), of_key=True)
            place_of_see = document.location_of((address, "see"))
            yield Retired(address, title, why, see, place, place_of_see)


def _faults(document: YamlDocument) -> Iterator[Problem]:
    for address, told in document.value.items():
        place = document.location_of((address,), of_key=True)
        if not _is_address(address) or address.count("/") == 1:
            yield BAD_RETIRED.problem(
                place, _("'{address}' is no address like methods/old/.", address=address)
            )
        elif not isinstance(told, dict):
            yield BAD_RETIRED.problem(
                place, _("there is no 'title' and 'why' under '{address}'.", address=address)
            )
        else:
            yield from _faults_of(document, address, told)


def _faults_of(document: YamlDocument, address: str, told: dict[str, object]) -> Iterator[Problem]:
    wrong = [_("'{name}' does not belong here", name=name) for name in told if name not in _FIELDS]
    lacking = [_("'{name}' is missing", name=name) for name in _FIELDS[:2] if name not in told]
    if words := [*wrong, *lacking]:
        place = document.location_of((address,), of_key=True)
        yield BAD_RETIRED.problem(
            place, _("at '{address}': {faults}.", address=address, faults=", ".join(words))
        )
    for name in (name for name in _FIELDS if name in told):
        value, place = told[name], document.location_of((address, name))
        if not isinstance(value, str) or says_nothing(value):
            message = _("'{name}' at '{address}' has no text.", name=name, address=address)
            yield BAD_RETIRED.problem(
                place, message, _("Write something after it, on the same line.")
            )
        elif name == "see" and not _is_address(value):
            hint = _("Write the address of a page on this site, like methods/jobcrafting/.")
            yield BAD_RETIRED.problem(
                place, _("'{value}' is no address on this site.", value=value), hint
            )


def _is_address(text: str) -> bool:
    return bool(_ADDRESS.fullmatch(text)) and not any(map(is_reserved, text.split("/")))
