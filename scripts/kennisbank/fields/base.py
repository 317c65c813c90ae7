"""What every entry has, whatever its kind, and the parts that entries are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from kennisbank.fields.types import Day, FieldGroup, Line, Name, OldId, Summary, field


class Label(NamedTuple):
    """The Dutch names of a kind: one, many, and the line under the heading of its overview."""

    one: str
    many: str
    about: str


@dataclass(frozen=True, slots=True)
class KindMarks:
    """What the generator may do with a kind, beside what follows from its fields.

    `numbered` gives its entries a fixed order, and makes them the subjects of home page, feeds and
    map; `audience` says that they are people for whom the rest is; `reported` is what a form at
    GitHub asks readers to tell. `schema_org` is the type of its linked data; `compared` names the
    rows of the table in which entries are compared. `routes` are addresses that its pages had
    before, where `address` is now.
    """

    numbered: bool = False
    audience: bool = False
    reported: str = ""
    schema_org: str = "Article"
    compared: tuple[str, ...] = ()
    routes: tuple[str, ...] = ()


class Change(FieldGroup):
    """One real change of the content, as those who follow the site read it."""

    day: Day = field("Dag", help="De dag van de wijziging.", example="2026-11-25")
    note: Line = field(
        "Wat",
        help="Wat er voor lezers anders is, in één zin.",
        example="Onderzoek bij kantoormedewerkers toegevoegd.",
    )


class Entry(FieldGroup):
    """One YAML file of the library."""

    kind: ClassVar[str]
    folder: ClassVar[str]
    address: ClassVar[str]
    label: ClassVar[Label]
    marks: ClassVar[KindMarks]

    title: Line = field(
        "Titel",
        help="De naam waaronder lezers dit zoeken. Begin met een hoofdletter, zonder punt.",
        example="Jobcrafting",
    )
    summary: Summary = field(
        "Samenvatting",
        help="De kern in hooguit 60 woorden gewone taal. Dit leest iemand in 30 seconden.",
        example="Medewerkers passen hun eigen werk stap voor stap aan.",
    )
    aliases: tuple[Line, ...] = field(
        "Ook wel genoemd",
        help="Andere woorden die mensen hiervoor gebruiken. De zoekfunctie vindt ze.",
        example=["job crafting", "baan boetseren"],
        default=(),
    )
    reviewed: Day = field(
        "Laatst nagekeken",
        help="De dag waarop iemand de inhoud voor het laatst heeft nagekeken.",
        example="2026-11-24",
    )
    redirect_from: tuple[OldId, ...] = field(
        "Vroegere adressen",
        help="Bestandsnamen die deze pagina eerder had, of hele adressen zoals /2019/oud.html. "
        "Oude links blijven zo werken.",
        example=["job-crafting"],
        default=(),
    )
    contributors: tuple[Name, ...] = field(
        "Met dank aan",
        help="Namen van mensen die meeschreven en genoemd willen worden. Alleen namen, zonder "
        "adres, telefoonnummer of ander nummer.",
        example=["Aisha de Vries"],
        default=(),
    )
    changed: tuple[Change, ...] = field(
        "Wijzigingen",
        help="Wat er in de inhoud veranderde, het nieuwste bovenaan. Lezers zien dit onder aan "
        "de pagina. Een verbeterde typefout hoort er niet in.",
        example=[{"day": "2026-11-25", "note": "Onderzoek bij kantoormedewerkers toegevoegd."}],
        default=(),
    )


def earlier_ids(entry: Entry) -> tuple[str, ...]:
    """Return the file names that an entry had before."""
    return tuple(one for one in entry.redirect_from if not one.startswith("/"))


def earlier_addresses(entry: Entry) -> tuple[str, ...]:
    """Return the whole addresses that an entry had before, here or on another site."""
    return tuple(one for one in entry.redirect_from if one.startswith("/"))
