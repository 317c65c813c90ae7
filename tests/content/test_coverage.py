"""Every claim of the first material is on the site, or is left out for a reason readers can see."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

import pytest

from kennisbank.fields.text_rules import UNKNOWN
from running import REPOSITORY
from this_library import this_site

if TYPE_CHECKING:
    from kennisbank.build import Site

CLAIMS = [f"C{number:03d}" for number in range(1, 238)]
ACCOUNT = REPOSITORY / "docs" / "over" / "verantwoording.md"
with (REPOSITORY / "docs" / "development" / "coverage.csv").open(encoding="utf-8") as file:
    ROWS = list(csv.DictReader(file))
PLACED = [row for row in ROWS if row["address"]]
LEFT_OUT = [row for row in ROWS if not row["address"]]


@pytest.fixture(scope="module")
def site() -> Site:
    """The site of this repository."""
    return this_site()


def places(site: Site) -> set[tuple[str, str]]:
    """Return each address with each field that is filled there, or each heading that it has."""
    addresses = site.library.addresses
    by_hand = {page.path for page in site.library.pages}
    headings = {
        (page.address, heading.id)
        for page in site.pages
        if page.source in by_hand
        for heading in page.headings
    }
    fields = {
        (addresses.entry(*key), name)
        for key, entry in site.library.entries.items()
        for name, value in entry
        if value not in (None, (), UNKNOWN)
    }
    return headings | fields


def test_every_claim_has_a_row() -> None:
    """The list knows the 237 claims and no other, in their order."""
    assert list(dict.fromkeys(row["id"] for row in ROWS)) == CLAIMS


def test_a_row_is_written_once() -> None:
    """A claim that stands in several places has a row for each of them."""
    assert len({tuple(row.values()) for row in ROWS}) == len(ROWS)


def test_every_claim_stands_where_the_list_says(site: Site) -> None:
    """The address is a page, and the field is filled there or the heading exists."""
    known = places(site)
    lost = [row for row in PLACED if (row["address"], row["field"]) not in known]

    assert lost == []


def test_readers_see_what_was_left_out_and_why() -> None:
    """The reason of the list stands behind the number of the claim on the page that accounts."""
    text = ACCOUNT.read_text(encoding="utf-8")
    shown = re.findall(r"^- \*\*.+\*\* \((C\d{3})\)\. (.+)$", text, re.MULTILINE)

    assert shown == [(row["id"], row["reason"]) for row in LEFT_OUT]
