"""Searching with the keyboard in Chromium: the field, the results, the filters and the address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from opening import answered

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from opening import OpenPage

pytestmark = pytest.mark.browser
MEANT = """async () => {
  const engine = await kennisbankSearch.engine();
  await engine.loadBody();
  const { isMeant } = await engine.answer("leren");
  return ["geleerd", "studeren", "ouder"].filter(isMeant);
}"""


# What stands above all groups, and what a page shows before anybody asks for more.
BEST = 5
MOST = 20


def titles(page: Page) -> list[str]:
    """Return the titles of the results, in order, also those that wait below the screen."""
    return page.locator(".kb-result h3").all_text_contents()


def first_result(page: Page, title: str) -> None:
    """Wait until the first result has a title."""
    expect(page.locator(".kb-result h3").first).to_have_text(title)


@pytest.mark.parametrize("path", ["", "methoden/jobcrafting/", "over/verantwoording/"])
def test_a_slash_puts_the_cursor_in_the_field_and_enter_searches(
    open_page: OpenPage, path: str
) -> None:
    """From any page two keys and a word lead to results."""
    page = open_page(path)
    page.keyboard.press("/")
    page.keyboard.type("taakroulatie")
    page.keyboard.press("Enter")
    page.wait_for_url("**/kb/zoeken/?q=taakroulatie")
    first_result(page, "Taakroulatie")


def test_a_slash_inside_a_field_is_a_slash(open_page: OpenPage) -> None:
    """Whoever is typing can type it."""
    page = open_page("zoeken/")
    page.focus("#kb-search-field")
    page.keyboard.type("en/of")

    expect(page.locator("#kb-search-field")).to_have_value("en/of")


def test_results_follow_each_key_and_stand_in_the_address(open_page: OpenPage) -> None:
    """After a pause the whole answer is there, and the address holds the question."""
    page = open_page("zoeken/?q=ontwikkelgesprek")
    first_result(page, "Ontwikkelgesprekken")
    answered(page)
    whole = titles(page)
    page.goto(page.url.partition("?")[0])
    page.focus("#kb-search-field")
    page.keyboard.type("ontwikkelgesprek")
    first_result(page, "Ontwikkelgesprekken")
    page.wait_for_url("**/zoeken/?q=ontwikkelgesprek")

    expect(page.locator(".kb-result h3")).to_have_text(whole)
    expect(page.locator(".kb-answers h2").nth(1)).to_be_attached()
    page.reload()
    first_result(page, "Ontwikkelgesprekken")
    expect(page.locator(".kb-result h3")).to_have_text(whole)
    expect(page.locator("#kb-search-field")).to_have_value("ontwikkelgesprek")


def test_the_best_answers_stand_first_and_the_rest_by_kind(open_page: OpenPage) -> None:
    """Five of any kind, each with its kind; then each kind is a heading with its count."""
    page = open_page("zoeken/?q=leercultuur")
    first_result(page, "Leercultuur")
    answered(page)
    headings = page.locator(".kb-answers h2").all_text_contents()

    assert headings[0] == "Beste antwoorden"
    assert all(re.fullmatch(r"\D+ \d+", heading) for heading in headings[1:])
    assert page.locator(".kb-result").first.locator(".kb-kind").inner_text() == "Begrip"
    assert page.locator(".kb-result .kb-kind").count() == BEST
    assert BEST < page.locator(".kb-result").count() <= MOST


def test_a_result_marks_what_was_meant_and_says_why_it_is_there(open_page: OpenPage) -> None:
    """A part of a compound is marked in the whole word; a name that found it is told."""
    page = open_page("zoeken/?q=roulatie")
    first_result(page, "Taakroulatie")
    expect(page.locator(".kb-result mark").first).to_have_text("Taakroulatie")
    expect(page.locator(".kb-result").first).to_contain_text("Inspanning: middel")
    page.fill("#kb-search-field", "werkbezoek")
    first_result(page, "Kennis van buiten halen")

    expect(page.locator(".kb-result__why").first).to_have_text("Heet ook: werkbezoek")


def test_a_result_that_is_there_by_its_text_shows_the_sentence(open_page: OpenPage) -> None:
    """The asked word is marked in it, and no markup of the text stands there."""
    page = open_page("zoeken/?q=BHV")
    first_result(page, "Hoe mensen leren")
    why = page.locator(".kb-result__why").first

    expect(why).to_contain_text("In de tekst: Door een cursus, bijvoorbeeld BHV")
    expect(why.locator("mark")).to_have_text("BHV")
    assert not re.search(r"[*\[\]]", why.inner_text())


def test_a_word_is_marked_and_not_one_that_looks_like_it(open_page: OpenPage) -> None:
    """Geschoolden went to no school; beside what was asked, what means the same is not marked."""
    page = open_page("zoeken/?q=praktisch geschoolden")
    first_result(page, "Praktisch geschoold")
    answered(page)
    first = set(page.locator(".kb-result").first.locator("mark").all_text_contents())

    assert first == {"Praktisch", "geschoold"}
    assert "School" not in page.locator(".kb-answers mark").all_text_contents()


def test_a_question_without_an_answer_is_told_so(open_page: OpenPage) -> None:
    """What comes nearest stands below, and one link asks the editors for it, in the same words."""
    page = open_page("zoeken/?q=btw op cursussen")
    none = page.locator(".kb-nothing")
    expect(none).to_contain_text("Hierover hebben wij niets.")
    asking = none.get_by_role("link", name="Vraag de redactie om dit onderwerp")

    expect(page.locator(".kb-results__count")).to_have_text(
        "Niets gevonden voor ‘btw op cursussen’"
    )
    expect(asking).to_have_attribute("href", re.compile("title=Gevraagd%3A\\+btw%20op%20cursussen"))
    expect(page.locator(".kb-answers h2")).to_have_text("Wat er het dichtst bij komt")
    # Nothing stands beside it, so it has the whole width.
    assert page.locator(".kb-answers").evaluate("one => one.offsetWidth") > 600


def test_a_word_that_is_known_by_its_parts_only_may_be_another_subject(open_page: OpenPage) -> None:
    """A library that knows of years and of premiums need not know what is paid in December."""
    page = open_page("zoeken/?q=eindejaarspremie bedienden")

    expect(page.locator(".kb-nothing")).to_contain_text("Hierover hebben wij niets.")


def test_a_question_for_a_figure_that_is_not_there_is_told_so(open_page: OpenPage) -> None:
    """Where there is one, nothing is said."""
    page = open_page("zoeken/?q=hoeveel gemeenten hebben een leerambassadeur")
    notice = page.locator(".kb-results__lost")
    expect(notice).to_contain_text("Een cijfer hierover hebben wij niet.")
    page.fill("#kb-search-field", "hoeveel werknemers volgen een cursus")
    first_result(page, "Ruim de helft van de werknemers volgt in twee jaar een cursus of opleiding")

    expect(notice).to_be_hidden()


def test_a_notice_names_which_word_was_read_as_which(open_page: OpenPage) -> None:
    """A reader sees that a typing error was taken for one."""
    page = open_page("zoeken/?q=jobcraftng")
    notice = page.locator(".kb-results__lost")

    expect(notice).to_have_text("Het woord ‘jobcraftng’ lazen wij als ‘jobcrafting’.")


def test_a_filter_is_chosen_with_the_keyboard_and_back_undoes_it(open_page: OpenPage) -> None:
    """A filter narrows the results, keeps the focus and is a step in the history."""
    page = open_page("zoeken/?q=leren")
    answered(page)
    before = page.inner_text(".kb-results__count")
    page.focus(".kb-facet[data-facet=waar-het-speelt] summary")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.wait_for_url("**/zoeken/?q=leren&waar-het-speelt=individu")
    expect(page.locator("#kb-waar-het-speelt-individu")).to_be_focused()
    answered(page)
    narrowed = page.inner_text(".kb-results__count")
    page.go_back()
    expect(page.locator(".kb-results__count")).to_have_text(before)

    assert int(narrowed.split()[0]) < int(before.split()[0])
    assert page.url.endswith("?q=leren")
    expect(page.locator("#kb-waar-het-speelt-individu")).not_to_be_checked()


def test_counts_say_how_many_results_a_filter_leaves(open_page: OpenPage) -> None:
    """The number behind a value is the number of results after choosing it.

    A synonym that only the texts know, like studeren, is no misspelt word of a title.
    """
    page = open_page("zoeken/?q=leren")
    assert page.evaluate(MEANT) == ["geleerd", "studeren"]
    answered(page)
    page.click(".kb-facet[data-facet=soort] summary")
    promised = page.inner_text("label[for=kb-soort-methoden] .kb-count")
    page.check("#kb-soort-methoden")
    page.wait_for_url("**&soort=methoden")

    expect(page.locator(".kb-results__count")).to_have_text(f"{promised} resultaten voor ‘leren’")


def test_filters_alone_show_all_that_fits(open_page: OpenPage) -> None:
    """An address with only filters lists what belongs to them, by kind."""
    page = open_page("zoeken/?mechanisme=inhoud-van-het-werk&soort=methoden")
    first_result(page, "Jobcrafting")

    expect(page.locator(".kb-answers h2")).to_have_count(1)


def test_the_rest_of_a_kind_is_one_button_away(open_page: OpenPage) -> None:
    """The button shows all, and the focus goes to the first that is new."""
    page = open_page("zoeken/?q=leren&soort=methoden")
    answered(page)
    before = titles(page)
    page.locator(".kb-more", has_text="Toon alle").press("Enter")
    expect(page.locator(".kb-result h3 a").nth(len(before))).to_be_focused()

    assert len(titles(page)) > len(before)
    assert titles(page)[: len(before)] == before


def test_the_order_can_be_chosen(open_page: OpenPage) -> None:
    """By title the methods stand from A to Z, and the address says so."""
    page = open_page("zoeken/?q=leren&soort=methoden")
    answered(page)
    page.select_option("#kb-sort", "titel")
    page.wait_for_url("**&volgorde=titel")
    page.locator(".kb-more", has_text="Toon alle").click()
    answered(page)

    assert len(titles(page)) > 3
    assert titles(page) == sorted(titles(page), key=str.casefold)


def test_arrow_keys_walk_from_the_field_through_the_results(open_page: OpenPage) -> None:
    """Down goes to the first result and on, up goes back to the field; Enter opens."""
    page = open_page("zoeken/?q=taakroulatie")
    first_result(page, "Taakroulatie")
    # What is drawn again loses the focus.
    answered(page)
    page.focus("#kb-search-field")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".kb-result a").first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator("#kb-search-field")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/methoden/taakroulatie/")
    page.go_back()

    first_result(page, "Taakroulatie")


def test_nothing_found_offers_words_that_look_alike(open_page: OpenPage) -> None:
    """A suggestion is a button that asks the better question; there is nothing to narrow down."""
    page = open_page("zoeken/?q=mxntxr")
    answered(page)
    for narrowing in (page.locator(".kb-refine"), page.locator("#kb-sort")):
        expect(narrowing).to_be_hidden()
    page.locator(".kb-answers ul.kb-buttons button").first.press("Enter")

    first_result(page, "Mentorprogramma")
    for narrowing in (page.locator(".kb-refine"), page.locator("#kb-sort")):
        expect(narrowing).to_be_visible()


def test_filters_that_leave_nothing_can_be_taken_away(open_page: OpenPage) -> None:
    """The page says how many results there are without filters."""
    page = open_page("zoeken/?q=taakroulatie&doelgroep=vrouwen")
    answered(page)
    expect(page.locator(".kb-nothing")).to_contain_text("Zonder filters zijn er wel resultaten: ")
    page.locator(".kb-nothing button").press("Enter")
    first_result(page, "Taakroulatie")

    assert page.url.endswith("/zoeken/?q=taakroulatie")


def test_a_screen_reader_hears_the_count(open_page: OpenPage) -> None:
    """A live region follows the count when typing pauses, and says which word no page holds."""
    page = open_page("zoeken/")
    page.focus("#kb-search-field")
    page.keyboard.type("flexkrachten")
    status = page.locator("[role=status]")

    expect(status).to_have_text(re.compile(r"^\d+ resulta(at|ten) voor ‘flexkrachten’$"))
    expect(page.locator(".kb-results__lost")).to_be_hidden()
    page.fill("#kb-search-field", "zeppelins van flexkrachten")
    expect(status).to_contain_text("Het woord ‘zeppelins’ staat op geen enkele pagina.")
    expect(status).to_contain_text(page.inner_text(".kb-results__lost"))


def test_hostile_words_are_shown_as_words(open_page: OpenPage) -> None:
    """What stands in an address never becomes part of the page."""
    page = open_page("zoeken/?q=%3Cimg src=x onerror=alert(1)%3E&waar-het-speelt=%22%3E%3Cb%3E")
    answered(page)

    assert page.locator("#kb-results img, #kb-results b").count() == 0


def test_without_javascript_the_page_leads_to_plain_lists(open_page: OpenPage) -> None:
    """The reader is told so, and finds entries by mechanism, target group, role and more."""
    page = open_page("zoeken/", script=False)
    assert "werkt alleen met JavaScript" in page.inner_text("article")
    page.click("#kb-browse a[href='../onderwerpen/waar-het-speelt/team/']")

    expect(page.locator("h1")).to_have_text("Waar het speelt: team")
    expect(page.locator(".kb-card a[href='../../../methoden/taakroulatie/']")).to_have_count(1)


def test_the_search_works_in_a_copy_on_a_disk(open_copy: OpenPage) -> None:
    """Opened as a file the index loads, and results lead to files."""
    page = open_copy("index.html")
    page.fill("#kb-search-field", "leercultuur")
    page.press("#kb-search-field", "Enter")
    first_result(page, "Leercultuur")
    page.locator(".kb-result a").first.click()
    page.wait_for_url("**/begrippen/leercultuur/index.html")

    expect(page.locator("h1")).to_have_text("Leercultuur")
