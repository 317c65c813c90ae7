"""Where every entry lives, and how it is related to others."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, cast

from kennisbank.fields.base import Entry
from kennisbank.fields.types import FieldGroup
from kennisbank.library.library import EntryKey, Library, Link
from kennisbank.locales import in_text
from kennisbank.messages import _
from kennisbank.reading.mentions import without_mentions

# How many entries are shown that share most with one, and how many names of what they share.
_MOST_ALIKE, _SHARED_NAMED = 3, 2


def names_this() -> str:
    """Return why an entry stands on a page: it names that page."""
    return _("names this page")


def named_here() -> str:
    """Return why an entry stands on a page: the page names it."""
    return _("named here")


@dataclass(frozen=True, slots=True)
class EntryRef:
    """An entry as others show it; `text` is its summary without links and citations."""

    key: EntryKey
    address: str
    title: str
    text: str
    entry: Entry


@dataclass(frozen=True, slots=True)
class Related:
    """An entry that has to do with another, and why."""

    target: EntryRef
    reasons: tuple[str, ...]
    # Where it says more of the relation than that there is one.
    told: tuple[FieldGroup, ...] = ()


def usual_reasons(found: Sequence[Related]) -> tuple[str, ...]:
    """Return why most of several stand in one list; none where no reason is that of most."""
    reasons, count = Counter(one.reasons for one in found).most_common(1)[0]
    return reasons if 1 < count > len(found) // 2 else ()


class SiteMap:
    """Finds entries by key, and what is related to them."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.addresses = library.addresses

    @cached_property
    def targets(self) -> dict[EntryKey, EntryRef]:
        """Every valid entry by key."""
        return {
            key: EntryRef(
                key, self.addresses.entry(*key), entry.title, without_mentions(entry.summary), entry
            )
            for key, entry in self.library.entries.items()
        }

    def find(self, kind: str, identifier: str) -> EntryRef | None:
        """Return the entry, if it is there and valid."""
        return self.targets.get(EntryKey(kind, identifier))

    @cached_property
    def _by_kind(self) -> dict[str, list[EntryRef]]:
        keys = self.library.by_kind
        return {kind: [self.targets[key] for key in keys[kind]] for kind in keys}

    def of_kind(self, kind: str) -> list[EntryRef]:
        """Return the entries of a kind in the order of the library."""
        return self._by_kind.get(kind, [])

    def of(self, kind: type[Entry] | None) -> list[EntryRef]:
        """Return the entries of a kind, where the library has it."""
        return self.of_kind(kind.kind) if kind else []

    def place_in_kind(self, key: EntryKey) -> int:
        """Return how many entries of its kind come before an entry."""
        return self._places[key] - self._places[self.library.by_kind[key.kind][0]]

    def related(self, key: EntryKey) -> dict[str, list[Related]]:
        """Return what an entry names and what names it, by kind, each with its reasons."""
        reasons: dict[EntryKey, dict[str, None]] = {}
        told: dict[EntryKey, list[FieldGroup]] = {}
        for link in self.library.links[key]:
            # What a relation tells stands in a section of its own, with the link.
            if not link.is_relation:
                reasons.setdefault(link.target, {})[_reason(link)] = None
        for link in self.library.links_to.get(key, ()):
            if link.origin and link.origin != key:
                reasons.setdefault(link.origin, {})[_reverse_reason(link)] = None
                if link.is_relation:
                    told.setdefault(link.origin, []).append(self._told_by(link.origin, link))
        found: dict[str, list[Related]] = {kind.kind: [] for kind in self.library.kinds}
        for other in sorted(reasons, key=self._order):
            if other != key and other in self.targets:
                shown = _real_first(tuple(reasons[other]))
                about = tuple(told.get(other, ()))
                found[other.kind].append(Related(self.targets[other], shown, about))
        return {kind: related for kind, related in found.items() if related}

    def _told_by(self, origin: EntryKey, link: Link) -> FieldGroup:
        """Return what an entry tells of a relation, at the place where it names the other."""
        value: Any = self.library.entries[origin]
        for step in link.key_path[:-1]:
            value = value[step] if isinstance(step, int) else getattr(value, step)
        return cast("FieldGroup", value)

    @cached_property
    def _places(self) -> dict[EntryKey, int]:
        keys = (key for keys in self.library.by_kind.values() for key in keys)
        return {key: place for place, key in enumerate(keys)}

    def _order(self, key: EntryKey) -> int:
        return self._places.get(key, -1)


def _reason(link: Link) -> str:
    return in_text(link.spec.title) if link.spec else named_here()


def _reverse_reason(link: Link) -> str:
    return (link.spec and link.spec.reverse) or names_this()


def _real_first(reasons: tuple[str, ...]) -> tuple[str, ...]:
    """A mention in prose adds nothing to a relation that has a name."""
    named = tuple(one for one in reasons if one not in {names_this(), named_here()})
    return named or reasons[:1]


def similar(site_map: SiteMap, key: EntryKey, known: Collection[EntryKey]) -> list[Related]:
    """Return the few entries of a kind that share most with one, but for those that are known.

    What few entries name says more than what all name: each counts for one in so many.
    """
    shared = _shared(site_map, key)
    titles = {
        other: {site_map.targets[one].title: None for one in found} for other, found in shared
    }
    best = sorted(
        ((other, found) for other, found in shared if other not in known),
        key=lambda pair: (-sum(_weight(site_map, one) for one in pair[1]), pair[0].id),
    )
    return [
        Related(
            site_map.targets[other],
            (_("also belongs to {titles}", titles=", ".join([*titles[other]][:_SHARED_NAMED])),),
        )
        for other, _found in best[:_MOST_ALIKE]
    ]


def _shared(site_map: SiteMap, key: EntryKey) -> list[tuple[EntryKey, list[EntryKey]]]:
    """Return the other entries of the kind, each with what both name in a field."""
    library = site_map.library
    found: dict[EntryKey, list[EntryKey]] = defaultdict(list)
    for named in dict.fromkeys(link.target for link in library.links[key] if link.spec):
        if named not in site_map.targets:
            continue
        for other in dict.fromkeys(one.origin for one in library.links_to[named] if one.spec):
            if other and other.kind == key.kind and other != key:
                found[other].append(named)
    return [*found.items()]


def _weight(site_map: SiteMap, named: EntryKey) -> float:
    return 1 / len(site_map.library.links_to[named])
