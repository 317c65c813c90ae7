"""The lists over all kinds: what each role does in which entry, and every name from A to Z."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import partial
from itertools import groupby

from kennisbank.fields.base import Entry
from kennisbank.fields.kinds import kind_with, roles_in, tasks_of
from kennisbank.fields.types import Choice, TasksType
from kennisbank.locales import in_text
from kennisbank.messages import _
from kennisbank.pages.chooser_row import ROLE
from kennisbank.pages.context import RenderContext
from kennisbank.pages.page import Heading, Page
from kennisbank.pages.parts import MOST, ListPart, in_parts, list_pages
from kennisbank.pages.prose_context import ProseContext
from kennisbank.pages.site_map import EntryRef
from kennisbank.routes import routes


def role_pages(context: RenderContext) -> Iterator[Page]:
    """Yield, for each role, what it does in which method."""
    for role in roles_in(context.library.kinds) or ():
        tasks = [
            (target, task.task)
            for target in _with_tasks(context)
            for task in tasks_of(target.entry)
            if task.role is role
        ]
        parts = in_parts(f"{routes().ROLES}{role}/", [(role, tasks)])
        yield from list_pages(parts, partial(_role_page, context))


def _role_page(context: RenderContext, part: ListPart[Choice, tuple[EntryRef, str]]) -> Page:
    ((role, tasks),) = part.groups
    reading = ProseContext(part.address)
    name = in_text(role.label)
    title = _("What can I do as {role}?", role=name)
    description = _(
        "Here is for each method, in one sentence, what your task as {role} is.", role=name
    )
    html = context.render(
        "role.jinja",
        reading,
        title=title,
        description=description,
        tasks=[(target, context.prose.inline(task, reading)) for target, task in tasks],
        part=part,
        asked=f"?{ROLE}={role}",
    )
    listed = tuple(target.address for target, _ in tasks)
    return Page(part.addresses[0], title, description, html, listed=listed)


# A name weighs an eighth of a row.
_MOST_NAMES = 8 * MOST


def index_pages(context: RenderContext) -> Iterator[Page]:
    """Yield every title and every other name, from A to Z."""
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
    parts = in_parts(routes().INDEX, letters, _MOST_NAMES)
    yield from list_pages(parts, lambda part: _index_page(context, part))


def _index_page(context: RenderContext, part: ListPart[str, tuple[str, EntryRef]]) -> Page:
    headings = tuple(Heading(f"letter-{one.lower()}", one) for one, _names in part.groups)
    html = context.render("index.jinja", ProseContext(part.address), part=part)
    description = _("All subjects of the library in alphabetical order, also by their other names.")
    listed = tuple(dict.fromkeys(target.address for _name, target in part.rows))
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
