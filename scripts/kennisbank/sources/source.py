"""A source as the .bib file gives it, and the bibliography that holds them all."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from kennisbank.problems import Location
from kennisbank.sources.bibtex.latex import plain_text

ADDRESS_KEY = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")


@dataclass(frozen=True, slots=True)
class Source:
    """One work; its fields are LaTeX text without outer braces, by their names in small letters."""

    key: str
    type: str
    fields: Mapping[str, str]
    location: Location
    # Of its own fields only, not of those that it takes over from another source.
    places: Mapping[str, Location] = field(default_factory=dict, compare=False)

    def place_of(self, name: str) -> Location:
        """Return where a field stands, or the source itself when the field is not its own."""
        return self.places.get(name, self.location)


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

    @property
    def all_sources(self) -> list[Source]:
        """Every source, also those whose key can be no address."""
        return [*self.sources.values(), *self.others.values()]


def first_text(fields: Mapping[str, str], names: tuple[str, ...]) -> str:
    """Return the text of the first of these fields that has any."""
    return next((text for name in names if (text := plain_text(fields.get(name, "")))), "")


def joined_title(fields: Mapping[str, str], title: str, subtitle: str) -> str:
    """Return a title with its subtitle behind a colon, or behind the title's own mark."""
    main, sub = plain_text(fields.get(title, "")), plain_text(fields.get(subtitle, ""))
    if not (main and sub):
        return main or sub
    return f"{main} {sub}" if main[-1] in "?!" else f"{main}: {sub}"
