"""What a method costs, in words."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from kennisbank.evidence.price import Price, PriceLine
from kennisbank.fields.choices import Moment, Unit
from kennisbank.locales import currency_name, money, thousands, written_number
from kennisbank.messages import N_, _, all_of, ngettext

_STEP = Decimal(10)
# Each says its unit and its moment in one, as languages put them differently.
_ASKED = {
    (Unit.PARTICIPANT, Moment.START): N_("{given} per participant, to begin with"),
    (Unit.PARTICIPANT, Moment.MONTH): N_("{given} per participant, each month"),
    (Unit.PARTICIPANT, Moment.YEAR): N_("{given} per participant, each year"),
    (Unit.TEAM, Moment.START): N_("{given} per team, to begin with"),
    (Unit.TEAM, Moment.MONTH): N_("{given} per team, each month"),
    (Unit.TEAM, Moment.YEAR): N_("{given} per team, each year"),
    (Unit.ORGANISATION, Moment.START): N_("{given} for the whole organisation, to begin with"),
    (Unit.ORGANISATION, Moment.MONTH): N_("{given} for the whole organisation, each month"),
    (Unit.ORGANISATION, Moment.YEAR): N_("{given} for the whole organisation, each year"),
}


def rounded(amount: Decimal) -> str:
    """Return an amount of money as readers write it, rounded to tens: €1,240."""
    tens = int((amount / _STEP).quantize(Decimal(1), ROUND_HALF_UP) * _STEP)
    return money(thousands(tens))


def hours(amount: Decimal) -> str:
    """Return a number of hours: 2.5 hours."""
    # What is not whole is never one.
    count = int(amount) if amount == int(amount) else 2
    return ngettext("{n} hour", "{n} hours", count, n=written_number(amount.normalize()))


def per_hour() -> str:
    """Return what a box for the price of an hour asks: euros per hour."""
    name = currency_name()
    return _("{currency} per hour", currency=name[:1].upper() + name[1:])


def estimated() -> str:
    """Return whose estimate an amount is that no source tells."""
    return _("an estimate of the editors")


def price_in_words(price: Price) -> str:
    """Return the first year in one line, with whose estimate it is."""
    return f"{per_person_in_words(price)}, {team_in_words(price)}"


def per_person_in_words(price: Price) -> str:
    """Return what the first year costs for each participant."""
    return _("First year about {money} per participant", money=rounded(price.per_person))


def team_in_words(price: Price) -> str:
    """Return for which team that is, and whose estimate."""
    told = _("with a team of {people}", people=price.people)
    return f"{told} ({estimated()})" if price.is_estimated else told


def total_in_words(price: Price) -> str:
    """Return what the first year takes of the whole team, in hours and in money."""
    first, later = price.first, price.later.money
    spent = {"hours": hours(first.hours), "money": rounded(first.money)}
    told = (
        _(
            "{hours} of everyone involved together, {money}, of which {shared} once for the whole "
            "organisation.",
            shared=rounded(first.shared),
            **spent,
        )
        if first.shared
        else _("{hours} of everyone involved together, {money}.", **spent)
    )
    after = _("Each year after that {money}.", money=rounded(later))
    return f"{told} {after}" if later else told + " " + _("After that nothing.")


def asked_in_words(line: PriceLine) -> str:
    """Return what one party gives, as it is written down: 2.5 hours per participant, each month."""
    one = line.investment
    given = [hours(one.hours)] if one.hours else []
    if one.money:
        given.append(money(_exact(one.money)))
    return _(_ASKED[one.per, one.when], given=all_of(given))


def _exact(amount: Decimal) -> str:
    whole, _point, cents = f"{amount:f}".partition(".")
    fraction = written_number(Decimal(f"0.{cents.ljust(2, '0')}"))[1:] if cents.strip("0") else ""
    return thousands(int(whole)) + fraction
