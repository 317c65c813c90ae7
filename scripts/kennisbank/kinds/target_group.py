"""A target group: people who learn under conditions of their own."""

from __future__ import annotations

from kennisbank.fields.base import Entry, Label
from kennisbank.fields.types import OrUnknown, Prose, field


class TargetGroup(Entry):
    """People who learn under conditions of their own."""

    kind = "target-group"
    folder = "target-groups"
    address = "doelgroepen"
    label = Label(
        "Doelgroep",
        "Doelgroepen",
        "Om wie het gaat, wat hen drijft en wat in de weg staat.",
    )

    who: Prose = field(
        "Wie het zijn",
        help="Wie erbij hoort en wie niet.",
        example="Mensen met hooguit een mbo 4-diploma.",
    )
    drives: OrUnknown[Prose] = field(
        "Wat hen drijft",
        help="Waarom zij wél willen leren, volgens een bron.",
        example="Vakmanschap inzetten om goed werk te leveren [@kolkhuistanke2023].",
        cited=True,
    )
    holds_back: OrUnknown[tuple[Prose, ...]] = field(
        "Wat in de weg staat",
        help="Drempels in de persoon, het werk of de omgeving, elk met bron.",
        example=["Een slechte ervaring met school [@kolkhuistanke2023]."],
        cited=True,
    )
    helps: OrUnknown[tuple[Prose, ...]] = field(
        "Wat helpt",
        help="Wat volgens een bron goed werkt voor deze groep.",
        example=["Leren in de praktijk, met eigen vraagstukken [@kolkhuistanke2023]."],
        shows="method",
        cited=True,
    )
    works_against: OrUnknown[tuple[Prose, ...]] = field(
        "Wat tegenwerkt",
        help="Wat u beter niet doet. Zonder bron: onbekend.",
        example="onbekend",
        cited=True,
    )
