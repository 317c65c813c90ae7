"""The findings of a method and its sources become studies: one source is one study."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from kennisbank.evidence.independence import Authors, authors_of
from kennisbank.evidence.scale import UNKNOWN_DESIGN
from kennisbank.fields.choices import Direction
from kennisbank.sources.date_parsing import publication_date
from kennisbank.sources.labels import STATES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kennisbank.evidence.scale import Grade, Scale
    from kennisbank.kinds.method import Finding
    from kennisbank.sources.source import Source

VERIFIED = "verified"
UNVERIFIED = "as-cited"


@dataclass(frozen=True, slots=True)
class Study:
    """What one source reports about a method, in one or more findings."""

    key: str
    design: str
    grade: Grade
    state: str
    authors: Authors
    year: int | None
    findings: tuple[Finding, ...]

    @property
    def verified(self) -> bool:
        """Whether the record of the source was found elsewhere."""
        return self.state == VERIFIED

    @property
    def directions(self) -> dict[Direction, int]:
        """How many findings point each way, the favourable first."""
        pointing = [finding.direction for finding in self.findings]
        return {one: pointing.count(one) for one in Direction if one in pointing}

    @property
    def favourable(self) -> Fraction:
        """Which part of its findings is favourable."""
        return Fraction(self.directions.get(Direction.FAVOURABLE, 0), len(self.findings))


def studies_of(
    findings: Iterable[Finding], sources: Mapping[str, Source], scale: Scale
) -> tuple[Study, ...]:
    """Return one study for each source, the strongest and then the newest first."""
    by_source: dict[str, list[Finding]] = {}
    for finding in findings:
        by_source.setdefault(finding.source, []).append(finding)
    studies = [
        _study(key, sources.get(key), tuple(found), scale) for key, found in by_source.items()
    ]
    return tuple(sorted(studies, key=lambda one: _order(one, scale)))


def _study(key: str, source: Source | None, findings: tuple[Finding, ...], scale: Scale) -> Study:
    fields = source.fields if source else {}
    design = fields.get("studydesign", UNKNOWN_DESIGN)
    state = fields.get("recordstate", UNVERIFIED)
    return Study(
        key=key,
        design=design if design in scale.designs else UNKNOWN_DESIGN,
        grade=scale.grade_of(design),
        state=state if state in STATES else UNVERIFIED,
        authors=authors_of(fields.get("author", "")),
        year=_year(fields),
        findings=findings,
    )


def _year(fields: Mapping[str, str]) -> int | None:
    start = publication_date(fields).start
    return start.year if start else None


def _order(study: Study, scale: Scale) -> tuple[bool, int, int, str]:
    return not study.verified, -scale.strength[study.grade.id], -(study.year or 0), study.key
