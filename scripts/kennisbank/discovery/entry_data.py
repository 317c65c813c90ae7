"""An entry becomes a thing in the words of schema.org; what it does not say is not in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.entries.fields import UNKNOWN
from kennisbank.entries.instrument import Instrument
from kennisbank.entries.method import Method
from kennisbank.entries.practice import Practice
from kennisbank.entries.statistic import Statistic
from kennisbank.entries.target_group import TargetGroup
from kennisbank.entries.term import Term
from kennisbank.exports.json_ld import Data, filled, named
from kennisbank.exports.reference_list import named_in_order
from kennisbank.exports.source_json_ld import source_json_ld
from kennisbank.pages.figures_csv import FILE_NAME
from kennisbank.pages.prose import Reading
from kennisbank.pages.source_pages import source_address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kennisbank.entries.base import Entry
    from kennisbank.library import EntryKey
    from kennisbank.pages.layout import Layout
    from kennisbank.pages.site_map import Target

# A kind that is not named here is an article like any other text on a subject.
_TYPES: dict[type[Entry], str] = {
    Method: "HowTo",
    Statistic: "Dataset",
    Instrument: "LearningResource",
    Term: "DefinedTerm",
}


def entry_data(layout: Layout, target: Target, description: str) -> Data:
    """Return the thing that the page of an entry is about."""
    entry = target.entry
    type_ = _TYPES.get(type(entry), "Article")
    url = layout.imprint.full(target.address)
    thing = named(type_, entry.title, url=url, description=description)
    thing["alternateName"] = list(entry.aliases)
    if not isinstance(entry, Term):
        thing |= {"about": list(_about(layout, entry)), "audience": list(_audience(layout, entry))}
        thing["citation"] = list(_cited(layout, target.key))
    return filled(thing | _own(layout, target))


def _own(layout: Layout, target: Target) -> Data:
    """Return what only its kind has."""
    match target.entry:
        case Method() as method:
            return _method(layout, method)
        case Statistic() as statistic:
            return _statistic(layout, statistic, target.address)
        case Practice() as practice:
            return {"headline": practice.title, "contentLocation": _place(practice)}
        case Instrument() as instrument:
            # The address in the file is where to get it, and not that of our page on it.
            known = instrument.get_it not in (None, UNKNOWN)
            return {"sameAs": str(instrument.get_it)} if known else {}
        case Term() as term:
            many = Term.label.many
            words = layout.imprint.full(f"{Term.address}/")
            meaning = _plain(layout, term.definition)
            whole = named("DefinedTermSet", many, url=words)
            return {"description": meaning, "inDefinedTermSet": whole}
        case entry:
            return {"headline": entry.title}


def _method(layout: Layout, method: Method) -> Data:
    steps = () if method.steps == UNKNOWN else method.steps
    return {
        "step": [
            {"@type": "HowToStep", "position": place, "text": _plain(layout, step)}
            for place, step in enumerate(steps, start=1)
        ],
        "estimatedCost": "" if method.money in (None, UNKNOWN) else _plain(layout, method.money),
    }


def _statistic(layout: Layout, statistic: Statistic, address: str) -> Data:
    table = layout.imprint.full(f"{address}{FILE_NAME}")
    work = layout.works.get(statistic.source)
    data: Data = {
        "variableMeasured": [
            named("PropertyValue", one.label, value=float(one.amount), unitText=statistic.unit)
            for one in statistic.values
        ],
        "temporalCoverage": "" if statistic.year == UNKNOWN else str(statistic.year),
        "isBasedOn": source_json_ld(work.item) if work else {},
    }
    if table:
        download = {"@type": "DataDownload", "contentUrl": table, "encodingFormat": "text/csv"}
        data["distribution"] = [download]
    return data


def _place(practice: Practice) -> Data:
    return {} if practice.place == UNKNOWN else named("Place", practice.place)


def _about(layout: Layout, entry: Entry) -> Iterator[Data]:
    """Yield the mechanisms that an entry names; a target group is about people."""
    if isinstance(entry, TargetGroup):
        yield {"@type": "Audience", "audienceType": entry.title}
    for one in getattr(entry, "mechanisms", ()):
        if target := layout.site_map.find("mechanism", one):
            yield named("Thing", target.title, url=layout.imprint.full(target.address))


def _audience(layout: Layout, entry: Entry) -> Iterator[Data]:
    for one in getattr(entry, "target_groups", ()):
        if target := layout.site_map.find("target-group", one):
            url = layout.imprint.full(target.address)
            yield filled({"@type": "Audience", "audienceType": target.title, "url": url})


def _cited(layout: Layout, key: EntryKey) -> Iterator[Data]:
    """Yield the works that an entry cites, in the order of a list of references."""
    library = layout.library
    for work in named_in_order(library.cited_in(library.files[key].path), layout.works):
        data = source_json_ld(work.item)
        shown = {name: data.get(name) for name in ("@type", "name", "sameAs")}
        yield filled(shown | {"url": layout.imprint.full(source_address(work.key))})


def _plain(layout: Layout, text: str) -> str:
    """Return prose as one line of text; what it cites and names stays in it."""
    return " ".join(layout.plain(layout.prose.block(text, Reading(""))).split())
