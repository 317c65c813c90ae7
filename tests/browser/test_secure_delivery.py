"""A library by others in the browser: English, with kinds, relations and pictures of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from asking import NONE, ask_ours, questions_to, reading
from auditing import OVERFLOW, QUICK, look
from opening import OpenPage, opening
from running import REPOSITORY, mkdocs
from serving import folder_served

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.build]
LIBRARY = REPOSITORY / "tests" / "examples" / "good" / "secure-delivery"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where its site is served, built strictly."""
    site = tmp_path_factory.mktemp("secure-delivery") / "site"
    done = mkdocs("build", "--strict", "--site-dir", str(site), folder=LIBRARY)
    assert done.returncode == 0, done.stderr
    with folder_served(site) as served:
        yield f"{served}/"


@pytest.fixture
def open_example(browser: Browser, address: str) -> Iterator[OpenPage]:
    """Open its pages; whatever they complain of in the end fails the test."""
    with opening(browser, address) as opened:
        yield opened


@pytest.mark.parametrize(
    "path",
    ["", "techniques/leaked-secret/", "mitigations/device-challenge/", "subjects/tags/feedback/"],
)
def test_everybody_can_use_its_pages(open_example: OpenPage, path: str) -> None:
    """Axe finds nothing, wide and narrow, light and dark, and every stop of Tab is in sight."""
    page = open_example(path)
    found = look(page, path, QUICK)

    assert found.violations == {}
    assert found.faults == []
    assert page.evaluate(OVERFLOW) == 0
    assert page.get_attribute("html", "lang") == "en"


def test_a_reader_finds_and_follows_a_relation(open_example: OpenPage) -> None:
    """From the search to a technique, to what makes it harder and back; the picture is drawn."""
    page = open_example("search/?q=leaked secrets")
    page.get_by_role("link", name="Leaked secret", exact=True).first.click()
    picture = page.get_by_role("img", name="Three boxes in a row")
    expect(picture).to_be_visible()
    assert picture.evaluate("one => one.complete && one.naturalWidth > 0")
    page.get_by_role("link", name="Keys that expire").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Keys that expire")
    expect(page.get_by_text("Whoever finds an old key finds nothing that opens.")).to_be_visible()


def test_the_search_answers_readers_in_english(open_example: OpenPage) -> None:
    """Of questions by English rules nine of ten have a good page first; no answer is said so."""
    asked = questions_to("secure-delivery")
    found = ask_ours(open_example("search/"), asked)
    pairs = list(zip(asked, found, strict=True))
    known = [pair for pair in pairs if pair[0].kind != NONE]
    figures = reading([one for one, _ in known], [answer for _, answer in known])

    assert figures.first >= 0.9
    assert figures.five >= 0.95
    assert figures.says <= 0.06
    assert [answer.says for one, answer in pairs if one.kind == NONE] == [True] * 7


def test_the_search_answers_english_questions_that_nobody_tuned_on(open_example: OpenPage) -> None:
    """Nobody looks at one of these questions: its synonyms were written without them."""
    asked = questions_to("secure-delivery-held-out")
    pairs = list(zip(asked, ask_ours(open_example("search/"), asked), strict=True))
    known = [pair for pair in pairs if pair[0].kind != NONE]
    figures = reading([one for one, _ in known], [answer for _, answer in known])

    assert figures.first >= 0.85
    assert figures.five >= 0.95
    assert [answer.says for one, answer in pairs if one.kind == NONE] == [True] * 8


def test_an_old_address_leads_on_without_a_script(open_example: OpenPage) -> None:
    """A link that somebody keeps since 2019 still answers."""
    page = open_example("attacks/leaked-secret/", script=False)

    expect(page.get_by_role("heading", level=1)).to_have_text("Leaked secret")


def test_the_form_asks_for_a_relation_with_its_text(open_example: OpenPage) -> None:
    """Both parts are asked for, and shown beside the form as they will be on the page."""
    page = open_example("contribute/new/mitigation/")
    row = page.get_by_role("group", name="Addresses, point 1")
    row.get_by_role("combobox", name="Addresses").fill("leaked-secret")
    row.get_by_role("textbox", name="Why it helps").fill("Nobody can use an **old** key.")
    shown = page.locator("#kb-form-preview")

    expect(shown).to_contain_text("Leaked secret")
    expect(shown.get_by_text("old", exact=True)).to_have_js_property("tagName", "STRONG")
    # A form keeps its draft in the browser.
    page.close()


def test_the_form_draws_what_a_field_may_hold(open_example: OpenPage) -> None:
    """A heading and a picture, in a field that says so."""
    page = open_example("contribute/new/attack-technique/")
    text = "## First\n\n![Three boxes](assets/leak.svg)"
    page.get_by_role("textbox", name="How it works").fill(text)
    shown = page.locator("#kb-form-preview")

    expect(shown.get_by_role("heading", name="First")).to_be_visible()
    picture = shown.get_by_role("img", name="Three boxes")
    expect(picture).to_be_visible()
    expect(picture).to_have_js_property("complete", value=True)
    assert picture.evaluate("one => one.naturalWidth > 0")
    page.close()
