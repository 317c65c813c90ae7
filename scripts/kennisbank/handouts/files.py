"""The pages of entries become the files that the page of a selection loads, one for each entry."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

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
_VERIFIED = "verified"
_LEAD = re.compile(r'<p class="kb-lead">(.*?)</p>', re.DOTALL)
_SOURCE = re.compile(r'<li id="bron-([^"]+)">')


def handout_files(layout: Layout, pages: Iterable[Page]) -> dict[str, bytes]:
    """Return a script for each entry and one with an empty Word document, by path."""
    by_address = {page.address: page for page in pages}
    sorted_works = sorted(layout.works.values(), key=lambda work: work.form.order)
    places = {work.key: place for place, work in enumerate(sorted_works)}
    files = {f"{FOLDER}/word.js": _script("word", word_parts(layout.imprint.name, layout.day))}
    for key, target in layout.site_map.targets.items():
        handout = _handout(layout, target, by_address[target.address].html, places)
        files[f"{FOLDER}/{key.kind}/{key.id}.js"] = _script(f"{key.kind}:{key.id}", handout)
        # An address that somebody shared may name the entry as it was called then.
        for old in target.entry.redirect_from:
            moved = {"moved": f"{key.kind}:{key.id}"}
            files[f"{FOLDER}/{key.kind}/{old}.js"] = _script(f"{key.kind}:{old}", moved)
    return files


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
    if work.state == _VERIFIED:
        return runs
    return [*runs, f" [{states.get(work.state, work.state)}]"]


def _script(name: str, data: object) -> bytes:
    """Return a file that a page can also load where it may not fetch: opened from a disk."""
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"kennisbankSelection.receive({json.dumps(name)},{written})\n".encode()
