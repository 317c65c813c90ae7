"""The Dutch words for the size of an effect, with the sum by which they came about."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from kennisbank.evidence.effects import HALF, STANDARDISED, could_be_nothing, share_of
from kennisbank.fields.choices import EffectMeasure

if TYPE_CHECKING:
    from kennisbank.evidence.effects import Sized
    from kennisbank.fields.compounds import Effect

_SYMBOLS = {
    EffectMeasure.D: "d",
    EffectMeasure.G: "g",
    EffectMeasure.R: "r",
    EffectMeasure.ODDS_RATIO: "odds ratio",
    EffectMeasure.PERCENTAGE_POINTS: "verschil",
}
_NOTHING = "Ook geen verschil past binnen de marge."
# Half of the people are above the average already, with or without a method.
_BASELINES = {
    EffectMeasure.D: "Zonder verschil waren dat er 50.",
    EffectMeasure.R: "Zonder samenhang waren dat er 50.",
}
_TOGETHER = "Dat is samenhang: het zegt niet wat waardoor komt."


@dataclass(frozen=True, slots=True)
class EffectBar:
    """An effect as people out of a hundred: from how many without, to how many with."""

    without: int
    with_: int

    @property
    def low(self) -> int:
        """Where the difference begins."""
        return min(self.without, self.with_)

    @property
    def width(self) -> int:
        """How many people the difference is."""
        return abs(self.with_ - self.without)


@dataclass(frozen=True, slots=True)
class EffectWords:
    """One effect as a reader meets it: in people, as the number of the source, and as a sum."""

    people: str
    baseline: str
    short: str
    number: str
    margin: str
    sum: str
    bar: EffectBar | None


def effect_words(sized: Sized) -> EffectWords:
    """Return the words for an effect; those for what goes together claim no cause."""
    effect = sized.effect
    caused = sized.study.grade.comparative and effect.measure is not EffectMeasure.R
    people = _PEOPLE[_family(effect.measure)](effect, caused=caused)
    return EffectWords(
        people=people if caused else f"{people} {_TOGETHER}",
        baseline=_BASELINES.get(_family(effect.measure), ""),
        short=_short(effect),
        number=number_in_words(effect),
        margin=_NOTHING if could_be_nothing(effect) else "",
        sum=_sum(effect),
        bar=_bar(effect),
    )


def _bar(effect: Effect) -> EffectBar | None:
    """Return the drawing of an effect; of percentage points nobody knows where they begin."""
    if effect.measure is EffectMeasure.PERCENTAGE_POINTS:
        return None
    return EffectBar(out_of_hundred(HALF), out_of_hundred(share_of(effect.measure, effect.value)))


def number_in_words(effect: Effect) -> str:
    """Return the number as a source gives it: d = 0,47 (95%-interval 0,04 tot 0,90)."""
    unit = " procentpunt" if effect.measure is EffectMeasure.PERCENTAGE_POINTS else ""
    told = f"{_SYMBOLS[effect.measure]} = {_comma(effect.value)}{unit}"
    if effect.low is None or effect.high is None:
        return told
    return f"{told} (95%-interval {_comma(effect.low)} tot {_comma(effect.high)})"


def out_of_hundred(share: float) -> int:
    """Return a share as whole people out of a hundred, never all and never none."""
    return min(99, max(1, int(share * 100 + 0.5)))


def _short(effect: Effect) -> str:
    if effect.measure is EffectMeasure.PERCENTAGE_POINTS:
        return number_in_words(effect).removeprefix("verschil = ").split(" (")[0]
    return f"{out_of_hundred(share_of(effect.measure, effect.value))} van 100"


def _family(measure: EffectMeasure) -> EffectMeasure:
    return EffectMeasure.D if measure in STANDARDISED else measure


def _standardised(effect: Effect, *, caused: bool) -> str:
    count = out_of_hundred(share_of(effect.measure, effect.value))
    if caused:
        told = f"Van de 100 deelnemers doen er {count} het beter dan gemiddeld zonder"
    else:
        told = f"Van de 100 mensen bij wie dit zo is, scoren er {count} hoger dan gemiddeld zonder"
    return f"{told}."


def _correlation(effect: Effect, *, caused: bool) -> str:  # noqa: ARG001 - one of a family
    count = out_of_hundred(share_of(effect.measure, effect.value))
    return (
        f"Van de 100 mensen die op het ene bovengemiddeld scoren, scoren er {count} ook op het "
        "andere bovengemiddeld."
    )


def _odds(effect: Effect, *, caused: bool) -> str:
    count = out_of_hundred(share_of(effect.measure, effect.value))
    verb = "lukt" if caused else "is"
    return f"Waar het zonder bij 50 van de 100 mensen zo {verb}, {verb} het met bij {count}."


def _points(effect: Effect, *, caused: bool) -> str:  # noqa: ARG001 - one of a family
    size = _comma(abs(effect.value))
    way = "meer" if effect.value >= 0 else "minder"
    return f"Bij {size} van de 100 mensen {way} dan zonder."


_PEOPLE = {
    EffectMeasure.D: _standardised,
    EffectMeasure.R: _correlation,
    EffectMeasure.ODDS_RATIO: _odds,
    EffectMeasure.PERCENTAGE_POINTS: _points,
}


def _sum(effect: Effect) -> str:
    """Return the whole calculation, so that a reader can do it again."""
    value, share = (
        _comma(effect.value),
        _comma(Decimal(f"{share_of(effect.measure, effect.value):.3f}")),
    )
    if effect.measure in STANDARDISED:
        return (
            f"Is de uitkomst in beide groepen normaal verdeeld en even gespreid, dan ligt het "
            f"gemiddelde met de methode boven een deel Φ({value}) = {share} van de groep zonder. "
            "Dit heet U3 (Cohen, 1988, paragraaf 2.2)."
        )
    if effect.measure is EffectMeasure.R:
        return (
            f"Zijn beide normaal verdeeld, dan is dat deel 0,5 + arcsin({value}) / π = {share} "
            "(Dunlap, 1994)."
        )
    if effect.measure is EffectMeasure.ODDS_RATIO:
        return (
            f"De kans zonder stellen wij op 0,5, want de bron noemt haar niet: de kansverhouding "
            f"is dan 1, en met de methode 1 × {value}. Als kans is dat {value} / (1 + {value}) = "
            f"{share} (Cochrane Handbook, 2019, paragraaf 15.4.4.4)."
        )
    return "Het verschil tussen twee percentages is het aantal mensen op de 100."


def _comma(number: Decimal) -> str:
    return f"{number:f}".replace(".", ",").replace("-", "−")
