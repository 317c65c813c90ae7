"""Designs, states, authors and directions as rows, made into findings and their sources."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from kennisbank.evidence.scale import default_scale
from kennisbank.evidence.studies import Study, studies_of
from kennisbank.problems import Location
from kennisbank.sources.source import Source
from our_kinds import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kennisbank.fields import compounds


class Case(NamedTuple):
    """One source and the directions of its findings, as a row of golden.yml.

    `more` may hold `k`, how many studies the source holds, its `status`, the `outcome` of its
    findings, and `favourable`, its own count.
    """

    design: str
    state: str
    author: str
    directions: list[str]
    more: Mapping[str, object] = {}
    year: str = "2020"
    country: str = "onbekend"
    population: str = "80 medewerkers"


def findings_and_sources(
    cases: Iterable[Case],
) -> tuple[list[compounds.Finding], dict[str, Source]]:
    """Return the findings of the cases, and the sources that they name."""
    findings: list[compounds.Finding] = []
    sources: dict[str, Source] = {}
    for number, case in enumerate(cases):
        key = f"bron{number}"
        sources[key] = _source(key, case)
        findings += [_finding(key, case, direction) for direction in case.directions]
    return findings, sources


def studies(cases: Iterable[Case]) -> tuple[Study, ...]:
    """Return the studies that the findings and sources of the cases make."""
    return studies_of(*findings_and_sources(cases), default_scale())


def _source(key: str, case: Case) -> Source:
    fields = {"studydesign": case.design, "recordstate": case.state, "year": case.year}
    if case.author:
        fields["author"] = case.author
    if "status" in case.more:
        fields["status"] = str(case.more["status"])
    return Source(key, "article", fields, Location(PurePosixPath("references.bib")))


def _finding(key: str, case: Case, direction: str) -> compounds.Finding:
    values = {
        "outcome": str(case.more.get("outcome", "leren")),
        "direction": direction,
        "found": "Wat de bron meldt.",
        "source": key,
        "population": case.population,
        "country": case.country,
    }
    if "k" in case.more:
        values["studies"] = str(case.more["k"])
    if "favourable" in case.more:
        values["favourable"] = str(case.more["favourable"])
    return Finding.model_validate(values)
