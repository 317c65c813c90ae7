"""What a reader collects: the page of the selection, and the files a handout is made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from markupsafe import escape

from kennisbank.evidence.studies import VERIFIED
from kennisbank.fields.base import earlier_ids
from kennisbank.messages import _
from kennisbank.pages.context import RenderContext
from kennisbank.pages.page import Page
from kennisbank.pages.prose_context import ProseContext
from kennisbank.plain_json import json_script
from kennisbank.routes import routes
from kennisbank.sources.formats.reference_list import in_list_order
from kennisbank.sources.works import Work
from kennisbank.theme.look import PAGE_STYLES

FOLDER = "assets/selection"


def selection_page(context: RenderContext) -> Page:
    """Return the page; what it shows is known only in the reader's browser."""
    about = _("Collect pages and take them along: on paper, in Word or as an address to share.")
    html = context.render("selection.jinja", ProseContext(routes().SELECTION), description=about)
    title = _("My selection")
    return Page(routes().SELECTION, title, about, html, styles=PAGE_STYLES["selection"])


def handout_files(context: RenderContext, pages: Iterable[Page]) -> dict[str, bytes]:
    """Return a script for each entry and one with an empty Word document, by path."""
    from kennisbank.outputs.empty_word import word_parts  # noqa: PLC0415 - see there

    data = {
        "word": word_parts(context.imprint.name, context.day),
        **dict(_handouts(context, pages)),
    }
    return {
        f"{FOLDER}/{name.replace(':', '/')}.js": json_script("kennisbankSelection", name, one)
        for name, one in data.items()
    }


def _handouts(
    context: RenderContext, pages: Iterable[Page]
) -> Iterator[tuple[str, dict[str, object]]]:
    by_address = {page.address: page for page in pages}
    states = context.states if context.library.checks_sources else {}
    works = {
        work.key: (work.key, place, _reference(work, states))
        for place, work in enumerate(in_list_order(context.works.values()))
    }
    for key, target in context.site_map.targets.items():
        name, page = f"{key.kind}:{key.id}", by_address[target.address]
        yield (
            name,
            {
                "title": target.title,
                "kind": type(target.entry).label.one,
                "address": target.address,
                "html": page.content,
                "works": [works[cited] for cited in page.cited],
            },
        )
        # An address that somebody shared may name the entry as it was called then.
        for old in earlier_ids(target.entry):
            yield f"{key.kind}:{old}", {"moved": name}


def _reference(work: Work, states: Mapping[str, str]) -> str:
    """A work that nobody could check says so wherever it is listed."""
    if work.state == VERIFIED or not states:
        return str(work.reference)
    return f"{work.reference} [{escape(states.get(work.state, work.state))}]"
