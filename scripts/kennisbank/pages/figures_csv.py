"""The figures of a statistic as a CSV file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.csv_text import csv_bytes
from kennisbank.kinds.statistic import Statistic
from kennisbank.pages.prose_context import ProseContext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kennisbank.pages.context import RenderContext


FILE_NAME = "cijfers.csv"


def figure_files(context: RenderContext) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the content of one file for each statistic."""
    for target in context.site_map.of_kind(Statistic.kind):
        if isinstance(target.entry, Statistic):
            yield f"{target.address}{FILE_NAME}", _csv(context, target.address, target.entry)


def _csv(context: RenderContext, address: str, statistic: Statistic) -> bytes:
    """Every row stands by itself: whoever copies one takes its source and its caveat along."""
    head = ["onderdeel", "waarde", "eenheid", "over wie", "jaar", "editie", "bron", "kanttekening"]
    work = context.works.get(statistic.source)
    source = context.plain(work.reference) if work else statistic.source
    caveat = context.plain(context.prose.block(statistic.caveat, ProseContext(address)))
    shared = [statistic.unit, statistic.population, statistic.year, statistic.edition]
    shared += [source, " ".join(caveat.split())]
    return csv_bytes([head, *([one.label, one.amount, *shared] for one in statistic.values)])
