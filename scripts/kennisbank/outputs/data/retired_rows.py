"""The pages that were retired, as rows of data."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kennisbank.library.library import Library


COLUMNS = ("address", "title", "why", "see")


def retired_rows(library: Library) -> list[dict[str, str]]:
    """Return a row for each address; without `see` nothing takes its place."""
    rows = (
        dict(zip(COLUMNS, (one.address, one.title, one.why, one.see), strict=True))
        for one in sorted(library.retired, key=lambda one: one.address)
    )
    return [{name: text for name, text in row.items() if text} for row in rows]
