"""The home page: one screen that leads on, and below it who does what, what is new, how we know."""

from __future__ import annotations

import math
import textwrap
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from markupsafe import Markup

from kennisbank.fields.base import Entry
from kennisbank.fields.kinds import named_of, reported_kind
from kennisbank.library.library import Library
from kennisbank.messages import _
from kennisbank.pages.context import RenderContext
from kennisbank.pages.following_page import changes
from kennisbank.pages.indexes import kinds_with_counts, roles_with_tasks
from kennisbank.pages.page import Page
from kennisbank.pages.prose_context import ProseContext
from kennisbank.pages.site_map import EntryRef
from kennisbank.routes import HOME, routes
from kennisbank.theme.icons import icon, icon_of
from kennisbank.theme.look import PAGE_STYLES

# Fewer make no ring, and of more the names stand over each other.
_FEWEST, _MOST = 3, 9
# In units of the drawing, which is as wide as its text is readable.
WIDTH, HEIGHT = 640, 500
_CENTRE = (WIDTH / 2, 215)
_RING = (232, 165)
_SMALLEST, _LARGEST = 19, 38
_LINE = 15
_LETTERS = 20
_WIDEST_LINE = 7


@dataclass(frozen=True, slots=True)
class DrawnSubject:
    """One circle: where it stands, its number, its name in lines, and how many work on it."""

    target: EntryRef
    number: int
    x: float
    y: float
    radius: float
    lines: tuple[tuple[float, str], ...]
    below: float
    count: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """The circles, and the lines between them as ends and width."""

    width: int
    height: int
    subjects: tuple[DrawnSubject, ...]
    lines: tuple[tuple[float, float, float, float, float], ...]


def drawing(context: RenderContext) -> Drawing | None:
    """Return the drawing of the subjects, where there are as many as make one."""
    targets = context.site_map.of(context.library.subjects)
    if not _FEWEST <= len(targets) <= _MOST:
        return None
    working, shared = _counts(context.library)
    most = max(working.values(), default=1)
    drawn = tuple(
        _subject(target, place, len(targets), working[target.key.id] / most, working)
        for place, target in enumerate(targets)
    )
    widest = max(shared.values(), default=1)
    lines = tuple(
        (one.x, one.y, other.x, other.y, round(_WIDEST_LINE * count / widest, 1))
        for one, other in combinations(drawn, 2)
        if (count := shared[one.target.key.id, other.target.key.id])
    )
    return Drawing(WIDTH, HEIGHT, drawn, lines)


def _counts(library: Library) -> tuple[Counter[str], Counter[tuple[str, str]]]:
    """Return how many rated entries name a subject, and how many name two of them."""
    order = [key.id for key in library.of_kind(library.subjects)]
    working: Counter[str] = Counter()
    shared: Counter[tuple[str, str]] = Counter()
    for key in library.of_kind(library.rated):
        named = set(named_of(library.entries[key], library.subjects))
        found = [one for one in order if one in named]
        working.update(found)
        shared.update(combinations(found, 2))
    return working, shared


def _subject(
    target: EntryRef, place: int, of: int, share: float, working: Counter[str]
) -> DrawnSubject:
    angle = 2 * math.pi * place / of - math.pi / 2
    x = round(_CENTRE[0] + _RING[0] * math.cos(angle), 1)
    y = round(_CENTRE[1] + _RING[1] * math.sin(angle), 1)
    # A circle twice as large in area stands for twice as many.
    radius = round(max(_SMALLEST, _LARGEST * math.sqrt(share)), 1)
    words = textwrap.wrap(target.title, _LETTERS, break_long_words=False)
    tops = [round(y + radius + _LINE * (line + 1), 1) for line in range(len(words) + 1)]
    return DrawnSubject(
        target,
        place + 1,
        x,
        y,
        radius,
        tuple(zip(tops, words, strict=False)),
        tops[-1],
        working[target.key.id],
    )


_DOORS = 3
_NEWS = 3


@dataclass(frozen=True, slots=True)
class Door:
    """A way into the library: where it leads, in readers' words."""

    address: str
    icon: Markup
    title: str
    about: str


def home_page(
    context: RenderContext, title: str, description: str, reading: ProseContext, body: str = ""
) -> Page:
    """Return the home page, with what is in the library below the text that people wrote."""
    filled = [(kind, count) for kind, count in kinds_with_counts(context) if count]
    doors = list(_doors(context, [kind for kind, _count in filled]))[:_DOORS]
    html = context.render(
        "home.jinja",
        reading,
        title=title,
        description=description,
        body=body,
        doors=doors,
        drawn=drawing(context),
        roles=roles_with_tasks(context),
        kinds=filled,
        icon=icon,
        icon_of=icon_of,
        news=changes(context)[:_NEWS],
        subject=context.library.subjects,
        subjects=context.site_map.of(context.library.subjects),
        rated=context.library.rated,
        methods=context.site_map.of(context.library.rated),
        works=len(context.works),
        example=_search_example(context),
    )
    return Page(HOME, title, description, html, styles=PAGE_STYLES["home"])


def _doors(context: RenderContext, filled: list[type[Entry]]) -> Iterator[Door]:
    """Yield the ways in: to choose, for whom, what others did, then the kinds in their order."""
    library, used = context.library, set()
    if library.rated in filled:
        used.add(library.rated)
        about = _("A few questions, and what fits you best, with the reason beside it.")
        yield Door(routes().CHOOSER, icon("compass-outline"), _("What suits us?"), about)
    reported = reported_kind(library.kinds)
    for kind, title in ((library.audience, _("For whom?")), (reported, _("How others do it"))):
        if kind in filled and kind:
            used.add(kind)
            yield Door(f"{kind.address}/", icon_of(kind), title, kind.label.about)
    for kind in filled:
        # The subjects have the drawing.
        if kind not in used and kind is not library.subjects:
            yield Door(f"{kind.address}/", icon_of(kind), kind.label.many, kind.label.about)


def _search_example(context: RenderContext) -> str:
    """Return a word to search for: the shortest name of what is rated, whole on a phone."""
    titles = (target.title for target in context.site_map.of(context.library.rated))
    words = (title for title in titles if title.isalpha() and title[1:].islower())
    return min(words, key=len, default="").lower()
