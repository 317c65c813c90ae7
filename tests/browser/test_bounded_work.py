"""What an address, a kept selection or a pasted text can make a page do has a limit.

Work is counted, not timed: how often each block of each script of ours ran, and how many letters
the patterns were given to look through. So a loop over all letters of a word, or over all words of
the index, shows on any machine.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote, urlencode

import pytest
from playwright.sync_api import expect

from opening import answered, opening

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, CDPSession, Page

    from opening import OpenPage

pytestmark = pytest.mark.browser
OURS = "/assets/javascripts/"
# Pieces of words that the library knows, so that splitting finds something at each place.
KNOWN = "leertaakwerkteamtijdgroep"
# Well under a second on a phone, where an honest question takes a tenth of the first. The words of
# the library and of the trade count: with 167 pages and 5,300 synonyms the worst of these asks for
# 12 million, and reading them for 6.
MOST_FOR_QUESTION = 20_000_000
MOST_FOR_TEXT = 6_000_000
# A pattern that starts at one place looks no further than it fits; the others walk through it all.
COUNT_LETTERS = """
const exec = RegExp.prototype.exec;
globalThis.lettersRead = 0;
RegExp.prototype.exec = function (text) {
  const start = this.global ? this.lastIndex : 0;
  if (!this.sticky) globalThis.lettersRead += String(text).length - start;
  return exec.call(this, text);
};"""
LETTERS = """() => {
  const read = globalThis.lettersRead ?? 0;
  globalThis.lettersRead = 0;
  return read;
}"""
QUESTIONS = {
    "one letter 2,000 times": "a" * 2_000,
    "a word of 2,000 letters that splits everywhere": (KNOWN * 100)[:2_000],
    "a misspelt word of 500 letters": ("leerx" * 100),
    "10,000 letters": "leren" * 2_000,
    "2,000 words": "leren ruilen taak " * 700,
    "700 words that look like others": " ".join(
        f"leercultur{'abcdefghij'[n % 10]}{n}" for n in range(700)
    ),
    "words of one letter": "a b c d e f g h i j k l m n o p q r s t u v w x y z " * 40,
    "letters that fall apart": "\ufdfa" * 2_000,
    "signs": "-" * 5_000 + "leren",
    "blanks": "leren" + " " * 5_000 + "ruilen",
}
STATUS = "#kb-results [role=status]"


def counting(page: Page) -> CDPSession:
    """Count from here on what runs, also on the next page in the same tab."""
    page.add_init_script(COUNT_LETTERS)
    session = page.context.new_cdp_session(page)
    session.send("Profiler.enable")
    session.send("Profiler.startPreciseCoverage", {"callCount": True, "detailed": True})
    return session


def work(page: Page, session: CDPSession) -> int:
    """Return how many blocks of our scripts ran, and how many letters patterns were given.

    The next time, what came after it is counted.
    """
    letters: int = page.evaluate(LETTERS)
    ran: list[int] = [
        block["count"]
        for script in session.send("Profiler.takePreciseCoverage")["result"]
        if OURS in script["url"]
        for function in script["functions"]
        for block in function["ranges"]
    ]
    return letters + sum(ran)


class Search(NamedTuple):
    """The search page, with what counts what it does, and what it took to read the index."""

    page: Page
    session: CDPSession
    reading: int


@pytest.fixture(scope="module")
def search(browser: Browser, served_site: str) -> Iterator[Search]:
    """The search page, once it has read its index and answered a plain question."""
    with opening(browser, served_site) as opened:
        page = opened("privacy/")
        session = counting(page)
        page.goto(f"{served_site}zoeken/?q=leren", wait_until="load")
        answered(page)
        yield Search(page, session, work(page, session))


@pytest.mark.parametrize("text", QUESTIONS.values(), ids=QUESTIONS)
def test_no_question_asks_for_more_than_a_limit(search: Search, text: str) -> None:
    """However long a word or a question is, the search does about what it does for 32 words."""
    page, session, reading = search
    # The server here takes no address as long as a disk does.
    page.evaluate(
        "(text) => history.replaceState(null, '', `?${new URLSearchParams({ q: text })}`)", text
    )
    page.evaluate("dispatchEvent(new PopStateEvent('popstate'))")
    answered(page)
    steps = work(page, session)

    assert 0 < steps < MOST_FOR_QUESTION - reading
    expect(page.locator("#kb-results")).to_be_visible()


def test_an_answer_says_that_the_question_was_cut(open_page: OpenPage) -> None:
    """Of 40 words the first 32 are looked up, of a word of 60 letters the first 48."""
    page = open_page(f"zoeken/?q={quote('leren ' * 39 + 'leren')}")
    cut = page.locator(".kb-results__lost")
    expect(cut).to_contain_text("Wij zochten op de eerste 32 woorden van uw vraag.")
    page.fill("#kb-search-field", "leren " + "x" * 60)
    expect(cut).to_contain_text("Van een woord van meer dan 48 letters lazen wij alleen het begin.")
    page.fill("#kb-search-field", "leren op het werk")
    expect(cut).to_be_hidden()


def test_a_question_is_cut_in_a_copy_on_a_disk_too(open_copy: OpenPage) -> None:
    """An address on a disk may be as long as anyone likes."""
    page = open_copy(f"zoeken/index.html?q={'a' * 100_000}")
    expect(page.locator(".kb-results__lost")).to_contain_text("48 letters", timeout=60_000)

    assert len(page.inner_text(".kb-results__count")) < 200
    assert len(page.input_value("#kb-search-field")) <= 2_000


def test_any_name_and_number_of_filters_is_taken(open_page: OpenPage) -> None:
    """Names that JavaScript knows for something else stop nothing, and values count once."""
    odd = [(name, "x") for name in ("__proto__", "constructor", "toString", "hasOwnProperty")]
    many = [("waar-het-speelt", one) for one in (*map(str, range(300)), *["team"] * 50)]
    page = open_page("privacy/")
    session = counting(page)
    question = urlencode([("q", "leren"), ("volgorde", "constructor"), *odd, *many])
    page.goto(f"{open_page.address}zoeken/?{question}", wait_until="load")
    expect(page.locator(STATUS)).not_to_be_empty()

    assert work(page, session) < MOST_FOR_QUESTION
    expect(page.locator(".kb-nothing")).to_be_visible()
    expect(page.locator("#kb-sort")).to_have_value("")


def test_a_comparison_looks_at_each_name_once(open_page: OpenPage) -> None:
    """Names more are no more work than reading them, whatever the number of methods."""
    taken = []
    for size in (200, 400):
        page = open_page("privacy/")
        session = counting(page)
        names = [
            ("m", "jobcrafting"),
            ("m", "ontwikkelgesprekken"),
            *(("m", f"x{n}") for n in range(size)),
        ]
        page.goto(f"{open_page.address}vergelijken/?{urlencode(names)}", wait_until="load")
        expect(page.locator("#kb-comparing-count")).to_contain_text("2 methoden naast elkaar.")
        taken.append(work(page, session))

    assert taken[1] - taken[0] < 3_000


def test_a_selection_takes_a_hundred_names_of_a_normal_length(open_page: OpenPage) -> None:
    """Longer names are none, and the address is read once, not for each row."""
    page = open_page("privacy/")
    session = counting(page)
    names = [("e", f"method:x{number}") for number in range(2_000)]
    page.goto(f"{open_page.address}selectie/?{urlencode(names)}", wait_until="load")
    expect(page.locator(".kb-kept li")).to_have_count(100)
    taken = work(page, session)
    page.goto(f"{open_page.address}selectie/?e=method:{'a' * 5_000}&e=method:jobcrafting")
    expect(page.locator(".kb-kept a")).to_have_text("Jobcrafting")
    open_page.expect("Failed to load resource")

    assert taken < 1_000_000


def test_what_a_browser_kept_is_a_hundred_names_at_most(open_page: OpenPage) -> None:
    """A list that something else wrote there, however long, is read and shown in part."""
    page = open_page("privacy/")
    names = ["method:jobcrafting"] * 5_000 + [f"method:{'a' * 50_000}", "method:mentorprogramma"]
    page.evaluate(
        "(kept) => localStorage.setItem('kennisbank-selectie /kb/', kept)", json.dumps(names)
    )
    session = counting(page)
    page.goto(f"{open_page.address}selectie/", wait_until="load")
    expect(page.locator(".kb-kept a")).to_have_text(["Jobcrafting", "Mentorprogramma"])

    assert work(page, session) < 2_000_000


PASTED = {
    "stars that close nothing": "a* " * 6_000,
    "stars that open nothing": "*a " * 6_000,
    "stars of all sorts": "*a **b _c __d*** " * 1_100,
    "signs of code": "`" * 19_000,
    "signs of code before text": "`" * 9_000 + "a" * 9_000,
    "a link with blanks": "[a](" + " " * 15_000 + "x",
    "quotes in quotes": "> " * 9_000 + "x",
    "lists in lists": "- " * 9_000 + "x",
    "2,000 unknown sources": " ".join(f"[@jansen20{number}]" for number in range(1_200)),
    "2,000 unknown pages": " ".join(f"[[method:jobcraft{n}]]" for n in range(800)),
    "one key of 15,000 letters": f"[@{'jansen' * 2_500}]",
    "more than a field may hold": "leren helpt 30% [@jansen2020] *zeker* " * 20_000,
}


@pytest.mark.parametrize("text", PASTED.values(), ids=PASTED)
def test_a_text_pasted_into_the_form_is_looked_at_within_a_limit(
    open_page: OpenPage, text: str
) -> None:
    """The preview and the checks answer whatever is pasted, and the form goes on."""
    page = open_page("bijdragen/nieuw/methode/")
    page.wait_for_selector("#kb-write:not([hidden])")
    session = counting(page)
    page.fill("#veld-title", "Samen eten")
    page.fill("#veld-goal", text)
    expect(page.locator("#kb-form-draft")).not_to_be_empty(timeout=60_000)

    took = work(page, session)
    page.evaluate("localStorage.clear()")
    assert 0 < took < MOST_FOR_TEXT
