"""The Dutch words for a rating: what was found, how sure it is, and how it came about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.evidence.context import ContextAnswer
from kennisbank.evidence.rating import OutcomeVerdict
from kennisbank.fields.choices import Direction
from kennisbank.messages import ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kennisbank.evidence.rating import OutcomeRating, Rating
    from kennisbank.evidence.scale import LevelRule, Scale
    from kennisbank.evidence.studies import Study

ANSWERS = {ContextAnswer.YES: "Ja", ContextAnswer.NO: "Nee", ContextAnswer.UNKNOWN: "Niet bekend"}
NOT_STUDIED = "nog niet onderzocht"
_NUMBERS = ("geen", "één", "twee", "drie", "vier", "vijf")
# What was found, by what the studies could see: a difference, what goes together, what people tell.
_FOUND = {
    OutcomeVerdict.FAVOURABLE: (
        "gunstig verschil gevonden",
        "gaat ermee samen, oorzaak onbekend",
        "mensen vertellen dat het hielp, niet gemeten",
    ),
    OutcomeVerdict.MIXED: (
        "wisselende uitkomsten",
        "wisselende uitkomsten",
        "wisselende ervaringen",
    ),
    OutcomeVerdict.NONE: (
        "geen verschil gevonden",
        "geen samenhang gevonden",
        "mensen merkten geen verschil",
    ),
    OutcomeVerdict.CONTRARY: ("werkte averechts", "ongunstige samenhang", "ongunstige ervaringen"),
}
# The studies that a verdict speaks of.
_SPEAKING = {
    OutcomeVerdict.FAVOURABLE: {Direction.FAVOURABLE},
    OutcomeVerdict.NONE: {Direction.NONE},
    OutcomeVerdict.CONTRARY: {Direction.UNFAVOURABLE},
}


def found_in_words(one: OutcomeRating) -> str:
    """Return what the studies on an outcome found, no stronger than their designs allow."""
    if one.verdict is OutcomeVerdict.UNKNOWN:
        return _uncounted(one.studies)
    speaking = _SPEAKING.get(one.verdict, frozenset(Direction))
    studies = [study for study in one.counting if study.direction in speaking]
    if any(study.grade.comparative for study in studies):
        seen = 0
    else:
        seen = 1 if any(not _is_told(study) for study in studies) else 2
    return _FOUND[one.verdict][seen]


def basis_in_words(one: OutcomeRating) -> str:
    """Return on how much research a verdict rests: the studies that speak, and their people.

    An overview holds studies and people of its own; two overviews may hold the same, so that
    nobody can add theirs up.
    """
    speaking = _SPEAKING.get(one.verdict, frozenset(Direction))
    studies = [study for study in one.counting if study.direction in speaking]
    if one.recommends:
        studies = [*one.carrying]
    if not studies:
        return ""
    if len(studies) > 1 and any(study.size > 1 for study in studies):
        return ngettext("{n} publication", "{n} publications", len(studies))
    count = sum(max(1, study.size) for study in studies)
    people = [max((f.people or 0 for f in study.findings), default=0) for study in studies]
    total = sum(people)
    if not all(people) or total == 1:
        return ngettext("{n} study", "{n} studies", count, n=_thousands(count))
    return ngettext(
        "{n} study with {people} people",
        "{n} studies with {people} people",
        count,
        n=_thousands(count),
        people=_thousands(total),
    )


def _thousands(count: int) -> str:
    return f"{count:,}".replace(",", ".")


def _uncounted(studies: tuple[Study, ...]) -> str:
    """Return why nothing that was found on an outcome counts."""
    research = [study for study in studies if study.grade.research]
    if not research:
        return "alleen theorie of mening"
    if all(study.retracted for study in research):
        return "alleen een teruggetrokken publicatie"
    return "wel genoemd, bron niet nagetrokken"


def _is_told(study: Study) -> bool:
    """Whether people told it, and nobody measured it."""
    return study.grade.id == "experience"


def harm_in_words(studies: Iterable[Study]) -> str:
    """Return what a reader must see first of the studies that found harm."""
    found = [*studies]
    measured = any(study.grade.comparative for study in found)
    words = _FOUND[OutcomeVerdict.CONTRARY][
        0 if measured else 1 if not all(map(_is_told, found)) else 2
    ]
    return words if any(study.counts for study in found) else f"{words} (bron niet nagetrokken)"


def label_of(one: OutcomeRating) -> str:
    """Return the name of the level of an outcome; where nothing may be recommended, what is so."""
    return one.level.short if one.recommends else found_in_words(one)


def outcome_in_words(one: OutcomeRating) -> str:
    """Return an outcome with how strong it is supported: prestaties: sterk."""
    return f"{one.outcome.label.lower()}: {label_of(one)}"


def level_in_words(rating: Rating) -> str:
    """Return the short label for a card: the outcome that leads, and where research found harm."""
    lead = rating.lead
    if lead is None or lead.verdict is OutcomeVerdict.UNKNOWN:
        told = NOT_STUDIED
    else:
        told = outcome_in_words(lead)
    more = [told]
    if nothing := [one.outcome.label.lower() for one in _null_beside(rating)]:
        more.append(f"geen verschil voor {_listed(nothing)}")
    if harmed := [one.outcome.label.lower() for one in rating.contrary if one is not lead]:
        more.append(f"let op: ongunstig voor {_listed(harmed)}")
    return "; ".join(more)


def _null_beside(rating: Rating) -> list[OutcomeRating]:
    """Return where a comparison found no difference, while nothing compared leads in favour."""
    lead = rating.lead
    if lead is None or any(study.grade.comparative for study in lead.carrying):
        return []
    return [
        one
        for one in rating.outcomes[1:]
        if one.verdict is OutcomeVerdict.NONE
        and any(study.grade.comparative for study in one.counting)
    ]


def levels_in_words(rating: Rating) -> tuple[str, ...]:
    """Return each outcome with its level, the one that leads first, for a row of a table."""
    if not rating.outcomes:
        return (NOT_STUDIED.capitalize(),)
    told = ((one, outcome_in_words(one)) for one in rating.outcomes)
    return tuple(
        f"{text[:1].upper()}{text[1:]}{f' (niveau {one.level.level})' if one.recommends else ''}"
        for one, text in told
    )


def rule_in_words(rule: LevelRule, scale: Scale) -> str:
    """Return what a rule asks, made from its numbers so that the two cannot differ."""
    if not rule.count:
        return "geen gunstige studie die meetelt"
    number = _NUMBERS[rule.count] if rule.count < len(_NUMBERS) else str(rule.count)
    noun = "studie" if rule.count == 1 else "studies"
    kinds = " of ".join(f"‘{scale.by_id[grade].short}’" for grade in rule.grades)
    asked = f"{number} gunstige {noun} van de soort {kinds}"
    if rule.studies:
        asked += f", met ten minste {rule.studies} studies erin"
    return f"{asked}, zonder gedeelde auteur" if rule.independent else asked


def lowered_in_words(one: OutcomeRating) -> str:
    """Return why a level is lower than its rule gives; nothing when it is not."""
    if one.lowered_from is None:
        return ""
    count = len(one.lowered_by)
    against = "is één studie" if count == 1 else f"zijn {count} studies"
    found = "vond" if count == 1 else "vonden"
    return (
        f"Dat gaf niveau {one.lowered_from.level} (‘{one.lowered_from.label.lower()}’). "
        f"Even sterk {against} die geen verschil of een ongunstig verschil {found}. Daarom werd "
        f"het niveau {one.level.level}."
    )


def directions_in_words(directions: dict[Direction, int]) -> str:
    """Return how many findings point each way: 2 gunstig, 1 wisselend."""
    return ", ".join(f"{count} {one.label.lower()}" for one, count in directions.items())


def counts_in_words(study: Study, one: OutcomeRating) -> str:
    """Return what a study does to the level of an outcome, and otherwise why nothing."""
    if not study.counts:
        return _why_not(study)
    if study in one.carrying:
        return "Ja, geeft de doorslag"
    if study in one.lowered_by:
        return "Ja, verlaagt het niveau"
    if study.direction is Direction.FAVOURABLE:
        return "Ja"
    mixed = study.direction is Direction.MIXED
    return "Verandert het niveau niet: " + ("wisselend" if mixed else "minder sterk dan het andere")


def _why_not(study: Study) -> str:
    if study.retracted:
        return "Nee: de publicatie is teruggetrokken"
    if not study.grade.research:
        return f"Nee: {study.grade.name}"
    return "Nee: de bron is niet nagetrokken"


def listed(words: Iterable[str]) -> str:
    """Return words as a sentence lists them: a, b en c."""
    return _listed([*words])


def _listed(words: list[str]) -> str:
    *before, last = words or [""]
    return f"{', '.join(before)} en {last}" if before else last
