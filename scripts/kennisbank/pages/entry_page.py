"""The page of an entry: its fields, what is around it, and how to cite it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from markupsafe import Markup, escape

from kennisbank.fields.base import Entry
from kennisbank.fields.kinds import field_of, figures_of, is_a, marked
from kennisbank.fields.specs import FieldSpec, field_specs
from kennisbank.fields.text_rules import UNKNOWN
from kennisbank.fields.types import InvestmentType, ShortType, SourceType, UnitType, YearType
from kennisbank.pages.chooser_row import GROUP, OBSTACLE
from kennisbank.pages.figures_csv import FILE_NAME, facts_of
from kennisbank.pages.form_pages import form_address
from kennisbank.pages.page import Heading, Page
from kennisbank.pages.prose_context import ProseContext
from kennisbank.pages.values import ValueRenderer
from kennisbank.routes import GUIDE, entry_path
from kennisbank.sources.conversion import DUTCH
from kennisbank.sources.formats.bibtex import bibtex
from kennisbank.sources.work_types import WEBPAGE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2 import Template

    from kennisbank.library.library import EntryKey
    from kennisbank.pages.context import RenderContext
    from kennisbank.pages.site_map import EntryRef, Related
    from kennisbank.sources.csl_item import CslItem


def page_item(key: EntryKey, entry: Entry, site_name: str, site_url: str = "") -> CslItem:
    """Return the page as a work of the site itself; site_url is empty where nobody knows it.

    Its date is the day on which the content was reviewed: a later build changes nothing.
    """
    address = f"{type(entry).address}/{key.id}/"
    day = entry.reviewed
    item: CslItem = {
        "id": f"{type(entry).address}-{key.id}",
        "type": WEBPAGE,
        "language": DUTCH,
        "issued": {"date-parts": [[day.year, day.month, day.day]]},
        "title": entry.title,
    }
    if site_name:
        item["author"] = [{"literal": site_name}]
    if site_url:
        item["URL"] = urljoin(f"{site_url.rstrip('/')}/", address)
    return item


# What a reference prints as it is, whatever stands around it.
_PLAIN_TITLE = re.compile(r"[\w ,:;()&/%–-]*\w")
_TITLE_MARK, _ID_MARK = "Xqkbtitleqx", "xqkbidqx"
_OWN_PLACE = frozenset(spec.name for spec in field_specs(Entry))


@dataclass(frozen=True, slots=True)
class Section:
    """One heading of the page with what stands under it."""

    id: str
    title: str
    value: Any = None
    ordered: bool = False
    related: tuple[Related, ...] = ()
    template: Template | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the facts panel."""

    title: str
    values: list[Any]


def entry_page(context: RenderContext, target: EntryRef) -> Page:
    """Return the page of an entry."""
    key, entry = target.key, target.entry
    reading = ProseContext(target.address, key)
    values = ValueRenderer(context.prose, reading)
    related = context.site_map.related(key)
    summary = context.prose.inline(entry.summary, reading)
    facts = list(_facts(context, target, values))
    sections = list(_sections(entry, values, related, context))
    source = context.site_map.library.files[key].path
    html = context.render(
        "entry.jinja",
        reading,
        entry=entry,
        opening=context.look("opening") if is_a(context.library.rated, entry.kind) else None,
        kind=type(entry),
        summary=summary,
        facts=facts,
        asked=_asked(context, key),
        sections=sections,
        source=source,
        subject=is_a(context.library.subjects, entry.kind),
        audience=is_a(context.library.audience, entry.kind),
        rated=is_a(context.library.rated, entry.kind),
        warned=_caveat_id(entry),
        price_part=_id(spec) if (spec := field_of(type(entry), InvestmentType)) else "",
        chart=chart_of(entry),
        csv=f"{target.address}{FILE_NAME}",
        downloads=entry_path(target.address),
        improve=f"{form_address(type(entry))}?pagina={key.id}",
        **_citation_of_page(context, target),
        **_neighbours(context, key),
    )
    headings = [Heading(section.id, section.title) for section in sections]
    if reading.cited:
        headings.append(Heading("bronnen", "Bronnen"))
    description = " ".join(context.plain(summary).split())
    cited = tuple(work.key for work in context.cited(reading))
    return Page(
        target.address,
        entry.title,
        description,
        html,
        tuple(headings),
        source,
        key.kind,
        cited=cited,
    )


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


def is_fact(spec: FieldSpec) -> bool:
    """Return whether a field belongs in the facts panel rather than in a section of its own."""
    return spec.field_type.is_fact and (spec.field_type.is_listed_fact or not spec.many)


def _facts(context: RenderContext, target: EntryRef, values: ValueRenderer) -> Iterator[Fact]:
    for spec in field_specs(type(target.entry)):
        value = context.known_value(target.key, spec.name)
        if spec.name not in _OWN_PLACE and is_fact(spec) and value is not None:
            html = values.html(spec, value)
            yield Fact(spec.title, html if isinstance(html, list) else [html])


def _sections(
    entry: Entry, values: ValueRenderer, related: dict[str, list[Related]], context: RenderContext
) -> Iterator[Section]:
    left = dict(related)
    unknown: list[str] = []
    for spec in field_specs(type(entry)):
        value = getattr(entry, spec.name)
        if value == UNKNOWN:
            unknown.append(spec.title)
        elsewhere = spec.name in _OWN_PLACE or is_fact(spec)
        if value == UNKNOWN or elsewhere or not spec.field_type.is_section:
            continue
        shown = tuple(left.pop(spec.shows, ())) if spec.shows else ()
        # A field with a look of its own also says something when it is empty.
        look = context.look(spec.field_type.look)
        if value or shown or look:
            html = values.html(spec, value) if value else None
            yield Section(_id(spec), spec.title, html, spec.ordered, shown, look)
    if unknown:
        yield Section("onbekend", "Wat nog onbekend is", _invitation(unknown, context, values))
    for kind in context.site_map.library.kinds:
        if kind.kind in left:
            shown = tuple(left[kind.kind])
            yield Section(kind.address, _title_of(kind, entry, len(shown)), related=shown)


def _title_of(kind: type[Entry], entry: Entry, count: int) -> str:
    if kind.kind == entry.kind:
        return f"Andere {kind.label.many.lower()}"
    return kind.label.one if count == 1 else kind.label.many


def _caveat_id(entry: Entry) -> str:
    """Return where the page says what one cannot say with its figures, if it does."""
    spec = marked(type(entry), "caveat") if figures_of(entry) else None
    return _id(spec) if spec and getattr(entry, spec.name) not in (None, UNKNOWN) else ""


@dataclass(frozen=True, slots=True)
class Chart:
    """What figures are counted in, whom and when they are about, and the key of their source."""

    unit: str
    about: str
    source: str


def chart_of(entry: Entry) -> Chart | None:
    """Return what the figures of an entry are, if it has figures."""
    if not figures_of(entry):
        return None
    known = [(one, getattr(entry, one.name)) for one in facts_of(entry)]
    known = [(spec, value) for spec, value in known if value not in (None, UNKNOWN)]
    about = (
        str(value) for spec, value in known if isinstance(spec.field_type, ShortType | YearType)
    )
    unit = (str(value) for spec, value in known if isinstance(spec.field_type, UnitType))
    source = (str(value) for spec, value in known if isinstance(spec.field_type, SourceType))
    return Chart(next(unit, ""), ", ".join(about), next(source, ""))


def _asked(context: RenderContext, key: EntryKey) -> str:
    """Return the answer that opens the chooser at what fits this entry, if methods fit it."""
    links = context.site_map.library.links_to.get(key, ())
    library = context.library
    fits = any(one.spec and one.origin and is_a(library.rated, one.origin.kind) for one in links)
    question = GROUP if is_a(library.audience, key.kind) else ""
    question = OBSTACLE if is_a(library.subjects, key.kind) else question
    return f"?{question}={key.id}" if question and fits else ""


def _invitation(titles: list[str], context: RenderContext, values: ValueRenderer) -> Markup:
    """One place for all that no source tells, instead of a heading for each."""
    link = context.link_from(values.reading.address)(GUIDE)
    text = '<p>Hierover vonden wij geen bron: {}. Weet u meer? <a href="{}">Draag bij</a>.</p>'
    titles_shown = ", ".join(title.lower() for title in titles)
    return Markup(text).format(titles_shown, link)  # noqa: S704 - ours; format escapes


def _id(spec: FieldSpec) -> str:
    return spec.name.replace("_", "-")


def _neighbours(context: RenderContext, key: EntryKey) -> dict[str, EntryRef | None]:
    siblings = context.site_map.of_kind(key.kind)
    place = context.site_map.place_in_kind(key)
    return {
        "previous": siblings[place - 1] if place else None,
        "next": siblings[place + 1] if place + 1 < len(siblings) else None,
    }
