"""A term: a word of the field, defined in plain Dutch; prose shows it where the word occurs."""

from __future__ import annotations

from kennisbank.fields.base import Entry, Label
from kennisbank.fields.types import MechanismId, Prose, TermId, field


class Term(Entry):
    """A word of the field."""

    kind = "term"
    folder = "terms"
    address = "begrippen"
    label = Label("Begrip", "Begrippen", "Woorden uit het vak, in gewone taal uitgelegd.")

    definition: Prose = field(
        "Betekenis",
        help="Wat het woord betekent, met de bron van de omschrijving.",
        example="Zelf richting geven aan uw leren en loopbaan [@broek2023choose].",
    )
    mechanisms: tuple[MechanismId, ...] = field(
        "Hoort bij",
        help="De mechanismen waar het woord bij hoort.",
        example=["zelfregie-en-leerpotentieel"],
        default=(),
        reverse="hoort hierbij",
    )
    see_also: tuple[TermId, ...] = field(
        "Zie ook",
        help="Verwante begrippen.",
        example=["leercultuur"],
        default=(),
        reverse="verwijst hiernaar",
    )
