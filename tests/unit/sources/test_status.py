"""What happened to a work is noted in three fields; nothing else in the file changes."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from kennisbank.sources.bibtex.file import BIBLIOGRAPHY
from kennisbank.sources.bibtex.reader import read_bibtex
from kennisbank.sources.status import Standing, Status, status_of, with_status

if TYPE_CHECKING:
    from kennisbank.sources.source import Source

RETRACTED = Status(Standing.RETRACTED, "10.5555/notice", dt.date(2026, 12, 1))
FIELDS = (
    "\n  statusdate = {2026-12-01},",
    "\n  statusdoi = {10.5555/notice},",
    "\n  status = {retracted},",
)


def source_in(text: str, key: str = "vos2020") -> Source:
    """Return a source of a .bib file."""
    return read_bibtex(BIBLIOGRAPHY, text)[0].sources[key]


@pytest.mark.parametrize(
    "text",
    [
        "@book{vos2020,\n  title = {Leren},\n}\n",
        "@book{ander, title = {Ander}}\n\n@BOOK{vos2020, title = {Leren}}",
        "@book(vos2020, title = {Leren})\n",
        "% Over @book en vos2020.\n@book { vos2020 ,\n title={Leren}}\n",
        "@book{vos2020x, title = {X}}\n@book{vos2020,\n title = {Leren}}\n",
        "@book{vos2020,\r\n  title = {Leren},\r\n}\r\n",
    ],
)
def test_a_status_is_added(text: str) -> None:
    """However the entry is written; without the three fields the file is what it was."""
    changed = with_status(text, source_in(text), RETRACTED)
    newline = "\r\n" if "\r\n" in text else "\n"
    without = changed
    for field in FIELDS:
        without = without.replace(field.replace("\n", newline), "", 1)

    assert status_of(source_in(changed)) == RETRACTED
    assert without == text


def test_a_status_takes_the_place_of_the_one_before() -> None:
    """A concern becomes a retraction; what it said before is gone."""
    fields = 'status = {concern},\n  statusdoi = "10.5555/old",\n  title = {Leren}'
    text = f"@book{{vos2020,\n  {fields},\n}}\n"
    changed = with_status(text, source_in(text), RETRACTED)

    assert status_of(source_in(changed)) == RETRACTED
    assert changed.count("status =") == 1
    assert "old" not in changed


def test_only_known_words_are_a_status() -> None:
    """A word of one's own is no status; the check reports it (bad-source)."""
    assert status_of(source_in("@book{vos2020, title = {Leren}, status = {gelezen}}")) is None
    assert status_of(source_in("@book{vos2020, title = {Leren}}")) is None
