"""The closed lists that belong to groups of fields: what is measured, who pays, and when."""

from __future__ import annotations

from kennisbank.fields.types import Choice
from kennisbank.messages import N_


class EffectMeasure(Choice):
    """The unit in which a source gives the size of an effect."""

    D = "d", "d, gestandaardiseerd verschil"
    G = "g", "g, gestandaardiseerd verschil"
    R = "r", "r, samenhang"
    ODDS_RATIO = "or", "Odds ratio"
    PERCENTAGE_POINTS = "procentpunt", "Procentpunten"


class Payer(Choice):
    """Who spends hours on a method, or that the money goes to something that is bought."""

    PARTICIPANT = "deelnemer", "Deelnemer"
    MANAGER = "leidinggevende", "Leidinggevende"
    COLLEAGUE = "begeleider", "Begeleider of ervaren collega"
    HR = "hr", "HR"
    BOARD = "bestuur", "Bestuur of directie"
    TRAINER = "trainer", "Trainer of adviseur van buiten"
    PURCHASE = "inkoop", "Inkoop: wat u koopt of huurt"


class Unit(Choice):
    """Whose number an amount of hours or money is multiplied by."""

    PARTICIPANT = "deelnemer", "Per deelnemer"
    TEAM = "team", "Per team"
    ORGANISATION = "organisatie", "Eén keer voor de organisatie"


class Moment(Choice):
    """When hours or money are spent."""

    START = "start", "Om te beginnen"
    MONTH = "maand", "Elke maand"
    YEAR = "jaar", "Elk jaar"


class Direction(Choice):
    """Which way a finding points."""

    FAVOURABLE = "favourable", "Gunstig"
    MIXED = "mixed", "Wisselend"
    NONE = "none", "Geen verschil"
    UNFAVOURABLE = "unfavourable", "Ongunstig"


class LaneSide(Choice):
    """Which way a card in a lane works."""

    HELPS = "helps", N_("Helps")
    NEITHER = "neither", N_("Neither helps nor hinders")
    HINDERS = "hinders", N_("Hinders")


class PaperSize(Choice):
    """The size of a sheet of paper."""

    A3 = "a3", "A3"
    A4 = "a4", "A4"
