"""The file of retired pages becomes what was at each address, why it went and where to go now."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kennisbank.file_names import is_reserved
from kennisbank.reading.rules import BAD_RETIRED
from kennisbank.reading.yaml_document import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import PurePosixPath

    from kennisbank.problems import Location, Problem
    from kennisbank.reading.yaml_document import YamlDocument

_ADDRESS = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(/[A-Za-z0-9_:.+-]+)+/")
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
    document, problems = read_yaml(path, text)
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
        if not _ADDRESS.fullmatch(address) or any(map(is_reserved, address.split("/"))):
            yield BAD_RETIRED.problem(place, f"'{address}' is geen adres als methoden/oud/.")
        elif not isinstance(told, dict) or not all(isinstance(one, str) for one in told.values()):
            yield BAD_RETIRED.problem(place, f"onder '{address}' staan geen 'title' en 'why'.")
        else:
            wrong = [name for name in told if name not in _FIELDS]
            lacking = [name for name in _FIELDS[:2] if name not in told]
            words = [f"'{name}' hoort hier niet" for name in wrong]
            words += [f"'{name}' ontbreekt" for name in lacking]
            if words:
                yield BAD_RETIRED.problem(place, f"bij '{address}': {', '.join(words)}.")
