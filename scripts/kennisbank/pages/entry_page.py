"""An entry becomes its page: facts, sections, what is related, and the sources at the foot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from kennisbank.citations.page_item import page_item
from kennisbank.entries.base import Entry
from kennisbank.entries.fields import UNKNOWN, Form
from kennisbank.entries.mechanism import Mechanism
from kennisbank.entries.method import Method
from kennisbank.entries.shapes import Shape, shapes
from kennisbank.entries.target_group import TargetGroup
from kennisbank.exports.bibtex import bibtex
from kennisbank.exports.source_files import entry_path
from kennisbank.pages.chooser_rule import GROUP, OBSTACLE
from kennisbank.pages.figures_csv import FILE_NAME
from kennisbank.pages.form_pages import form_address
from kennisbank.pages.page import GUIDE, Heading, Page
from kennisbank.pages.prose import Reading
from kennisbank.pages.values import ValueRenderer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2 import Template

    from kennisbank.library import EntryKey
    from kennisbank.pages.layout import Layout
    from kennisbank.pages.site_map import Related, Target

_FACTS = frozenset({Form.LINE, Form.SHORT, Form.CHOICE, Form.YEAR, Form.URL, Form.SOURCE})
_LISTS = frozenset({Form.LINE, Form.SHORT})
_QUESTIONS = {TargetGroup.kind: GROUP, Mechanism.kind: OBSTACLE}
_OWN_PLACE = frozenset(shape.name for shape in shapes(Entry))


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


def entry_page(layout: Layout, target: Target) -> Page:
    """Return the page of an entry."""
    key, entry = target.key, target.entry
    reading = Reading(target.address, key)
    values = ValueRenderer(layout.prose, reading)
    related = layout.site_map.related(key)
    summary = layout.prose.inline(entry.summary, reading)
    facts = list(_facts(entry, values))
    sections = list(_sections(entry, values, related, layout))
    source = layout.site_map.library.files[key].path
    html = layout.render(
        "entry.jinja",
        reading,
        entry=entry,
        opening=layout.field_template(entry.kind, "opening"),
        kind=type(entry),
        summary=summary,
        facts=facts,
        asked=_asked(layout, key),
        sections=sections,
        source=source,
        csv=f"{target.address}{FILE_NAME}",
        downloads=entry_path(target.address),
        improve=f"{form_address(type(entry))}?pagina={key.id}",
        **_citation_of_page(layout, target),
        **_neighbours(layout, key),
    )
    headings = [Heading(section.id, section.title) for section in sections]
    if reading.cited:
        headings.append(Heading("bronnen", "Bronnen"))
    description = " ".join(layout.plain(summary).split())
    return Page(target.address, entry.title, description, html, tuple(headings), source, key.kind)


def _citation_of_page(layout: Layout, target: Target) -> dict[str, str]:
    """Return how to cite the page itself: as a reference, and as BibTeX."""
    item = page_item(target.key, target.entry, layout.imprint.name, layout.imprint.url)
    return {"citation": layout.format_reference(item, ""), "citation_bibtex": bibtex(item)}


def is_fact(shape: Shape) -> bool:
    """Return whether a field belongs in the facts panel rather than in a section of its own."""
    return shape.form in _FACTS and not (shape.many and shape.form in _LISTS)


def _facts(entry: Entry, values: ValueRenderer) -> Iterator[Fact]:
    for shape in shapes(type(entry)):
        value = getattr(entry, shape.name)
        if shape.name not in _OWN_PLACE and is_fact(shape) and value is not None:
            html = values.html(shape, value)
            yield Fact(shape.title, html if isinstance(html, list) else [html])


def _sections(
    entry: Entry, values: ValueRenderer, related: dict[str, list[Related]], layout: Layout
) -> Iterator[Section]:
    left = dict(related)
    unknown: list[str] = []
    for shape in shapes(type(entry)):
        value = getattr(entry, shape.name)
        if value == UNKNOWN:
            unknown.append(shape.title)
        elsewhere = shape.name in _OWN_PLACE or is_fact(shape)
        if value == UNKNOWN or elsewhere or shape.form in {Form.LINK, Form.COUNT}:
            continue
        shown = tuple(left.pop(shape.shows, ())) if shape.shows else ()
        # A field with a look of its own also says something when it is empty.
        look = layout.field_template(entry.kind, shape.name)
        if value or shown or look:
            html = values.html(shape, value) if value else None
            yield Section(_id(shape), shape.title, html, shape.ordered, shown, look)
    if unknown:
        yield Section("onbekend", "Wat nog onbekend is", _invitation(unknown, layout, values))
    for kind in layout.site_map.library.kinds:
        if kind.kind in left:
            shown = tuple(left[kind.kind])
            yield Section(kind.address, _title_of(kind, entry, len(shown)), related=shown)


def _title_of(kind: type[Entry], entry: Entry, count: int) -> str:
    if kind.kind == entry.kind:
        return f"Andere {kind.label.many.lower()}"
    return kind.label.one if count == 1 else kind.label.many


def _asked(layout: Layout, key: EntryKey) -> str:
    """Return the answer that opens the chooser at what fits this entry, if methods fit it."""
    links = layout.site_map.library.links_to.get(key, ())
    fits = any(one.shape and one.origin and one.origin.kind == Method.kind for one in links)
    question = _QUESTIONS.get(key.kind)
    return f"?{question}={key.id}" if question and fits else ""


def _invitation(titles: list[str], layout: Layout, values: ValueRenderer) -> Markup:
    """One place for all that no source tells, instead of a heading for each."""
    link = layout.link_from(values.reading.address)(GUIDE)
    text = '<p>Hierover vonden wij geen bron: {}. Weet u meer? <a href="{}">Draag bij</a>.</p>'
    titles_shown = ", ".join(title.lower() for title in titles)
    return Markup(text).format(titles_shown, link)  # noqa: S704 - ours; format escapes


def _id(shape: Shape) -> str:
    return shape.name.replace("_", "-")


def _neighbours(layout: Layout, key: EntryKey) -> dict[str, Target | None]:
    siblings = layout.site_map.of_kind(key.kind)
    place = layout.site_map.place_in_kind(key)
    return {
        "previous": siblings[place - 1] if place else None,
        "next": siblings[place + 1] if place + 1 < len(siblings) else None,
    }
