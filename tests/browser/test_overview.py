"""The overview of what is rated, in Chromium: narrowed down, sorted, kept and compared."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from opening import OpenPage

pytestmark = pytest.mark.browser
PRICES = """rows => rows.map(row => row.dataset.price ? Number(row.dataset.price) : Infinity)"""


def shown(page: Page) -> list[str]:
    """Return the titles of the rows that are shown, in order."""
    return page.locator("#kb-overview tbody tr:visible th a").all_inner_texts()


def test_rows_are_narrowed_and_sorted_by_what_a_reader_chooses(open_page: OpenPage) -> None:
    """Each choice is in the address; an outcome shows only what was found on that."""
    page = open_page("methoden/")
    whole = shown(page)
    page.select_option("#filter-uitkomst", "prestaties")
    page.select_option("#kb-overview-sort", "prijs")
    expect(page.locator("#kb-overview-count")).to_contain_text(f"van {len(whole)} getoond")
    rows = page.locator("#kb-overview tbody tr:visible")
    found = rows.locator("[data-of]:visible")
    prices = rows.evaluate_all(PRICES)

    assert page.url.endswith("?uitkomst=prestaties&volgorde=prijs")
    assert 0 < len(prices) < len(whole)
    assert prices == sorted(prices)
    assert all("Prestaties" in one for one in found.all_inner_texts())
    before = shown(page)
    page.reload()
    expect(page.locator("#filter-uitkomst")).to_have_value("prestaties")
    assert shown(page) == before
    page.get_by_role("button", name="Alles tonen").click()
    expect(page.locator("#kb-overview-count")).to_contain_text(f"{len(whole)} van")
    assert shown(page) == whole


def test_a_handout_is_three_keeps_and_two_clicks_away(open_page: OpenPage) -> None:
    """From the rows into the selection; there it can be printed."""
    page = open_page("methoden/")
    for number in range(3):
        page.get_by_role("button", name="Bewaar:").nth(number).click()
    expect(page.locator(".kb-kept-link__count")).to_have_text("(3)")
    page.get_by_role("link", name="Mijn selectie").first.click()

    expect(page.locator(".kb-kept li")).to_have_count(3)
    expect(page.locator("#kb-print")).to_be_visible()


def test_marked_rows_go_side_by_side(open_page: OpenPage) -> None:
    """One is nothing to compare with; at four the others wait."""
    page = open_page("methoden/")
    boxes = page.get_by_role("checkbox")
    bar = page.locator("#kb-overview-compare")
    boxes.nth(0).check()
    expect(bar).to_be_hidden()
    for number in range(1, 4):
        boxes.nth(number).check()
    expect(boxes.nth(4)).to_be_disabled()
    titles = shown(page)[:4]
    bar.get_by_role("link").click()

    expect(page.locator("#kb-comparison thead a")).to_have_text(titles)


def test_a_row_is_as_short_as_its_sentence(open_page: OpenPage) -> None:
    """It says what leads, and how much more was found; without a script, or on paper, all."""
    page = open_page("methoden/")
    rows = page.locator("#kb-overview tbody tr")
    many = rows.filter(has=page.locator("[data-of] ~ [data-of]")).first
    heights = rows.evaluate_all("all => all.map(one => one.offsetHeight)")
    expect(many.locator("[data-of]").nth(1)).to_be_hidden()
    expect(many.locator(".kb-overview__more")).to_have_text(re.compile("en nog [1-9]"))
    page.emulate_media(media="print")
    expect(many.locator("[data-of]").nth(1)).to_be_visible()
    whole = open_page("methoden/", script=False).locator("#kb-overview tbody [data-of]")

    assert max(heights) < 120
    assert whole.count() == page.locator("#kb-overview tbody [data-of]:visible").count()


def test_on_a_phone_the_rows_come_first(open_page: OpenPage) -> None:
    """The choices are folded, and a row is a block with its price named."""
    page = open_page("methoden/", width=360)
    expect(page.locator("#filter-uitkomst")).to_be_hidden()
    first = page.locator("#kb-overview tbody tr").first

    assert first.evaluate("one => one.getBoundingClientRect().top") < 740
    assert page.evaluate("document.documentElement.scrollWidth") == 360
