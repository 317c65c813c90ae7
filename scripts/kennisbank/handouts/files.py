"""The pages of entries become the files that the page of a selection loads, one for each entry."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from kennisbank.evidence.studies import VERIFIED
from kennisbank.exports.plain_json import json_script
from kennisbank.exports.reference_list import in_list_order
from kennisbank.handouts.blocks import Runs, page_blocks, runs_of
from kennisbank.handouts.word import word_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kennisbank.citations.works import Work
    from kennisbank.pages.layout import Layout
    from kennisbank.pages.page import Page
    from kennisbank.pages.site_map import Target

# A work by its key, with its place in the list of all works and its reference.
Source: TypeAlias = tuple[str, int, Runs]

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
    sources = {
        work.key: (work.key, place, _reference(work, layout.states))
        for place, work in enumerate(in_list_order(layout.works.values()))
    }
    for key, target in layout.site_map.targets.items():
        name = f"{key.kind}:{key.id}"
        yield name, _handout(target, by_address[target.address].html, sources)
        # An address that somebody shared may name the entry as it was called then.
        for old in target.entry.redirect_from:
            yield f"{key.kind}:{old}", {"moved": name}


def _handout(target: Target, html: str, sources: Mapping[str, Source]) -> dict[str, object]:
    lead = _LEAD.search(html)
    return {
        "title": target.title,
        "kind": type(target.entry).label.one,
        "address": target.address,
        "summary": runs_of(lead[1]) if lead else [],
        "blocks": page_blocks(html),
        # The list at the foot of a page.
        "sources": [sources[found[1]] for found in _SOURCE.finditer(html)],
    }


def _reference(work: Work, states: Mapping[str, str]) -> Runs:
    """A work that nobody could check says so wherever it is listed."""
    runs = runs_of(str(work.reference))
    if work.state == VERIFIED:
        return runs
    return [*runs, f" [{states.get(work.state, work.state)}]"]
