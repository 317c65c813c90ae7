"""Reads the figures of the last accessibility audit."""

from __future__ import annotations

import datetime as dt
from pathlib import PurePosixPath

from pydantic import BaseModel, ConfigDict, NonNegativeInt, ValidationError

from kennisbank.messages import _
from kennisbank.problems import Location, Problem
from kennisbank.reading.rules import BAD_FILE


class Audit(BaseModel):
    """What was looked at and what was found; `make audit` writes it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    date: dt.date
    axe: str
    browser: str
    rules: tuple[str, ...]
    pages: tuple[str, ...]
    widths: tuple[int, ...]
    schemes: tuple[str, ...]
    states: NonNegativeInt
    # How many elements break each rule of axe.
    violations: dict[str, NonNegativeInt]
    # How many places the Tab key stops at, and how many of them cannot be seen or have no name.
    stops: NonNegativeInt
    faults: NonNegativeInt


def read_audit(path: PurePosixPath, text: str) -> tuple[Audit | None, list[Problem]]:
    """Return the audit, or the problem that keeps it from being one."""
    try:
        return Audit.model_validate_json(text), []
    except ValidationError:
        hint = _("Do not write it by hand: `make audit` makes this file.")
        return None, [BAD_FILE.problem(Location(path), _("is no result of a test."), hint)]
