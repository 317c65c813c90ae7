"""What a method costs in hours and money, added up for a team.

An hour costs the same whoever gives it: the reader fills in how much. The hours of a trainer from
outside are in the price where the method names one, and are not counted twice.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from kennisbank.evidence.scale import PriceScale
from kennisbank.fields.base import Entry
from kennisbank.fields.choices import Moment, Payer, Unit
from kennisbank.fields.compounds import Investment
from kennisbank.fields.kinds import investment_of, ranking
from kennisbank.fields.text_rules import is_estimate
from kennisbank.fields.types import Choice

_MONTHS = 12
# How often an amount is spent in the first year, and in each year after it.
_TIMES = {Moment.START: (1, 0), Moment.MONTH: (_MONTHS, _MONTHS), Moment.YEAR: (1, 1)}


@dataclass(frozen=True, slots=True)
class Amount:
    """So many hours and so much money, of which some are once for the whole organisation."""

    hours: Decimal = Decimal(0)
    money: Decimal = Decimal(0)
    shared: Decimal = Decimal(0)

    def __add__(self, other: Amount) -> Amount:
        """Add both up."""
        return Amount(
            self.hours + other.hours, self.money + other.money, self.shared + other.shared
        )


@dataclass(frozen=True, slots=True)
class PriceLine:
    """One party at one moment: what it gives in the first year and in each year after it."""

    investment: Investment
    first: Amount
    later: Amount

    @property
    def is_included(self) -> bool:
        """Whether its hours are inside its price."""
        return _is_included(self.investment)


@dataclass(frozen=True, slots=True)
class Price:
    """What a method costs a team of so many people; `money` of an amount counts the hours, too."""

    people: int
    hourly: Decimal
    lines: tuple[PriceLine, ...]

    @property
    def first(self) -> Amount:
        """All of the first year."""
        return sum((line.first for line in self.lines), Amount())

    @property
    def later(self) -> Amount:
        """All of each year after it."""
        return sum((line.later for line in self.lines), Amount())

    @property
    def per_person(self) -> Decimal:
        """The first year for each participant."""
        return self.first.money / self.people

    @property
    def is_estimated(self) -> bool:
        """Whether some of it is an estimate of the editors."""
        return any(is_estimate(line.investment.basis) for line in self.lines)


def price_of(investments: Iterable[Investment], people: int, hourly: Decimal) -> Price:
    """Return what a method costs a team; of no investments an empty price."""
    lines = [_line(one, people, hourly) for one in investments]
    return Price(people, hourly, tuple(lines))


def effort_of(entry: Entry, scale: PriceScale) -> Choice | None:
    """Return how much is asked: by its price, or as an editor judged it; None if unknown."""
    found = ranking(type(entry))
    if found is None:
        return None
    spec, choices = found
    asked = investment_of(entry)
    if asked and scale.bands.keys() <= {*choices}:
        price = price_of(asked, scale.people, scale.hourly)
        fitting = (one for one, most in scale.bands.items() if price.per_person <= most)
        name = next(fitting, "")
        return next((one for one in choices if one == name), [*choices][-1])
    typed = getattr(entry, spec.name)
    return typed if isinstance(typed, Choice) else None


def _line(one: Investment, people: int, hourly: Decimal) -> PriceLine:
    count = people if one.per is Unit.PARTICIPANT else 1
    first, later = _TIMES[one.when]
    return PriceLine(one, _amount(one, count * first, hourly), _amount(one, count * later, hourly))


def _is_included(one: Investment) -> bool:
    return one.who is Payer.TRAINER and one.money is not None


def _amount(one: Investment, times: int, hourly: Decimal) -> Amount:
    hours = (one.hours or Decimal(0)) * times
    worked = Decimal(0) if _is_included(one) else hours * hourly
    money = (one.money or Decimal(0)) * times + worked
    return Amount(hours, money, money if one.per is Unit.ORGANISATION else Decimal(0))
