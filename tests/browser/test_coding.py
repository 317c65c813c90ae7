"""Numbers and words that Python writes as text and the browser reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from kennisbank.outputs.search.coding import coded, coded_places, coded_weights, coded_words

if TYPE_CHECKING:
    from opening import OpenPage

NUMBERS = [[], [0], [31, 32, 33, 1023, 1024, 123_456_789], list(range(100))]
PLACES = [[], [0], [5], [0, 1, 2, 900, 10_000], [7, 3, 5]]
WEIGHTS = [{}, {0: 1}, {9: 15, 2: 3, 10_000: 16}]
WORDS = [[], ["0", "000", "leer", "leerbaar", "leren", "z"], ["a" * 30, "a" * 31]]


def test_a_small_number_is_one_character() -> None:
    """The numbers that occur most take the least room."""
    assert coded([0, 31]) == "A7"
    assert coded([32, 1024]) == "bAbaA"


@pytest.mark.browser
def test_the_browser_reads_what_python_writes(open_page: OpenPage) -> None:
    """Numbers, rising places, weights and sorted words come back as they went in, in order."""
    page = open_page("zoeken/")
    found: Any = page.evaluate(
        """([numbers, places, weights, words]) => [
          numbers.map(kennisbankSearch.numbers),
          places.map(kennisbankSearch.places),
          weights.map(kennisbankSearch.weights),
          words.map(kennisbankSearch.words),
        ]""",
        [
            [coded(one) for one in NUMBERS],
            [coded_places(one) for one in PLACES],
            [coded_weights(one) for one in WEIGHTS],
            [coded_words(one) for one in WORDS],
        ],
    )

    assert found[0] == NUMBERS
    assert found[1] == [sorted(one) for one in PLACES]
    assert found[2] == [[part for pair in sorted(one.items()) for part in pair] for one in WEIGHTS]
    assert found[3] == WORDS
