"""What the search must find in this library, whatever else changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from asking import ask_ours, below_aim, missed_by_readers, questions, readers_questions

if TYPE_CHECKING:
    from opening import OpenPage

pytestmark = pytest.mark.browser


def test_the_search_finds_what_people_ask_for(open_page: OpenPage) -> None:
    """Of what should come up, 95% is in the first five; of exact words all, of each class 90%.

    The stage `search` of the pipeline asks the questions that it was tuned on as well.
    """
    asked = questions("queries-held-out")
    page = open_page("zoeken/")

    found = [answer.addresses for answer in ask_ours(page, asked)]
    assert below_aim(asked, found) == []


def test_the_search_answers_readers_or_says_that_it_does_not(open_page: OpenPage) -> None:
    """Of questions that nobody tuned on, most have a good page first, and no answer is said so."""
    asked = readers_questions("readers-held-out")
    page = open_page("zoeken/", width=360)

    assert missed_by_readers(asked, ask_ours(page, asked)) == []


def test_every_page_that_a_question_wants_is_there(open_page: OpenPage) -> None:
    """A question about a page that was renamed says so, rather than counting as not found."""
    asked = [q for name in ("queries", "queries-held-out") for q in questions(name)]
    readers = (
        "readers",
        "readers-tuning",
        "readers-held-out",
        "readers-held-out-3",
        "readers-held-out-4",
        "readers-tuning-2",
        "readers-tuning-3",
    )
    asked += [q for name in readers for q in readers_questions(name)]
    wanted = {one for question in asked for one in question.wanted}
    page = open_page("zoeken/")
    known = page.evaluate(
        """async () => {
          const engine = await kennisbankSearch.engine();
          const places = Array.from({ length: engine.count }, (_, at) => at);
          const cards = await engine.cards(places);
          return places.map((place) => cards.get(place)[0]);
        }"""
    )
    sources = {f"bronnen/{one.partition('#bron-')[2]}/" for one in known if "#bron-" in one}

    assert wanted - set(known) - sources == set()
