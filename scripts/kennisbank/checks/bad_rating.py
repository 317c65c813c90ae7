"""The library's own scale of evidence, rating.yml, can be used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import ValidationError

from kennisbank.evidence.scale import read_scale
from kennisbank.problems import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic_core import ErrorDetails

    from kennisbank.library.library import Library
    from kennisbank.problems import Problem

RULE = Rule(
    "bad-rating",
    "De maatstaf in rating.yml klopt niet. Tot dat verholpen is, geldt de maatstaf die met het "
    "programma meekomt.",
    "Vergelijk het met de maatstaf die met het programma meekomt, of haal rating.yml weg.",
)
_MESSAGES = {
    "missing": "'{name}' ontbreekt.",
    "extra_forbidden": "'{name}' hoort hier niet.",
    "int_parsing": "'{name}' moet een geheel getal zijn.",
    "bool_parsing": "'{name}' moet true of false zijn.",
    "date_from_datetime_parsing": "'{name}' moet een datum zijn: 2026-11-30.",
    "too_short": "'{name}' is leeg.",
    "tuple_type": "'{name}' moet een lijst zijn.",
}


def find(library: Library) -> Iterator[Problem]:
    """Yield each thing that keeps the library's own scale from being used."""
    if library.rating is None:
        return
    try:
        read_scale(library, library.rating.value)
    except ValidationError as error:
        for detail in error.errors():
            place = library.rating.location_of(detail["loc"])
            yield RULE.problem(place, _message(detail))


def _message(detail: ErrorDetails) -> str:
    if detail["type"] == "value_error":
        return f"{detail['ctx']['error']}."
    name = next((step for step in reversed(detail["loc"]) if isinstance(step, str)), "")
    return _MESSAGES.get(detail["type"], "'{name}' heeft niet de goede vorm.").format(name=name)
