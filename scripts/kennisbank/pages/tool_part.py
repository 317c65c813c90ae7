"""What the page of an entry shows of its tool: the session, the empty sheet, data for the script.

What people do is drawn by a script; everything that is printed here works without it.

One file: each sort of tool writes a part of the same data, with the same numbers for offers.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from kennisbank.evidence.price import Price, PriceLine
from kennisbank.fields.kinds import field_of, link_to, tool_of
from kennisbank.fields.tools import WITH_PEOPLE, FillInPlan, Plane, Scan, Sorter, Tool
from kennisbank.fields.types import UnitType
from kennisbank.library.library import EntryKey
from kennisbank.locales import money, written_number
from kennisbank.pages.chooser_row import OBSTACLE, ChooserRow, best, rows
from kennisbank.pages.context import RenderContext
from kennisbank.pages.price_words import per_hour, price_in_words
from kennisbank.pages.prose_context import ProseContext
from kennisbank.pages.site_map import EntryRef
from kennisbank.plain_json import json_text
from kennisbank.reading.mention_patterns import CITATION, ENTRY_LINK
from kennisbank.tools.content import (
    DrawnCard,
    cards_of,
    figure_of,
    named_in,
    priced,
    subjects_of,
    texts_in,
)
from kennisbank.tools.paper import PlaneSheet, plane_sheet

# So many entries are named where people recognise little of a subject.
_BEST = 3
_SIDES = ("across", "up")


@dataclass(frozen=True, slots=True)
class ToolOffer:
    """An entry that may help: why, how strong its research is, and what it costs; plain texts."""

    target: EntryRef
    reason: str
    research: str
    price: str


@dataclass(frozen=True, slots=True)
class PricedEntry:
    """An entry with what it asks of a team, for those who have no script."""

    target: EntryRef
    price: Price


@dataclass(frozen=True)
class ToolPart:
    """All that the template of a tool prints."""

    tool: Tool
    json: str
    offers: tuple[ToolOffer, ...]
    sheet: PlaneSheet | None = None
    statements: tuple[tuple[str, str], ...] = ()
    cards: tuple[tuple[str, tuple[str, ...]], ...] = ()
    priced: tuple[PricedEntry, ...] = ()

    @property
    def sort(self) -> str:
        """Which sort of tool it is."""
        return self.tool.sort


@dataclass
class _Writer:
    """Collects what the script of one page needs."""

    context: RenderContext
    target: EntryRef
    offers: list[ToolOffer] = field(default_factory=list)
    places: dict[tuple[EntryKey, str], int] = field(default_factory=dict)

    @cached_property
    def link(self) -> Any:  # noqa: ANN401 - the function that links
        """Return an address from this page."""
        return self.context.link_from(self.target.address)

    @cached_property
    def rows(self) -> dict[str, ChooserRow]:
        """Return what the chooser knows of everything that is rated, by id."""
        return {row.candidate.id: row for row in rows(self.context)}

    def plain(self, text: str) -> str:
        """Return a text without its citations, and with the titles of what it links to."""
        bare = CITATION.sub("", text).replace(" .", ".")
        html = self.context.prose.inline(bare, ProseContext(self.target.address))
        return " ".join(self.context.plain(html).split())

    def offered(self, texts: Iterable[str]) -> list[int]:
        """Return the numbers of the offers in texts; an entry that is not there is left out."""
        numbers = []
        for text in texts:
            key, why = named_in(text), ENTRY_LINK.sub("", text, count=1).lstrip(" :,")
            if key and key in self.context.site_map.targets:
                numbers.append(self.number(key, self.plain(why)))
        return numbers

    def number(self, key: EntryKey, reason: str) -> int:
        """Return the number of an offer, which is printed once."""
        place = self.places.setdefault((key, reason), len(self.offers))
        if place == len(self.offers):
            asked = self.context.price(key)
            price = price_in_words(asked) if asked else ""
            target = self.context.site_map.targets[key]
            research = self.context.rating_label(key)
            self.offers.append(ToolOffer(target, reason, research, price))
        return place


def tool_part(context: RenderContext, target: EntryRef) -> ToolPart | None:
    """Return what a page prints of its tool, if it has one."""
    tool = tool_of(target.entry)
    if tool is None:
        return None
    writer = _Writer(context, target)
    data, more = _described(writer, tool)
    head = {
        "key": f"{target.key.kind}:{target.key.id}",
        "sort": tool.sort,
        "alone": tool.sort not in WITH_PEOPLE,
        "title": target.title,
        "question": tool.question,
    }
    return ToolPart(tool, json_text(head | data), tuple(writer.offers), **more)


def _described(writer: _Writer, tool: Tool) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return what the script needs, and what the page prints besides."""
    if tool.plane:
        return _plane(writer, tool.plane), {"sheet": plane_sheet(tool.plane)}
    if tool.sorter:
        return _sorter(writer, tool.sorter), {}
    if tool.scan:
        data = _scan(writer, tool.scan)
        told = [one["figure"] for one in data["statements"]]
        texts = [one.text for one in tool.scan.statements]
        return data, {"statements": tuple(zip(texts, told, strict=True))}
    if tool.cards:
        drawn = cards_of(writer.context.library, tool.cards)
        return _cards(writer, drawn, tool.cards.columns), {"cards": _stacks(writer, drawn)}
    if tool.calculator:
        return _calculator(writer), {"priced": tuple(_priced(writer))}
    return _plan(writer, tool.plan) if tool.plan else {}, {}


def _plan(writer: _Writer, plan: FillInPlan) -> dict[str, Any]:
    columns = [{"name": one.name, "help": writer.plain(one.help)} for one in plan.columns]
    return {"columns": columns, "rows": list(plan.rows)}


def _plane(writer: _Writer, plane: Plane) -> dict[str, Any]:
    areas = [
        {"name": area.name, "about": area.about or "", "offers": writer.offered(area.offers)}
        for area in plane.areas
    ]
    ends = {side: [getattr(plane, side).low, getattr(plane, side).high] for side in _SIDES}
    moments = [{"name": one.name, "ask": writer.plain(one.ask)} for one in plane.moments]
    return {**ends, "areas": areas, "moments": moments}


def _sorter(writer: _Writer, sorter: Sorter) -> dict[str, Any]:
    groups = [
        {
            "name": group.name,
            "cards": [
                {
                    "name": card.name,
                    "private": card.name in sorter.private,
                    "offers": writer.offered(card.offers),
                }
                for card in group.cards
            ],
        }
        for group in sorter.groups
    ]
    lanes = [{"name": lane.name, "side": lane.side.value} for lane in sorter.lanes]
    return {"lanes": lanes, "groups": groups}


def _scan(writer: _Writer, scan: Scan) -> dict[str, Any]:
    subjects = [key for key in subjects_of(scan) if key in writer.context.site_map.targets]
    statements = [
        {
            "text": writer.plain(one.text),
            "subject": subjects.index(about) if (about := named_in(one.about)) in subjects else -1,
            "figure": _figure(writer, scan, place),
            "offers": writer.offered(one.offers),
        }
        for place, one in enumerate(scan.statements)
    ]
    described = [_subject(writer, key, scan) for key in subjects]
    return {"answers": list(scan.answers), "subjects": described, "statements": statements}


def _subject(writer: _Writer, key: EntryKey, scan: Scan) -> dict[str, Any]:
    target = writer.context.site_map.targets[key]
    questions = texts_in(writer.context.library, key, scan.questions)
    return {
        "title": target.title,
        "href": writer.link(target.address),
        "questions": [writer.plain(one) for one in questions],
        "offers": [writer.number(*one) for one in _best_for(writer, target)],
    }


def _best_for(writer: _Writer, target: EntryRef) -> list[tuple[EntryKey, str]]:
    """Return the three best entries for a subject with the reason, in the order of the chooser."""
    context = writer.context
    others = context.site_map.related(target.key)
    near = [one for kind, found in others.items() if kind != target.key.kind for one in found]
    reasons = {one.target.key: ", ".join(one.reasons) for one in near}
    rated, subjects = context.library.rated, context.library.subjects
    if rated and subjects and link_to(rated, subjects) and target.key.kind == subjects.kind:
        candidates = [row.candidate for row in writer.rows.values()]
        chosen = best(candidates, {OBSTACLE: target.key.id})
        keys = [writer.rows[one.id].target.key for one in chosen]
    else:
        keys = [one.target.key for one in near if not tool_of(one.target.entry)]
    return [(key, reasons.get(key, "")) for key in keys[:_BEST]]


def _figure(writer: _Writer, scan: Scan, place: int) -> str:
    statement, library = scan.statements[place], writer.context.library
    amount, key = figure_of(library, scan, statement), named_in(scan.figures)
    if amount is None or key is None:
        return ""
    entry = library.entries[key]
    spec = field_of(type(entry), UnitType)
    unit = str(getattr(entry, spec.name)) if spec else ""
    told = written_number(amount)
    return f"{told}{unit}" if unit.startswith("%") else f"{told} {unit}".strip()


def _cards(writer: _Writer, drawn: Sequence[DrawnCard], columns: Sequence[str]) -> dict[str, Any]:
    targets = writer.context.site_map.targets
    cards = [
        {
            "text": writer.plain(card.text),
            "from": targets[card.origin].title if card.origin else "",
            "href": writer.link(targets[card.origin].address) if card.origin else "",
            "offers": writer.offered(card.offers),
        }
        for card in drawn
    ]
    return {"cards": cards, "columns": list(columns)}


def _stacks(writer: _Writer, drawn: Sequence[DrawnCard]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the cards by the title of the entry that they come from, for the sheet to cut."""
    stacks: dict[str, list[str]] = {}
    for card in drawn:
        title = writer.context.site_map.targets[card.origin].title if card.origin else ""
        stacks.setdefault(title, []).append(card.text)
    return tuple((title, tuple(texts)) for title, texts in stacks.items())


def _priced(writer: _Writer) -> Iterable[PricedEntry]:
    for key in priced(writer.context.library):
        if price := writer.context.price(key):
            yield PricedEntry(writer.context.site_map.targets[key], price)


def _calculator(writer: _Writer) -> dict[str, Any]:
    entries = [
        {
            "title": one.target.title,
            "href": writer.link(one.target.address),
            "research": writer.context.rating_label(one.target.key),
            "lines": [_line(line) for line in one.price.lines],
        }
        for one in _priced(writer)
    ]
    scale = writer.context.scale.price
    return {
        "entries": entries,
        "people": scale.people,
        "hourly": scale.hourly,
        "per_hour": per_hour(),
        "money": money("{amount}"),
    }


def _line(line: PriceLine) -> list[object]:
    """Return hours and money per unit, whose number counts, when, and whether hours are paid."""
    one = line.investment
    return [one.hours or 0, one.money or 0, one.per.value, one.when.value, int(line.is_included)]
