"""Choosing a method with the keyboard in Chromium: questions, answer, address and paper."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

from kennisbank.pages.chooser_row import (
    COST,
    GOAL,
    GROUP,
    LIMIT,
    OBSTACLE,
    ROLE,
    best,
    rows,
)
from kennisbank.pages.context import RenderContext, Repository
from this_library import this_library

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page

    from opening import OpenPage

pytestmark = pytest.mark.browser
QUESTIONS = (GOAL, GROUP, OBSTACLE, ROLE, COST)
ANSWERED = "?doelgroep=praktisch-geschoolden&drempel=samenwerkend-leren&rol=hr"
# Goes to each address as the back button does, and reads which methods are shown.
SHOWN_AT = """queries => queries.map(query => {
  history.replaceState(null, "", `?${query}`);
  dispatchEvent(new PopStateEvent("popstate"));
  document.querySelector("#kb-chooser-more").click();
  const links = document.querySelectorAll("#kb-chooser-result:not([hidden]) h4 a");
  return [...links].map(link => link.textContent);
})"""
OPTIONS = "name => [...document.getElementsByName(name)[0].options].map(one => one.value)"


def methods(page: Page) -> Locator:
    """Return the titles of the methods that are shown, as elements to wait for."""
    return page.locator("#kb-chooser-result:not([hidden]) h4")


def titles(page: Page) -> list[str]:
    """Return the titles of the methods that are shown, in order."""
    return methods(page).all_inner_texts()


def test_answers_by_keyboard_give_methods_with_reasons(open_page: OpenPage) -> None:
    """The focus goes to the result, a screen reader hears the count, the address holds it all."""
    page = open_page("keuzehulp/")
    page.focus("#kb-choose-doelgroep")
    page.keyboard.type("Praktisch")
    page.select_option("#kb-choose-drempel", "samenwerkend-leren")
    page.focus("#kb-choose-rol")
    page.keyboard.type("HR")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/keuzehulp/{ANSWERED}")
    expect(page.locator("#kb-fitting")).to_be_focused()
    first = page.locator("#kb-chooser-groups .kb-choice").first
    expect(page.locator("#kb-chooser-count")).to_contain_text("passen bij uw antwoorden.")

    expect(methods(page)).to_have_count(LIMIT)
    for reason in ("Uw rol: HR", "Uw doelgroep: Praktisch geschoolden", "In de weg: Ieder werkt"):
        expect(first).to_contain_text(reason)
    for label in ("Past bij", "Onderzoek", "Eerste stap", "Let op", "Plaats 1"):
        expect(first).to_contain_text(label, ignore_case=True)


def test_the_script_follows_the_rule_for_every_answer(open_page: OpenPage) -> None:
    """For every pair of answers the browser shows what the rule in Python gives, all of it."""
    library = this_library()
    context = RenderContext(library, Repository())
    found = [row.candidate for row in rows(context)]
    page = open_page("keuzehulp/")
    answers = {name: page.evaluate(OPTIONS, name) for name in QUESTIONS}
    cases = [
        {one: value, other: more}
        for one, other in combinations(QUESTIONS, 2)
        for value in answers[one]
        for more in answers[other]
    ]
    shown = page.evaluate(SHOWN_AT, [urlencode(case) for case in cases])

    assert len(cases) > 100
    assert shown == [[one.title for one in best(found, case)] for case in cases]


def test_reload_and_back_show_the_same(open_page: OpenPage) -> None:
    """Each result is a step in the history; a colleague sees it at the same address."""
    page = open_page(f"keuzehulp/{ANSWERED}")
    before = titles(page)
    page.reload()
    expect(methods(page)).to_have_text(before)
    page.click("#kb-chooser-answers")
    page.select_option("#kb-choose-drempel", "inhoud-van-het-werk")
    page.click("text=Toon wat past")
    page.wait_for_url("**drempel=inhoud-van-het-werk**")
    after = titles(page)
    page.go_back()
    expect(page.locator("#kb-chooser-result h4").first).to_have_text(before[0])

    assert after != before
    expect(methods(page)).to_have_text(before)
    expect(page.locator("#kb-choose-drempel")).to_have_value("samenwerkend-leren")
    expect(page.locator("#kb-choose-rol")).to_have_value("hr")


def test_an_address_with_answers_shows_what_fits_first(open_page: OpenPage) -> None:
    """On a phone the first result stands in the first screen; the questions are one click away."""
    page = open_page(f"keuzehulp/{ANSWERED}", width=360)
    first = page.locator("#kb-chooser-groups h4").first
    expect(page.locator("#kb-choose-rol")).to_be_hidden()
    expect(page.locator("#kb-chooser-answers")).to_contain_text("Praktisch geschoolden")

    assert first.evaluate("one => one.getBoundingClientRect().top") < 740


def test_ties_are_said_and_everything_can_be_reached(open_page: OpenPage) -> None:
    """The first five, with who shares a place; the rest and a way to keep all are one click."""
    page = open_page("keuzehulp/?inzet=klein")
    places = page.locator("#kb-chooser-groups .kb-choice__place")
    expect(places).to_have_count(LIMIT)
    total = int(page.locator("#kb-chooser-count").inner_text().split()[0])
    page.click("#kb-chooser-more")
    expect(places).to_have_count(total)
    expect(page.locator("#kb-chooser-groups li").nth(LIMIT).locator("a")).to_be_focused()
    expect(
        page.get_by_text(re.compile(r"^Gedeelde plaats \d+, met \d+ andere$")).first
    ).to_be_visible()
    page.click("#kb-chooser-keep")
    expect(page.locator("#kb-chooser-said")).to_have_text("Bewaard.")

    expect(page.locator(".kb-kept-link__count")).to_have_text(f"({total})")


def test_clearing_the_answers_empties_the_page_and_the_address(open_page: OpenPage) -> None:
    """Nothing is advised to whoever has said nothing."""
    page = open_page(f"keuzehulp/{ANSWERED}")
    page.click("#kb-chooser-answers")
    page.click("text=Wis antwoorden")
    page.wait_for_url("**/keuzehulp/")
    expect(methods(page)).to_have_count(0)
    page.click("text=Toon wat past")

    expect(page.locator("#kb-chooser-count")).to_have_text("Beantwoord eerst een van de vragen.")


def test_answers_that_do_not_exist_are_no_answers(open_page: OpenPage) -> None:
    """What stands in an address never becomes part of the page."""
    page = open_page("keuzehulp/?rol=koning&drempel=%3Cimg src=x onerror=alert(1)%3E")

    expect(methods(page)).to_have_count(0)
    assert page.locator("article img").count() == 0


def test_the_first_methods_go_side_by_side(open_page: OpenPage) -> None:
    """The link below the result opens the comparison with at most four of them."""
    page = open_page(f"keuzehulp/{ANSWERED}")
    shown = titles(page)[:4]
    page.click("#kb-chooser-compare")
    page.wait_for_url("**/vergelijken/?m=*")

    expect(page.locator("#kb-comparison thead a")).to_have_text(shown)


def test_without_javascript_the_chooser_leads_to_the_table(open_page: OpenPage) -> None:
    """No question that does nothing; every method is in the table, with what was found."""
    page = open_page("keuzehulp/", script=False)
    assert page.locator("#kb-chooser").is_hidden()
    page.get_by_role("link", name="één tabel").click()
    row = page.locator("#kb-overview tr", has=page.locator("text=Taakroulatie")).inner_text()

    assert page.locator("#kb-overview tbody tr:visible").count() > 40
    assert page.locator("#kb-overview-filter").is_hidden()
    assert "Praktisch geschoolden" in row


def test_a_result_prints_without_the_questions(open_page: OpenPage) -> None:
    """The advice and its rule fit on two sheets."""
    page = open_page(f"keuzehulp/{ANSWERED}")
    pdf = page.pdf(prefer_css_page_size=True)
    page.emulate_media(media="print")

    assert 1 <= pdf.count(b"/Type /Page\n") <= 2
    assert page.locator("#kb-chooser").is_hidden()


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("", ""),
        ("methoden", ""),
        ("vergelijken", ""),
        ("rollen/hr", "?rol=hr"),
        ("doelgroepen/praktisch-geschoolden", "?doelgroep=praktisch-geschoolden"),
        ("doelgroepen/groepen-die-minder-leren", ""),
        ("mechanismen/samenwerkend-leren", "?drempel=samenwerkend-leren"),
    ],
)
def test_readers_find_the_chooser(built_site: Path, path: str, answer: str) -> None:
    """Pages with many methods lead to it; a role, a group or a mechanism is an answer by itself."""
    html = (built_site / path / "index.html").read_text(encoding="utf-8")
    door = re.search(r'class="kb-chooser-door">.*?href="([^"]*)"', html)

    assert door
    assert door[1].endswith(f"keuzehulp/{answer}")


def test_the_chooser_works_in_a_copy_on_a_disk(open_copy: OpenPage) -> None:
    """Opened as a file it answers, and leads to the comparison."""
    page = open_copy("keuzehulp/index.html")
    page.select_option("#kb-choose-drempel", "samenwerkend-leren")
    page.click("text=Toon wat past")
    expect(methods(page).first).to_be_visible()
    page.click("#kb-chooser-compare")
    page.wait_for_url("**/vergelijken/index.html?m=*")

    expect(page.locator("#kb-comparison thead a")).to_have_count(4)
