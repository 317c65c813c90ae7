"""The size of an effect in words, with the sum by which they came about."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kennisbank.evidence.effects import HALF, STANDARDISED, Sized, could_be_nothing, share_of
from kennisbank.fields.choices import EffectMeasure
from kennisbank.fields.compounds import Effect
from kennisbank.locales import written_number
from kennisbank.messages import N_, _

_SYMBOLS = {
    EffectMeasure.D: "d",
    EffectMeasure.G: "g",
    EffectMeasure.R: "r",
    EffectMeasure.ODDS_RATIO: N_("odds ratio"),
    EffectMeasure.PERCENTAGE_POINTS: N_("difference"),
}
_NOTHING = N_("No difference fits within the margin, too.")
# Half of the people are above the average already, with or without a method.
_BASELINES = {
    EffectMeasure.D: N_("Without a difference that would be 50."),
    EffectMeasure.R: N_("Without an association that would be 50."),
}
_TOGETHER = N_("That is an association: it does not say what causes what.")


@dataclass(frozen=True, slots=True)
class EffectBar:
    """An effect as people out of a hundred: from how many without, to how many with.

    `compared` says that those without got something else.
    """

    without: int
    with_: int
    compared: bool = False

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
    comparison = sized.finding.comparison
    people = _PEOPLE[_family(effect.measure)](effect, comparison, caused=caused)
    return EffectWords(
        people=people if caused else people + " " + _(_TOGETHER),
        baseline=_(found) if (found := _BASELINES.get(_family(effect.measure), "")) else "",
        short=_short(effect),
        number=number_in_words(effect),
        margin=_(_NOTHING) if could_be_nothing(effect) else "",
        sum=_sum(effect),
        bar=_bar(effect, comparison),
    )


def _bar(effect: Effect, comparison: str | None) -> EffectBar | None:
    """Return the drawing of an effect; of percentage points nobody knows where they begin."""
    if effect.measure is EffectMeasure.PERCENTAGE_POINTS:
        return None
    share = out_of_hundred(share_of(effect.measure, effect.value))
    return EffectBar(out_of_hundred(HALF), share, compared=bool(comparison))


def number_in_words(effect: Effect) -> str:
    """Return the number as a source gives it: d = 0,47 (95%-interval 0,04 tot 0,90)."""
    told = f"{_symbol(effect.measure)} = {_amount(effect)}"
    if effect.low is None or effect.high is None:
        return told
    return _(
        "{effect} (95% interval {low} to {high})",
        effect=told,
        low=_comma(effect.low),
        high=_comma(effect.high),
    )


def _symbol(measure: EffectMeasure) -> str:
    said = _SYMBOLS[measure]
    return _(said) if len(said) > 1 else said


def _amount(effect: Effect) -> str:
    amount = _comma(effect.value)
    if effect.measure is not EffectMeasure.PERCENTAGE_POINTS:
        return amount
    return _("{amount} percentage points", amount=amount)


def out_of_hundred(share: float) -> int:
    """Return a share as whole people out of a hundred, never all and never none."""
    return min(99, max(1, int(share * 100 + 0.5)))


def _short(effect: Effect) -> str:
    if effect.measure is EffectMeasure.PERCENTAGE_POINTS:
        return _amount(effect)
    return _("{n} of 100", n=out_of_hundred(share_of(effect.measure, effect.value)))


def _family(measure: EffectMeasure) -> EffectMeasure:
    return EffectMeasure.D if measure in STANDARDISED else measure


def _standardised(effect: Effect, comparison: str | None, *, caused: bool) -> str:
    count = out_of_hundred(share_of(effect.measure, effect.value))
    if comparison:
        return _standardised_beside(count, comparison, caused=caused)
    if caused:
        return _("Of 100 participants, {n} do better than average without.", n=count)
    return _("Of 100 people with whom this is so, {n} score higher than average without.", n=count)


def _standardised_beside(count: int, comparison: str, *, caused: bool) -> str:
    """Return the same where those without got something else, which is named."""
    if caused:
        return _(
            "Of 100 participants, {n} do better than average {comparison}.",
            n=count,
            comparison=comparison,
        )
    return _(
        "Of 100 people with whom this is so, {n} score higher than average {comparison}.",
        n=count,
        comparison=comparison,
    )


def _correlation(effect: Effect, comparison: str | None, *, caused: bool) -> str:  # noqa: ARG001 - one of a family
    count = out_of_hundred(share_of(effect.measure, effect.value))
    return _(
        "Of 100 people who score above average on the one, {n} also score above average on the "
        "other.",
        n=count,
    )


def _odds(effect: Effect, comparison: str | None, *, caused: bool) -> str:
    count = out_of_hundred(share_of(effect.measure, effect.value))
    if comparison:
        return _(
            "Where 50 of 100 people succeed {comparison}, {n} do with it.",
            n=count,
            comparison=comparison,
        )
    if caused:
        return _("Where 50 of 100 people succeed without, {n} do with it.", n=count)
    return _("Where it is so for 50 of 100 people without, it is so for {n} with it.", n=count)


def _points(effect: Effect, comparison: str | None, *, caused: bool) -> str:  # noqa: ARG001 - one of a family
    size = _comma(abs(effect.value))
    if comparison:
        return _points_beside(effect, comparison)
    if effect.value >= 0:
        return _("For {n} of 100 people more than without.", n=size)
    return _("For {n} of 100 people fewer than without.", n=size)


def _points_beside(effect: Effect, comparison: str) -> str:
    size = _comma(abs(effect.value))
    if effect.value >= 0:
        return _("For {n} of 100 people more than {comparison}.", n=size, comparison=comparison)
    return _("For {n} of 100 people fewer than {comparison}.", n=size, comparison=comparison)


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
        return _(
            "If the outcome is normally distributed in both groups and equally spread, the "
            "average with the method lies above a share Φ({value}) = {share} of those it was "
            "compared with. This is called U3 (Cohen, 1988, section 2.2).",
            value=value,
            share=share,
        )
    if effect.measure is EffectMeasure.R:
        return _(
            "If both are normally distributed, that share is {half} + arcsin({value}) / π = "
            "{share} (Dunlap, 1994).",
            half=_comma(Decimal("0.5")),
            value=value,
            share=share,
        )
    if effect.measure is EffectMeasure.ODDS_RATIO:
        return _(
            "We take the chance without as {half}, for the source does not name it: the odds are "
            "1 then, and with the method 1 × {value}. As a chance that is {value} / (1 + {value}) "
            "= {share} (Cochrane Handbook, 2019, section 15.4.4.4).",
            half=_comma(Decimal("0.5")),
            value=value,
            share=share,
        )
    return _("The difference between two percentages is the number of people out of 100.")


def _comma(number: Decimal) -> str:
    return written_number(number).replace("-", "−")
