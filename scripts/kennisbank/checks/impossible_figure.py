"""The figures of a finding and of a price can be true together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.fields.choices import EffectMeasure
from kennisbank.fields.kinds import field_of, findings_of, investment_of
from kennisbank.fields.types import FieldType, FindingsType, InvestmentType
from kennisbank.problems import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kennisbank.fields.base import Entry
    from kennisbank.fields.compounds import Effect, Finding
    from kennisbank.library.library import Library
    from kennisbank.problems import Problem
    from kennisbank.reading.yaml_document import KeyPath

RULE = Rule(
    "impossible-figure",
    "Getallen bij een bevinding of bij de kosten van een methode kunnen niet samen waar zijn.",
    "Vergelijk de getallen met de bron.",
)
Found = tuple["KeyPath", str]


def find(library: Library) -> Iterator[Problem]:
    """Yield each figure that its neighbours contradict."""
    for file in library.files.values():
        if file.entry:
            for path, message in _of_entry(file.entry):
                yield RULE.problem(file.document.location_of(path), message)


def _name(entry: Entry, type_: type[FieldType]) -> str:
    spec = field_of(type(entry), type_)
    return spec.name if spec else ""


def _of_entry(entry: Entry) -> Iterator[Found]:
    name = _name(entry, FindingsType)
    for place, finding in enumerate(findings_of(entry)):
        yield from (((name, place, *path), told) for path, told in _of_finding(finding))
    name = _name(entry, InvestmentType)
    for place, one in enumerate(investment_of(entry)):
        if not one.hours and not one.money:
            yield (name, place), "hier staan geen uren en geen euro's."
        for part, amount in (("hours", one.hours), ("money", one.money)):
            if amount is not None and amount < 0:
                yield (name, place, part), f"{amount} is minder dan niets."


def _of_finding(finding: Finding) -> Iterator[Found]:
    if finding.effect:
        yield from ((("effect", *path), told) for path, told in _of_effect(finding.effect))
    if finding.favourable:
        good, _, counted = finding.favourable.partition(" van ")
        if int(good) > int(counted):
            yield ("favourable",), f"van {counted} studies kunnen er geen {good} gunstig zijn."
        elif finding.studies and int(counted) > finding.studies:
            told = f"hier zijn {counted} studies geteld, bij 'studies' {finding.studies}."
            yield ("favourable",), told


def _of_effect(effect: Effect) -> Iterator[Found]:
    if effect.low is not None and effect.low > effect.value:
        yield ("low",), f"de ondergrens {effect.low} ligt boven de waarde {effect.value}."
    if effect.high is not None and effect.high < effect.value:
        yield ("high",), f"de bovengrens {effect.high} ligt onder de waarde {effect.value}."
    for name in ("value", "low", "high"):
        number = getattr(effect, name)
        if number is None:
            continue
        if effect.measure is EffectMeasure.R and abs(number) > 1:
            yield (name,), f"een samenhang ligt tussen -1 en 1, en is geen {number}."
        if effect.measure is EffectMeasure.ODDS_RATIO and number <= 0:
            yield (name,), f"een odds ratio is meer dan 0, en is geen {number}."
