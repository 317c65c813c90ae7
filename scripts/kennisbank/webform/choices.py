"""The library becomes what one can choose in a form: entries, sources and old addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.exports.reference_list import in_list_order

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kennisbank.pages.layout import Layout

Row = list[str]


def choice_data(layout: Layout) -> dict[str, list[Row]]:
    """Return the rows by what they are; sources are in the order of the list."""
    return {
        "entries": [
            [key.kind, key.id, target.title, *target.entry.aliases]
            for key, target in layout.site_map.targets.items()
        ],
        "sources": list(_sources(layout)),
        "old": list(_old_ids(layout)),
    }


def _sources(layout: Layout) -> Iterator[Row]:
    """Yield key, names in a sentence, names in parentheses, year and title."""
    for work in in_list_order(layout.works.values()):
        form = work.form
        names = [layout.plain(form.narrative), layout.plain(form.parenthetical)]
        yield [work.key, *names, form.year, work.source.fields.get("title", "")]


def _old_ids(layout: Layout) -> Iterator[Row]:
    """Yield kind, old id, and the id that has its place now."""
    for key, entry in layout.library.entries.items():
        for old in entry.redirect_from:
            yield [key.kind, old, key.id]
