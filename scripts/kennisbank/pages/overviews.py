"""The pages that lead to entries: home, kinds, roles and the index."""

from __future__ import annotations

import unicodedata
from itertools import groupby
from typing import TYPE_CHECKING

from kennisbank.fields.kinds import kind_with, roles_in, tasks_of, tool_of
from kennisbank.fields.specs import FieldSpec, field_specs
from kennisbank.fields.text_rules import UNKNOWN
from kennisbank.fields.types import Choice, TasksType
from kennisbank.messages import _, ngettext
from kennisbank.pages.chooser_row import ROLE
from kennisbank.pages.entry_sections import is_fact
from kennisbank.pages.form_pages import form_address
from kennisbank.pages.page import Heading, Page
from kennisbank.pages.prose_context import ProseContext
from kennisbank.routes import routes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kennisbank.fields.base import Entry
    from kennisbank.pages.context import RenderContext
    from kennisbank.pages.site_map import EntryRef

_CARD_FACTS = 3
# What a card can show at a glance; sentences belong on the page itself.


def overview_pages(context: RenderContext) -> Iterator[Page]:
    """Yield one page for each kind."""
    for kind in context.library.kinds:
        address = context.site_map.addresses.overview(kind.kind)
        reading = ProseContext(address)
        targets = context.site_map.of_kind(kind.kind)
        cards = [(target, card_facts(context, target)) for target in targets]
        html = context.render(
            "overview.jinja",
            reading,
            kind=kind,
            cards=cards,
            rated=bool(cards) and kind is context.library.rated,
            form=form_address(kind),
        )
        listed = tuple(target.address for target in targets)
        yield Page(
            address, kind.label.many, kind.label.about, html, section=kind.kind, listed=listed
        )


def card_facts(context: RenderContext, target: EntryRef) -> list[str]:
    """Return the few facts that tell entries of one kind apart, in a word or two each."""
    tool = tool_of(target.entry)
    facts = [_minutes(tool.session.minutes)] if tool else []
    for spec in field_specs(type(target.entry)):
        value = context.known_value(target.key, spec.name)
        shown = is_fact(spec) and spec.field_type.on_card and spec.name != "title"
        if shown and value not in (None, UNKNOWN):
            facts.append(_fact(spec, value if isinstance(value, tuple) else (value,)))
    return facts[:_CARD_FACTS]


def _minutes(count: int) -> str:
    return ngettext("Do it here in {n} minute", "Do it here in {n} minutes", count)


def _fact(spec: FieldSpec, values: tuple[object, ...]) -> str:
    choices = [one.label.split(":")[0] for one in values if isinstance(one, Choice)]
    if choices:
        words = (word if word.isupper() else word.lower() for word in choices)
        return f"{spec.title}: {', '.join(words)}"
    return ", ".join(map(str, values))


def role_pages(context: RenderContext) -> Iterator[Page]:
    """Yield, for each role, what it does in which method."""
    for role in roles_in(context.library.kinds) or ():
        reading = ProseContext(f"{routes().ROLES}{role}/")
        tasks = [
            (target, context.prose.inline(task.task, reading))
            for target in _with_tasks(context)
            for task in tasks_of(target.entry)
            if task.role is role
        ]
        name = role.label if role.label.isupper() else role.label.lower()
        title = _("What can I do as {role}?", role=name)
        description = _(
            "Here is for each method, in one sentence, what your task as {role} is.", role=name
        )
        html = context.render(
            "role.jinja",
            reading,
            title=title,
            description=description,
            tasks=tasks,
            asked=f"?{ROLE}={role}",
        )
        listed = tuple(target.address for target, _ in tasks)
        yield Page(reading.address, title, description, html, listed=listed)


def index_page(context: RenderContext) -> Page:
    """Return every title and every other name, from A to Z."""
    rows = [
        (_letter(name), name, target)
        for target in context.site_map.targets.values()
        for name in (target.title, *target.entry.aliases)
    ]
    rows.sort(key=lambda row: (row[0], row[1].casefold(), row[2].address))
    letters = [
        (letter, [(name, target) for _letter_, name, target in group])
        for letter, group in groupby(rows, key=lambda row: row[0])
    ]
    headings = tuple(Heading(f"letter-{letter.lower()}", letter) for letter, _names in letters)
    html = context.render("index.jinja", ProseContext(routes().INDEX), letters=letters)
    description = _("All subjects of the library in alphabetical order, also by their other names.")
    listed = tuple(dict.fromkeys(target.address for _letter_, _name, target in rows))
    return Page(routes().INDEX, _("From A to Z"), description, html, headings, listed=listed)


def _with_tasks(context: RenderContext) -> list[EntryRef]:
    return context.site_map.of(kind_with(context.library.kinds, TasksType))


def roles_with_tasks(context: RenderContext) -> list[Choice]:
    """Return the roles that have something to do."""
    given = {task.role for target in _with_tasks(context) for task in tasks_of(target.entry)}
    return [role for role in roles_in(context.library.kinds) or () if role in given]


def _letter(name: str) -> str:
    first = unicodedata.normalize("NFKD", name.lstrip("'‘’\"“ ")[:1]).upper()[:1]
    return first if first.isascii() and first.isalpha() else "0-9"


def kinds_with_counts(context: RenderContext) -> list[tuple[type[Entry], int]]:
    """Return the kinds and how many entries each has."""
    return [(kind, len(context.site_map.of_kind(kind.kind))) for kind in context.library.kinds]
