"""What a method costs, added up for a team."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.evidence.price import Amount, effort_of, price_of
from kennisbank.evidence.scale import default_scale
from kennisbank.fields.text_rules import ESTIMATE
from our_kinds import Effort, Investment, Method

if TYPE_CHECKING:
    from kennisbank.fields import compounds
    from kennisbank.fields.base import Entry
    from kennisbank.fields.types import Choice

SMALL, MEDIUM, LARGE = Effort
SCALE = default_scale().price


def spent(**fields: str) -> compounds.Investment:
    """Return what one party gives; an hour of each participant at the start unless told."""
    values = {"who": "deelnemer", "per": "deelnemer", "when": "start", "basis": ESTIMATE}
    return Investment.model_validate(values | fields)


@pytest.mark.parametrize(
    ("fields", "first", "later"),
    [
        ({"hours": "2"}, (16, 800, 0), (0, 0, 0)),
        ({"hours": "2", "when": "maand"}, (192, 9600, 0), (192, 9600, 0)),
        ({"hours": "2", "when": "jaar", "per": "team"}, (2, 100, 0), (2, 100, 0)),
        ({"hours": "2", "per": "organisatie", "who": "hr"}, (2, 100, 100), (0, 0, 0)),
        ({"money": "150", "who": "inkoop"}, (0, 1200, 0), (0, 0, 0)),
        ({"hours": "2", "money": "150", "who": "deelnemer"}, (16, 2000, 0), (0, 0, 0)),
        ({"hours": "2", "money": "150", "who": "trainer"}, (16, 1200, 0), (0, 0, 0)),
        ({"hours": "2", "who": "trainer"}, (16, 800, 0), (0, 0, 0)),
    ],
)
def test_hours_and_money_are_multiplied_by_people_and_by_months(
    fields: dict[str, str], first: tuple[int, int, int], later: tuple[int, int, int]
) -> None:
    """Eight people, 50 euros an hour; the hours of a trainer are in the price if there is one."""
    price = price_of([spent(**fields)], 8, Decimal(50))

    assert price.first == Amount(*map(Decimal, first))
    assert price.later == Amount(*map(Decimal, later))


def test_a_price_says_what_each_participant_costs_and_whose_estimate_it_is() -> None:
    """One line that no source tells makes the whole sum an estimate."""
    known = spent(hours="1", basis="jansen2020")
    both = price_of([known, spent(hours="3")], 8, Decimal(50))

    assert both.per_person == 200
    assert both.is_estimated
    assert not price_of([known], 8, Decimal(50)).is_estimated


@given(
    st.lists(st.sampled_from(["1", "2.5", "40"]), max_size=4),
    st.integers(min_value=1, max_value=99),
)
def test_a_larger_team_never_costs_less(hours: list[str], people: int) -> None:
    """And nobody costs more by himself because others come along."""
    lines = [spent(hours=one) for one in hours] + [spent(hours="5", per="team")]
    small = price_of(lines, people, Decimal(45))
    large = price_of(lines, people + 1, Decimal(45))

    assert large.first.money >= small.first.money
    assert large.per_person <= small.per_person


def made(**values: object) -> Entry:
    """Return a method with these fields, and nothing else."""
    return Method.model_construct(**cast("dict[str, Any]", values))


@pytest.mark.parametrize(
    ("hours", "effort"),
    [("6.6", SMALL), ("6.7", MEDIUM), ("22", MEDIUM), ("23", LARGE)],
)
def test_an_effort_follows_from_the_price(hours: str, effort: Choice) -> None:
    """Up to 300 euros a participant is small, up to 1,000 is medium, by rating.yml."""
    method = made(investment=(spent(hours=hours),), effort=LARGE)

    assert effort_of(method, SCALE) is effort


@pytest.mark.parametrize(("typed", "effort"), [(LARGE, LARGE), ("onbekend", None)])
def test_without_a_price_an_effort_is_what_an_editor_judged(
    typed: Choice | Literal["onbekend"], effort: object
) -> None:
    """What nobody knows stays unknown."""
    method = made(investment=(), effort=typed)

    assert effort_of(method, SCALE) is effort
