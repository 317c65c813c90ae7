"""Tells works apart that the text would call the same: by initials, or by more names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from kennisbank.sources.csl_item import CslItem, leading_role, names_in, publication, work_date
from kennisbank.sources.names import Name
from kennisbank.sources.order import fold

SHOWN_NAMES = 2


@dataclass(frozen=True, slots=True)
class Citable:
    """One work on its way to its in-text form; `shown` is how many names are written out."""

    key: str
    item: CslItem
    names: tuple[Name, ...]
    others: bool
    year: str
    shown: int
    with_initials: bool = False

    @property
    def written(self) -> list[str]:
        """The names that are written out, the first with initials where there is another."""
        first, *more = self.names[: self.shown]
        return [
            first.with_initials if self.with_initials else first.alone,
            *(n.alone for n in more),
        ]

    @property
    def shortened(self) -> bool:
        """Whether et al. stands for the rest."""
        return self.others or self.shown < len(self.names)

    @property
    def surnames(self) -> tuple[str, ...]:
        """Who wrote it, to tell one group of authors from another."""
        return (*(fold(name.alone) for name in self.names), *(["+"] if self.others else []))


def disambiguated(items: Mapping[str, CslItem]) -> list[Citable]:
    """Return every work with as much of its names as tells its authors from all others."""
    return _with_added_names(_with_initials([_citable(key, item) for key, item in items.items()]))


def _citable(key: str, item: CslItem) -> Citable:
    names = tuple(names_in(item, leading_role(item)))
    others = bool(item.get("others") and names)
    short = others or len(names) > SHOWN_NAMES
    return Citable(key, item, names, others, _year(item), shown=1 if short else len(names))


def _year(item: CslItem) -> str:
    year, original = publication(item).year, work_date(item.get("original-date", {}))
    return f"{original.year}/{year}" if original.start and original.year != year else year


def _with_initials(works: Sequence[Citable]) -> list[Citable]:
    """Give first authors their initials where another first author has the same surname."""
    known: dict[str, set[str]] = defaultdict(set)
    for work in works:
        if work.names and work.names[0].given:
            known[fold(work.names[0].alone)].add(fold(work.names[0].initials))
    shared = {surname for surname, initials in known.items() if _are_different_people(initials)}
    return [
        replace(work, with_initials=bool(work.names) and fold(work.names[0].alone) in shared)
        for work in works
    ]


def _are_different_people(initials: Iterable[str]) -> bool:
    """P. and P. J. may be one person; P. J. and P. K. are two."""
    pairs = combinations(sorted(initials), 2)
    return any(not longer.startswith(shorter) for shorter, longer in pairs)


def _with_added_names(works: Sequence[Citable]) -> list[Citable]:
    """Write out more names where "Jansen et al., 2020" would mean different groups of authors."""
    groups: dict[tuple[str, str], list[Citable]] = defaultdict(list)
    for work in works:
        if work.shortened and work.names:
            groups[fold(work.written[0]), work.year].append(work)
    added: dict[str, int] = {}
    for group in groups.values():
        lists = {work.surnames for work in group}
        starts = Counter(names[:n] for names in lists for n in range(1, len(names) + 1))
        added |= {work.key: _names_needed(work, starts) for work in group}
    return [replace(work, shown=added.get(work.key, work.shown)) for work in works]


def _names_needed(work: Citable, starts: Mapping[tuple[str, ...], int]) -> int:
    """Return how many names tell a work apart, given how many lists start in each way."""
    all_names = len(work.names)
    needed = next((n for n in range(1, all_names + 1) if starts[work.surnames[:n]] == 1), all_names)
    # "et al." is plural: it never stands for one name.
    one_left = needed == all_names - 1 and needed > 1 and not work.others
    return all_names if one_left else needed
