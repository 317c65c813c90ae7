"""The figures of an entry to take along: as a drawing by itself, and as a CSV file."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from kennisbank.csv_text import csv_bytes
from kennisbank.fields.base import Entry
from kennisbank.fields.kinds import figures_of, marked
from kennisbank.fields.specs import FieldSpec, field_specs
from kennisbank.fields.text_rules import UNKNOWN
from kennisbank.fields.types import ShortType, SourceType, UnitType, YearType
from kennisbank.locales import in_text, written_number
from kennisbank.messages import _, pgettext
from kennisbank.pages.context import RenderContext
from kennisbank.pages.prose_context import ProseContext
from kennisbank.pages.site_map import EntryRef

_OF_ENTRIES = frozenset(spec.name for spec in field_specs(Entry))


def file_name() -> str:
    """Return how the file of figures of an entry is called."""
    return pgettext("address", "figures.csv")


def figure_files(context: RenderContext) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the content of one file for each entry with figures."""
    for target in context.site_map.targets.values():
        if figures_of(target.entry):
            yield f"{target.address}{file_name()}", _csv(context, target.address, target.entry)


def facts_of(entry: Entry) -> list[FieldSpec]:
    """Return the fields that tell what figures are of: one value each, on one line."""
    specs = field_specs(type(entry))
    facts = (one for one in specs if one.field_type.is_fact and not one.many)
    return [one for one in facts if one.name not in _OF_ENTRIES]


def _csv(context: RenderContext, address: str, entry: Entry) -> bytes:
    """Every row stands by itself: whoever copies one takes its source and its caveat along."""
    specs = facts_of(entry)
    shared = [_shown(context, spec, getattr(entry, spec.name)) for spec in specs]
    titles = [in_text(spec.title) for spec in specs]
    if spec := marked(type(entry), "caveat"):
        caveat = getattr(entry, spec.name) or ""
        plain = context.plain(context.prose.block(caveat, ProseContext(address)))
        shared, titles = [*shared, " ".join(plain.split())], [*titles, in_text(spec.title)]
    rows = ([one.label, one.amount, *shared] for one in figures_of(entry))
    return csv_bytes([[_("part"), _("value"), *titles], *rows])


def _shown(context: RenderContext, spec: FieldSpec, value: object) -> object:
    if isinstance(spec.field_type, SourceType) and (work := context.works.get(str(value))):
        return context.plain(work.reference)
    return "" if value is None else value


_ALL = 100
_WIDTH, _MARGIN = 800, 40
_LINE = 22
_BAR, _GAP = 14, 20
# How many letters fit on a line, in the widest face that a system may bring.
_TITLE_LETTERS, _LETTERS, _SMALL_LETTERS = 48, 60, 84
_TEXT = Markup('<text x="{}" y="{}" {}>{}</text>')
_RECT = Markup('<rect x="{}" y="{}" width="{}" height="{}" fill="{}"/>')
_VALUE, _REST = "#0f6b73", "#e3ded0"
# How each sort of text looks: colours stand in the drawing, since a file has no style sheet.
_TITLE = Markup('font-size="22" font-weight="600" fill="#1f2a2b"')
_ABOUT = Markup('font-size="15" fill="#465355"')
_LABEL = Markup('font-size="17" fill="#1f2a2b"')
_AMOUNT = Markup('font-size="17" font-weight="600" fill="#1f2a2b" text-anchor="end"')
_SOURCE = Markup('font-size="13" fill="#465355"')


@dataclass(frozen=True, slots=True)
class Chart:
    """What figures are counted in, whom and when they are about, and the key of their source."""

    unit: str
    about: str
    source: str

    @property
    def is_share(self) -> bool:
        """Whether the figures are parts of a hundred."""
        return "%" in self.unit or _("per cent") in self.unit


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


@dataclass(frozen=True, slots=True)
class Bar:
    """One figure: what it is of, how it is said, and which part of the whole bar it fills."""

    label: str
    said: str
    part: float


def svg_name() -> str:
    """Return how the file of the chart of an entry is called."""
    return pgettext("address", "figures.svg")


def chart_files(context: RenderContext) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the content of one drawing for each entry with figures."""
    for target in context.site_map.targets.values():
        if chart := chart_of(target.entry):
            yield f"{target.address}{svg_name()}", _file(context, target, chart)


def _file(context: RenderContext, target: EntryRef, chart: Chart) -> bytes:
    reading = ProseContext(target.address)
    about = ", ".join(filter(None, (chart.about, chart.unit)))
    work = context.works.get(chart.source)
    source = _("Source: {source}", source=context.plain(work.reference)) if work else ""
    return chart_svg(
        target.title,
        context.plain(context.prose.inline(about, reading)),
        bars_of(target.entry, chart),
        " ".join(filter(None, (source, context.imprint.full(target.address)))),
    )


def bars_of(entry: Entry, chart: Chart) -> list[Bar]:
    """Return the bars of a chart: shares against a hundred, other figures against the largest."""
    figures = figures_of(entry)
    most = max((one.amount for one in figures), default=0)
    top = 100 if chart.is_share and most <= _ALL else most
    sign = "%" if chart.is_share else ""
    return [
        Bar(
            one.label,
            f"{written_number(one.amount)}{sign}",
            float(one.amount / top) if top and one.amount > 0 else 0,
        )
        for one in figures
    ]


def chart_svg(title: str, about: str, bars: Sequence[Bar], source: str) -> bytes:
    """Return a drawing of bars as an SVG file."""
    lines = [*_drawn(title, about, bars, source)]
    height = lines.pop()
    head = Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {1}" width="{0}" height="{1}" '
        'font-family="system-ui, sans-serif" role="img"><title>{2}</title>'
        '<rect width="100%" height="100%" fill="#fff"/>'
    ).format(_WIDTH, height, title)
    return f"{head}{''.join(map(str, lines))}</svg>\n".encode()


def _drawn(title: str, about: str, bars: Sequence[Bar], source: str) -> Iterator[Markup | int]:
    """Yield the pieces from the top down, and the height in the end."""
    y, width = _MARGIN, _WIDTH - 2 * _MARGIN
    for line in textwrap.wrap(title, _TITLE_LETTERS):
        yield _TEXT.format(_MARGIN, y, _TITLE, line)
        y += _LINE + 6
    for line in textwrap.wrap(about, _SMALL_LETTERS):
        yield _TEXT.format(_MARGIN, y, _ABOUT, line)
        y += _LINE
    y += 12
    for bar in bars:
        for line in textwrap.wrap(bar.label, _LETTERS):
            yield _TEXT.format(_MARGIN, y, _LABEL, line)
            y += _LINE
        yield _TEXT.format(_WIDTH - _MARGIN, y - _LINE, _AMOUNT, bar.said)
        yield _RECT.format(_MARGIN, y - 12, width, _BAR, _REST)
        yield _RECT.format(_MARGIN, y - 12, round(width * bar.part, 1), _BAR, _VALUE)
        y += _BAR + _GAP
    for line in textwrap.wrap(source, _SMALL_LETTERS):
        yield _TEXT.format(_MARGIN, y, _SOURCE, line)
        y += _LINE - 4
    yield y + 8
