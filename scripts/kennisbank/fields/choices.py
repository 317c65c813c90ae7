"""The closed lists that belong to groups of fields: what is measured, who pays, and when.

In the code a choice is an English word; files of a library have it in the language of the library.
"""

from __future__ import annotations

from kennisbank.fields.types import OwnChoice
from kennisbank.messages import N_, NC_


class EffectMeasure(OwnChoice):
    """The unit in which a source gives the size of an effect."""

    D = "d", N_("d, standardised difference")
    G = "g", N_("g, standardised difference")
    R = "r", N_("r, correlation")
    ODDS_RATIO = "or", N_("Odds ratio")
    PERCENTAGE_POINTS = NC_("data", "percentage points"), N_("Percentage points")


class Payer(OwnChoice):
    """Who spends hours on a method, or that the money goes to something that is bought."""

    PARTICIPANT = NC_("data", "participant"), N_("Participant")
    MANAGER = NC_("data", "manager"), N_("Manager")
    COACH = NC_("data", "coach"), N_("Coach or experienced colleague")
    HR = "hr", N_("HR")
    BOARD = NC_("data", "board"), N_("Board or directors")
    TRAINER = "trainer", N_("Trainer or adviser from outside")
    PURCHASE = NC_("data", "purchase"), N_("Purchase: what you buy or rent")


class Unit(OwnChoice):
    """Whose number an amount of hours or money is multiplied by."""

    PARTICIPANT = NC_("data", "participant"), N_("Per participant")
    TEAM = "team", N_("Per team")
    ORGANISATION = NC_("data", "organisation"), N_("Once for the organisation")


class Moment(OwnChoice):
    """When hours or money are spent."""

    START = "start", N_("To start")
    MONTH = NC_("data", "month"), N_("Each month")
    YEAR = NC_("data", "year"), N_("Each year")


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
