"""A problem: what is wrong, where, how bad, and what to do about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import PurePosixPath

from kennisbank.messages import _

# What somebody pasted in the wrong place can be thousands of words.
LONGEST_MESSAGE = 600


class Severity(StrEnum):
    """Whether a problem stops publication, deserves a look, or is advice that one may leave."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


@dataclass(frozen=True, order=True, slots=True)
class Location:
    """A place in a file of the library; lines and columns count from 1."""

    path: PurePosixPath
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Rule:
    """What one problem code stands for; its words are messages to look up where they are said."""

    code: str
    meaning: str
    remedy: str
    severity: Severity = Severity.ERROR
    # What stands in the places of both.
    values: Mapping[str, object] = field(default_factory=dict, compare=False)

    @property
    def explanation(self) -> str:
        """What the code stands for, in the language of the moment."""
        return _(self.meaning, **self.values)

    @property
    def advice(self) -> str:
        """What to do about it, in the language of the moment."""
        return _(self.remedy, **self.values)

    def problem(self, location: Location, message: str, hint: str = "") -> Problem:
        """Return a problem, with what is said of it; the hint is the advice by default."""
        return Problem(location, self.code, _cut(message), hint or self.advice, self.severity)


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One mistake of an author; sorts by place."""

    location: Location
    code: str
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        text = f"{self.location}: {self.code}: {self.message}"
        return f"{text} {self.hint}" if self.hint else text


def _cut(message: str) -> str:
    """Return a message of which the middle is left out when it holds a whole page of text."""
    if len(message) <= LONGEST_MESSAGE:
        return message
    third = LONGEST_MESSAGE // 3
    return f"{message[: 2 * third]} … {message[-third:]}"
