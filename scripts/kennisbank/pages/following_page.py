"""The page that says what changed and how to follow it."""

from __future__ import annotations

from collections.abc import Iterator

from kennisbank.fields.base import Change
from kennisbank.messages import _, pgettext
from kennisbank.pages.context import RenderContext
from kennisbank.pages.page import Heading, Page
from kennisbank.pages.prose_context import ProseContext
from kennisbank.pages.site_map import EntryRef
from kennisbank.routes import routes

_SHOWN = 20


def feed_path(target_or_kind: str) -> str:
    """Return where the feed of a kind (methoden/) or an entry (methoden/jobcrafting/) lives."""
    return f"{routes().FOLLOWING}{target_or_kind.strip('/')}.xml"


def changes(context: RenderContext) -> list[tuple[EntryRef, Change]]:
    """Return every change of every entry, the newest first."""
    found = [
        (target, change)
        for target in context.site_map.targets.values()
        for change in (*target.entry.changed, *_of_sources(context, target))
    ]
    found.sort(key=lambda one: one[0].address)
    return sorted(found, key=lambda one: one[1].day, reverse=True)


def _of_sources(context: RenderContext, target: EntryRef) -> Iterator[Change]:
    """Yield what happened to the sources of an entry, on the day that it was noted here."""
    cited = context.library.cited_in(context.library.files[target.key].path)
    for key in sorted(cited & context.works.keys()):
        status = context.works[key].status
        if status and status.day:
            source = context.plain(context.works[key].form.in_sentence)
            yield Change.model_construct(day=status.day, note=status.to_followers(source))


def following_page(context: RenderContext) -> Page:
    """Return the page; feeds need the address of the site, so without it there are none."""
    about = _("Keep up with what changes here, without an account and without an e-mail address.")
    html = context.render(
        "following.jinja",
        ProseContext(routes().FOLLOWING),
        description=about,
        all_path=routes().ALL_CHANGES,
        feed_path=feed_path,
        subjects=context.site_map.of(context.library.subjects),
        changes=changes(context)[:_SHOWN],
    )
    headings = (
        Heading(pgettext("anchor", "feeds"), _("What you can follow")),
        Heading(pgettext("anchor", "how"), _("How it works")),
        Heading(pgettext("anchor", "latest"), _("What changed last")),
    )
    return Page(routes().FOLLOWING, _("Following"), about, html, headings)
