"""The groups of fields that the generator knows the meaning of: findings, costs, figures, tasks."""

from __future__ import annotations

from copy import copy
from functools import cache
from typing import Annotated, Any

from pydantic import create_model

from kennisbank.fields.choices import Direction, EffectMeasure, Moment, Payer, Unit
from kennisbank.fields.types import (
    Basis,
    Choice,
    Count,
    FieldGroup,
    FiguresType,
    FindingsType,
    InvestmentType,
    Line,
    Number,
    OrUnknown,
    Prose,
    Share,
    Short,
    SourceKey,
    TasksType,
    own_field,
)
from kennisbank.messages import N_


class Task(FieldGroup):
    """What one role does."""

    role: Choice = own_field(N_("Role"), help=N_("Who does it."), example="leidinggevende")
    task: Short = own_field(
        N_("Task"), help=N_("What they do."), example=N_("Makes time in the schedule.")
    )


class Investment(FieldGroup):
    """Hours or money that an entry asks of one party, at one moment."""

    who: Payer = own_field(
        N_("Who"), help=N_("Who gives the time or the money."), example=Payer.PARTICIPANT
    )
    hours: Number | None = own_field(
        N_("Hours"), help=N_("How many hours, per unit and each time."), example=2.5, default=None
    )
    money: Number | None = own_field(
        N_("Money in {currency}"),
        help=N_("How much money, per unit and each time."),
        example=150,
        default=None,
    )
    per: Unit = own_field(
        N_("Per"), help=N_("What the number is multiplied by."), example=Unit.PARTICIPANT
    )
    when: Moment = own_field(
        N_("When"), help=N_("To start, or again and again."), example=Moment.START
    )
    note: Short | None = own_field(
        N_("What for"),
        help=N_("Where the time or the money goes, and how you worked it out."),
        example=N_("Five talks of half an hour."),
        default=None,
    )
    basis: Basis = own_field(
        N_("Based on"),
        help=N_("The key of a source, or exactly: estimate by the editors."),
        example=N_("estimate by the editors"),
    )


class Effect(FieldGroup):
    """How large an effect is, as the source gives it."""

    measure: EffectMeasure = own_field(
        N_("Measure"), help=N_("The measure that the source uses."), example=EffectMeasure.D
    )
    value: Number = own_field(
        N_("Value"),
        help=N_("Positive when it is favourable. With an odds ratio, 1 is no difference."),
        example=0.47,
    )
    low: Number | None = own_field(
        N_("Lower limit"), help=N_("Of the 95% interval."), example=0.04, default=None
    )
    high: Number | None = own_field(
        N_("Upper limit"), help=N_("Of the 95% interval."), example=0.9, default=None
    )


class Finding(FieldGroup):
    """What one source reports about one outcome of an entry."""

    outcome: Choice = own_field(N_("Outcome"), help=N_("What it is about."), example="welzijn")
    direction: Direction = own_field(
        N_("Direction"), help=N_("Which way it points."), example=Direction.FAVOURABLE
    )
    found: Prose = own_field(
        N_("Found"),
        help=N_("What the source reports, in your own words and no more than that."),
        example=N_("Afterwards, participants were a little more satisfied with their lives."),
    )
    source: SourceKey = own_field(
        N_("Source"),
        help=N_("The key of the source in references.bib."),
        example="barzin2021jobcrafting",
    )
    population: OrUnknown[Short] = own_field(
        N_("With whom"), help=N_("Who was studied."), example=N_("80 office workers of one company")
    )
    country: OrUnknown[Line] = own_field(
        N_("Country"), help=N_("Where the research was."), example=N_("The Netherlands")
    )
    effect: Effect | None = own_field(
        N_("Size"),
        help=N_("How large the effect is, if the source gives a number."),
        example={"measure": "d", "value": 0.47, "low": 0.04, "high": 0.9},
        default=None,
    )
    comparison: Line | None = own_field(
        N_("Better than average …"),
        help=N_(
            "Only when the others got something else: words that finish the sentence 'better than "
            "average …'. Leave it out when they got nothing."
        ),
        example=N_("in a training that prevents errors"),
        default=None,
    )
    studies: Count | None = own_field(
        N_("Number of studies"),
        help=N_("How many studies a review counts."),
        example=55,
        default=None,
    )
    people: Count | None = own_field(
        N_("Number of people"), help=N_("How many people were studied."), example=80, default=None
    )
    favourable: Share | None = own_field(
        N_("Favourable ones"),
        help=N_("The count of a review itself: how many of the studies were favourable."),
        example=N_("39 of 55"),
        default=None,
    )
    stronger_when: Short | None = own_field(
        N_("Stronger when …"),
        help=N_(
            "With whom or when the effect was larger, according to the source: words that finish "
            "the sentence."
        ),
        example=N_("participants chose their goal themselves."),
        default=None,
    )
    weaker_when: Short | None = own_field(
        N_("Weaker when …"),
        help=N_(
            "With whom or when the effect was smaller or absent, according to the source: words "
            "that finish the sentence."
        ),
        example=N_("participants had little choice in their work."),
        default=None,
    )
    harm: Short | None = own_field(
        N_("Harm"),
        help=N_("What went wrong, or with whom it worked the other way, according to the source."),
        example=N_("One in three participants performed worse."),
        default=None,
    )
    caveat: Short | None = own_field(
        N_("Take care"),
        help=N_("Where the source says less than is often claimed."),
        example=N_("Measured in the short term only."),
        default=None,
    )


class Figure(FieldGroup):
    """One value with its name."""

    label: Line = own_field(
        N_("Name"), help=N_("What the number stands for."), example=N_("Much autonomy")
    )
    amount: Number = own_field(
        N_("Value"), help=N_("The number, with a point for decimals."), example=58
    )


def investment() -> Any:  # noqa: ANN401 - a form of a type
    """Return the type of a field that holds costs."""
    return Annotated[Investment, InvestmentType(Investment)]


def figures() -> Any:  # noqa: ANN401 - a form of a type
    """Return the type of a field that holds figures."""
    return Annotated[Figure, FiguresType(Figure)]


@cache
def findings(outcomes: type[Choice]) -> Any:  # noqa: ANN401 - a form of a type
    """Return the type of a field that holds findings on outcomes of a list."""
    group = _choosing(Finding, "outcome", outcomes)
    return Annotated[group, FindingsType(group, outcomes)]


@cache
def tasks(roles: type[Choice]) -> Any:  # noqa: ANN401 - a form of a type
    """Return the type of a field that holds tasks for roles of a list."""
    group = _choosing(Task, "role", roles)
    return Annotated[group, TasksType(group, roles)]


def _choosing(group: type[FieldGroup], name: str, choices: type[Choice]) -> type[FieldGroup]:
    """Return a group of which one field is out of a list; it keeps its place."""
    info = copy(group.model_fields[name])
    if info.examples and info.examples[0] not in list(choices):
        info.examples = [next(iter(choices))]
    return create_model(group.__name__, __base__=group, **{name: (choices, info)})  # type: ignore[call-overload, no-any-return]
