"""A statistic becomes the CSV file beside its chart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.entries.statistic import Statistic
from kennisbank.exports.safe_csv import csv_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kennisbank.pages.layout import Layout

FILE_NAME = "cijfers.csv"


def figure_files(layout: Layout) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the content of one file for each statistic."""
    for target in layout.site_map.of_kind(Statistic.kind):
        if isinstance(target.entry, Statistic):
            yield f"{target.address}{FILE_NAME}", _csv(target.entry)


def _csv(statistic: Statistic) -> bytes:
    head = ["onderdeel", "waarde", "eenheid", "jaar", "editie", "bron"]
    shared = [statistic.unit, statistic.year, statistic.edition, statistic.source]
    return csv_bytes([head, *([one.label, one.amount, *shared] for one in statistic.values)])
