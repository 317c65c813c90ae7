"""The Dutch words for what a method costs."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from kennisbank.fields.choices import Moment, Unit
from kennisbank.messages import _

if TYPE_CHECKING:
    from kennisbank.evidence.price import Price, PriceLine

_STEP = Decimal(10)
_THOUSAND = 1000
_OF = {
    Unit.PARTICIPANT: "per deelnemer",
    Unit.TEAM: "per team",
    Unit.ORGANISATION: "voor de hele organisatie",
}
_WHEN = {Moment.START: "om te beginnen", Moment.MONTH: "elke maand", Moment.YEAR: "elk jaar"}
ESTIMATED = "schatting van de redactie"


def euros(amount: Decimal) -> str:
    """Return an amount as readers write it, rounded to tens: € 1.240."""
    tens = int((amount / _STEP).quantize(Decimal(1), ROUND_HALF_UP) * _STEP)
    return f"€ {tens:,}".replace(",", ".")


def hours(amount: Decimal) -> str:
    """Return a number of hours with a decimal comma: 2,5 uur."""
    return f"{amount.normalize():f} uur".replace(".", ",")


def price_in_words(price: Price) -> str:
    """Return the first year in one line, with whose estimate it is."""
    return f"{per_person_in_words(price)}, {team_in_words(price)}"


def per_person_in_words(price: Price) -> str:
    """Return what the first year costs for each participant."""
    return f"Eerste jaar ongeveer {euros(price.per_person)} per deelnemer"


def short(per_person: Decimal) -> str:
    """Return a price for a column whose head says what it is a price of."""
    return _("{amount} per participant", amount=euros(per_person))


def team_in_words(price: Price) -> str:
    """Return for which team that is, and whose estimate."""
    told = f"bij een team van {price.people}"
    return f"{told} ({ESTIMATED})" if price.is_estimated else told


def total_in_words(price: Price) -> str:
    """Return what the first year takes of the whole team, in hours and in money."""
    first = price.first
    told = f"{hours(first.hours)} van alle betrokkenen samen, {euros(first.euros)}"
    if first.shared:
        told += f", waarvan {euros(first.shared)} één keer voor de hele organisatie"
    later = price.later.euros
    return f"{told}. Elk jaar daarna {euros(later)}." if later else f"{told}. Daarna niets meer."


def asked_in_words(line: PriceLine) -> str:
    """Return what one party gives, as it is written down: 2,5 uur per deelnemer, elke maand."""
    one = line.investment
    given = [hours(one.hours)] if one.hours else []
    if one.money:
        given.append(f"€ {_exact(one.money)}")
    return f"{' en '.join(given)} {_OF[one.per]}, {_WHEN[one.when]}"


def _exact(money: Decimal) -> str:
    whole, _point, cents = f"{money:f}".partition(".")
    grouped = f"{int(whole):,}".replace(",", ".")
    return f"{grouped},{cents.ljust(2, '0')}" if cents.strip("0") else grouped
