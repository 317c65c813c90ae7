"""What one .bib file holds once it has been read: its sources by key, and those that were lost."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kennisbank.problems import Location

ADDRESS_KEY = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")


@dataclass(frozen=True, slots=True)
class Source:
    """One work; its fields are LaTeX text without outer braces, by their names in small letters."""

    key: str
    type: str
    fields: Mapping[str, str]
    location: Location
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)

    def place_of(self, name: str) -> Location:
        """Return where a field stands, or the source itself when the field is not its own."""
        line = self.lines.get(name, self.location.line)
        return type(self.location)(self.location.path, line)


@dataclass(frozen=True, slots=True)
class Bibliography:
    """The sources whose key can be an address, those whose key cannot, and what was lost.

    `unreadable` holds the keys that are named in the file but have no source in `sources`.
    """

    sources: Mapping[str, Source]
    unreadable: frozenset[str] = frozenset()
    readable: bool = True
    others: Mapping[str, Source] = field(default_factory=dict)

    @property
    def lost(self) -> frozenset[str]:
        """The keys of the works that are in no list at all."""
        return self.unreadable - self.others.keys()
