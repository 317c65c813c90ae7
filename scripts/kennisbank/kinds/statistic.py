"""A statistic: figures with their unit, population, year, edition and source."""

from __future__ import annotations

from kennisbank.fields.base import Entry, Label
from kennisbank.fields.types import (
    FieldGroup,
    Line,
    MechanismId,
    MethodId,
    Number,
    OrUnknown,
    Prose,
    Short,
    SourceKey,
    TargetGroupId,
    Unit,
    Year,
    field,
)


class Figure(FieldGroup):
    """One value with its name."""

    label: Line = field("Naam", help="Waar het getal voor staat.", example="Veel autonomie")
    amount: Number = field("Waarde", help="Het getal, met een punt voor decimalen.", example=58)


class Statistic(Entry):
    """Figures that belong together, because they have one source and one unit."""

    kind = "statistic"
    folder = "statistics"
    address = "cijfers"
    label = Label("Cijfer", "Cijfers", "Hoe het ervoor staat: bron, jaar en kanttekening.")

    unit: Unit = field("Eenheid", help="Waarin geteld is.", example="% van de werknemers")
    population: OrUnknown[Short] = field(
        "Over wie", help="Wie er onderzocht zijn.", example="Werknemers in Nederland"
    )
    year: OrUnknown[Year] = field("Jaar", help="Het jaar van de meting.", example=2022)
    edition: OrUnknown[Line] = field(
        "Editie", help="De uitgave waaruit het cijfer komt.", example="Monitor Leercultuur 2023"
    )
    source: SourceKey = field(
        "Bron",
        help="De sleutel van de bron in references.bib.",
        example="ser2023leercultuurmonitor",
    )
    meaning: Prose = field(
        "Wat u hier ziet",
        help="Wat de cijfers zeggen, in gewone taal.",
        example="Ruim de helft van de werknemers ervaart veel autonomie.",
    )
    values: tuple[Figure, ...] = field(
        "De cijfers",
        help="Per waarde een naam en een getal. De grafiek en de tabel komen er vanzelf.",
        example=[{"label": "Ervaart veel autonomie", "amount": 58}],
    )
    caveat: OrUnknown[Prose] = field(
        "Kanttekening",
        help="Wat u met deze cijfers niet kunt zeggen.",
        example="De cijfers gaan over wat mensen zelf vinden.",
    )
    mechanisms: tuple[MechanismId, ...] = field(
        "Hoort bij",
        help="De mechanismen waar dit cijfer iets over zegt.",
        example=["inhoud-van-het-werk"],
        default=(),
        reverse="zegt hier iets over",
    )
    methods: tuple[MethodId, ...] = field(
        "Gaat over methode",
        help="De methoden waar dit cijfer iets over zegt.",
        example=["ontwikkelgesprekken"],
        default=(),
        reverse="zegt hier iets over",
    )
    target_groups: tuple[TargetGroupId, ...] = field(
        "Gaat over doelgroep",
        help="De doelgroepen waar dit cijfer iets over zegt.",
        example=["praktisch-geschoolden"],
        default=(),
        reverse="zegt hier iets over",
    )
