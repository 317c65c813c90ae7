"""A method: something an organisation can do, with what it takes and what research says of it."""

from __future__ import annotations

from kennisbank.fields.base import Entry, Label
from kennisbank.fields.choices import (
    Direction,
    EffectMeasure,
    Effort,
    Moment,
    OrganisationLevel,
    Outcome,
    Payer,
    Role,
    Unit,
)
from kennisbank.fields.text_rules import ESTIMATE
from kennisbank.fields.types import (
    Basis,
    Count,
    FieldGroup,
    Line,
    MechanismId,
    Number,
    OrUnknown,
    Prose,
    Share,
    Short,
    SourceKey,
    TargetGroupId,
    field,
)


class Task(FieldGroup):
    """What one role does."""

    role: Role = field("Rol", help="Wie het doet.", example="leidinggevende")
    task: Short = field("Taak", help="Wat die doet.", example="Maakt tijd vrij in het rooster.")


class Investment(FieldGroup):
    """Hours or money that a method asks of one party, at one moment."""

    who: Payer = field("Wie", help="Wie de tijd of het geld geeft.", example="deelnemer")
    hours: Number | None = field(
        "Uren", help="Hoeveel uur, per eenheid en per keer.", example=2.5, default=None
    )
    money: Number | None = field(
        "Euro’s", help="Hoeveel euro, per eenheid en per keer.", example=150, default=None
    )
    per: Unit = field("Per", help="Waarvan het aantal telt.", example="deelnemer")
    when: Moment = field("Wanneer", help="Om te beginnen, of steeds weer.", example="start")
    note: Short | None = field(
        "Waarvoor",
        help="Waar de tijd of het geld heen gaat, en hoe u rekende.",
        example="Vijf gesprekken van een half uur.",
        default=None,
    )
    basis: Basis = field(
        "Waarop gebaseerd",
        help=f"De sleutel van een bron, of precies: {ESTIMATE}.",
        example=ESTIMATE,
    )


class Effect(FieldGroup):
    """How large an effect is, as the source gives it."""

    measure: EffectMeasure = field("Maat", help="De maat die de bron gebruikt.", example="d")
    value: Number = field(
        "Waarde",
        help="Positief als het gunstig is. Bij een odds ratio is 1 geen verschil.",
        example=0.47,
    )
    low: Number | None = field(
        "Ondergrens", help="Van het 95%-interval.", example=0.04, default=None
    )
    high: Number | None = field(
        "Bovengrens", help="Van het 95%-interval.", example=0.9, default=None
    )


class Finding(FieldGroup):
    """What one source reports about one outcome of the method."""

    outcome: Outcome = field("Uitkomst", help="Waar het over gaat.", example="welzijn")
    direction: Direction = field("Richting", help="Welke kant het op wijst.", example="favourable")
    found: Prose = field(
        "Gevonden",
        help="Wat de bron meldt, in uw eigen woorden en niet meer dan dat.",
        example="Deelnemers waren na afloop iets meer tevreden met hun leven.",
    )
    source: SourceKey = field(
        "Bron", help="De sleutel van de bron in references.bib.", example="barzin2021jobcrafting"
    )
    population: OrUnknown[Short] = field(
        "Bij wie", help="Wie er onderzocht zijn.", example="80 kantoormedewerkers van één bedrijf"
    )
    country: OrUnknown[Line] = field("Land", help="Waar het onderzoek was.", example="Nederland")
    effect: Effect | None = field(
        "Grootte",
        help="Hoe groot het effect is, als de bron een getal geeft.",
        example={"measure": "d", "value": 0.47, "low": 0.04, "high": 0.9},
        default=None,
    )
    studies: Count | None = field(
        "Aantal studies", help="Hoeveel studies een overzicht telt.", example=55, default=None
    )
    people: Count | None = field(
        "Aantal mensen", help="Hoeveel mensen er onderzocht zijn.", example=80, default=None
    )
    favourable: Share | None = field(
        "Waarvan gunstig",
        help="De telling van een overzicht zelf: hoeveel van de studies gunstig waren.",
        example="39 van 55",
        default=None,
    )
    stronger_when: Short | None = field(
        "Sterker wanneer",
        help="Bij wie of wanneer het effect groter was, volgens de bron.",
        example="Deelnemers hun doel zelf kozen.",
        default=None,
    )
    weaker_when: Short | None = field(
        "Zwakker wanneer",
        help="Bij wie of wanneer het effect kleiner was of wegbleef, volgens de bron.",
        example="Deelnemers weinig te kiezen hadden in hun werk.",
        default=None,
    )
    harm: Short | None = field(
        "Schade",
        help="Wat er misging of bij wie het averechts werkte, volgens de bron.",
        example="Bij een op de drie deelnemers werden de prestaties slechter.",
        default=None,
    )
    caveat: Short | None = field(
        "Let op",
        help="Waar de bron minder zegt dan vaak wordt beweerd.",
        example="Alleen op korte termijn gemeten.",
        default=None,
    )


class Method(Entry):
    """Something an organisation can do."""

    kind = "method"
    folder = "methods"
    address = "methoden"
    label = Label(
        "Methode",
        "Methoden",
        "Wat u kunt doen, met wat het vraagt en wat onderzoek erover zegt.",
    )

    goal: Prose = field(
        "Waarvoor", help="Wat u ermee wilt bereiken.", example="Werk dat beter bij mensen past."
    )
    level: tuple[OrganisationLevel, ...] = field(
        "Niveau", help="Waar in de organisatie het speelt.", example=["individu", "team"]
    )
    effort: OrUnknown[Effort] | None = field(
        "Inspanning",
        help="Hoeveel het vraagt. De site berekent dit zelf als ‘Wat het kost’ is ingevuld.",
        example="klein",
        default=None,
    )
    investment: tuple[Investment, ...] = field(
        "Wat het kost",
        help="Tijd en geld, per partij en moment. De site telt het op voor een team.",
        example=[
            {
                "who": "deelnemer",
                "hours": 2.5,
                "per": "deelnemer",
                "when": "start",
                "note": "Vijf gesprekken van een half uur.",
                "basis": ESTIMATE,
            }
        ],
        default=(),
    )
    time: OrUnknown[Short] | None = field(
        "Tijd",
        help="Wat een bron over de tijd zegt dat niet in ‘Wat het kost’ past.",
        example="onbekend",
        cited=True,
        default=None,
    )
    money: OrUnknown[Short] | None = field(
        "Geld",
        help="Wat een bron over geld zegt dat niet in ‘Wat het kost’ past.",
        example="onbekend",
        cited=True,
        default=None,
    )
    people: OrUnknown[Short] = field(
        "Mensen", help="Wie u nodig hebt.", example="Het team en de leidinggevende"
    )
    for_whom: Prose = field(
        "Voor wie", help="Bij wie en waar dit past.", example="Teams met vaste, eenzijdige taken."
    )
    less_for: OrUnknown[Prose] = field(
        "Voor wie minder",
        help="Wanneer u dit beter niet kiest. Zonder bron: onbekend.",
        example="onbekend",
        cited=True,
    )
    approach: Prose = field(
        "Aanpak",
        help="Hoe het in grote lijnen gaat.",
        example="Het team bekijkt eerst de taken, kiest één verandering en probeert die uit.",
    )
    steps: OrUnknown[tuple[Prose, ...]] = field(
        "Stappen",
        help="Wat u na elkaar doet, zo dat iemand morgen kan beginnen.",
        example=["Zet met het team alle taken op een rij."],
        ordered=True,
    )
    roles: tuple[Task, ...] = field(
        "Wie doet wat",
        help="Per rol één taak.",
        example=[{"role": "leidinggevende", "task": "Maakt tijd vrij in het rooster."}],
    )
    conditions: OrUnknown[tuple[Prose, ...]] = field(
        "Voorwaarden",
        help="Wat er moet zijn voordat het kan werken.",
        example=["De leidinggevende geeft ruimte om iets uit te proberen."],
    )
    asks_of_participant: OrUnknown[Prose] = field(
        "Wat het vraagt van de deelnemer",
        help="Tijd, moed of kennis die de medewerker zelf meebrengt.",
        example="Zeggen wat u anders zou willen.",
    )
    how_it_works: OrUnknown[Prose] = field(
        "Hoe het werkt",
        help="Waarom dit tot leren leidt, met bron. Zonder bron: onbekend.",
        example="Wie meer te kiezen heeft, oefent meer met oplossen [@karasek1979].",
        cited=True,
    )
    mechanisms: tuple[MechanismId, ...] = field(
        "Werkt via",
        help="De mechanismen waarop deze methode inspeelt.",
        example=["inhoud-van-het-werk"],
        reverse="werkt hierop in",
    )
    target_groups: tuple[TargetGroupId, ...] = field(
        "Past bij",
        help="De doelgroepen waarvoor een bron deze methode noemt.",
        example=["praktisch-geschoolden"],
        default=(),
        reverse="past bij deze groep",
    )
    findings: tuple[Finding, ...] = field(
        "Wat onderzoek laat zien",
        help="Per bron en uitkomst één bevinding.",
        example=[
            {
                "outcome": "welzijn",
                "direction": "favourable",
                "found": "Deelnemers waren na afloop iets meer tevreden met hun leven.",
                "source": "barzin2021jobcrafting",
                "population": "80 medewerkers van één bedrijf",
                "country": "onbekend",
                "caveat": "Alleen op korte termijn gemeten.",
            }
        ],
        default=(),
    )
