"""The evidence map: how strong the research of each method is on each outcome."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kennisbank.evidence.assessment import Assessment
from kennisbank.evidence.rating import OutcomeRating, Rating
from kennisbank.fields.choices import Direction
from kennisbank.fields.kinds import named_of
from kennisbank.fields.types import Choice
from kennisbank.library.library import EntryKey, Library


@dataclass(frozen=True, slots=True)
class Cell:
    """What is found of one outcome; without findings the cell is a gap and has no rating.

    `directions` counts studies. Of several methods together `best` is the rating of the one that
    comes furthest: a level belongs to one method, and is never added up.
    """

    outcome: Choice
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
        key: named_of(entry, library.subjects)
        for key in library.of_kind(library.rated)
        if (entry := library.entries[key])
        and target_group in ("", *named_of(entry, library.audience))
    }
    subjects = library.of_kind(library.subjects)
    groups = [_group(subject, methods, assessments, library) for subject in subjects]
    return EvidenceMap(tuple(group for group in groups if group.rows))


def _group(
    subject: EntryKey,
    methods: Mapping[EntryKey, Sequence[str]],
    assessments: Mapping[EntryKey, Assessment],
    library: Library,
) -> MapGroup:
    named = [key for key, subjects in methods.items() if subject.id in subjects]
    first = [key for key in named if methods[key][0] == subject.id]
    rows = tuple(_row(key, [assessments[key].research], library.outcomes) for key in first)
    ratings = [assessments[key].research for key in named]
    return MapGroup(_row(subject, ratings, library.outcomes), rows)


def _row(key: EntryKey, ratings: Sequence[Rating], outcomes: Sequence[Choice]) -> MapRow:
    return MapRow(key, tuple(_cell(outcome, ratings) for outcome in outcomes))


def _cell(outcome: Choice, ratings: Iterable[Rating]) -> Cell:
    """A study counts once, also when several methods of a mechanism rest on it.

    One that points another way for another method is mixed.
    """
    rated = [one for rating in ratings if (one := rating.of(outcome))]
    by_source: dict[str, Direction] = {}
    for study in (study for one in rated for study in one.studies):
        same = by_source.get(study.key, study.direction) is study.direction
        by_source[study.key] = study.direction if same else Direction.MIXED
    pointing = [*by_source.values()]
    return Cell(
        outcome=outcome,
        directions={one: pointing.count(one) for one in Direction if one in pointing},
        best=max(rated, key=_how_far, default=None),
        methods=len(rated),
    )


def _how_far(one: OutcomeRating) -> tuple[bool, int, int]:
    return one.recommends, one.level.level, len(one.counting)
