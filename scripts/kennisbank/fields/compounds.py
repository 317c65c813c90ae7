"""The groups of fields that the generator knows the meaning of: findings, costs, figures, tasks."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any

from pydantic import create_model

from kennisbank.fields.choices import Direction, EffectMeasure, Moment, Payer, Unit
from kennisbank.fields.text_rules import ESTIMATE
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
    field,
)


class Task(FieldGroup):
    """What one role does."""

    role: Choice = field("Rol", help="Wie het doet.", example="leidinggevende")
    task: Short = field("Taak", help="Wat die doet.", example="Maakt tijd vrij in het rooster.")


class Investment(FieldGroup):
    """Hours or money that an entry asks of one party, at one moment."""

    who: Payer = field("Wie", help="Wie de tijd of het geld geeft.", example="deelnemer")
    hours: Number | None = field(
        "Uren", help="Hoeveel uur, per eenheid en per keer.", example=2.5, default=None
    )
    money: Number | None = field(
        "Euro’s", help="Hoeveel euro, per eenheid en per keer.", example=150, default=None
    )
    per: Unit = field("Per", help="Waarvan het aantal telt.", example="deelnemer")
    when: Moment = field("Wanneer", help="Om te beginnen, of steeds weer.", example="start")
    note: Short | None = field(
        "Waarvoor",
        help="Waar de tijd of het geld heen gaat, en hoe u rekende.",
        example="Vijf gesprekken van een half uur.",
        default=None,
    )
    basis: Basis = field(
        "Waarop gebaseerd",
        help=f"De sleutel van een bron, of precies: {ESTIMATE}.",
        example=ESTIMATE,
    )


class Effect(FieldGroup):
    """How large an effect is, as the source gives it."""

    measure: EffectMeasure = field("Maat", help="De maat die de bron gebruikt.", example="d")
    value: Number = field(
        "Waarde",
        help="Positief als het gunstig is. Bij een odds ratio is 1 geen verschil.",
        example=0.47,
    )
    low: Number | None = field(
        "Ondergrens", help="Van het 95%-interval.", example=0.04, default=None
    )
    high: Number | None = field(
        "Bovengrens", help="Van het 95%-interval.", example=0.9, default=None
    )


class Finding(FieldGroup):
    """What one source reports about one outcome of an entry."""

    outcome: Choice = field("Uitkomst", help="Waar het over gaat.", example="welzijn")
    direction: Direction = field("Richting", help="Welke kant het op wijst.", example="favourable")
    found: Prose = field(
        "Gevonden",
        help="Wat de bron meldt, in uw eigen woorden en niet meer dan dat.",
        example="Deelnemers waren na afloop iets meer tevreden met hun leven.",
    )
    source: SourceKey = field(
        "Bron", help="De sleutel van de bron in references.bib.", example="barzin2021jobcrafting"
    )
    population: OrUnknown[Short] = field(
        "Bij wie", help="Wie er onderzocht zijn.", example="80 kantoormedewerkers van één bedrijf"
    )
    country: OrUnknown[Line] = field("Land", help="Waar het onderzoek was.", example="Nederland")
    effect: Effect | None = field(
        "Grootte",
        help="Hoe groot het effect is, als de bron een getal geeft.",
        example={"measure": "d", "value": 0.47, "low": 0.04, "high": 0.9},
        default=None,
    )
    studies: Count | None = field(
        "Aantal studies", help="Hoeveel studies een overzicht telt.", example=55, default=None
    )
    people: Count | None = field(
        "Aantal mensen", help="Hoeveel mensen er onderzocht zijn.", example=80, default=None
    )
    favourable: Share | None = field(
        "Waarvan gunstig",
        help="De telling van een overzicht zelf: hoeveel van de studies gunstig waren.",
        example="39 van 55",
        default=None,
    )
    stronger_when: Short | None = field(
        "Sterker wanneer",
        help="Bij wie of wanneer het effect groter was, volgens de bron.",
        example="Deelnemers hun doel zelf kozen.",
        default=None,
    )
    weaker_when: Short | None = field(
        "Zwakker wanneer",
        help="Bij wie of wanneer het effect kleiner was of wegbleef, volgens de bron.",
        example="Deelnemers weinig te kiezen hadden in hun werk.",
        default=None,
    )
    harm: Short | None = field(
        "Schade",
        help="Wat er misging of bij wie het averechts werkte, volgens de bron.",
        example="Bij een op de drie deelnemers werden de prestaties slechter.",
        default=None,
    )
    caveat: Short | None = field(
        "Let op",
        help="Waar de bron minder zegt dan vaak wordt beweerd.",
        example="Alleen op korte termijn gemeten.",
        default=None,
    )


class Figure(FieldGroup):
    """One value with its name."""

    label: Line = field("Naam", help="Waar het getal voor staat.", example="Veel autonomie")
    amount: Number = field("Waarde", help="Het getal, met een punt voor decimalen.", example=58)


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
    info = group.model_fields[name]
    return create_model(group.__name__, __base__=group, **{name: (choices, info)})  # type: ignore[call-overload, no-any-return]
