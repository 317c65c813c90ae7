"""Constraints on a text, as data: validation, JSON Schema and web form obey the same ones."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from pydantic_core import PydanticCustomError

from kennisbank.messages import N_, _


class Aspect(StrEnum):
    """How a constraint looks at a text; the browser knows the same four."""

    PATTERN = "pattern"
    CHARACTERS = "characters"
    WORDS = "words"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Constraint:
    """One thing that a text must be: all of a pattern, no longer than a limit, or a real day.

    The message is the second half of "‘Titel’ (veld 'title') …"; {size} and {limit} are filled in.
    """

    measure: Aspect
    message: str
    # A function, where the words in it differ by language.
    pattern: str | Callable[[], str] = ""
    limit: int = 0
    code: str = "wrong-type"

    @property
    def expression(self) -> str:
        """The pattern in the language of the moment."""
        return self.pattern if isinstance(self.pattern, str) else self.pattern()

    def fault_in(self, text: str) -> PydanticCustomError | None:
        """Return what is wrong with a text, or nothing."""
        size = _MEASURES[self.measure](text, self.expression)
        if size <= self.limit:
            return None
        message = _(self.message)
        return PydanticCustomError(self.code, message, {"size": size, "limit": self.limit})

    def schema(self) -> dict[str, Any]:
        """Return what the JSON Schema of a field demands; a block of YAML may end in a line end."""
        match self.measure:
            case Aspect.CHARACTERS:
                return {"maxLength": self.limit}
            case Aspect.WORDS:
                return {"pattern": rf"^\s*(?:\S+(?:\s+|$)){{0,{self.limit}}}$"}
            case Aspect.DAY:
                return {"format": "date"}
            case _:
                return {"pattern": rf"^(?:{self.expression})\s*$"}


def pattern(
    expression: str | Callable[[], str], message: str, code: str = "wrong-type"
) -> Constraint:
    """Return the constraint that a whole text has a form."""
    return Constraint(Aspect.PATTERN, message, pattern=expression, code=code)


_TOO_LONG = {
    Aspect.CHARACTERS: N_("has {size} characters; {limit} are allowed"),
    Aspect.WORDS: N_("has {size} words; {limit} are allowed"),
}


def at_most(limit: int, measure: Aspect) -> Constraint:
    """Return the constraint that a text is no longer than a limit."""
    return Constraint(measure, _TOO_LONG[measure], limit=limit)


_compiled = cache(re.compile)


def _is_no_match(text: str, expression: str) -> int:
    return 0 if _compiled(expression).fullmatch(text) else 1


def _is_no_day(text: str, _pattern: str) -> int:
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return 1
    return 0


_MEASURES: dict[Aspect, Callable[[str, str], int]] = {
    Aspect.PATTERN: _is_no_match,
    Aspect.CHARACTERS: lambda text, _pattern: len(text),
    Aspect.WORDS: lambda text, _pattern: len(text.split()),
    Aspect.DAY: _is_no_day,
}
