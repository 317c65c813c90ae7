"""An instrument: a model, scan or worksheet that people pick up and use."""

from __future__ import annotations

from kennisbank.fields.base import Entry, Label
from kennisbank.fields.types import Line, MechanismId, MethodId, OrUnknown, Prose, Short, Url, field


class Instrument(Entry):
    """A model, scan or worksheet."""

    kind = "instrument"
    folder = "instruments"
    address = "instrumenten"
    label = Label(
        "Instrument",
        "Instrumenten",
        "Modellen, scans en werkbladen waarmee u het gesprek op gang brengt.",
    )

    maker: OrUnknown[Line] = field("Maker", help="Wie het maakte.", example="Robert Karasek")
    get_it: OrUnknown[Url] | None = field(
        "Waar te krijgen",
        help="Het webadres van het instrument zelf. Staat het helemaal op deze pagina, "
        "laat dit dan weg.",
        example="https://www.voorbeeld.nl/scan",
        default=None,
    )
    purpose: Prose = field(
        "Waarvoor", help="Welke vraag het helpt beantwoorden.", example="Zien waar werk knelt."
    )
    how_to_use: OrUnknown[tuple[Prose, ...]] = field(
        "Hoe u het gebruikt",
        help="Wat u na elkaar doet.",
        example=["Vul de vragen eerst alleen in.", "Bespreek de verschillen."],
        ordered=True,
    )
    elements: tuple[Short, ...] = field(
        "Wat erin zit",
        help="De onderdelen, factoren of vragen.",
        example=["Taakeisen", "Regelruimte"],
        default=(),
    )
    caveat: OrUnknown[Prose] = field(
        "Kanttekening",
        help="Wat het instrument niet kan of waar het niet voor is onderzocht.",
        example="onbekend",
    )
    mechanisms: tuple[MechanismId, ...] = field(
        "Brengt in beeld",
        help="De mechanismen waarover het instrument gaat.",
        example=["inhoud-van-het-werk"],
        default=(),
        reverse="brengt dit in beeld",
    )
    methods: tuple[MethodId, ...] = field(
        "Helpt bij",
        help="De methoden waarbij u het kunt gebruiken.",
        example=["jobcrafting"],
        default=(),
        reverse="helpt hierbij",
    )
