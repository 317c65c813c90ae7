"""The closed lists that entries choose from; facets, labels and schemas follow from them."""

from __future__ import annotations

from kennisbank.fields.types import Choice


class Role(Choice):
    """Who does something."""

    MANAGER = "leidinggevende", "Leidinggevende"
    HR = "hr", "HR"
    WORKER = "medewerker", "Medewerker"
    BOARD = "bestuur", "Bestuur of directie"


class OrganisationLevel(Choice):
    """Where in the organisation something takes place."""

    PERSON = "individu", "Individu"
    TEAM = "team", "Team"
    ORGANISATION = "organisatie", "Organisatie"


class Effort(Choice):
    """How much it takes of an organisation to begin, as the editors judge it."""

    SMALL = "klein", "Klein: past in het gewone werk"
    MEDIUM = "middel", "Middel: vraagt voorbereiding en overleg"
    LARGE = "groot", "Groot: vraagt een project of programma"


class Sector(Choice):
    """Where a practice comes from."""

    MUNICIPALITY = "gemeente", "Gemeente"
    SMALL_FIRM = "mkb", "Midden- en kleinbedrijf"
    CARE = "zorg", "Zorg en welzijn"
    EDUCATION = "onderwijs", "Onderwijs"
    TECHNOLOGY = "ict", "ICT"
    OTHER = "overig", "Overig"


class Outcome(Choice):
    """What a finding is about."""

    PARTICIPATION = "deelname", "Deelname aan leren"
    LEARNING = "leren", "Leren tijdens het werk"
    SKILLS = "vaardigheden", "Kennis en vaardigheden"
    TRANSFER = "transfer", "Toepassen van het geleerde"
    MOTIVATION = "motivatie", "Motivatie en bevlogenheid"
    WELL_BEING = "welzijn", "Welzijn en gezondheid"
    PERFORMANCE = "prestaties", "Prestaties"
    INNOVATION = "innovatie", "Innovatie"
    FEEDBACK = "feedback", "Feedback vragen"
    EMPLOYABILITY = "inzetbaarheid", "Inzetbaarheid"
    GOALS = "doelen", "Eigen doelen halen"


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
