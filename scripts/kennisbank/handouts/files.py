"""The pages of entries become the files that the page of a selection loads, one for each entry."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kennisbank.evidence.studies import VERIFIED
from kennisbank.exports.plain_json import json_script
from kennisbank.exports.reference_list import in_list_order
from kennisbank.handouts.blocks import page_blocks, runs_of
from kennisbank.handouts.word import word_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kennisbank.citations.works import Work
    from kennisbank.handouts.blocks import Runs
    from kennisbank.pages.layout import Layout
    from kennisbank.pages.page import Page
    from kennisbank.pages.site_map import Target

FOLDER = "assets/selection"
_LEAD = re.compile(r'<p class="kb-lead">(.*?)</p>', re.DOTALL)
_SOURCE = re.compile(r'<li id="bron-([^"]+)">')


def handout_files(layout: Layout, pages: Iterable[Page]) -> dict[str, bytes]:
    """Return a script for each entry and one with an empty Word document, by path."""
    data = {"word": word_parts(layout.imprint.name, layout.day), **dict(_handouts(layout, pages))}
    return {
        f"{FOLDER}/{name.replace(':', '/')}.js": json_script("kennisbankSelection", name, one)
        for name, one in data.items()
    }


def _handouts(layout: Layout, pages: Iterable[Page]) -> Iterator[tuple[str, dict[str, object]]]:
    by_address = {page.address: page for page in pages}
    works = in_list_order(layout.works.values())
    places = {work.key: place for place, work in enumerate(works)}
    for key, target in layout.site_map.targets.items():
        name = f"{key.kind}:{key.id}"
        yield name, _handout(layout, target, by_address[target.address].html, places)
        # An address that somebody shared may name the entry as it was called then.
        for old in target.entry.redirect_from:
            yield f"{key.kind}:{old}", {"moved": name}


def _handout(
    layout: Layout, target: Target, html: str, places: dict[str, int]
) -> dict[str, object]:
    lead = _LEAD.search(html)
    return {
        "title": target.title,
        "kind": type(target.entry).label.one,
        "address": target.address,
        "summary": runs_of(lead[1]) if lead else [],
        "blocks": page_blocks(html),
        "sources": [
            [work.key, places[work.key], _reference(work, layout.states)]
            for work in _cited(layout, html)
        ],
    }


def _cited(layout: Layout, html: str) -> Iterator[Work]:
    """Yield the works in the list at the foot of a page."""
    for found in _SOURCE.finditer(html):
        yield layout.works[found[1]]


def _reference(work: Work, states: Mapping[str, str]) -> Runs:
    """A work that nobody could check says so wherever it is listed."""
    runs = runs_of(str(work.reference))
    if work.state == VERIFIED:
        return runs
    return [*runs, f" [{states.get(work.state, work.state)}]"]
