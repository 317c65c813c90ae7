"""The search index: its files, and how numbers are packed in them."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from kennisbank.outputs.search.coding import coded, coded_places
from kennisbank.outputs.search.layers import (
    Row,
    body_layer,
    body_row,
    core_layer,
    core_row,
    layer_data,
)
from kennisbank.outputs.search.records import Record, entry_record, record_kinds, records
from kennisbank.outputs.search.stemming import all_words_of, rules
from kennisbank.pages.context import RenderContext
from kennisbank.pages.facets import options
from kennisbank.pages.page import Page
from kennisbank.pages.site_map import EntryRef
from kennisbank.plain_json import json_script, json_text
from kennisbank.routes import routes

FOLDER = "assets/search"
# The card of a result, and its text, are loaded in parts of this many records: what answers a
# question stands far apart, so of a larger part more is loaded in vain.
CARDS_IN_PART = 6
_MARKUP = re.compile(r"^\s*[-+]\s|[\[\]*_`#>|]+")
# What does not end so is a label or the name of a link, and no sentence.
_SENTENCE_ENDS = (".", "!", "?", "…", ")", "”", ":")


# What is known of an entry: its record, with what that brings to both layers.
Indexed = tuple[Record, Row, Row]


def indexed(context: RenderContext, target: EntryRef) -> Indexed:
    """Return what the index has of one entry."""
    record = entry_record(context, target)
    return record, core_row(record), body_row(record)


def search_files(
    context: RenderContext, pages: Collection[Page], known: Sequence[Indexed] | None = None
) -> dict[str, bytes]:
    """Return the files of the index, by path; `known` is that of all entries, if made before."""
    entries = known or [indexed(context, one) for one in context.site_map.targets.values()]
    found = records(context, pages, [record for record, _, _ in entries])
    cores = {record.address: core for record, core, _ in entries}
    bodies = {record.address: body for record, _, body in entries}
    core, core_parts = layer_data("core", core_layer(found, cores))
    body, body_parts = layer_data("body", body_layer(found, bodies))
    # What comes after the first answer.
    later = {"body": body, "synonyms": _synonyms(context.library.synonyms)}
    parts = core_parts | body_parts | dict(_cards(found)) | dict(_passages(found)) | later
    version = hashlib.sha256(json_text(parts).encode()).hexdigest()[:12]
    parts["core"] = {"version": version, **_core(context, found), **core}
    return {
        f"{FOLDER}/{name}.js": json_script("kennisbankSearch", name, data)
        for name, data in parts.items()
    }


def _core(context: RenderContext, found: Sequence[Record]) -> dict[str, object]:
    """Return what the search page must know before it can answer anything."""
    kinds = record_kinds(context)
    counts = {kind.name: sum(one.kind == kind.name for one in found) for kind in kinds}
    language = rules()
    return {
        "rules": {
            "steps": language.steps,
            "sounds": language.sounds,
            "shortest": language.shortest,
            "joints": language.joints,
            "particles": language.particles,
            "figures": language.figures,
            "efforts": language.efforts,
            "stop": " ".join(sorted(language.stop)),
            "light": " ".join(sorted(language.light)),
        },
        "kinds": [
            [kind.name, kind.one, kind.many, counts[kind.name], int(kind.has_figures)]
            for kind in kinds
        ],
        "cards": CARDS_IN_PART,
        "facets": [
            [facet.name, facet.title, _options(facet.name, options(facet, context.library), found)]
            for facet in context.facets
        ],
        "ranks": next((facet.name for facet in context.facets if facet.ranks), ""),
        "reviewed": _days(found),
        "site": {"name": context.imprint.name, "search": routes().SEARCH},
    }


def _synonyms(groups: Iterable[Sequence[str]]) -> list[list[str]]:
    """Return the words of each phrase of each group, so that no browser looks for them."""
    said = ([" ".join(all_words_of(phrase)) for phrase in group] for group in groups)
    return [[phrase for phrase in group if phrase] for group in said]


def _options(name: str, choices: list[tuple[str, str]], found: Sequence[Record]) -> list[list[str]]:
    """Return value, label and coded places of each value that some record has."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, record in enumerate(found):
        for facet, value in record.facets:
            if facet == name:
                places[value].append(place)
    return [
        [value, label, coded_places(places[value])] for value, label in choices if places[value]
    ]


def _days(found: Sequence[Record]) -> list[object]:
    """Return the days of review that occur, newest first, and for each record which one it has."""
    days = sorted({record.reviewed for record in found}, reverse=True)
    return [days, coded(days.index(record.reviewed) for record in found)]


def _card(record: Record) -> list[object]:
    """Return what a result shows; what is empty at the end is left out."""
    shown: list[object] = [record.address, record.title, record.summary]
    more: list[object] = [record.facts, record.aliases]
    while more and not more[-1]:
        more.pop()
    return shown + more


def _cards(found: Sequence[Record]) -> Iterator[tuple[str, object]]:
    for start in range(0, len(found), CARDS_IN_PART):
        rows = [_card(one) for one in found[start : start + CARDS_IN_PART]]
        yield f"cards-{start // CARDS_IN_PART}", rows


def _passages(found: Sequence[Record]) -> Iterator[tuple[str, object]]:
    """Yield the texts of the records in parts, as they are shown: sentences without markup."""
    for start in range(0, len(found), CARDS_IN_PART):
        rows = [_sentences(one) for one in found[start : start + CARDS_IN_PART]]
        yield f"passages-{start // CARDS_IN_PART}", rows


def _sentences(record: Record) -> list[str]:
    shown = (_MARKUP.sub("", text).strip() for text in record.passages)
    return [text for text in shown if text.endswith(_SENTENCE_ENDS)]
