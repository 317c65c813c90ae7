"""What else fits a page, where no field says so: entries of its kind that name the same."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kennisbank.messages import _
from kennisbank.pages.site_map import Related

if TYPE_CHECKING:
    from collections.abc import Collection

    from kennisbank.library.library import EntryKey
    from kennisbank.pages.site_map import SiteMap

MOST = 3
_NAMED = 2


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
            (_("also belongs to {titles}", titles=", ".join([*titles[other]][:_NAMED])),),
        )
        for other, _found in best[:MOST]
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
