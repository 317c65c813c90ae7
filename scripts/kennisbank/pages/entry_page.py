"""The page of an entry: its fields, what is around it, and how to cite it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import urljoin

from markupsafe import Markup, escape

from kennisbank.fields.base import Entry
from kennisbank.fields.kinds import field_of, figures_of, is_a, marked, steps_of
from kennisbank.fields.text_rules import UNKNOWN
from kennisbank.fields.types import (
    InvestmentType,
    StepsType,
)
from kennisbank.library.library import EntryKey
from kennisbank.messages import _, language, pgettext
from kennisbank.pages.charts import bars_of, chart_of, file_name, svg_name
from kennisbank.pages.chooser_row import GROUP, OBSTACLE
from kennisbank.pages.context import RenderContext, part_of
from kennisbank.pages.entry_sections import (
    Section,
    fitting,
    page_facts,
    section_id,
    sections_of,
    subjects_of,
    told_by_others,
    under_headings,
    unknown_fields,
)
from kennisbank.pages.form_pages import form_address
from kennisbank.pages.page import Heading, Page
from kennisbank.pages.prose_context import ProseContext
from kennisbank.pages.site_map import EntryRef
from kennisbank.pages.tool_part import tool_part
from kennisbank.pages.values import ValueRenderer
from kennisbank.pages.what_helps import how_sure, what_helps
from kennisbank.routes import entry_path, routes_of
from kennisbank.sources.csl_item import CslItem
from kennisbank.sources.formats.bibtex import bibtex
from kennisbank.sources.work_types import WEBPAGE
from kennisbank.theme.look import PAGE_STYLES

# The languages that sources name with their country.
_AS_SOURCES_SAY = {"nl": "nl-NL"}


def page_item(key: EntryKey, entry: Entry, site_name: str, site_url: str = "") -> CslItem:
    """Return the page as a work of the site itself; site_url is empty where nobody knows it.

    Its date is the day on which the content was reviewed, if any: a later build changes nothing.
    """
    address = f"{type(entry).address}/{key.id}/"
    day = entry.reviewed
    item: CslItem = {
        "id": f"{type(entry).address}-{key.id}",
        "type": WEBPAGE,
        "language": _AS_SOURCES_SAY.get(language(), language()),
        "title": entry.title,
    }
    if day:
        item["issued"] = {"date-parts": [[day.year, day.month, day.day]]}
    if site_name:
        item["author"] = [{"literal": site_name}]
    if site_url:
        item["URL"] = urljoin(f"{site_url.rstrip('/')}/", address)
    return item


# What a reference prints as it is, whatever stands around it.
_PLAIN_TITLE = re.compile(r"[\w ,:;()&/%–-]*\w")
_TITLE_MARK, _ID_MARK = "Xqkbtitleqx", "xqkbidqx"


def entry_page(context: RenderContext, target: EntryRef) -> Page:
    """Return the page of an entry."""
    # Its links lead to the map, chooser and comparison of its own kind.
    with routes_of(part_of(type(target.entry), context.library)):
        return _entry_page(context, target)


def _entry_page(context: RenderContext, target: EntryRef) -> Page:
    key, entry = target.key, target.entry
    reading = ProseContext(target.address, key)
    values = ValueRenderer(context.prose, reading)
    related = context.site_map.related(key)
    summary = context.prose.inline(entry.summary, reading)
    found = [
        *sections_of(target, values, related, context),
        *told_by_others(context, entry, related, values),
    ]
    sections = under_headings([section for section in found if not section.opens])
    source = context.site_map.library.files[key].path
    html = context.render(
        "entry.jinja",
        reading,
        entry=entry,
        kind=type(entry),
        summary=summary,
        facts=list(page_facts(context, target, values)),
        opens=[section for section in found if section.opens],
        sections=sections,
        fitting=fitting(context, key, related, entry),
        source=source,
        tool=(tool := tool_part(context, target)),
        **_answer(context, target),
        **_books(context, target),
    )
    description = " ".join(context.plain(summary).split())
    cited = tuple(work.key for work in context.cited(reading))
    return Page(
        target.address,
        entry.title,
        description,
        html,
        _headings(sections, with_sources=bool(reading.cited)),
        source,
        key.kind,
        cited=cited,
        styles=(*PAGE_STYLES["entry"], *(PAGE_STYLES["tool"] if tool else ())),
    )


def _headings(sections: Iterable[Section], *, with_sources: bool) -> tuple[Heading, ...]:
    """Return what the contents beside a page name."""
    found = [Heading(section.id, section.title) for section in sections]
    if with_sources:
        found.append(Heading(pgettext("anchor", "sources"), _("Sources")))
    return tuple(found)


def _answer(context: RenderContext, target: EntryRef) -> dict[str, Any]:
    """Return what the top of a page says, by what its kind can do."""
    key, entry, library = target.key, target.entry, context.library
    rated, audience = key in context.assessments, is_a(library.audience, key.kind)
    helps = what_helps(context, key)
    return {
        "opening": context.look("opening") if rated else None,
        "rated": rated,
        "audience": audience,
        "subject": is_a(library.subjects, key.kind),
        "named_subjects": subjects_of(context, entry),
        "helps": helps,
        "sure": how_sure(helps, context.scale.compared) if audience else [],
        "asked": _asked(context, key),
        "first_step": next(iter(steps_of(entry)), ""),
        "price_part": section_id(spec) if (spec := field_of(type(entry), InvestmentType)) else "",
        "steps_part": section_id(spec) if (spec := field_of(type(entry), StepsType)) else "",
        "chart": (chart := chart_of(entry)),
        "bars": bars_of(entry, chart) if chart else [],
        "svg": f"{target.address}{svg_name()}",
        "csv": f"{target.address}{file_name()}",
    }


def _books(context: RenderContext, target: EntryRef) -> dict[str, Any]:
    """Return what the foot of a page keeps: what is unknown, what to take along, how to cite it."""
    return {
        "unknown": unknown_fields(target.entry),
        "warned": _caveat_id(target.entry),
        "downloads": entry_path(target.address),
        "improve": _improve(target),
        **_citation_of_page(context, target),
    }


def _improve(target: EntryRef) -> str:
    """Return where the form of an entry lies, with its page filled in."""
    name = pgettext("address", "page")
    return f"{form_address(type(target.entry))}?{name}={target.key.id}"


def _citation_of_page(context: RenderContext, target: EntryRef) -> dict[str, str]:
    """Return how to cite the page itself: as a reference, and as BibTeX."""
    item = page_item(target.key, target.entry, context.imprint.name, context.imprint.url)
    return {"citation": own_reference(context, target, item), "citation_bibtex": bibtex(item)}


def own_reference(context: RenderContext, target: EntryRef, item: CslItem) -> Markup:
    """Return the reference of the page itself.

    Those of a kind and a day differ only in title and id: to format one takes milliseconds, to put
    these in the place of marks takes none. A title with signs that a reference may end or bend
    around is formatted by itself.
    """
    if not _PLAIN_TITLE.fullmatch(target.title) or "  " in target.title:
        return context.format_reference(item, "")
    group = (target.key.kind, target.entry.reviewed)
    if (pattern := context.own_references.get(group)) is None:
        key = target.key._replace(id=_ID_MARK)
        marked = page_item(key, target.entry, context.imprint.name, context.imprint.url)
        pattern = context.format_reference(marked | {"title": _TITLE_MARK}, "")
        context.own_references[group] = pattern
    return pattern.replace(_ID_MARK, target.key.id).replace(_TITLE_MARK, escape(target.title))


def _caveat_id(entry: Entry) -> str:
    """Return where the page says what one cannot say with its figures, if it does."""
    spec = marked(type(entry), "caveat") if figures_of(entry) else None
    return section_id(spec) if spec and getattr(entry, spec.name) not in (None, UNKNOWN) else ""


def _asked(context: RenderContext, key: EntryKey) -> str:
    """Return the answer that opens the chooser at what fits this entry, if methods fit it."""
    links = context.site_map.library.links_to.get(key, ())
    library = context.library
    fits = any(one.spec and one.origin and is_a(library.rated, one.origin.kind) for one in links)
    question = GROUP if is_a(library.audience, key.kind) else ""
    question = OBSTACLE if is_a(library.subjects, key.kind) else question
    return f"?{question}={key.id}" if question and fits else ""
