"""What the chooser and the comparison tell of each method, and how methods are ranked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from kennisbank.fields.base import Entry
from kennisbank.fields.kinds import findings_of, marked, named_of, ranking, steps_of, tasks_of
from kennisbank.fields.specs import field_specs
from kennisbank.library.library import EntryKey, Library
from kennisbank.messages import N_, _
from kennisbank.pages.context import RenderContext
from kennisbank.pages.method_rating import OutcomeWords, outcome_words
from kennisbank.pages.price_words import price_in_words
from kennisbank.pages.prose_context import ProseContext
from kennisbank.pages.rating_words import levels_in_words, not_said_in_words
from kennisbank.pages.site_map import EntryRef

# As they stand in addresses: what to reach, who asks, for whom, what is in the way, what to spend.
GOAL, ROLE, GROUP, OBSTACLE, COST = "uitkomst", "rol", "doelgroep", "drempel", "inzet"
# How many a reader sees at first; the rest is one click away.
LIMIT = 5


@dataclass(frozen=True, slots=True)
class Candidate:
    """What the rule knows of a method; `fits` holds for each question the answers that match.

    `levels` has the level of each outcome on which the research may recommend it. `studied` tells
    of research that counts, whatever it found; `effort` is the smaller the lighter.
    """

    id: str
    title: str
    fits: Mapping[str, frozenset[str]]
    levels: Mapping[str, int]
    studied: bool
    effort: int

    @property
    def level(self) -> int:
        """The highest level on any outcome."""
        return max(self.levels.values(), default=0)

    @property
    def is_barred(self) -> bool:
        """Whether it was studied and nothing in it can be recommended."""
        return self.studied and not self.levels


def fit(candidate: Candidate, answers: Mapping[str, str]) -> int:
    """Return how many answers a method fits."""
    return sum(answer in candidate.fits[name] for name, answer in answers.items() if answer)


def strength(candidate: Candidate, answers: Mapping[str, str]) -> int:
    """Return the level for what a reader wants to reach, or the highest when that is anything."""
    goal = answers.get(GOAL)
    return candidate.levels.get(goal, 0) if goal else candidate.level


def in_order(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return methods by research, the strongest first, then effort, the smallest first, then title.

    The table has this order; among equal methods it decides, so that the script needs no more.
    What cannot be recommended comes last.
    """
    return sorted(
        candidates, key=lambda one: (one.is_barred, -one.level, one.effort, one.title.casefold())
    )


def best(candidates: Iterable[Candidate], answers: Mapping[str, str]) -> list[Candidate]:
    """Return every method that fits an answer, the best first.

    First how many answers it fits, then the level for what the reader wants to reach, then how
    little it asks. What may not be recommended for that is not there, whatever else it fits.
    """
    goal = answers.get(GOAL)
    fitting = [
        one
        for one in in_order(candidates)
        if not one.is_barred and fit(one, answers) and (not goal or strength(one, answers))
    ]
    return sorted(fitting, key=lambda one: rank(one, answers))


def rank(candidate: Candidate, answers: Mapping[str, str]) -> tuple[int, int, int]:
    """Return what decides on the place of a method; methods with the same one share it."""
    return -fit(candidate, answers), -strength(candidate, answers), candidate.effort


# What no assessment says anything of, because no research counts.
NOT_STUDIED = N_("Not yet researched.")


@dataclass(frozen=True, slots=True)
class ChooserRow:
    """A method in the table; `text` and what follows `target` are for people, plain text."""

    candidate: Candidate
    target: EntryRef
    roles: tuple[str, ...]
    groups: tuple[str, ...]
    research: tuple[str, ...]
    outcomes: tuple[OutcomeWords, ...]
    effort: str
    price: str
    per_person: Decimal | None
    first_step: str
    caution: str

    @property
    def sentence(self) -> str:
        """The first sentence of the summary."""
        return first_sentence(self.target.text)


def rows(context: RenderContext) -> list[ChooserRow]:
    """Return a row for every method, in the order of the rule; pages share them."""
    return context.once(_rows)


def _rows(context: RenderContext) -> list[ChooserRow]:
    found = {
        target.key.id: row_of(context, target)
        for target in context.site_map.of(context.library.rated)
    }
    return [found[one.id] for one in in_order(row.candidate for row in found.values())]


def row_of(context: RenderContext, target: EntryRef) -> ChooserRow:
    """Return the row of one method."""
    entry = target.entry
    labels = {task.role: task.role.label for task in tasks_of(entry)}
    assessment = context.assessments[target.key]
    return ChooserRow(
        _candidate(context, target, entry),
        target,
        tuple(labels.values()),
        _titles(context, groups_of(context.library, target.key)),
        levels_in_words(assessment.research),
        tuple(outcome_words(one, context.scale) for one in assessment.research.outcomes),
        assessment.effort.label.split(":")[0] if assessment.effort else _("Unknown"),
        price_in_words(assessment.price) if assessment.price else _("Unknown"),
        assessment.price.per_person if assessment.price else None,
        first_step(context, target, entry),
        caution(context, target, entry),
    )


def _candidate(context: RenderContext, target: EntryRef, entry: Entry) -> Candidate:
    found = ranking(type(entry))
    efforts = [*found[1]] if found else []
    assessment = context.assessments[target.key]
    research = assessment.research
    levels = {str(one.outcome): one.level.level for one in research.outcomes if one.recommends}
    # Of an unknown effort nobody can say that it is small.
    effort = efforts.index(asked) if (asked := assessment.effort) else len(efforts)
    fits = {
        GOAL: frozenset(levels),
        ROLE: frozenset(str(task.role) for task in tasks_of(entry)),
        GROUP: groups_of(context.library, target.key),
        COST: frozenset(str(one) for one in efforts[effort:]),
        OBSTACLE: frozenset(named_of(entry, context.library.subjects)),
    }
    studied = any(one.counting for one in research.outcomes)
    return Candidate(target.key.id, target.title, fits, levels, studied, effort)


def obstacles(context: RenderContext) -> dict[str, str]:
    """Return what stands in the way, as people say it, by the mechanism that is missing then."""
    reading, kind = ProseContext(""), context.library.subjects
    spec = marked(kind, "obstacle") if kind else None
    return {
        target.key.id: context.plain(context.prose.inline(said, reading))
        for target in context.site_map.of(kind)
        if spec
        if (said := getattr(target.entry, spec.name))
    }


def groups_of(library: Library, key: EntryKey) -> frozenset[str]:
    """Return for whom an entry is: the groups that it names, and those whose page shows it."""
    kind = library.audience
    if kind is None:
        return frozenset()
    showing = {
        link.origin.id
        for link in library.links_to.get(key, ())
        if link.origin
        and link.origin.kind == kind.kind
        and link.key_path[0] in _showing(kind, key.kind)
    }
    return frozenset(named_of(library.entries[key], kind)) | showing


def _showing(kind: type[Entry], shown: str) -> frozenset[str]:
    """Return the fields of a kind below which entries of another are shown: what helps."""
    return frozenset(spec.name for spec in field_specs(kind) if spec.shows == shown)


_END = re.compile(r"(?<=[.!?])\s+(?=[^a-z])")


def first_sentence(text: str) -> str:
    """Return the first sentence of a text."""
    return _END.split(text, maxsplit=1)[0]


def first_step(context: RenderContext, target: EntryRef, entry: Entry) -> str:
    """Return what to do first, as plain text; nothing where the steps are not known."""
    steps = steps_of(entry)
    if not steps:
        return ""
    return context.plain(context.prose.inline(steps[0], ProseContext(target.address)))


def _titles(context: RenderContext, groups: Iterable[str]) -> tuple[str, ...]:
    known = {one.key.id: one.title for one in context.site_map.of(context.library.audience)}
    return tuple(title for identifier, title in known.items() if identifier in set(groups))


def caution(context: RenderContext, target: EntryRef, entry: Entry) -> str:
    """Return what to mind: the first caveat of the findings, or what the level leaves open."""
    for finding in findings_of(entry):
        if finding.caveat:
            return context.plain(context.prose.inline(finding.caveat, ProseContext(target.address)))
    lead = context.assessments[target.key].research.lead
    return not_said_in_words(lead) if lead and lead.counting else _(NOT_STUDIED)
