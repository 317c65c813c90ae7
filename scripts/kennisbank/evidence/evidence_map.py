"""The assessed methods become the evidence map: what is found of which outcome, and where not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kennisbank.evidence.scale import published_scale
from kennisbank.fields.choices import Direction, Outcome
from kennisbank.kinds.mechanism import Mechanism
from kennisbank.kinds.method import Method

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kennisbank.evidence.assessment import Assessment
    from kennisbank.evidence.scale import Grade
    from kennisbank.evidence.studies import Study
    from kennisbank.library.library import EntryKey, Library


@dataclass(frozen=True, slots=True)
class Cell:
    """What is found of one outcome; without findings the cell is a gap and has no grade."""

    outcome: Outcome
    directions: dict[Direction, int]
    strongest: Grade | None
    verified: bool

    @property
    def count(self) -> int:
        """How many findings there are."""
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
    rows = tuple(_row(key, assessments[key].research.studies) for key in first)
    together = [study for key in named for study in assessments[key].research.studies]
    return MapGroup(_row(mechanism, together), rows)


def _row(key: EntryKey, studies: Sequence[Study]) -> MapRow:
    return MapRow(key, tuple(_cell(outcome, studies) for outcome in Outcome))


def _cell(outcome: Outcome, studies: Iterable[Study]) -> Cell:
    found = [
        (study, finding)
        for study in studies
        for finding in study.findings
        if finding.outcome is outcome
    ]
    pointing = [finding.direction for _, finding in found]
    # A verified source goes before a stronger design that we could not find.
    strength = published_scale().strength
    best = max(
        (study for study, _ in found),
        key=lambda study: (study.verified, strength[study.grade.id]),
        default=None,
    )
    return Cell(
        outcome=outcome,
        directions={one: pointing.count(one) for one in Direction if one in pointing},
        strongest=best.grade if best else None,
        verified=bool(best and best.verified),
    )
