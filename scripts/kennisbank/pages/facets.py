"""The values of an entry by which readers narrow a list: mechanism, role, level and more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kennisbank.evidence.rating import OutcomeVerdict
from kennisbank.evidence.scale import scale_of
from kennisbank.fields.choices import Effort, OrganisationLevel, Outcome, Role, Sector
from kennisbank.fields.specs import field_specs
from kennisbank.fields.types import FieldGroup
from kennisbank.kinds.mechanism import Mechanism
from kennisbank.kinds.target_group import TargetGroup

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kennisbank.evidence.assessment import Assessment
    from kennisbank.evidence.rating import Rating
    from kennisbank.fields.types import Choice
    from kennisbank.library.library import EntryKey, Library


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow: `name` stands in addresses, `about` above a list of one value.

    The braces in it stand for that value. Its values are the ids of a kind of entry, a closed
    list, the levels of the rating, or the effort that follows from the price.
    """

    name: str
    title: str
    about: str
    kind: str = ""
    choices: type[Choice] | None = None
    rated: bool = False
    priced: bool = False


# In the order that readers see.
FACETS = (
    Facet("mechanisme", "Mechanisme", "Alles bij het mechanisme ‘{}’.", kind=Mechanism.kind),
    Facet("doelgroep", "Doelgroep", "Alles voor de doelgroep ‘{}’.", kind=TargetGroup.kind),
    Facet("rol", "Rol", "Alles met een taak voor de rol ‘{}’.", choices=Role),
    Facet("niveau", "Niveau", "Alles wat speelt op het niveau ‘{}’.", choices=OrganisationLevel),
    Facet(
        "inspanning", "Inspanning", "Methoden met de inspanning ‘{}’.", choices=Effort, priced=True
    ),
    Facet("uitkomst", "Onderzocht op", "Methoden met bevindingen over ‘{}’.", choices=Outcome),
    Facet("onderzoek", "Onderzoek", "Methoden met dit oordeel: ‘{}’.", rated=True),
    Facet("sector", "Sector", "Alles uit de sector ‘{}’.", choices=Sector),
)


# What was studied and may not be recommended has no level in a list: it would look like one.
_STUDIED = {
    "wisselend": "Onderzocht, wisselende uitkomsten",
    "niet-gunstig": "Onderzocht, geen gunstig verschil",
}


def options(facet: Facet, library: Library) -> list[tuple[str, str]]:
    """Return every value a facet can have, with its label."""
    if facet.choices:
        return [(str(choice), choice.label.split(":")[0]) for choice in facet.choices]
    if facet.rated:
        levels = [(str(level.level), level.label) for level in scale_of(library).levels]
        return [*levels, *_STUDIED.items()]
    keys = library.by_kind.get(facet.kind, [])
    return [(key.id, library.entries[key].title) for key in keys]


def values(
    facet: Facet, key: EntryKey, library: Library, assessments: Mapping[EntryKey, Assessment]
) -> frozenset[str]:
    """Return the values of an entry; an entry of the facet's own kind belongs to itself."""
    if facet.rated:
        rated = assessments.get(key)
        return frozenset({_judgement(rated.research)} if rated else ())
    if facet.priced:
        asked = assessments.get(key)
        return frozenset({str(asked.effort)} if asked and asked.effort else ())
    own = {key.id} if key.kind == facet.kind else set()
    return frozenset(own | set(_values(facet, library.entries[key])))


def _judgement(rating: Rating) -> str:
    lead = rating.lead
    if lead is None or lead.recommends or lead.verdict is OutcomeVerdict.UNKNOWN:
        return str(rating.level.level)
    return "wisselend" if lead.verdict is OutcomeVerdict.MIXED else "niet-gunstig"


def _values(facet: Facet, part: FieldGroup) -> Iterator[str]:
    for spec in field_specs(type(part)):
        found = getattr(part, spec.name)
        for one in found if isinstance(found, tuple) else (found,):
            if isinstance(one, FieldGroup):
                yield from _values(facet, one)
            elif _fits(facet, spec.refers_to, one):
                yield str(one)


def _fits(facet: Facet, refers_to: str, value: object) -> bool:
    if facet.choices:
        return isinstance(value, facet.choices)
    return bool(refers_to) and refers_to == facet.kind
