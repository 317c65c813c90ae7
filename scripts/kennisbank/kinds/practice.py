"""A practice: what one organisation did, what changed and how that is known."""

from __future__ import annotations

from kennisbank.fields.base import Entry, Label
from kennisbank.fields.choices import Sector
from kennisbank.fields.types import (
    Line,
    MechanismId,
    MethodId,
    OrUnknown,
    Prose,
    TargetGroupId,
    field,
)


class Practice(Entry):
    """What one organisation did."""

    kind = "practice"
    folder = "practices"
    address = "praktijken"
    label = Label(
        "Praktijk",
        "Praktijken",
        "Wat organisaties deden, wat er veranderde en hoe we dat weten.",
    )

    organisation: Line = field("Organisatie", help="Wie het deed.", example="Gemeente Vlissingen")
    place: OrUnknown[Line] = field("Plaats", help="Waar het was.", example="Vlissingen")
    since: OrUnknown[Line] = field("Sinds", help="Wanneer het begon.", example="najaar 2021")
    sector: tuple[Sector, ...] = field(
        "Sector", help="In welke sector het speelt.", example=["gemeente"]
    )
    participants: OrUnknown[Line] = field(
        "Voor wie", help="Wie eraan meedoen.", example="Medewerkers van de buitendienst"
    )
    reason: OrUnknown[Prose] = field(
        "Waarom zij begonnen",
        help="De aanleiding of het doel.",
        example="Het beheer van de openbare ruimte moest meer in samenhang.",
    )
    actions: Prose = field(
        "Wat zij deden",
        help="De aanpak, zo concreet als de bron toelaat.",
        example="Medewerkers gingen per wijk in één team werken.",
    )
    results: OrUnknown[tuple[Prose, ...]] = field(
        "Wat er veranderde",
        help="Per uitkomst één punt, met bron.",
        example=["Medewerkers hebben meer te zeggen over hun werk [@presentatie]."],
        cited=True,
    )
    how_known: OrUnknown[Prose] = field(
        "Hoe we dat weten",
        help="Wie het heeft nagegaan, bij hoeveel mensen en hoe.",
        example="Uit gesprekken met medewerkers. Er is geen meting vooraf.",
    )
    needed: OrUnknown[Prose] = field(
        "Wat het vroeg",
        help="Tijd, geld, mensen, besluiten.",
        example="onbekend",
    )
    lessons: OrUnknown[tuple[Prose, ...]] = field(
        "Wat u kunt meenemen",
        help="Wat een ander hiervan kan overnemen.",
        example=["Laat het team zelf bepalen waar het werk nodig is."],
    )
    mechanisms: tuple[MechanismId, ...] = field(
        "Laat zien",
        help="De mechanismen die in deze praktijk zichtbaar zijn.",
        example=["inhoud-van-het-werk"],
        reverse="laat dit zien",
    )
    methods: tuple[MethodId, ...] = field(
        "Gebruikt",
        help="De methoden die in deze praktijk zichtbaar zijn.",
        example=["taakverrijking"],
        default=(),
        reverse="gebruikt deze methode",
    )
    target_groups: tuple[TargetGroupId, ...] = field(
        "Gaat over",
        help="De doelgroepen die meededen.",
        example=["buitendienstmedewerkers"],
        default=(),
        reverse="gaat over deze groep",
    )
