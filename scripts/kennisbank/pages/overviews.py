"""The overview of each kind: what is rated as rows to choose from, the rest as cards."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import partial

from kennisbank.fields.base import Entry
from kennisbank.fields.compounds import Figure
from kennisbank.fields.kinds import (
    field_of,
    figures_of,
    is_rated,
    tool_of,
)
from kennisbank.fields.specs import FieldSpec, field_specs
from kennisbank.fields.text_rules import UNKNOWN
from kennisbank.fields.types import Choice, FindingsType, LineType, UnitType
from kennisbank.locales import in_text, written_number
from kennisbank.messages import ngettext
from kennisbank.pages.chooser import LARGEST
from kennisbank.pages.chooser_row import ChooserRow, first_sentence, rows
from kennisbank.pages.context import RenderContext
from kennisbank.pages.entry_sections import is_fact
from kennisbank.pages.facets import Facet, options
from kennisbank.pages.form_pages import form_address
from kennisbank.pages.page import Page
from kennisbank.pages.parts import ListPart, in_parts, list_pages
from kennisbank.pages.prose_context import ProseContext
from kennisbank.pages.site_map import EntryRef
from kennisbank.theme.look import PAGE_STYLES

_CARD_FACTS = 3
# What a card can show at a glance; sentences belong on the page itself.


def overview_pages(context: RenderContext) -> Iterator[Page]:
    """Yield the list of each kind: what is rated as rows to choose from, the rest as cards."""
    for kind in context.library.kinds:
        address = context.site_map.addresses.overview(kind.kind)
        targets = context.site_map.of_kind(kind.kind)
        if targets and is_rated(kind):
            with context.about(kind) as own:
                pages = _rated_overview(own, kind, address)
                found = pages if own is context else iter([*pages])
            yield from found
        else:
            parts = in_parts(address, [(kind, targets)])
            yield from list_pages(parts, partial(_overview, context))


def _overview(context: RenderContext, part: ListPart[type[Entry], EntryRef]) -> Page:
    ((kind, targets),) = part.groups
    cards = [
        OverviewCard(
            target,
            # The number says its unit already.
            tuple(one for one in card_facts(context, target) if one != unit_of(target.entry)),
            headline(target),
        )
        for target in targets
    ]
    html = context.render(
        "overview.jinja",
        ProseContext(part.address),
        kind=kind,
        cards=cards,
        part=part,
        form=form_address(kind),
    )
    return _overview_page(part.addresses[0], kind, html, targets)


def _overview_page(
    address: str,
    kind: type[Entry],
    html: str,
    targets: Iterable[EntryRef],
    styles: tuple[str, ...] = (),
) -> Page:
    listed = tuple(target.address for target in targets)
    label = kind.label
    return Page(
        address, label.many, label.about, html, section=kind.kind, listed=listed, styles=styles
    )


@dataclass(frozen=True, slots=True)
class Headline:
    """The number that a card opens with, and what it is of; the title says what was found."""

    number: str
    of: str


@dataclass(frozen=True, slots=True)
class OverviewCard:
    """An entry in the overview of its kind, with its number where it has one."""

    target: EntryRef
    facts: tuple[str, ...]
    headline: Headline | None


_NUMBER = re.compile(r"\d+(?:,\d+)?")


def headline(target: EntryRef) -> Headline | None:
    """Return the figure that an entry is about; none where it gives no figures."""
    figures = figures_of(target.entry)
    if not figures:
        return None
    figure = told_in(first_sentence(target.text), figures)
    unit = unit_of(target.entry)
    of = unit.removeprefix("%").strip()
    told = f"{figure.label} ({of})" if of else figure.label
    number = written_number(figure.amount) + ("%" if unit.startswith("%") else "")
    return Headline(number, told)


def unit_of(entry: Entry) -> str:
    """Return what the figures of an entry count."""
    spec = field_of(type(entry), UnitType)
    return str(getattr(entry, spec.name)) if spec else ""


def told_in(sentence: str, figures: Sequence[Figure]) -> Figure:
    """Return the figure that a sentence names first, rounded or not; otherwise the first of all."""
    for number in _NUMBER.findall(sentence):
        told = Decimal(number.replace(",", "."))
        for figure in figures:
            if told in {figure.amount, figure.amount.quantize(Decimal(1), ROUND_HALF_UP)}:
                return figure
    return figures[0]


@dataclass(frozen=True, slots=True)
class OverviewFilter:
    """One way to narrow the rows: its values with their names and how many rows have each."""

    name: str
    title: str
    options: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True, slots=True)
class OverviewRow:
    """A row of what is rated, with the values that it is narrowed by."""

    row: ChooserRow
    values: dict[str, str]


def _rated_overview(context: RenderContext, kind: type[Entry], address: str) -> Iterator[Page]:
    found = rows(context)
    facets = [one for one in context.facets if not one.rated]
    values = [context.facet_values[row.target.key] for row in found]
    counts = Counter(one for has in values for one in has)
    filters = [_filter(context, facet, counts) for facet in facets]
    shown = [
        OverviewRow(row, {one.name: _held(one, has) for one in facets})
        for row, has in zip(found, values, strict=True)
    ]

    def made(part: ListPart[type[Entry], OverviewRow]) -> Page:
        html = context.render(
            "rated-overview.jinja",
            ProseContext(part.address),
            kind=kind,
            part=part,
            rows=part.rows,
            filters=[one for one in filters if len(one.options) > 1],
            outcome=next((one.name for one in facets if one.choices is _outcomes(kind)), ""),
            top=context.scale.top.level,
            most=LARGEST,
            form=form_address(kind),
        )
        # In the order of the menu, whatever the order of the rows.
        here = {one.row.target.address for one in part.rows}
        targets = [one for one in context.site_map.of_kind(kind.kind) if one.address in here]
        return _overview_page(address, kind, html, targets, PAGE_STYLES["overview"])

    yield from list_pages(in_parts(address, [(kind, shown)]), made)


def _outcomes(kind: type[Entry]) -> type[Choice] | None:
    spec = field_of(kind, FindingsType)
    type_ = spec.field_type if spec else None
    return type_.outcomes if isinstance(type_, FindingsType) else None


def _held(facet: Facet, values: Iterable[tuple[str, str]]) -> str:
    return " ".join(sorted(value for name, value in values if name == facet.name))


def _filter(
    context: RenderContext, facet: Facet, counts: Mapping[tuple[str, str], int]
) -> OverviewFilter:
    named = [(*one, counts[facet.name, one[0]]) for one in options(facet, context.library)]
    return OverviewFilter(facet.name, facet.title, tuple(one for one in named if one[2]))


def card_facts(context: RenderContext, target: EntryRef) -> list[str]:
    """Return the few facts that tell entries of one kind apart, in a word or two each."""
    tool = tool_of(target.entry)
    facts = [_minutes(tool.session.minutes)] if tool else []
    for spec in field_specs(type(target.entry)):
        value = context.known_value(target.key, spec.name)
        if _is_short(spec) and value not in (None, UNKNOWN):
            facts.append(_fact(spec, value if isinstance(value, tuple) else (value,)))
    return facts[:_CARD_FACTS]


def _is_short(spec: FieldSpec) -> bool:
    """Return whether a field says something in a word or two; a list of lines does not."""
    lines = spec.many and type(spec.field_type) is LineType
    return is_fact(spec) and spec.field_type.on_card and spec.name != "title" and not lines


def _minutes(count: int) -> str:
    return ngettext("Do it here in {n} minute", "Do it here in {n} minutes", count)


def _fact(spec: FieldSpec, values: tuple[object, ...]) -> str:
    choices = [one.label.split(":")[0] for one in values if isinstance(one, Choice)]
    if choices:
        words = map(in_text, choices)
        return f"{spec.title}: {', '.join(words)}"
    return ", ".join(map(str, values))
