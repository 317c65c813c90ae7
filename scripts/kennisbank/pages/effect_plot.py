"""The drawing of effects with their intervals, made once while the site is built.

One drawing holds the effects of one outcome that share a scale. A square is an overview, a circle a
single study; what does not count for the level is hollow. Colours and lines come from the style
sheet, so that the drawing is readable in both schemes and on paper; the table beside it says all
that is drawn.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from kennisbank.evidence.effects import STANDARDISED, Sized, no_difference
from kennisbank.fields.choices import EffectMeasure
from kennisbank.locales import written_number
from kennisbank.messages import N_, _
from kennisbank.pages.effect_words import number_in_words

WIDTH = 300
_ROW = 22
_MARGIN = 12
_AXIS = 26
_SYNTHESIS = "synthesis"
_TITLES = {
    EffectMeasure.D: N_("Standardised difference (d or g)"),
    EffectMeasure.R: N_("Association (r)"),
    EffectMeasure.ODDS_RATIO: N_("Odds ratio"),
    EffectMeasure.PERCENTAGE_POINTS: N_("Percentage points"),
}
# How far the axis reaches when no effect asks for more.
_LEAST = {
    EffectMeasure.D: (-0.5, 1.0),
    EffectMeasure.R: (-0.3, 0.6),
    EffectMeasure.ODDS_RATIO: (0.5, 4.0),
    EffectMeasure.PERCENTAGE_POINTS: (-10.0, 30.0),
}


@dataclass(frozen=True, slots=True)
class PlotRow:
    """One effect as it is drawn: pixels from the left, and what the table says of it."""

    sized: Sized
    number: str
    y: float
    low: float | None
    value: float
    high: float | None
    is_synthesis: bool
    counts: bool


@dataclass(frozen=True, slots=True)
class Plot:
    """A drawing: its rows, where there is no difference, and the marks on its axis."""

    title: str
    rows: tuple[PlotRow, ...]
    height: int
    zero: float
    ticks: tuple[tuple[float, str], ...]

    @property
    def axis(self) -> int:
        """How far from the top the axis lies."""
        return self.height - _AXIS


def effect_plots(effects: Iterable[Sized]) -> tuple[Plot, ...]:
    """Return a drawing for each scale, in the order of the measures."""
    order = [*EffectMeasure]
    placed = sorted(effects, key=lambda one: order.index(_family(one)))
    return tuple(_plot(measure, [*found]) for measure, found in groupby(placed, key=_family))


def _family(sized: Sized) -> EffectMeasure:
    measure = sized.effect.measure
    return EffectMeasure.D if measure in STANDARDISED else measure


def _plot(measure: EffectMeasure, effects: list[Sized]) -> Plot:
    scale = _Axis(measure, effects)
    rows = [_row(one, place, scale) for place, one in enumerate(effects)]
    return Plot(
        title=_(_TITLES[measure]),
        rows=tuple(rows),
        height=len(rows) * _ROW + _MARGIN + _AXIS,
        zero=scale.at(no_difference(measure)),
        ticks=scale.ticks(),
    )


def _row(sized: Sized, place: int, scale: _Axis) -> PlotRow:
    effect = sized.effect
    return PlotRow(
        sized=sized,
        number=number_in_words(effect),
        y=_MARGIN + _ROW * (place + 0.5),
        low=_at(scale, effect.low),
        value=scale.at(float(effect.value)),
        high=_at(scale, effect.high),
        is_synthesis=sized.study.grade.id == _SYNTHESIS,
        counts=sized.study.counts,
    )


def _at(scale: _Axis, number: Decimal | None) -> float | None:
    return None if number is None else scale.at(float(number))


class _Axis:
    """Where a number lies; an odds ratio by its logarithm, so that 2 and 0,5 are as far from 1."""

    def __init__(self, measure: EffectMeasure, effects: list[Sized]) -> None:
        self.measure = measure
        low, high = _LEAST[measure]
        found = [
            float(number)
            for one in effects
            for number in (one.effect.low, one.effect.value, one.effect.high)
            if number is not None
        ]
        self.low = self._scaled(min([low, *filter(self._can_be, found)]))
        self.high = self._scaled(max([high, *filter(self._can_be, found)]))

    def _can_be(self, number: float) -> bool:
        return self.measure is not EffectMeasure.ODDS_RATIO or number > 0

    def _scaled(self, number: float) -> float:
        return math.log(number) if self.measure is EffectMeasure.ODDS_RATIO else number

    def at(self, number: float) -> float:
        """Return the pixels from the left; what no axis can hold lies at its left end."""
        if not self._can_be(number):
            return float(_MARGIN)
        part = (self._scaled(number) - self.low) / (self.high - self.low)
        return round(_MARGIN + part * (WIDTH - 2 * _MARGIN), 1)

    def ticks(self) -> tuple[tuple[float, str], ...]:
        """Return the marks: no difference, and a few round numbers beside it."""
        if self.measure is EffectMeasure.ODDS_RATIO:
            numbers = [number for number in (0.1, 0.2, 0.5, 1, 2, 4, 8, 16) if self._holds(number)]
        else:
            step = _round_step(self.high - self.low)
            first, last = math.ceil(self.low / step), math.floor(self.high / step)
            numbers = [number * step for number in range(first, last + 1)]
        return tuple((self.at(number), _said(number)) for number in numbers)

    def _holds(self, number: float) -> bool:
        return self.low <= self._scaled(number) <= self.high


def _round_step(span: float) -> float:
    """Return a step of 1, 2 or 5 times a power of ten that gives at most about six marks."""
    power = 10.0 ** math.floor(math.log10(span / 5))
    return next(power * times for times in (1, 2, 5, 10) if power * times >= span / 6)


def _said(number: float) -> str:
    exact = Decimal(f"{number:.2f}".rstrip("0").rstrip("."))
    return written_number(exact).replace("-", "−")
