"""The closed lists that belong to groups of fields: what is measured, who pays, and when."""

from __future__ import annotations

from kennisbank.fields.types import OwnChoice
from kennisbank.messages import N_


class EffectMeasure(OwnChoice):
    """The unit in which a source gives the size of an effect."""

    D = "d", N_("d, standardised difference")
    G = "g", N_("g, standardised difference")
    R = "r", N_("r, correlation")
    ODDS_RATIO = "or", N_("Odds ratio")
    PERCENTAGE_POINTS = "procentpunt", N_("Percentage points")


class Payer(OwnChoice):
    """Who spends hours on a method, or that the money goes to something that is bought."""

    PARTICIPANT = "deelnemer", N_("Participant")
    MANAGER = "leidinggevende", N_("Manager")
    COLLEAGUE = "begeleider", N_("Coach or experienced colleague")
    HR = "hr", N_("HR")
    BOARD = "bestuur", N_("Board or directors")
    TRAINER = "trainer", N_("Trainer or adviser from outside")
    PURCHASE = "inkoop", N_("Purchase: what you buy or rent")


class Unit(OwnChoice):
    """Whose number an amount of hours or money is multiplied by."""

    PARTICIPANT = "deelnemer", N_("Per participant")
    TEAM = "team", N_("Per team")
    ORGANISATION = "organisatie", N_("Once for the organisation")


class Moment(OwnChoice):
    """When hours or money are spent."""

    START = "start", N_("To start")
    MONTH = "maand", N_("Each month")
    YEAR = "jaar", N_("Each year")


class Direction(OwnChoice):
    """Which way a finding points."""

    FAVOURABLE = "favourable", N_("Favourable")
    MIXED = "mixed", N_("Mixed")
    NONE = "none", N_("No difference")
    UNFAVOURABLE = "unfavourable", N_("Unfavourable")


class LaneSide(OwnChoice):
    """Which way a card in a lane works."""

    HELPS = "helps", N_("Helps")
    NEITHER = "neither", N_("Neither helps nor hinders")
    HINDERS = "hinders", N_("Hinders")


class PaperSize(OwnChoice):
    """The size of a sheet of paper."""

    A3 = "a3", "A3"
    A4 = "a4", "A4"
