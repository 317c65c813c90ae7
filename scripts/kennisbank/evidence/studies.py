"""Findings grouped by source: one source is one study, however many findings cite it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kennisbank.evidence.independence import Authors, authors_of
from kennisbank.evidence.scale import UNKNOWN_DESIGN, Grade, Scale
from kennisbank.fields.choices import Direction
from kennisbank.fields.compounds import Finding
from kennisbank.sources.date_parsing import publication_date
from kennisbank.sources.labels import STATES
from kennisbank.sources.source import Source
from kennisbank.sources.status import Standing, status_of

VERIFIED = "verified"
UNVERIFIED = "as-cited"


@dataclass(frozen=True, slots=True)
class Study:
    """What one source reports, in one or more findings; `size` is how many studies it holds."""

    key: str
    design: str
    grade: Grade
    state: str
    retracted: bool
    authors: Authors
    year: int | None
    findings: tuple[Finding, ...]

    @property
    def verified(self) -> bool:
        """Whether the record of the source was found elsewhere."""
        return self.state == VERIFIED

    @property
    def counts(self) -> bool:
        """Whether it may lift or lower a level: research, verified and not retracted."""
        return self.grade.research and self.verified and not self.retracted

    @property
    def size(self) -> int:
        """How many studies an overview says that it holds; 0 when nobody wrote it down."""
        return max((finding.studies or 0 for finding in self.findings), default=0)

    @property
    def directions(self) -> dict[Direction, int]:
        """How many findings point each way, the favourable first."""
        pointing = [finding.direction for finding in self.findings]
        return {one: pointing.count(one) for one in Direction if one in pointing}

    @property
    def direction(self) -> Direction:
        """Which way it points as a whole: one way, or mixed when something in it is favourable."""
        pointing = {finding.direction for finding in self.findings}
        if len(pointing) == 1:
            return pointing.pop()
        gain = pointing & {Direction.FAVOURABLE, Direction.MIXED}
        return Direction.MIXED if gain else Direction.UNFAVOURABLE


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
    status = status_of(source) if source else None
    design = fields.get("studydesign", UNKNOWN_DESIGN)
    state = fields.get("recordstate", UNVERIFIED)
    return Study(
        key=key,
        design=design if design in scale.designs else UNKNOWN_DESIGN,
        grade=scale.grade_of(design),
        state=state if state in STATES else UNVERIFIED,
        retracted=bool(status and status.standing is Standing.RETRACTED),
        authors=authors_of(fields.get("author", "")),
        year=_year(fields),
        findings=findings,
    )


def _year(fields: Mapping[str, str]) -> int | None:
    start = publication_date(fields).start
    return start.year if start else None


def _order(study: Study, scale: Scale) -> tuple[bool, int, int, int, str]:
    strength = scale.strength[study.grade.id]
    return not study.counts, -strength, -study.size, -(study.year or 0), study.key
