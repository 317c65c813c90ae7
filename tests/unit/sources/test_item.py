"""What a source's fields say reaches the item as it was meant."""

from __future__ import annotations

import pytest

from items import items_in


@pytest.mark.parametrize(
    ("number", "expected"),
    [("nr. 5", "5"), ("No 5", "5"), ("nummer 2022-14", "2022-14"), ("#3", "3"), ("no5", "5")],
)
def test_a_number_loses_the_word_before_it(number: str, expected: str) -> None:
    """The reference says nr. itself."""
    text = f"@report{{r, title = {{Leren}}, number = {{{number}}}}}"

    assert items_in(text)["r"]["number"] == expected


@pytest.mark.parametrize("number", ["Nota 5", "Notitie 12", "NR-2022", "Numbers 1"])
def test_a_word_that_only_begins_like_it_stays(number: str) -> None:
    """Nota 5 is not number ta 5."""
    text = f"@report{{r, title = {{Leren}}, number = {{{number}}}}}"

    assert items_in(text)["r"]["number"] == number


@pytest.mark.parametrize(
    "field", ["origdate = {1938~}", "origdate = {1938?}", "origyear = {ca. 1938}"]
)
def test_an_original_date_may_be_about_a_year(field: str) -> None:
    """A ~ in a date of biblatex says about; it is no space of LaTeX."""
    text = f"@book{{b, title = {{Leren}}, {field}}}"

    assert items_in(text)["b"]["original-date"] == {"date-parts": [[1938]], "circa": True}


def test_an_empty_title_of_a_book_is_none() -> None:
    """Braces around nothing do not make a chapter of a book."""
    text = "@incollection{b, title = {Leren}, booktitle = {{}}, pages = {10--12}}"

    assert items_in(text)["b"]["type"] == "book"
