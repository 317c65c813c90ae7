"""The home page: one screen that leads on, and below it who does what, what is new, how we know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from kennisbank.fields.base import Entry
from kennisbank.fields.kinds import reported_kind
from kennisbank.messages import _
from kennisbank.pages.context import RenderContext
from kennisbank.pages.drawing import drawing
from kennisbank.pages.following_page import changes
from kennisbank.pages.indexes import kinds_with_counts, roles_with_tasks
from kennisbank.pages.page import Page
from kennisbank.pages.prose_context import ProseContext
from kennisbank.routes import HOME, routes
from kennisbank.theme.icons import icon, icon_of
from kennisbank.theme.look import PAGE_STYLES

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
