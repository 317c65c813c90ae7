"""Designs, states, authors and directions become the studies that the rule is given."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from kennisbank.evidence.scale import published_scale
from kennisbank.evidence.studies import Study, studies_of
from kennisbank.fields.choices import Outcome
from kennisbank.kinds.method import Finding
from kennisbank.problems import Location
from kennisbank.sources.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterable


class Case(NamedTuple):
    """One source and the directions of its findings, as a row of golden.yml."""

    design: str
    state: str
    author: str
    directions: list[str]
    year: str = "2020"
    country: str = "onbekend"
    population: str = "80 medewerkers"


def studies(cases: Iterable[Case]) -> tuple[Study, ...]:
    """Return the studies that the findings and sources of the cases make."""
    findings: list[Finding] = []
    sources: dict[str, Source] = {}
    for number, case in enumerate(cases):
        key = f"bron{number}"
        sources[key] = _source(key, case)
        findings += [_finding(key, case, direction) for direction in case.directions]
    return studies_of(findings, sources, published_scale())


def _source(key: str, case: Case) -> Source:
    fields = {"studydesign": case.design, "recordstate": case.state, "year": case.year}
    if case.author:
        fields["author"] = case.author
    return Source(key, "article", fields, Location(PurePosixPath("references.bib")))


def _finding(key: str, case: Case, direction: str) -> Finding:
    values = {
        "outcome": Outcome.LEARNING.value,
        "direction": direction,
        "found": "Wat de bron meldt.",
        "source": key,
        "population": case.population,
        "country": case.country,
    }
    return Finding.model_validate(values)
