"""The pages to choose and to compare methods on.

One file: both pages show the rows of `chooser_row.py`, and leave large libraries to the same files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kennisbank.fields.base import Entry, earlier_ids
from kennisbank.fields.kinds import field_of, ranking, rated_kind, roles_in, steps_of
from kennisbank.fields.specs import FieldSpec, field_specs
from kennisbank.fields.text_rules import UNKNOWN
from kennisbank.fields.types import InvestmentType, StepsType
from kennisbank.messages import N_, _
from kennisbank.pages.chooser_row import (
    COST,
    GOAL,
    GROUP,
    LIMIT,
    OBSTACLE,
    ROLE,
    ChooserRow,
    caution,
    obstacles,
    rows,
)
from kennisbank.pages.context import RenderContext
from kennisbank.pages.entry_sections import is_fact
from kennisbank.pages.method_rating import outcome_words
from kennisbank.pages.page import Page
from kennisbank.pages.price_words import price_in_words
from kennisbank.pages.prose_context import ProseContext
from kennisbank.pages.rating_words import levels_in_words
from kennisbank.pages.site_map import EntryRef
from kennisbank.pages.values import ValueRenderer
from kennisbank.routes import routes
from kennisbank.theme.look import PAGE_STYLES

LARGEST = 4
_OF_ENTRIES = frozenset(spec.name for spec in field_specs(Entry))
# The rows of the table that are no field of an entry, with their titles.
_ROWS = {
    "price": N_("Price"),
    "research": N_("Research"),
    "size": N_("How large"),
    "description": N_("Level of description"),
    "first_step": N_("First step"),
    "caveat": N_("Take care"),
}

# What a kind must have for a row to be there.
_NEEDED = {"first_step": (StepsType,), "price": (InvestmentType,)}


def row_titles(kind: type[Entry]) -> dict[str, str]:
    """Return the rows in order, each with its title; a library that names none gets a few."""
    fields = {spec.name: spec for spec in field_specs(kind)}
    short = (name for name, spec in fields.items() if is_fact(spec) and name not in _OF_ENTRIES)
    names = kind.marks.compared or (*short, *_ROWS)
    return {
        name: fields[name].title if name in fields and name not in _ROWS else _(_ROWS[name])
        for name in names
        if name not in _ROWS or all(field_of(kind, one) for one in _NEEDED.get(name, ()))
    }


@dataclass(frozen=True, slots=True)
class Column:
    """One method: for each row its texts; none where no source tells."""

    target: EntryRef
    cells: dict[str, tuple[str, ...]]

    @property
    def earlier(self) -> tuple[str, ...]:
        """The ids under which a reader may have kept it."""
        return earlier_ids(self.target.entry)


# More than this many do not stand in the page itself: it loads those that are compared, from files
# of so many.
_IN_PAGE, BESIDE = 250, 50


def column_of(context: RenderContext, target: EntryRef) -> Column:
    """Return what the comparison shows of a method."""
    return Column(target, dict(_cells(context, target, target.entry)))


def starts(context: RenderContext) -> list[str]:
    """Return the first id in each file of the comparison; none where the page holds everything."""
    if context.library.rated is not rated_kind(context.library.kinds):
        return []
    ids = sorted(target.key.id for target in context.site_map.of(context.library.rated))
    return ids[::BESIDE] if len(ids) > _IN_PAGE else []


def comparison_page(context: RenderContext, kind: type[Entry]) -> Page:
    """Return the page; its script shows the methods in the address, from the page or from files."""
    targets, files = context.site_map.of(kind), starts(context)
    about = _("Put two to four side by side and see how they differ.")
    html = context.render(
        "comparison.jinja",
        ProseContext(routes().COMPARISON),
        about=about,
        count=len(targets),
        columns=[] if files else [column_of(context, target) for target in targets],
        starts=files,
        renamed=_renamed(targets) if files else {},
        titles=row_titles(kind),
        links={spec.name for spec in field_specs(kind) if spec.refers_to},
        advice=_advice(kind),
        largest=LARGEST,
    )
    styles = PAGE_STYLES["comparison"]
    return Page(routes().COMPARISON, context.titled(_("Comparing")), about, html, styles=styles)


def _advice(kind: type[Entry]) -> list[str]:
    """Return the titles of the rows in which the editors advise."""
    steps = field_of(kind, StepsType)
    advised = {spec.name for spec in field_specs(kind) if spec.advice}
    advised |= {"first_step"} if steps and steps.advice else set()
    return [title for name, title in row_titles(kind).items() if name in advised]


def _renamed(targets: Iterable[EntryRef]) -> dict[str, str]:
    """Return the id of each method by those that it had before."""
    return {old: target.key.id for target in targets for old in earlier_ids(target.entry)}


def _cells(
    context: RenderContext, target: EntryRef, entry: Entry
) -> Iterator[tuple[str, tuple[str, ...]]]:
    kind, assessment = type(entry), context.assessments[target.key]
    for name in row_titles(kind):
        match name:
            case "price":
                yield name, (price_in_words(assessment.price),) if assessment.price else ()
            case "research":
                yield name, levels_in_words(assessment.research)
            case "size":
                yield name, tuple(_sizes(context, target))
            case "description":
                yield name, (assessment.description.level.label,)
            case "first_step":
                spec = field_of(kind, StepsType)
                yield name, _texts(context, target, spec, steps_of(entry)[:1]) if spec else ()
            case "caveat":
                yield name, (caution(context, target, entry),)
            case _:
                spec = next(one for one in field_specs(kind) if one.name == name)
                yield name, _texts(context, target, spec, context.known_value(target.key, name))


def _sizes(context: RenderContext, target: EntryRef) -> Iterator[str]:
    """Yield how large the effect is on each outcome that may be recommended."""
    for rated in context.assessments[target.key].research.outcomes:
        one = outcome_words(rated, context.scale)
        if one.size:
            yield f"{one.outcome.label}: {one.size.people}"


def _texts(
    context: RenderContext, target: EntryRef, spec: FieldSpec, value: object
) -> tuple[str, ...]:
    """Return plain texts: links and references to sources are on the page of the method itself."""
    if value in (None, UNKNOWN, ()):
        return ()
    html = ValueRenderer(context.prose, ProseContext(target.address)).html(spec, value)
    parts = html if isinstance(html, list) else [html]
    return tuple(" ".join(context.plain(part).split()) for part in parts)


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the chooser, with the answers that some method fits and what they say."""

    name: str
    text: str
    hint: str
    reason: str
    answers: list[tuple[str, str]]


def chooser_page(context: RenderContext) -> Page:
    """Return the page with the questions, and every method for its script to choose from."""
    found = rows(context)
    about = _("Where do you begin? Answer what you know, and see what fits, with the reason.")
    html = context.render(
        "chooser.jinja",
        ProseContext(routes().CHOOSER),
        about=about,
        rows=found,
        rows_in_page=[] if is_long(found) else recommendable(found),
        beside=BESIDE,
        questions=[one for one in _questions(context, found) if one.answers],
        goal=GOAL,
        limit=LIMIT,
        largest=LARGEST,
        top=context.scale.top.level,
    )
    # Without a table of contents beside it the answers have the whole width.
    return Page(
        routes().CHOOSER, context.titled(_("Chooser")), about, html, styles=PAGE_STYLES["chooser"]
    )


def recommendable(found: Iterable[ChooserRow]) -> list[ChooserRow]:
    """Return the methods that the chooser may show, in the order of the rule."""
    return [row for row in found if not row.candidate.is_barred]


def is_long(found: Sequence[ChooserRow]) -> bool:
    """Return whether there are too many to stand in the page itself."""
    return len(found) > _IN_PAGE


def choice_card(context: RenderContext, row: ChooserRow) -> str:
    """Return what the chooser shows of a method, as its page would hold it."""
    reading = ProseContext(routes().CHOOSER)
    return context.render("choice.jinja", reading, row=row, top=context.scale.top.level).strip()


# Of each question: itself, what it asks for, and what the reason on a card calls it.
_ASKED = {
    GOAL: (
        N_("What do you want to achieve?"),
        N_("Only what research or experience finds favourable for this, the surest first."),
        N_("What you want to achieve"),
    ),
    GROUP: (
        N_("For whom?"),
        N_("What a source names for these people, or what helps them."),
        N_("Your target group"),
    ),
    OBSTACLE: (
        N_("What is mostly in the way?"),
        N_("What works on exactly that."),
        N_("In the way"),
    ),
    ROLE: (N_("Who are you?"), N_("What has a task for you."), N_("Your role")),
    COST: (
        N_("What can you spend?"),
        N_("What asks this much or less to begin."),
        N_("What you can spend"),
    ),
}


def _questions(context: RenderContext, found: list[ChooserRow]) -> Iterator[Question]:
    """Yield the questions, each with the answers that some method fits."""
    library = context.library
    ranked = ranking(library.rated) if library.rated else None
    answers = {
        GOAL: [(str(one), one.label) for one in library.outcomes],
        GROUP: [(one.key.id, one.title) for one in context.site_map.of(library.audience)],
        OBSTACLE: obstacles(context).items(),
        ROLE: [(str(role), role.label) for role in roles_in(library.kinds) or ()],
        COST: [(str(one), one.label) for one in ranked[1]] if ranked else [],
    }
    for name, (text, hint, reason) in _ASKED.items():
        fitting = _that_fit(name, answers[name], found)
        yield Question(name, _(text), _(hint), _(reason), fitting)


def _that_fit(
    question: str, answers: Iterable[tuple[str, str]], found: list[ChooserRow]
) -> list[tuple[str, str]]:
    candidates = [row.candidate for row in found if not row.candidate.is_barred]
    fitting = {answer for one in candidates for answer in one.fits[question]}
    return [(value, label) for value, label in answers if value in fitting]
