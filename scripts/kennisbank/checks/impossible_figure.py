"""The figures of a finding and of a price can be true together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kennisbank.fields.base import Entry
from kennisbank.fields.choices import EffectMeasure
from kennisbank.fields.compounds import Effect, Finding
from kennisbank.fields.kinds import field_of, findings_of, investment_of
from kennisbank.fields.types import FieldType, FindingsType, InvestmentType
from kennisbank.library.library import Library
from kennisbank.messages import N_, _
from kennisbank.problems import Problem, Rule
from kennisbank.reading.yaml_document import KeyPath

RULE = Rule(
    "impossible-figure",
    N_("Numbers of a finding, or of the costs of a method, cannot be true together."),
    N_("Compare the numbers with the source."),
)
_WHOLE = re.compile("[0-9]+")
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
            yield (name, place), _("there are no hours and no money here.")
        for part, amount in (("hours", one.hours), ("money", one.money)):
            if amount is not None and amount < 0:
                yield (name, place, part), _("{amount} is less than nothing.", amount=amount)


def _of_finding(finding: Finding) -> Iterator[Found]:
    if finding.effect:
        yield from ((("effect", *path), told) for path, told in _of_effect(finding.effect))
    if finding.favourable:
        good, counted = _WHOLE.findall(finding.favourable)
        if int(good) > int(counted):
            yield (
                ("favourable",),
                _("of {counted} studies, {good} cannot be favourable.", counted=counted, good=good),
            )
        elif finding.studies and int(counted) > finding.studies:
            told = _(
                "{counted} studies are counted here, and {studies} at 'studies'.",
                counted=counted,
                studies=finding.studies,
            )
            yield ("favourable",), told


def _of_effect(effect: Effect) -> Iterator[Found]:
    if effect.low is not None and effect.low > effect.value:
        yield (
            ("low",),
            _(
                "the lower limit {low} lies above the value {value}.",
                low=effect.low,
                value=effect.value,
            ),
        )
    if effect.high is not None and effect.high < effect.value:
        yield (
            ("high",),
            _(
                "the upper limit {high} lies below the value {value}.",
                high=effect.high,
                value=effect.value,
            ),
        )
    for name in ("value", "low", "high"):
        number = getattr(effect, name)
        if number is None:
            continue
        if effect.measure is EffectMeasure.R and abs(number) > 1:
            yield (
                (name,),
                _("a correlation lies between -1 and 1, and is not {number}.", number=number),
            )
        if effect.measure is EffectMeasure.ODDS_RATIO and number <= 0:
            yield (name,), _("an odds ratio is more than 0, and is not {number}.", number=number)
