"""Choosing a method with the keyboard in Chromium: questions, answer, address and paper."""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

from kennisbank.pages.chooser_row import GOAL, GROUP, OBSTACLE, ROLE, best, rows
from kennisbank.pages.context import RenderContext, Repository
from this_library import this_library

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page

    from opening import OpenPage

pytestmark = pytest.mark.browser
ANSWERED = "?rol=hr&doelgroep=praktisch-geschoolden&drempel=samenwerkend-leren"
# Goes to each address as the back button does, and reads which methods are shown.
SHOWN_AT = """queries => queries.map(query => {
  history.replaceState(null, "", `?${query}`);
  dispatchEvent(new PopStateEvent("popstate"));
  const links = document.querySelectorAll("#kb-chooser-result:not([hidden]) h4 a");
  return [...links].map(link => link.textContent);
})"""
OPTIONS = "name => [...document.getElementsByName(name)[0].options].map(one => one.value)"
RADIOS = "name => [...document.getElementsByName(name)].map(one => one.value)"


def methods(page: Page) -> Locator:
    """Return the titles of the methods that are shown, as elements to wait for."""
    return page.locator("#kb-chooser-result:not([hidden]) h4")


def titles(page: Page) -> list[str]:
    """Return the titles of the methods that are shown, in order."""
    return methods(page).all_inner_texts()


def test_three_answers_by_keyboard_give_methods_with_reasons(open_page: OpenPage) -> None:
    """The focus goes to the result, a screen reader hears the count, the address holds it all."""
    page = open_page("keuzehulp/")
    page.focus("#keuze-rol")
    page.keyboard.type("HR")
    page.keyboard.press("Tab")
    page.keyboard.type("Praktisch")
    page.keyboard.press("Tab")
    for _ in range(4):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/keuzehulp/{ANSWERED}")
    expect(page.locator("#uitkomst")).to_be_focused()
    first = page.locator(".kb-choice").first.inner_text()

    assert 1 <= len(titles(page)) <= 5
    expect(page.locator("[role=status]")).to_have_text(re.compile(r"het best bij uw antwoorden\.$"))
    for reason in ("Uw rol: HR", "Uw doelgroep: Praktisch geschoolden", "In de weg: Ieder werkt"):
        assert reason in first
    for label in ("Past bij", "Onderzoek", "Let op", "6 van 6"):
        assert label in first


def test_the_script_follows_the_rule_for_every_answer(open_page: OpenPage) -> None:
    """For every combination of answers the browser shows what the rule in Python gives."""
    library = this_library()
    context = RenderContext(library, Repository())
    found = [row.candidate for row in rows(context)]
    page = open_page("keuzehulp/")
    asked = (GOAL, ROLE, GROUP, OBSTACLE)
    answers = [page.evaluate(OPTIONS, one) for one in asked[:-1]]
    answers.append(page.evaluate(RADIOS, OBSTACLE))
    cases = [dict(zip(asked, one, strict=True)) for one in product(*answers)]
    shown = page.evaluate(SHOWN_AT, [urlencode(case) for case in cases])

    assert len(cases) > 100
    compared = context.scale.compared
    assert shown == [[one.title for one in best(found, case, compared)] for case in cases]


def test_reload_and_back_show_the_same(open_page: OpenPage) -> None:
    """Each result is a step in the history; a colleague sees it at the same address."""
    page = open_page(f"keuzehulp/{ANSWERED}")
    before = titles(page)
    page.reload()
    expect(methods(page)).to_have_text(before)
    page.check("input[name=drempel][value=inhoud-van-het-werk]")
    page.click("text=Toon methoden")
    page.wait_for_url("**drempel=inhoud-van-het-werk")
    expect(page.locator("#uitkomst")).to_be_focused()
    after = titles(page)
    page.go_back()
    expect(page.locator("#kb-chooser-result h4").first).to_have_text(before[0])

    assert after != before
    expect(methods(page)).to_have_text(before)
    expect(page.locator("input[name=drempel][value=samenwerkend-leren]")).to_be_checked()
    expect(page.locator("#keuze-rol")).to_have_value("hr")


def test_clearing_the_answers_empties_the_page_and_the_address(open_page: OpenPage) -> None:
    """Nothing is advised to whoever has said nothing."""
    page = open_page(f"keuzehulp/{ANSWERED}")
    page.click("text=Wis antwoorden")
    page.wait_for_url("**/keuzehulp/")
    expect(methods(page)).to_have_count(0)
    page.click("text=Toon methoden")

    expect(page.locator("[role=status]")).to_have_text("Beantwoord eerst een van de vragen.")


def test_answers_that_do_not_exist_are_no_answers(open_page: OpenPage) -> None:
    """What stands in an address never becomes part of the page."""
    page = open_page("keuzehulp/?rol=koning&drempel=%3Cimg src=x onerror=alert(1)%3E")

    assert titles(page) == []
    assert page.locator("article img").count() == 0


def test_the_first_methods_go_side_by_side(open_page: OpenPage) -> None:
    """The link below the result opens the comparison with at most four of them."""
    page = open_page(f"keuzehulp/{ANSWERED}")
    shown = titles(page)[:4]
    page.click("#kb-chooser-compare")
    page.wait_for_url("**/vergelijken/?m=*")

    expect(page.locator("#kb-comparison thead a")).to_have_text(shown)


def test_without_javascript_there_is_one_table(open_page: OpenPage) -> None:
    """No question that does nothing; every method is in the table with what it fits."""
    page = open_page("keuzehulp/", script=False)

    assert page.locator("#kb-chooser").is_hidden()
    assert "werken alleen met JavaScript" in page.inner_text("article")
    assert page.locator("#kb-methods tbody tr:visible").count() > 40
    row = page.locator("#kb-methods tr", has=page.locator("text=Taakroulatie")).inner_text()
    assert "Het werk is elke dag hetzelfde" in row
    assert "Praktisch geschoolden" in row


def test_a_result_prints_without_the_questions(open_page: OpenPage) -> None:
    """The advice and its rule fit on two sheets."""
    page = open_page(f"keuzehulp/{ANSWERED}")
    pdf = page.pdf(prefer_css_page_size=True)
    page.emulate_media(media="print")

    assert 1 <= pdf.count(b"/Type /Page\n") <= 2
    assert page.locator("#kb-chooser").is_hidden()
    assert page.locator("#kb-methods").is_hidden()


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
    page.check("input[name=drempel][value=samenwerkend-leren]")
    page.click("text=Toon methoden")
    expect(methods(page).first).to_be_visible()
    page.click("#kb-chooser-compare")
    page.wait_for_url("**/vergelijken/index.html?m=*")

    expect(page.locator("#kb-comparison thead a")).to_have_count(4)
