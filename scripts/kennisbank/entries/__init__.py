"""Values from YAML become typed entries; KINDS lists all kinds, in the order of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.entries.instrument import Instrument
from kennisbank.entries.mechanism import Mechanism
from kennisbank.entries.method import Method
from kennisbank.entries.practice import Practice
from kennisbank.entries.statistic import Statistic
from kennisbank.entries.target_group import TargetGroup
from kennisbank.entries.term import Term

if TYPE_CHECKING:
    from kennisbank.entries.base import Entry

KINDS: tuple[type[Entry], ...] = (
    Mechanism,
    Method,
    TargetGroup,
    Practice,
    Statistic,
    Instrument,
    Term,
)
