"""The frame of every page in Chromium: what the policy stops, the menu, and the colours."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from auditing import QUICK, look
from kennisbank.pages.content_policy import BARE_POLICY, CONTENT_POLICY

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from opening import OpenPage

pytestmark = pytest.mark.browser
POLICY = '<meta http-equiv="Content-Security-Policy" content="{}">'
# Nothing else comes before it.
START = re.compile(r'<head>\s*(?:<meta charset="utf-8">)?')
# A script that has no address and is no data, a style that has none, or a handler.
INLINE = re.compile(
    r"<script(?![^>]*\bsrc=)(?![^>]*application/(?:ld\+)?json)|<style|<[a-z][^<>]*\s(?:style|on\w+)="
)
PLANTED = """<script>document.title = "script"</script>
<img src="x" onerror="document.title = 'handler'" alt="">
<p style="color: red" id="planted">Rood</p>
<script src="https://voorbeeld.nl/elders.js"></script>"""


def shows(page: Page, scheme: str) -> None:
    """Wait until a page has the colours of a scheme."""
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)


def test_every_page_has_the_policy_and_nothing_that_needs_an_exception(built_site: Path) -> None:
    """First in the head, before anything loads; also in pages that only lead on."""
    allowed = {POLICY.format(policy) for policy in (CONTENT_POLICY, BARE_POLICY)}
    without, inline = [], []
    for path in built_site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        head = START.split(text, maxsplit=1)[1].replace("&#39;", "'")
        without += [path] if not head.startswith(tuple(allowed)) else []
        inline += [path] if INLINE.search(text) else []

    assert "unsafe" not in CONTENT_POLICY + BARE_POLICY
    assert without == []
    assert inline == []


def test_what_is_planted_in_a_page_does_not_run(open_page: OpenPage) -> None:
    """A script, a handler, a style and a script from elsewhere are all stopped, and seen."""
    page = open_page("a-z/")
    page.route(
        "**/over/",
        lambda route: route.fulfill(
            body=route.fetch().text().replace("</article>", f"{PLANTED}</article>"),
            content_type="text/html",
        ),
    )
    page.goto(f"{open_page.address}over/")
    colour = page.eval_on_selector("#planted", "one => getComputedStyle(one).color")

    assert page.title().startswith("Over")
    assert colour != "rgb(255, 0, 0)"
    open_page.expect("script-src-elem inline", "script-src-attr inline", "style-src-attr inline")
    open_page.expect("voorbeeld.nl/elders.js", "Content Security Policy", "404")


def test_the_menu_opens_and_closes_with_the_keyboard(open_page: OpenPage) -> None:
    """Closed, its links are out of reach; open, the first has the focus; Escape gives it back.

    Beside its button the library has its whole name.
    """
    page = open_page("methoden/", width=360)
    name = page.locator(".md-header__topic .md-ellipsis").first
    assert name.evaluate("one => one.scrollWidth <= one.clientWidth")
    button = page.get_by_role("button", name="Menu")
    links = page.locator("#kb-navigation a")
    expect(links.first).to_be_hidden()
    expect(button).to_have_attribute("aria-expanded", "false")
    button.press("Enter")
    expect(links.first).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(page.locator("#kb-navigation [aria-current=page]")).to_have_text("Wat u kunt doen")
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")
    button.press("Enter")
    links.last.focus()
    page.keyboard.press("Tab")
    expect(links.first).to_be_hidden()
    button.click()
    page.mouse.click(350, 500)
    expect(button).to_have_attribute("aria-expanded", "false")

    expect(links.first).to_be_hidden()


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("", "Bibliotheek leercultuur: voorpagina"),
        ("methoden/jobcrafting/", "Wat u kunt doen"),
        ("rollen/hr/", "Wat u kunt doen"),
        ("begrippen/leercultuur/", "Hoe leren werkt"),
        ("kaart/", "Onderzoek en cijfers"),
        ("bronnen/barzin2021jobcrafting/", "Onderzoek en cijfers"),
        ("colofon/", "Over deze bibliotheek"),
        ("onderwerpen/", "Zoeken"),
        ("selectie/", "Mijn selectie"),
    ],
)
def test_one_place_is_the_current_one(built_site: Path, path: str, place: str) -> None:
    """On a page itself and on all below it the menu, or the header beside it, says where one is."""
    html = (built_site / path / "index.html").read_text(encoding="utf-8")
    header = html[html.index("<header") : html.index("<main")].split('class="kb-beside')[0]
    found = re.findall(
        r'<(a|button)\b[^>]*?(?:aria-label="([^"]*)"[^>]*)?aria-current="(?:page|true)"[^>]*>'
        r"(.*?)</\1>",
        header,
        re.DOTALL,
    )
    told = [label or re.sub("<[^>]+>", " ", text).strip() for _, label, text in found]

    assert told == [place]


def test_six_items_fit_beside_each_other_from_1024_pixels(open_page: OpenPage) -> None:
    """One row, without a button, and nothing cut off."""
    page = open_page("methoden/jobcrafting/", width=1024)
    row = page.locator(".md-tabs__list")
    tops = page.locator(".md-tabs__link").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().top)"
    )

    expect(row).to_be_visible()
    assert row.evaluate("one => one.scrollWidth <= one.clientWidth")
    assert len(tops) == 6
    assert len(set(tops)) == 1
    expect(page.get_by_role("button", name="Menu")).to_have_count(0)


def test_without_a_script_the_tabs_are_the_menu(open_page: OpenPage) -> None:
    """On a phone too, with no button that does nothing; each landmark has a Dutch name."""
    page = open_page("methoden/", width=360, script=False)
    landmarks = page.locator("nav:visible").evaluate_all("all => all.map(one => one.ariaLabel)")

    assert landmarks == [
        *("Onderdelen", "In dit onderdeel", "Kruimelpad"),
        *("Alles op deze site", "Over deze site"),
    ]

    assert page.locator(".md-tabs a:visible").count() == page.locator(".md-tabs a").count()
    assert page.locator(".kb-menu, .kb-colours").count() == 2
    assert page.locator(":is(.kb-menu, .kb-colours):visible").count() == 0


def test_the_colours_are_the_systems_until_the_reader_chooses(open_page: OpenPage) -> None:
    """Nothing is kept before a choice; a choice also holds on the next page."""
    page = open_page("", scheme="dark")
    button = page.get_by_role("button", name="Donkere kleuren")
    shows(page, "slate")
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    page.emulate_media(color_scheme="light")
    expect(button).to_have_attribute("aria-pressed", "false")
    page.emulate_media(color_scheme="dark")
    expect(button).to_have_attribute("aria-pressed", "true")
    button.press("Space")
    shows(page, "default")
    page.goto(f"{open_page.address}over/")

    shows(page, "default")
    assert page.evaluate("Object.entries(localStorage)") == [["kennisbank-kleuren /kb/", "default"]]


def test_the_style_page_shows_each_part_in_both_schemes(open_page: OpenPage) -> None:
    """Whatever scheme a reader has: the same parts, one half light and one half dark."""
    page = open_page("development/style/", scheme="dark")
    halves = page.locator(".kb-style")
    parts = halves.evaluate_all("all => all.map(one => one.querySelectorAll('*').length)")
    grounds = halves.evaluate_all("all => all.map(one => getComputedStyle(one).backgroundColor)")
    shown = [halves.nth(number).locator(":visible").count() for number in range(2)]
    found = look(page, "development/style/", QUICK)

    assert found.violations == {}
    assert found.faults == []
    assert grounds == ["rgb(253, 252, 249)", "rgb(20, 25, 27)"]
    assert parts[0] == parts[1] > 80
    assert shown[0] == shown[1]
