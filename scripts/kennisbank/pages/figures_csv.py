"""A statistic becomes the CSV file beside its chart."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from kennisbank.entries.statistic import Statistic

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
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_ALL)
    writer.writerow(["onderdeel", "waarde", "eenheid", "jaar", "editie", "bron"])
    shared = [statistic.unit, statistic.year, statistic.edition, statistic.source]
    for figure in statistic.values:
        writer.writerow([_defused(cell) for cell in (figure.label, figure.amount, *shared)])
    return text.getvalue().encode()


def _defused(cell: object) -> str:
    """A spreadsheet runs a cell that starts like a formula; an apostrophe makes it text."""
    text = str(cell)
    risky = isinstance(cell, str) and text[:1] in {"=", "+", "-", "@", "\t", "\r"}
    return f"'{text}" if risky else text
