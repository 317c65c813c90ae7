"""What stands on the page of an entry: its facts, its sections in their order, and what fits it.

One file: what one part of the page shows, another leaves out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from jinja2 import Template
from markupsafe import Markup

from kennisbank.fields.base import Entry
from kennisbank.fields.kinds import figures_of, is_a, named_of
from kennisbank.fields.specs import TO, FieldSpec, field_specs
from kennisbank.fields.text_rules import UNKNOWN
from kennisbank.fields.types import FieldGroup, FindingsType, SourceType, UnitType
from kennisbank.library.library import EntryKey, Library
from kennisbank.locales import in_text
from kennisbank.messages import _, pgettext
from kennisbank.pages.context import RenderContext
from kennisbank.pages.site_map import EntryRef, Related, named_here, similar
from kennisbank.pages.values import ValueRenderer
from kennisbank.slug import slug

_OWN_PLACE = frozenset(spec.name for spec in field_specs(Entry))


@dataclass(frozen=True, slots=True)
class Advice:
    """How many texts of a section the editors wrote by themselves, and how many name a source.

    A source in an item of a list carries that item; one in running text does not carry all of it.
    """

    unsourced: int
    sourced: int


@dataclass(frozen=True, slots=True)
class Section:
    """One heading of the page with what stands under it."""

    id: str
    title: str
    value: Any = None
    ordered: bool = False
    related: tuple[Related, ...] = ()
    template: Template | None = None
    under: str = ""
    opens: bool = False
    explains: bool = False
    advice: Advice | None = None
    parts: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the facts panel."""

    title: str
    values: list[Any]


def is_fact(spec: FieldSpec) -> bool:
    """Return whether a field belongs in the facts panel rather than in a section of its own."""
    return spec.field_type.is_fact and (spec.field_type.is_listed_fact or not spec.many)


def page_facts(context: RenderContext, target: EntryRef, values: ValueRenderer) -> Iterator[Fact]:
    """Yield the facts of an entry, but those that stand elsewhere on its page."""
    assessment = context.assessments.get(target.key)
    for spec in field_specs(type(target.entry)):
        value = context.known_value(target.key, spec.name)
        # What the price says is said with the price.
        elsewhere = spec.name in _OWN_PLACE or _is_placed(spec) or value in (None, ())
        if elsewhere or not is_fact(spec) or (spec.marks.ranks and assessment and assessment.price):
            continue
        # A chart says what it is counted in, and where it comes from.
        if isinstance(spec.field_type, UnitType | SourceType) and figures_of(target.entry):
            continue
        html = values.html(spec, value)
        yield Fact(spec.title, html if isinstance(html, list) else [html])


def _is_placed(spec: FieldSpec) -> bool:
    """Return whether the library says where on the page a field stands."""
    return bool(spec.marks.opens or spec.marks.under)


def sections_of(
    target: EntryRef,
    values: ValueRenderer,
    related: dict[str, list[Related]],
    context: RenderContext,
) -> Iterator[Section]:
    """Yield a section for each field that has something to say on the page, in their order."""
    entry = target.entry
    for spec in field_specs(type(entry)):
        value = getattr(entry, spec.name)
        elsewhere = spec.name in _OWN_PLACE or (is_fact(spec) and not _is_placed(spec))
        if elsewhere or not spec.field_type.is_section:
            continue
        # What a reader came for is missed on the page itself; the foot names all that is unknown.
        if value == UNKNOWN and (is_fact(spec) or not spec.marks.opens):
            continue
        shown = related.get(spec.shows, []) if spec.shows else []
        look = context.look(spec.field_type.look)
        # That nobody studied it is worth saying; what was left out otherwise leaves no trace.
        if value or shown or isinstance(spec.field_type, FindingsType):
            html = values.html(spec, value) if value else None
            yield Section(
                section_id(spec),
                spec.title,
                html,
                spec.ordered,
                tuple(_strongest_first(context, shown)),
                look,
                spec.marks.under,
                spec.marks.opens,
                spec.marks.explains and is_a(context.library.rated, entry.kind),
                _advice(context.library, target.key, spec) if spec.advice and value else None,
            )


def _advice(library: Library, key: EntryKey, spec: FieldSpec) -> Advice:
    file = library.files[key]
    texts = [one for one in file.texts if one.key_path[0] == spec.name and not one.spec.choices]
    sourced = sum((file.path, one.key_path) in library.cited_at for one in texts)
    return Advice(len(texts) - (sourced if spec.many else 0), sourced)


def told_by_others(
    context: RenderContext,
    entry: Entry,
    related: dict[str, list[Related]],
    values: ValueRenderer,
) -> Iterator[Section]:
    """Yield, for each kind of those that tell of their relation to an entry, what they tell."""
    fields = {section_id(spec) for spec in field_specs(type(entry))}
    for kind in context.library.kinds:
        telling = [one for one in related.get(kind.kind, ()) if one.told]
        if telling:
            told = [_told(one, group, values) for one in telling for group in one.told]
            address = f"{kind.address}-2" if kind.address in fields else kind.address
            yield Section(address, _title_of(kind, entry, telling), told)


def _told(related: Related, group: FieldGroup, values: ValueRenderer) -> dict[str, Any]:
    """Return the fields of a relation for a template, seen from its other side."""
    found = values.group(group)
    link = values.link(*related.target.key)
    why = Markup('{} <span class="kb-card__reason">{}</span>').format(
        link, ", ".join(related.reasons)
    )
    return {**found, "html": {**found["html"], TO: why}, "is_relation": True}


def _strongest_first(context: RenderContext, related: list[Related]) -> list[Related]:
    """Return what is related with the best studied first; what is not rated keeps its place."""
    return sorted(related, key=lambda one: _weakness(context, one.target.key))


def _weakness(context: RenderContext, key: EntryKey) -> tuple[bool, int]:
    if (assessment := context.assessments.get(key)) is None:
        return True, 0
    return not assessment.research.recommends, -assessment.research.level.level


def under_headings(sections: list[Section]) -> list[Section]:
    """Return the sections: first those that share a heading, as one, then the others."""
    parts: dict[str, list[Section]] = {}
    for section in sections:
        parts.setdefault(section.under, []).append(section)
    alone = parts.pop("", [])
    together = [
        Section(_own_id(slug(under)), under, advice=_together(found), parts=tuple(found))
        for under, found in parts.items()
    ]
    return [*together, *alone]


def _together(parts: list[Section]) -> Advice | None:
    """Return what is said once for all parts, where all of them are advice."""
    found = [part.advice for part in parts if part.advice]
    if len(found) < len(parts):
        return None
    return Advice(sum(one.unsourced for one in found), sum(one.sourced for one in found))


def unknown_fields(entry: Entry) -> list[str]:
    """Return the titles of the fields of which no source tells anything."""
    specs = field_specs(type(entry))
    return [in_text(spec.title) for spec in specs if getattr(entry, spec.name) == UNKNOWN]


def fitting(
    context: RenderContext, key: EntryKey, related: dict[str, list[Related]], entry: Entry
) -> list[tuple[str, list[Related]]]:
    """Return what else fits a page, by kind: what is related, and what is like it."""
    shown = {spec.shows for spec in field_specs(type(entry)) if spec.shows}
    known = {one.target.key for found in related.values() for one in found}
    # What the text names is a link there, and so is what is drawn.
    drawn = subjects_of(context, entry) if key in context.assessments else ()
    left = {
        kind: [
            one
            for one in found
            if one.reasons != (named_here(),) and not one.told and one.target.key not in drawn
        ]
        for kind, found in related.items()
        if kind not in shown
    }
    if alike := similar(context.site_map, key, known):
        left[key.kind] = [*left.get(key.kind, ()), *alike]
    kinds = context.site_map.library.kinds
    found = ((kind, left.get(kind.kind)) for kind in kinds)
    return [(_title_of(kind, entry, rows), rows) for kind, rows in found if rows]


def _title_of(kind: type[Entry], entry: Entry, found: list[Related]) -> str:
    if kind.kind == entry.kind:
        return _("Other {kinds}", kinds=kind.label.many_in_text)
    return kind.label.one if len(found) == 1 else kind.label.many


def subjects_of(context: RenderContext, entry: Entry) -> set[EntryKey]:
    """Return what an entry works through: the subjects that it names."""
    subjects = context.library.subjects
    return (
        {EntryKey(subjects.kind, one) for one in named_of(entry, subjects)} if subjects else set()
    )


def section_id(spec: FieldSpec) -> str:
    """Return the id of the section of a field on its page."""
    return _own_id(spec.name.replace("_", "-"))


def _own_id(name: str) -> str:
    """Return an id that no other part of the page of an entry has."""
    taken = (
        pgettext("anchor", "title"),
        pgettext("anchor", "in-short"),
        pgettext("anchor", "answer"),
        pgettext("anchor", "fits"),
        pgettext("anchor", "sources"),
        pgettext("anchor", "unknown"),
    )
    part = pgettext("anchor", "part")
    return f"{name}-{part}" if name in taken else name
