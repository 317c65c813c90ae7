"""Constraints on a text, as data: validation, JSON Schema and web form obey the same ones."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any

from pydantic_core import CoreSchema, PydanticCustomError, core_schema

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import GetCoreSchemaHandler


class Aspect(StrEnum):
    """How a demand looks at a text; the browser knows the same four."""

    PATTERN = "pattern"
    CHARACTERS = "characters"
    WORDS = "words"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Constraint:
    """One thing that a text must be: all of a pattern, no longer than a limit, or a real day.

    The message is the second half of "‘Titel’ (veld 'title') …"; {size} and {limit} are filled in.
    `in_schema` is for a pattern that means the same to every engine, without classes of letters:
    the JSON Schema of the field demands it as well.
    """

    measure: Aspect
    message: str
    pattern: str = ""
    limit: int = 0
    code: str = "wrong-type"
    in_schema: bool = False

    def fault_in(self, text: str) -> PydanticCustomError | None:
        """Return what is wrong with a text, or nothing."""
        size = _MEASURES[self.measure](text, self.pattern)
        if size <= self.limit:
            return None
        return PydanticCustomError(self.code, self.message, {"size": size, "limit": self.limit})


class Constraints:
    """Marks a type with its demands, in order; `read` makes a value of a text that keeps them."""

    def __init__(self, *demands: Constraint, read: Callable[[str], Any] | None = None) -> None:
        self.all = demands
        self.read = read

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        if self.read:
            return core_schema.no_info_before_validator_function(self._value, handler(source))
        return core_schema.no_info_after_validator_function(self._kept, handler(source))

    def _kept(self, text: str) -> str:
        for demand in self.all:
            if fault := demand.fault_in(text):
                raise fault
        return text

    def _value(self, text: object) -> object:
        # A list or a group of fields is no number either.
        kept = self._kept(text if isinstance(text, str) else "")
        return self.read(kept) if self.read else kept


def pattern(expression: str, message: str, code: str = "wrong-type") -> Constraint:
    """Return the demand that a whole text has a form."""
    return Constraint(Aspect.PATTERN, message, pattern=expression, code=code)


def shared_pattern(expression: str, message: str) -> Constraint:
    """Return the demand that a whole text has a form, for the JSON Schema too."""
    return Constraint(Aspect.PATTERN, message, pattern=expression, in_schema=True)


def at_most(limit: int, measure: Aspect, unit: str) -> Constraint:
    """Return the demand that a text is no longer than a limit."""
    message = f"telt {{size}} {unit}; er mogen er {{limit}} zijn"
    return Constraint(measure, message, limit=limit)


_compiled = cache(re.compile)


def _is_no_match(text: str, expression: str) -> int:
    return 0 if _compiled(expression).fullmatch(text) else 1


def _is_no_day(text: str, _: str) -> int:
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return 1
    return 0


_MEASURES: dict[Aspect, Callable[[str, str], int]] = {
    Aspect.PATTERN: _is_no_match,
    Aspect.CHARACTERS: lambda text, _: len(text),
    Aspect.WORDS: lambda text, _: len(text.split()),
    Aspect.DAY: _is_no_day,
}
