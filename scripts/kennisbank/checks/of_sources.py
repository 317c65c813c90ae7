"""Looks at sources that are in no library yet, by the rules that need none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.checks import as_written, bad_source, personal_data, source_field, unused_field

if TYPE_CHECKING:
    from kennisbank.problems import Problem
    from kennisbank.sources.source import Bibliography

_RULES = (bad_source, source_field, as_written, unused_field, personal_data)


def source_problems(bibliography: Bibliography) -> list[Problem]:
    """Return what is wrong in sources, what is lost of them and what is printed as written."""
    return [one for rule in _RULES for one in rule.problems_in(bibliography)]
