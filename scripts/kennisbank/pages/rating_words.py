"""A rating in words: what was found, how sure it is, and how it came about.

One file: the sentences are said of one rating, and have to agree with each other.
"""

from __future__ import annotations

from collections.abc import Iterable

from kennisbank.evidence.context import ContextAnswer
from kennisbank.evidence.rating import OutcomeRating, OutcomeVerdict, Rating
from kennisbank.evidence.scale import LevelRule, Scale
from kennisbank.evidence.studies import Study
from kennisbank.fields.choices import Direction
from kennisbank.locales import in_text, thousands
from kennisbank.messages import N_, _, all_of, any_of, ngettext
from kennisbank.sources.labels import OVERVIEWS

ANSWERS = {
    ContextAnswer.YES: N_("Yes"),
    ContextAnswer.NO: N_("No"),
    ContextAnswer.UNKNOWN: N_("Not known"),
}
NOT_STUDIED = N_("not yet researched")
_NUMBERS = (N_("none"), N_("one"), N_("two"), N_("three"), N_("four"), N_("five"))
# What was found, by what the studies could see: a difference, what goes together, what people tell.
_FOUND = {
    OutcomeVerdict.FAVOURABLE: (
        N_("favourable difference found"),
        N_("goes together with it, cause unknown"),
        N_("people tell that it helped, not measured"),
    ),
    OutcomeVerdict.MIXED: (
        N_("mixed outcomes"),
        N_("mixed outcomes"),
        N_("mixed experiences"),
    ),
    OutcomeVerdict.NONE: (
        N_("no difference found"),
        N_("no association found"),
        N_("people noticed no difference"),
    ),
    OutcomeVerdict.CONTRARY: (
        N_("backfired"),
        N_("unfavourable association"),
        N_("unfavourable experiences"),
    ),
}
# What a verdict leaves open where nothing may be recommended: the words of a level are about what
# was found in favour.
_LEFT_OPEN = {
    OutcomeVerdict.MIXED: N_(
        "This does not say that it works, nor that it never does: the outcomes do not all point "
        "the same way."
    ),
    OutcomeVerdict.NONE: N_(
        "This does not say that it helps nobody. It is about the people who were studied."
    ),
    OutcomeVerdict.CONTRARY: N_(
        "This does not say that it backfires everywhere. It is about the people who were studied."
    ),
    OutcomeVerdict.UNKNOWN: N_(
        "This does not say that it does not work. What we found does not count."
    ),
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
    return _(_FOUND[one.verdict][seen])


def basis_in_words(one: OutcomeRating) -> str:
    """Return on how much research a verdict rests: the studies that speak, and their people.

    An overview holds studies and people of its own; two overviews may hold the same, so that
    nobody can add theirs up, and one that does not say how many it holds is no single study.
    """
    speaking = _SPEAKING.get(one.verdict, frozenset(Direction))
    studies = [study for study in one.counting if study.direction in speaking]
    if one.recommends:
        studies = [*one.carrying]
    if not studies:
        return ""
    overlapping = len(studies) > 1 and any(study.size > 1 for study in studies)
    if overlapping or any(study.design in OVERVIEWS and not study.size for study in studies):
        return ngettext("{n} publication", "{n} publications", len(studies))
    count = sum(max(1, study.size) for study in studies)
    people = [max((f.people or 0 for f in study.findings), default=0) for study in studies]
    total = sum(people)
    if not all(people) or total == 1:
        return ngettext("{n} study", "{n} studies", count, n=thousands(count))
    return ngettext(
        "{n} study with {people} people",
        "{n} studies with {people} people",
        count,
        n=thousands(count),
        people=thousands(total),
    )


def not_said_in_words(one: OutcomeRating) -> str:
    """Return what the research on an outcome does not say; of one single study, that too."""
    if not one.recommends:
        return _(_LEFT_OPEN[one.verdict])
    favourable = [study for study in one.counting if study.direction is Direction.FAVOURABLE]
    compared = [study for study in favourable if study.grade.comparative]
    if len(compared) != 1 or compared[0].design in OVERVIEWS:
        return one.level.not_said
    return " ".join((one.level.not_said, _("One study may be chance.")))


def _uncounted(studies: tuple[Study, ...]) -> str:
    """Return why nothing that was found on an outcome counts."""
    research = [study for study in studies if study.grade.research]
    if not research:
        return _("only theory or opinion")
    if all(study.retracted for study in research):
        return _("only a retracted publication")
    return _("named, but the source was not checked")


def _is_told(study: Study) -> bool:
    """Whether people told it, and nobody measured it."""
    return study.grade.id == "experience"


def harm_in_words(studies: Iterable[Study]) -> str:
    """Return what a reader must see first of the studies that found harm."""
    found = [*studies]
    measured = any(study.grade.comparative for study in found)
    seen = 0 if measured else 1 if not all(map(_is_told, found)) else 2
    words = _(_FOUND[OutcomeVerdict.CONTRARY][seen])
    if any(study.counts for study in found):
        return words
    return _("{found} (source not checked)", found=words)


def label_of(one: OutcomeRating) -> str:
    """Return the name of the level of an outcome; where nothing may be recommended, what is so."""
    return one.level.short if one.recommends else found_in_words(one)


def outcome_in_words(one: OutcomeRating) -> str:
    """Return an outcome with how strong it is supported: prestaties: sterk."""
    return f"{in_text(one.outcome.label)}: {label_of(one)}"


def level_in_words(rating: Rating) -> str:
    """Return the short label for a card: the outcome that leads, and where research found harm."""
    lead = rating.lead
    if lead is None or lead.verdict is OutcomeVerdict.UNKNOWN:
        told = _(NOT_STUDIED)
    else:
        told = outcome_in_words(lead)
    more = [told]
    if nothing := [in_text(one.outcome.label) for one in _null_beside(rating)]:
        more.append(_("no difference for {outcomes}", outcomes=all_of(nothing)))
    if harmed := [in_text(one.outcome.label) for one in rating.contrary if one is not lead]:
        more.append(_("note: unfavourable for {outcomes}", outcomes=all_of(harmed)))
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
        return (_(NOT_STUDIED).capitalize(),)
    told = ((one, outcome_in_words(one)) for one in rating.outcomes)
    named = (
        _("{outcome} (level {level})", outcome=text, level=one.level.level)
        if one.recommends
        else text
        for one, text in told
    )
    return tuple(text[:1].upper() + text[1:] for text in named)


def rule_in_words(rule: LevelRule, scale: Scale) -> str:
    """Return what a rule asks, made from its numbers so that the two cannot differ."""
    if not rule.count:
        return _("no favourable study that counts")
    asked = ngettext(
        "{n} favourable study of the kind {kinds}",
        "{n} favourable studies of the kind {kinds}",
        rule.count,
        n=_(_NUMBERS[rule.count]) if rule.count < len(_NUMBERS) else rule.count,
        kinds=any_of([f"‘{scale.by_id[grade].short}’" for grade in rule.grades]),
    )
    if rule.studies:
        asked = _("{rule}, with at least {n} studies in it", rule=asked, n=rule.studies)
    return _("{rule}, without a shared author", rule=asked) if rule.independent else asked


def lowered_in_words(one: OutcomeRating) -> str:
    """Return why a level is lower than its rule gives; nothing when it is not."""
    if one.lowered_from is None:
        return ""
    return ngettext(
        "That gave level {before} (‘{label}’). As strong is one study that found no difference or "
        "an unfavourable one. So it became level {level}.",
        "That gave level {before} (‘{label}’). As strong are {n} studies that found no difference "
        "or an unfavourable one. So it became level {level}.",
        len(one.lowered_by),
        before=one.lowered_from.level,
        label=in_text(one.lowered_from.label),
        level=one.level.level,
    )


def directions_in_words(directions: dict[Direction, int]) -> str:
    """Return how many findings point each way: 2 gunstig, 1 wisselend."""
    return ", ".join(f"{count} {in_text(one.label)}" for one, count in directions.items())


def counts_in_words(study: Study, one: OutcomeRating) -> str:
    """Return what a study does to the level of an outcome, and otherwise why nothing."""
    if not study.counts:
        return _why_not(study)
    if study in one.carrying:
        return _("Yes, decides it")
    if study in one.lowered_by:
        return _("Yes, lowers the level")
    if study.direction is Direction.FAVOURABLE:
        return _("Yes")
    if study.direction is Direction.MIXED:
        return _("Does not change the level: mixed")
    return _("Does not change the level: less strong than the other")


def _why_not(study: Study) -> str:
    if study.retracted:
        return _("No: the publication was retracted")
    if not study.grade.research:
        return _("No: {reason}", reason=study.grade.name)
    return _("No: the source was not checked")


def listed(words: Iterable[str]) -> str:
    """Return words as a sentence lists them: a, b and c."""
    return all_of([*words])
