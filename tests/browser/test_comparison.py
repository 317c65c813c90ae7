"""Methods side by side in Chromium: by keyboard, by address, on a phone and on paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from opening import OpenPage

pytestmark = pytest.mark.browser
TWO = "vergelijken/?m=jobcrafting&m=taakroulatie"
LONGEST = """() => [...document.querySelectorAll("template[data-method]")]
  .map(one => [one.content.textContent.length, one.dataset.method])
  .sort((one, other) => other[0] - one[0]).slice(0, 4).map(one => one[1])"""


def columns_are(page: Page, titles: list[str]) -> None:
    """Wait until these methods stand side by side."""
    expect(page.locator("#kb-comparison:visible thead a")).to_have_text(titles)


def told(page: Page, said: str | re.Pattern[str]) -> None:
    """Wait until a screen reader hears something."""
    expect(page.locator("[role=status]")).to_have_text(said)


def test_an_address_puts_methods_side_by_side(open_page: OpenPage) -> None:
    """Each row has a cell for each method, and the form shows what was chosen."""
    page = open_page(TWO)

    columns_are(page, ["Jobcrafting", "Taakroulatie"])
    expect(page.locator("#kb-comparison tbody tr")).to_have_count(13)
    expect(page.locator("#kb-comparison tbody td")).to_have_count(26)
    expect(page.locator("#kb-compared-1")).to_have_value("jobcrafting")
    expect(page.locator("#kb-compared-3")).to_have_value("")
    told(page, "2 methoden naast elkaar.")


def test_an_address_may_name_a_method_as_it_was_called(open_page: OpenPage) -> None:
    """Who kept an address finds the methods in it under their new names, each once."""
    page = open_page("vergelijken/")
    page.evaluate(
        "document.querySelector('template[data-method=jobcrafting]').dataset.earlier = 'oud ouder';"
        "history.pushState(null, '', '?m=ouder&m=jobcrafting&m=taakroulatie');"
        "dispatchEvent(new PopStateEvent('popstate'))"
    )

    columns_are(page, ["Jobcrafting", "Taakroulatie"])


def test_a_difference_is_told_in_a_word(open_page: OpenPage) -> None:
    """Rows that are the same have no such word."""
    page = open_page(TWO)
    effort = page.locator("tr[data-row=effort] th").inner_text()
    described = page.locator("tr[data-row=description]")

    assert effort.split() == ["Inspanning", "verschilt"]
    assert described.locator("th").inner_text().split() == ["Beschrijving"]
    assert len(set(described.locator("td").all_inner_texts())) == 1


def test_a_method_is_added_by_keyboard_and_back_takes_it_away(open_page: OpenPage) -> None:
    """The address holds the choice without empty places; a reload shows the same."""
    page = open_page(TWO)
    page.focus("#kb-compared-4")
    page.keyboard.type("Mentor")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{TWO}&m=mentorprogramma")
    expect(page.locator("#kb-comparison-scroll")).to_be_focused()
    page.reload()
    columns_are(page, ["Jobcrafting", "Taakroulatie", "Mentorprogramma"])
    page.go_back()
    expect(page.locator("#kb-comparison thead a")).to_have_count(2)

    columns_are(page, ["Jobcrafting", "Taakroulatie"])
    expect(page.locator("#kb-compared-3")).to_have_value("")


def test_a_method_page_starts_a_comparison(open_page: OpenPage) -> None:
    """The method is chosen already, and the reader is asked for another."""
    page = open_page("methoden/jobcrafting/")
    page.locator(".kb-compare-with a").press("Enter")
    page.wait_for_url("**/vergelijken/?m=jobcrafting")

    columns_are(page, ["Jobcrafting"])
    told(page, "Kies nog een methode om mee te vergelijken.")


@pytest.mark.parametrize(
    ("query", "shown", "said"),
    [
        ("", 0, "Kies twee tot vier methoden."),
        ("?m=jobcrafting&m=jobcrafting", 1, "Kies nog een methode om mee te vergelijken."),
        ("?m=%3Cb%3E&m=jobcrafting", 1, "Een methode uit dit adres bestaat niet (meer)."),
        (
            "?m=jobcrafting&m=taakroulatie&m=maatwerk&m=brugfiguren&m=mentorprogramma",
            4,
            "U ziet de eerste 4; de rest is weggelaten.",
        ),
    ],
)
def test_an_odd_address_is_explained(
    open_page: OpenPage, query: str, shown: int, said: str
) -> None:
    """Too few, twice the same, unknown or too many: the page says what to do."""
    page = open_page(f"vergelijken/{query}")

    expect(page.locator("#kb-comparison:visible thead a")).to_have_count(shown)
    told(page, re.compile(re.escape(said)))


def test_the_longest_methods_print_on_two_sheets(open_page: OpenPage) -> None:
    """Four of them fit on two A4 that lie down, without the form."""
    longest = open_page("vergelijken/").evaluate(LONGEST)
    query = "&".join(f"m={one}" for one in longest)
    page = open_page(f"vergelijken/?{query}")
    expect(page.locator("#kb-comparison:visible thead a")).to_have_count(4)
    pdf = page.pdf(prefer_css_page_size=True)
    box = pdf.split(b"/MediaBox [")[1].split(b"]")[0].decode()

    assert 1 <= pdf.count(b"/Type /Page\n") <= 2
    assert tuple(round(float(one)) for one in box.split()) == (0, 0, 842, 595)


def test_without_javascript_the_page_leads_to_a_table(open_page: OpenPage) -> None:
    """The reader is told so, and finds all methods in one table."""
    page = open_page("vergelijken/", script=False)
    assert page.locator("#kb-comparing").is_hidden()
    page.get_by_role("link", name="één tabel").click()

    expect(page.locator("#kb-overview tbody tr").nth(40)).to_be_visible()


def test_the_comparison_fits_a_phone(open_page: OpenPage) -> None:
    """Only its own region scrolls sideways, under names of rows that stay."""
    page = open_page(f"{TWO}&m=maatwerk&m=brugfiguren", width=360)
    page.wait_for_selector("#kb-comparison td")
    root = "document.documentElement"
    name = page.locator("tr[data-row=effort] th")
    before = name.bounding_box()
    page.evaluate("document.querySelector('#kb-comparison-scroll').scrollBy(200, 0)")
    after = name.bounding_box()

    assert page.evaluate(f"{root}.scrollWidth - {root}.clientWidth") <= 0
    assert before
    assert after
    assert before["x"] == after["x"]
