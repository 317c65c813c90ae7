"""Writes rows as CSV that a spreadsheet never takes for a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

# A spreadsheet runs a cell that starts like this as a formula; a number is only a number. The wide
# signs of Japanese count in some languages, and so does a sign behind spaces or a quotation mark.
_SIGN = "[=+@＝＋＠－−-]"
_FORMULA = re.compile(rf"[\s\"]*{_SIGN}|[\t\r\n]")
_NUMBER = re.compile(r"[-+]?\d+(\.\d+)?")
# A Dutch spreadsheet parts cells at a semicolon, and from the second comma on it does not see our
# quotation marks: what follows a semicolon or a new line can become a cell of its own.
_LATER_FORMULA = re.compile(rf"(?<=[;\t\r\n])(?=[ \"]*(?!- ){_SIGN})")


def csv_bytes(rows: Iterable[Iterable[object]]) -> bytes:
    """Return every cell quoted, in UTF-8; what looks like a formula gets an apostrophe."""
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_ALL)
    writer.writerows([_defused(str(cell)) for cell in row] for row in rows)
    return text.getvalue().encode()


def _defused(cell: str) -> str:
    if _NUMBER.fullmatch(cell):
        return cell
    rest = _LATER_FORMULA.sub("'", cell)
    return f"'{rest}" if _FORMULA.match(cell) else rest
