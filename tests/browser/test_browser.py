"""What a reader meets in Chromium: every kind of page, wide and narrow, light and dark."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from our_kinds import KINDS

if TYPE_CHECKING:
    from pathlib import Path

    from opening import OpenPage


pytestmark = pytest.mark.browser
DRAWN = "() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))"


def test_links_on_the_home_page_lead_to_pages(open_page: OpenPage) -> None:
    """Following the first circle of the drawing leads to its page; a phone has a list instead."""
    page = open_page("")
    link = page.get_by_role("listitem").get_by_role("link", name="Zelfregie en leerpotentieel")
    link.click()
    expect(page.locator("h1")).to_have_text("Zelfregie en leerpotentieel")
    page.set_viewport_size({"width": 360, "height": 740})
    page.go_back()

    expect(page.locator(".kb-ring")).to_be_hidden()
    expect(page.locator(".kb-map li").first).to_be_visible()


def test_the_home_page_leads_in_one_screen(open_page: OpenPage) -> None:
    """Search, three doors and the drawing stand in the first 900 pixels of a laptop."""
    page = open_page("", width=1280)
    foot = "one => one.getBoundingClientRect().bottom"

    assert page.locator(".kb-ways li").count() == 3
    assert page.locator(".kb-search").evaluate(foot) < 900
    assert page.locator(".kb-ways").evaluate(foot) < 900
    assert page.locator(".kb-ring").evaluate(foot) < 900


def test_the_search_field_of_the_home_page_searches(open_page: OpenPage) -> None:
    """Words typed into the field lead to the search page with its results."""
    page = open_page("")
    page.fill("#kb-search-field", "jobcrafting")
    page.press("#kb-search-field", "Enter")
    page.wait_for_selector(".kb-result a[href$='methoden/jobcrafting/']")


def test_a_citation_shows_its_reference_on_keyboard_focus(open_page: OpenPage) -> None:
    """Focus on a citation shows the reference; Escape hides it and the focus stays."""
    page = open_page("methoden/jobcrafting/")
    citation = page.locator("a.kb-cite[href='#bron-barzin2021jobcrafting']").first
    citation.focus()
    expect(page.locator("[role=tooltip]")).to_contain_text("Barzin")
    page.keyboard.press("Escape")

    expect(page.locator("[role=tooltip]")).to_have_count(0)
    expect(citation).to_be_focused()


def test_a_citation_and_its_reference_link_to_each_other(open_page: OpenPage) -> None:
    """A citation leads to its reference, and the reference back to each place."""
    page = open_page("methoden/jobcrafting/", script=False)
    page.locator("a.kb-cite").first.click()
    expect(page).to_have_url(re.compile("#bron-"))
    at_reference = page.url.split("#")[1]
    page.locator(f"#{at_reference} .kb-ref__back a").first.click()

    back = at_reference.replace("bron-", "noot-")
    expect(page).to_have_url(re.compile(f"#{back}-1$"))


def test_the_list_of_sources_is_narrowed_down_and_shared(open_page: OpenPage) -> None:
    """A choice by keyboard leaves the sources that fit; the address shows a colleague the same."""
    page = open_page("bronnen/")
    page.locator("#filter-onderzoek").focus()
    page.keyboard.type("Gerandomiseerd")
    page.keyboard.press("Tab")
    page.wait_for_url("**/bronnen/?onderzoek=randomised-trial")
    shown = page.locator("#kb-sources > li:visible")

    expect(shown.first).to_contain_text("gerandomiseerd onderzoek")
    expect(page.locator("#kb-sources-count")).to_have_text(f"{shown.count()} bronnen")
    again = open_page("bronnen/?onderzoek=randomised-trial&staat=as-cited")
    expect(again.locator("#kb-sources > li:visible")).to_have_count(0)
    expect(again.locator("#kb-sources-count")).to_have_text(re.compile("^Geen bronnen"))
    again.click("text=Alles tonen")
    again.wait_for_url("**/bronnen/")
    expect(again.locator("#kb-sources > li:visible").nth(40)).to_be_attached()


def test_the_list_of_sources_reads_without_javascript(open_page: OpenPage) -> None:
    """Without a script there are no choices that do nothing, and every source is there."""
    page = open_page("bronnen/", script=False)

    assert page.locator("#kb-sources-filter").is_hidden()
    assert page.locator("#kb-sources > li:visible").count() > 40


def test_a_card_stays_inside_the_window(open_page: OpenPage) -> None:
    """At the foot of the window a reference shows above its citation."""
    page = open_page("methoden/jobcrafting/")
    citation = page.locator("a.kb-cite").first
    citation.evaluate("one => scrollTo(0, one.getBoundingClientRect().bottom - innerHeight + 10)")
    citation.hover()
    # It stands in its place once the page has been drawn.
    page.evaluate(DRAWN)
    card = page.locator("[role=tooltip]").bounding_box()

    assert card
    assert card["y"] + card["height"] <= 900


def test_a_term_shows_its_meaning_on_focus(open_page: OpenPage) -> None:
    """Focus on a marked word shows what it means."""
    page = open_page("over/leven-lang-ontwikkelen/")
    term = page.locator("a.kb-term").first
    term.focus()

    expect(page.locator("[role=tooltip]")).to_have_text(re.compile(r".{20}", re.DOTALL))


def test_a_statistic_has_a_chart_a_table_and_a_csv(open_page: OpenPage, built_site: Path) -> None:
    """Ten bars stand beside ten values; who copies the chart or a row has the source and caveat."""
    page = open_page("cijfers/slim-nulmeting/", script=False)
    shown = page.locator(".kb-chart__amount").all_inner_texts()
    widths = page.eval_on_selector_all(
        ".kb-chart__value", "bars => bars.map(bar => bar.getAttribute('width'))"
    )
    csv = (built_site / "cijfers/slim-nulmeting/cijfers.csv").read_text(encoding="utf-8")

    assert len(shown) == 10
    assert [float(text.rstrip("%").replace(",", ".")) for text in shown] == [
        float(width) for width in widths
    ]
    assert page.inner_text(".kb-chart__about").endswith("SLIM-regeling aanvroegen, 2021")
    assert page.inner_text(".kb-chart__source") == "Bron: SEOR en Ockham IPS (2021b)"
    assert page.inner_text("section:has(.kb-chart) ~ .kb-section h2") == "Wat u hier ziet"
    assert len(csv.splitlines()) == 11
    assert csv.count("SLIM Nulmeting 2021. Ministerie") == csv.count("het hele mkb") == 10


def test_a_figure_is_copied_with_its_source_and_a_chart_is_taken_along(
    open_page: OpenPage, tmp_path: Path
) -> None:
    """A row says what it is of, whose it is and where it stands; the chart is a picture."""
    page = open_page("cijfers/slim-nulmeting/")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Kopieer met bron: Voert ontwikkelgesprekken").press("Enter")
    expect(page.locator(".kb-chart figcaption [role=status]")).to_have_text(
        "Gekopieerd met de bron."
    )
    copied = page.evaluate("navigator.clipboard.readText()")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="als plaatje (PNG)").press("Enter")
    waiting.value.save_as(tmp_path / "chart.png")

    assert copied.startswith("Voert ontwikkelgesprekken: 78,9%. ")
    assert "SLIM Nulmeting 2021. Ministerie" in copied
    assert copied.endswith("/cijfers/slim-nulmeting/")
    assert waiting.value.suggested_filename == "cijfers.png"
    assert (tmp_path / "chart.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("kind", [kind.address for kind in KINDS])
def test_the_longest_entry_of_a_kind_prints_on_few_pages(
    open_page: OpenPage, built_site: Path, kind: str
) -> None:
    """Printed on A4, the longest entry takes at most two sheets, dark on white.

    A method has findings on many outcomes, each with its drawing, and a tool has cards: four.
    """
    entries = (built_site / kind).glob("*/index.html")
    longest = max(entries, key=lambda path: path.stat().st_size)
    page = open_page(f"{kind}/{longest.parent.name}/", scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    colour = page.eval_on_selector(".kb-lead", "lead => getComputedStyle(lead).color")
    pdf = page.pdf(format="A4", prefer_css_page_size=True)

    assert colour == "rgb(31, 42, 43)"
    is_long = kind == "methoden" or page.locator(".kb-tool").count() > 0
    assert 1 <= pdf.count(b"/Type /Page\n") <= (4 if is_long else 2)


@pytest.mark.parametrize("name", ["mentorprogramma", "ontwikkelbudget", "taal-op-de-werkvloer"])
def test_a_method_opens_with_its_answer(open_page: OpenPage, name: str) -> None:
    """It stands in the first screen of a desk, and a phone reads the page in eight screens."""
    bottom = "document.querySelector('.kb-opening').getBoundingClientRect().bottom"
    desk = open_page(f"methoden/{name}/")
    phone = open_page(f"methoden/{name}/", width=360)

    assert desk.evaluate(bottom) <= 900
    assert phone.evaluate(bottom) <= 1230
    assert phone.evaluate("document.documentElement.scrollHeight") <= 6000


def test_what_is_folded_opens_where_a_link_leads(open_page: OpenPage) -> None:
    """Without a script, a link into something closed opens it."""
    page = open_page("methoden/taal-op-de-werkvloer/#uitkomst-deelname", script=False)

    expect(page.locator("#uitkomst-deelname h3")).to_be_visible()


def test_a_cell_of_the_map_leads_to_its_findings(open_page: OpenPage) -> None:
    """Without a script, the link in a cell opens the method at the findings of that outcome."""
    page = open_page("kaart/", script=False)
    page.locator("td a[href*='jobcrafting/#uitkomst-welzijn']").click()

    expect(page.locator(":target h3")).to_have_text("Welzijn en gezondheid")


def test_the_names_of_methods_stay_in_sight_on_a_phone(open_page: OpenPage) -> None:
    """The map scrolls sideways in its own region, under a first column that stays."""
    page = open_page("kaart/", width=360)
    region = page.get_by_role("region", name="Kaart: Methoden. Schuif opzij")
    name = region.locator("tbody th[scope=row]").first
    before = name.bounding_box()
    region.evaluate("one => one.scrollBy(300, 0)")
    after = name.bounding_box()

    assert region.evaluate("one => one.scrollLeft") == 300
    assert before
    assert after
    assert before["x"] == after["x"]


def test_the_map_prints_lying_down(open_page: OpenPage) -> None:
    """Every sheet is A4 landscape, and no sheet before it is empty."""
    pdf = open_page("kaart/").pdf(prefer_css_page_size=True)
    sizes = {tuple(round(float(one)) for one in box.split()) for box in _boxes(pdf)}

    assert sizes == {(0, 0, 842, 595)}


def _boxes(pdf: bytes) -> list[str]:
    return [part.split(b"]")[0].decode() for part in pdf.split(b"/MediaBox [")[1:]]
