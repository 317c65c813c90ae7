"""A mechanism: one of the forces that make people in an organisation learn, or stop them."""

from __future__ import annotations

from kennisbank.fields.base import Entry, Label
from kennisbank.fields.types import Count, Prose, Short, field


class Mechanism(Entry):
    """A force behind learning culture."""

    kind = "mechanism"
    folder = "mechanisms"
    address = "mechanismen"
    label = Label(
        "Mechanisme",
        "Mechanismen",
        "De krachten die helpen of afremmen, en wat u daaraan kunt doen.",
    )

    number: Count = field(
        "Nummer", help="De plaats op de kaart van de bibliotheek, vanaf 1.", example=2
    )
    obstacle: Short | None = field(
        "Wat in de weg staat",
        help="De klacht die u op de werkvloer hoort als dit ontbreekt, in één korte zin. "
        "Lezers kiezen haar in de keuzehulp. Beloof geen effect.",
        example="Het werk is elke dag hetzelfde, of alles ligt al vast.",
        default=None,
    )
    description: Prose = field(
        "Wat het is",
        help="Leg het mechanisme uit alsof u het een collega vertelt.",
        example="De inhoud van het werk bepaalt hoeveel er te leren valt [@karasek1979].",
    )
    why: Prose = field(
        "Waarom het leren aanjaagt",
        help="Wat gebeurt er waardoor mensen leren? Zeg niet meer dan de bron zegt.",
        example="Wie zelf keuzes maakt in het werk, moet nadenken en uitproberen.",
    )
    signs: tuple[Short, ...] = field(
        "Hoe u het herkent",
        help="Signalen die u op de werkvloer kunt zien of horen.",
        example=["Medewerkers bepalen zelf de volgorde van hun werk."],
    )
    actions: Prose = field(
        "Wat u kunt doen",
        help="De richting in een paar zinnen. De methoden zelf komen er vanzelf onder.",
        example="Begin bij één taak en vraag het team wat er anders kan.",
        shows="method",
    )
    in_the_netherlands: Prose | None = field(
        "Hoe Nederland ervoor staat",
        help="Wat de cijfers zeggen, met bron. De cijfers zelf komen er vanzelf onder.",
        example="In 2022 ervaart 58% van de werknemers veel autonomie "
        "[@ser2023leercultuurmonitor].",
        default=None,
        shows="statistic",
        cited=True,
    )
    questions: tuple[Short, ...] = field(
        "Vragen voor een gesprek",
        help="Open vragen waarmee een team of leidinggevende verder kan.",
        example=["Wat zou u morgen zelf willen beslissen?"],
    )
