"""The evidence map: how strong the research of each method is on each outcome."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kennisbank.fields.choices import Direction, Outcome
from kennisbank.kinds.mechanism import Mechanism
from kennisbank.kinds.method import Method

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kennisbank.evidence.assessment import Assessment
    from kennisbank.evidence.rating import OutcomeRating, Rating
    from kennisbank.library.library import EntryKey, Library


@dataclass(frozen=True, slots=True)
class Cell:
    """What is found of one outcome; without findings the cell is a gap and has no rating.

    `directions` counts studies. Of several methods together `best` is the rating of the one that
    comes furthest: a level belongs to one method, and is never added up.
    """

    outcome: Outcome
    directions: dict[Direction, int]
    best: OutcomeRating | None
    methods: int

    @property
    def count(self) -> int:
        """How many studies there are."""
        return sum(self.directions.values())


@dataclass(frozen=True, slots=True)
class MapRow:
    """One method, or one mechanism with all its methods, and a cell for each outcome."""

    key: EntryKey
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class MapGroup:
    """The methods that name a mechanism first; `summary` is over all methods that name it."""

    summary: MapRow
    rows: tuple[MapRow, ...]


@dataclass(frozen=True, slots=True)
class EvidenceMap:
    """The groups in the order of the mechanisms; a method stands in one of them."""

    groups: tuple[MapGroup, ...]

    @property
    def rows(self) -> tuple[MapRow, ...]:
        """Every method once."""
        return tuple(row for group in self.groups for row in group.rows)

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Every cell of every method."""
        return tuple(cell for row in self.rows for cell in row.cells)

    @property
    def gaps(self) -> int:
        """How many cells are empty."""
        return sum(not cell.count for cell in self.cells)


def evidence_map(
    library: Library, assessments: Mapping[EntryKey, Assessment], target_group: str = ""
) -> EvidenceMap:
    """Return the map of all methods, or of those that suit a target group."""
    methods = {
        key: entry
        for key in library.by_kind.get(Method.kind, ())
        if isinstance(entry := library.entries[key], Method)
        and target_group in ("", *entry.target_groups)
    }
    mechanisms = library.by_kind.get(Mechanism.kind, [])
    groups = [_group(mechanism, methods, assessments) for mechanism in mechanisms]
    return EvidenceMap(tuple(group for group in groups if group.rows))


def _group(
    mechanism: EntryKey,
    methods: Mapping[EntryKey, Method],
    assessments: Mapping[EntryKey, Assessment],
) -> MapGroup:
    named = [key for key, method in methods.items() if mechanism.id in method.mechanisms]
    first = [key for key in named if methods[key].mechanisms[0] == mechanism.id]
    rows = tuple(_row(key, [assessments[key].research]) for key in first)
    return MapGroup(_row(mechanism, [assessments[key].research for key in named]), rows)


def _row(key: EntryKey, ratings: Sequence[Rating]) -> MapRow:
    return MapRow(key, tuple(_cell(outcome, ratings) for outcome in Outcome))


def _cell(outcome: Outcome, ratings: Iterable[Rating]) -> Cell:
    """A study counts once, also when several methods of a mechanism rest on it."""
    rated = [one for rating in ratings if (one := rating.of(outcome))]
    by_source = {study.key: study.direction for one in rated for study in one.studies}
    pointing = [*by_source.values()]
    return Cell(
        outcome=outcome,
        directions={one: pointing.count(one) for one in Direction if one in pointing},
        best=max(rated, key=_how_far, default=None),
        methods=len(rated),
    )


def _how_far(one: OutcomeRating) -> tuple[bool, int, int]:
    return one.recommends, one.level.level, len(one.counting)
