"""What a page says of the price of a method."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from html import unescape
from typing import TYPE_CHECKING

import pytest

from evidence_library import finding, method, write_evidence
from kennisbank.build import build_site
from kennisbank.locales import count_in
from kennisbank.messages import speaking
from kennisbank.pages.price_words import hours, rounded
from library_files import html_at, write_files

if TYPE_CHECKING:
    from pathlib import Path

INVESTMENT = (
    "[{who: deelnemer, hours: 2.5, per: deelnemer, when: start, basis: schatting van de redactie},"
    " {who: trainer, hours: 4, money: 1250.50, per: team, when: jaar, note: Een dagdeel.,"
    " basis: jansen2020}, {who: hr, hours: 3, per: organisatie, when: maand, basis: jansen2020}]"
)


def pages(root: Path, **fields: str) -> dict[str, str]:
    """Return the HTML of the pages of a library with one method."""
    write_evidence(root, ruilen=method("Ruilen", finding("jansen2020"), **fields))
    return {page.address: page.html for page in build_site(root).pages}


def page(root: Path, **fields: str) -> str:
    """Return the HTML of the page of that method."""
    write_evidence(root, ruilen=method("Ruilen", finding("jansen2020"), **fields))
    return html_at(root, "methoden/ruilen/")


def plain(html: str) -> str:
    """Return the text of some HTML, as one line."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("0", "€\u00a00"),
        ("4.99", "€\u00a00"),
        ("5", "€\u00a010"),
        ("1234.5", "€\u00a01.230"),
        ("1e6", "€\u00a01.000.000"),
    ],
)
def test_an_amount_is_rounded_to_tens(amount: str, words: str) -> None:
    """An estimate to the euro would pretend to know; no line ends between sign and number."""
    assert rounded(Decimal(amount)) == words


def test_hours_have_a_decimal_comma_and_no_more_than_was_written() -> None:
    """Nothing in powers of ten either."""
    assert [hours(Decimal(one)) for one in ("20", "2.50", "100", "0.5")] == [
        "20 uur",
        "2,5 uur",
        "100 uur",
        "0,5 uur",
    ]


def test_the_page_adds_up_the_price_without_a_script(tmp_path: Path) -> None:
    """Each party with what it gives, both sums, and what each rests on; a source is cited."""
    html = page(tmp_path, investment=INVESTMENT)
    start = html.index('<h2 id="investment">')
    text = plain(html[start : html.index("</section>", start)])

    assert (
        "Voor een team van 8 , als een uur € 45 kost: 60 uur van alle betrokkenen samen, € 3.770, "
        "waarvan € 1.620 één keer voor de hele organisatie. Elk jaar daarna € 2.870." in text
    )
    assert "Deelnemer 2,5 uur per deelnemer, om te beginnen € 900 € 0 schatting van de" in text
    assert (
        "Trainer of adviseur van buiten 4 uur en € 1.250,50 per team, elk jaar. Een dagdeel. "
        "€ 1.250 € 1.250 Jansen (2020)" in text
    )
    assert "Samen € 3.770 € 2.870" in text
    assert "De bedragen zijn een schatting van de redactie" in text


def test_the_opening_the_chooser_and_the_comparison_tell_the_price(tmp_path: Path) -> None:
    """In one line, with whose estimate it is; the effort follows from it."""
    site = pages(tmp_path, investment=INVESTMENT, effort="klein")
    words = "ongeveer € 470 per deelnemer, bij een team van 8 (schatting van de redactie)"

    assert words in plain(site["keuzehulp/"])
    assert words.replace("deelnemer,", "deelnemer") in plain(site["methoden/ruilen/"])
    assert "Vraagt voorbereiding en overleg." in plain(site["methoden/ruilen/"])
    assert "Inspanning: Middel" in plain(site["methoden/"])
    assert "onderwerpen/inspanning/middel/" in site
    assert "onderwerpen/inspanning/klein/" not in site


def test_what_was_not_estimated_leaves_no_trace(tmp_path: Path) -> None:
    """No price is invented, and no heading stands above nothing."""
    text = plain(page(tmp_path))

    assert "Wat het kost" not in text
    assert "€" not in text


POUNDS = """\
language: en
currency: GBP
kinds:
  method:
    folder: methods
    label: [Method, Methods, What you can do]
    fields:
      costs: {is: investment, title: Costs}
"""
COSTLY = """\
title: Coaching
summary: A talk.
reviewed: 2026-01-01
costs:
  - {who: trainer, money: 1250.50, per: team, when: year, basis: estimate by the editors}
"""


def test_money_is_counted_in_the_currency_of_the_library(tmp_path: Path) -> None:
    """On the page, for its script, in the form and in the data; no euro is left."""
    root = write_files(tmp_path, {"kennisbank.yml": POUNDS, "methods/coaching.yml": COSTLY})
    site = build_site(root)
    html = next(page.html for page in site.pages if page.address == "methods/coaching/")

    assert "Trainer or adviser from outside £1,250.50 per team, each year" in plain(html)
    assert "if an hour costs £45" in plain(html)
    assert "British pounds per hour" in plain(html)
    assert 'data-money="£{amount}"' in html
    assert any(b"Money in British pounds" in content for content in site.files.values())
    for name in ("library", "methods"):
        assert json.loads(site.files[f"data/v1/{name}.json"])["currency"] == "GBP"
    assert [page.address for page in site.pages if re.search("€|[Ee]uros?\\b", page.html)] == []


@pytest.mark.parametrize(
    ("language", "currency", "written"),
    [
        ("nl", "", "€\u00a01.240"),
        ("en", "", "$1,240"),
        ("nl", "USD", "US$\u00a01.240"),
        ("en", "CHF", "CHF\u00a01,240"),
    ],
)
def test_the_language_says_where_the_sign_stands(
    language: str, currency: str, written: str
) -> None:
    """A library that names no currency has that of most who speak its language."""
    with speaking(language):
        count_in(currency)
        assert rounded(Decimal(1236)) == written
    count_in("")
