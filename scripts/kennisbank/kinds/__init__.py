"""The kinds of entries; KINDS lists them in the order of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.kinds.instrument import Instrument
from kennisbank.kinds.mechanism import Mechanism
from kennisbank.kinds.method import Method
from kennisbank.kinds.practice import Practice
from kennisbank.kinds.statistic import Statistic
from kennisbank.kinds.target_group import TargetGroup
from kennisbank.kinds.term import Term

if TYPE_CHECKING:
    from kennisbank.fields.base import Entry


KINDS: tuple[type[Entry], ...] = (
    Mechanism,
    Method,
    TargetGroup,
    Practice,
    Statistic,
    Instrument,
    Term,
)
