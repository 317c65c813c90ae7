"""What a tool takes from other entries is there: statements, figures, cards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kennisbank.fields.kinds import field_of, figures_of, tool_of
from kennisbank.fields.specs import field_specs
from kennisbank.fields.tools import CardDeck, Scan, Sorter, Tool
from kennisbank.fields.types import ToolType
from kennisbank.library.library import Library
from kennisbank.messages import N_, _
from kennisbank.problems import Problem, Rule
from kennisbank.reading.yaml_document import KeyPath
from kennisbank.suggestions import did_you_mean
from kennisbank.tools.content import named_in, priced, texts_in

RULE = Rule(
    "bad-tool",
    N_("A tool names a statement, a figure, a card or a field that is not there."),
    N_("Compare it with the entry that it is taken from."),
)
Found = tuple["KeyPath", str, str]


def find(library: Library) -> Iterator[Problem]:
    """Yield each thing that a tool takes from where it is not."""
    for file in library.files.values():
        tool = tool_of(file.entry) if file.entry else None
        spec = field_of(file.kind, ToolType)
        if tool and spec:
            for path, message, hint in _faults(library, tool):
                place = file.document.location_of((spec.name, *path))
                yield RULE.problem(place, message, hint)


def _faults(library: Library, tool: Tool) -> Iterator[Found]:
    if tool.scan:
        yield from _inside("scan", _of_scan(library, tool.scan))
    if tool.sorter:
        yield from _inside("sorter", _of_sorter(tool.sorter))
    if tool.cards:
        yield from _inside("cards", _of_cards(library, tool.cards))
    if tool.calculator and not priced(library):
        yield ("calculator",), _("there is no entry with an investment to add up."), ""


def _inside(name: str, found: Iterable[Found]) -> Iterator[Found]:
    for path, message, hint in found:
        yield (name, *path), message, hint


def _of_scan(library: Library, scan: Scan) -> Iterator[Found]:
    key = named_in(scan.figures)
    entry = library.entries.get(key) if key else None
    labels = [one.label for one in figures_of(entry)] if entry else []
    for place, statement in enumerate(scan.statements):
        here: KeyPath = ("statements", place)
        about = named_in(statement.about)
        known = texts_in(library, about, scan.taken_from)
        if scan.taken_from and about in library.entries and statement.text not in known:
            message = _(
                "this does not stand word for word in '{field}' of {entry}.",
                field=scan.taken_from,
                entry=f"{about.kind}:{about.id}" if about else "",
            )
            yield (*here, "text"), message, _nearest(statement.text, known)
        if statement.figure and statement.figure not in labels:
            message = _("there is no figure '{name}' there.", name=statement.figure)
            yield (*here, "figure"), message, _nearest(statement.figure, labels)


def _of_sorter(sorter: Sorter) -> Iterator[Found]:
    names = [card.name for card in sorter.cards]
    for place, name in enumerate(sorter.private):
        if name not in names:
            message = _("there is no card '{name}'.", name=name)
            yield ("private", place), message, _nearest(name, names)


def _of_cards(library: Library, deck: CardDeck) -> Iterator[Found]:
    if not deck.kind:
        return
    kind = next((one for one in library.kinds if one.kind == deck.kind), None)
    if kind is None:
        message = _("there is no kind '{name}'.", name=deck.kind)
        yield ("kind",), message, _nearest(deck.kind, [one.kind for one in library.kinds])
        return
    names = [spec.name for spec in field_specs(kind)]
    if deck.taken_from not in names:
        message = _("there is no field '{name}' in it.", name=deck.taken_from)
        yield ("taken_from",), message, _nearest(deck.taken_from or "", names)


def _nearest(name: str, known: Iterable[str]) -> str:
    return did_you_mean(name, tuple(known)) or ""
