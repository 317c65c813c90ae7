"""The library's own scale of evidence, rating.yml, can be used."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from kennisbank.evidence.scale import read_scale
from kennisbank.library.library import Library
from kennisbank.messages import N_, _
from kennisbank.problems import Problem, Rule

RULE = Rule(
    "bad-rating",
    N_(
        "The scale in rating.yml is not right. Until it is mended, the scale that comes with the "
        "program holds."
    ),
    N_("Compare it with the scale that comes with the program, or remove rating.yml."),
)
_MESSAGES = {
    "missing": N_("'{name}' is missing."),
    "extra_forbidden": N_("'{name}' does not belong here."),
    "int_parsing": N_("'{name}' must be a whole number."),
    "bool_parsing": N_("'{name}' must be true or false."),
    "date_from_datetime_parsing": N_("'{name}' must be a date: 2026-11-30."),
    "too_short": N_("'{name}' is empty."),
    "tuple_type": N_("'{name}' must be a list."),
}
_OTHERWISE = N_("'{name}' is not as it should be.")


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
    return _(_MESSAGES.get(detail["type"], _OTHERWISE), name=name)
