"""Rows become CSV bytes that a spreadsheet opens without running anything."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# A spreadsheet runs a cell that starts like this as a formula; a number is only a number.
_FORMULA = re.compile(r"(?!-\d+(\.\d+)?\Z)[=+\-@\t\r]")


def csv_bytes(rows: Iterable[Iterable[object]]) -> bytes:
    """Return every cell quoted, in UTF-8; what looks like a formula gets an apostrophe."""
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_ALL)
    writer.writerows([_defused(str(cell)) for cell in row] for row in rows)
    return text.getvalue().encode()


def _defused(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell
