"""Cuts a list that is too long for one page into parts with an address of their own.

A list that fits is one part, at the address of the list, so a library of some hundreds of entries
has nothing but whole lists.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Generic, TypeVar

from kennisbank.messages import _
from kennisbank.pages.page import Page
from kennisbank.routes import part_address

# How many rows a reader gets at once: some 40 kB compressed of what lists show of an entry.
MOST = 250

GroupT = TypeVar("GroupT")
RowT = TypeVar("RowT")


@dataclass(frozen=True, slots=True)
class ListPart(Generic[GroupT, RowT]):
    """One part of a list: its groups with the rows that stand here, out of `total` in all.

    `first` is the place of its first row among all, from 1. `addresses` are those of all parts,
    and `places` the part in which each group begins.
    """

    number: int
    first: int
    total: int
    groups: tuple[tuple[GroupT, tuple[RowT, ...]], ...]
    addresses: tuple[str, ...]
    places: tuple[tuple[GroupT, str], ...]

    @property
    def address(self) -> str:
        """Where this part is."""
        return self.addresses[self.number - 1]

    @property
    def is_whole(self) -> bool:
        """Whether this is all there is."""
        return len(self.addresses) == 1

    @property
    def rows(self) -> tuple[RowT, ...]:
        """The rows, of all groups together."""
        return tuple(row for _group, rows in self.groups for row in rows)

    @property
    def last(self) -> int:
        """The place of its last row."""
        return self.first + len(self.rows) - 1

    def page(self, page: Page) -> Page:
        """Return the page of the list as that of this part; `page.listed` is of this part alone."""
        if self.number == 1:
            return page
        title = _(
            "{title}, part {n} of {all}", title=page.title, n=self.number, all=len(self.addresses)
        )
        return replace(page, address=self.address, title=title)


def in_parts(
    address: str, groups: Sequence[tuple[GroupT, Sequence[RowT]]], most: int = MOST
) -> list[ListPart[GroupT, RowT]]:
    """Return the parts of a list in groups, all about as long, the first at the address itself.

    A group without rows stands in the first part.
    """
    flat = [(at, row) for at, (_group, rows) in enumerate(groups) for row in rows]
    count = max(1, -(-len(flat) // most))
    size = max(1, -(-len(flat) // count))
    cut = [flat[start : start + size] for start in range(0, max(1, len(flat)), size)]
    addresses = tuple(part_address(address, number) for number in range(1, len(cut) + 1))
    held = [_by_group(chunk) for chunk in cut]
    places = {at: addresses[-1 - number] for number, one in enumerate(reversed(held)) for at in one}
    empty = {at: () for at, (_group, rows) in enumerate(groups) if not rows}
    return [
        ListPart(
            number,
            (number - 1) * size + 1,
            len(flat),
            tuple((groups[at][0], one[at]) for at in sorted(one)),
            addresses,
            tuple((groups[at][0], place) for at, place in sorted(places.items())),
        )
        for number, one in enumerate([empty | held[0], *held[1:]], start=1)
    ]


def _by_group(rows: Sequence[tuple[int, RowT]]) -> dict[int, tuple[RowT, ...]]:
    return {
        at: tuple(row for _at, row in found) for at, found in groupby(rows, key=lambda one: one[0])
    }


def list_pages(
    parts: Sequence[ListPart[GroupT, RowT]], made: Callable[[ListPart[GroupT, RowT]], Page]
) -> Iterator[Page]:
    """Yield the page of each part; `made` returns it under the name of the whole list."""
    for part in parts:
        yield part.page(made(part))
