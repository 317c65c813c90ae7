"""A few texts become a small library with two mechanisms, a target group and rated methods."""

from __future__ import annotations

from typing import TYPE_CHECKING

from library_files import write_files

if TYPE_CHECKING:
    from pathlib import Path

_MECHANISM = """\
title: {title}
summary: De taak bepaalt wat er te leren valt.
reviewed: 2026-01-10
number: {number}
description: De taak bepaalt wat er te leren valt.
why: Wie kiest, leert.
signs: [Medewerkers kiezen zelf.]
actions: Begin bij één taak.
questions: [Wat kiest u?]
"""
_GROUP = """\
title: Medewerkers van de buitendienst
summary: Wie buiten werkt.
aliases: [buitendienst, groenvoorziening]
reviewed: 2025-01-10
who: Wie buiten werkt.
drives: onbekend
holds_back: onbekend
helps: onbekend
works_against: onbekend
"""
_METHOD = """\
title: {title}
summary: Wissel van taak.
reviewed: 2026-01-10
goal: Leren van elkaar.
level: [team]
effort: klein
people: Het team
for_whom: Teams.
less_for: onbekend
approach: Ruilen.
steps: [Zet de taken op een rij.]
roles: [{{role: hr, task: Plant.}}]
conditions: [Er is tijd.]
asks_of_participant: Durven.
how_it_works: onbekend
"""
_FINDING = """\
  - outcome: {outcome}
    direction: {direction}
    found: Mensen leerden meer.
    source: {source}
    population: {population}
    country: {country}
"""
_SOURCE = """\
@article{{{key},
  author = {{{author}}},
  title = {{Werk}},
  year = {{{year}}},
  studydesign = {{{design}}},
  recordstate = {{{state}}},
}}
"""
TRIAL = _SOURCE.format(
    key="jansen2020", author="Jansen, Piet", year=2020, design="randomised-trial", state="verified"
)
TALKS = _SOURCE.format(
    key="bakker2016", author="Bakker, Anna", year=2016, design="qualitative", state="as-cited"
)


def finding(
    source: str,
    outcome: str = "leren",
    direction: str = "favourable",
    population: str = "80 medewerkers",
    country: str = "onbekend",
) -> str:
    """Return one finding as it stands in a method's file."""
    return _FINDING.format(
        outcome=outcome, direction=direction, source=source, population=population, country=country
    )


def method(
    title: str, *findings: str, mechanisms: str = "werk", groups: str = "", **fields: str
) -> str:
    """Return the file of a method; fields replace what it says by default."""
    lines = _METHOD.format(title=title).splitlines()
    values = dict(line.split(": ", 1) for line in lines) | fields
    lines = [f"{name}: {value}" for name, value in values.items()]
    lines.append(f"mechanisms: [{mechanisms}]")
    if groups:
        lines.append(f"target_groups: [{groups}]")
    text = "\n".join(lines) + "\n"
    return text + ("findings:\n" + "".join(findings) if findings else "")


def write_evidence(root: Path, bibliography: str = TRIAL + TALKS, **methods: str) -> Path:
    """Write the library into a folder; methods by their id, with _ for -."""
    files = {
        "mechanisms/werk.yml": _MECHANISM.format(title="Inhoud van het werk", number=1),
        "mechanisms/ruimte.yml": _MECHANISM.format(title="Ruimte en veiligheid", number=2),
        "target-groups/buitendienst.yml": _GROUP,
        "references.bib": bibliography,
    } | {f"methods/{name.replace('_', '-')}.yml": text for name, text in methods.items()}
    return write_files(root, files)
