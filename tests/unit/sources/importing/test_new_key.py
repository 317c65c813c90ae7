"""Keys say who, when and what, can be an address, and are never taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kennisbank.sources.importing.adding import new_key
from kennisbank.sources.source import ADDRESS_KEY

if TYPE_CHECKING:
    from kennisbank.sources.csl_item import CslItem


def item(
    title: str, year: int = 2021, *, family: str = "", prefix: str = "", literal: str = ""
) -> CslItem:
    """Return an article of at most one author."""
    found: CslItem = {"type": "article-journal", "title": title}
    if family:
        found["author"] = [{"family": family, "non-dropping-particle": prefix}]
    if literal:
        found["author"] = [{"literal": literal}]
    if year:
        found["issued"] = {"date-parts": [[year]]}
    return found


@pytest.mark.parametrize(
    ("work", "expected"),
    [
        (item("How work redesign affects", family="Knight"), "knight2021work"),
        (
            item("De lerende organisatie", family="Weide", prefix="van der"),
            "vanderweide2021lerende",
        ),
        (item("Leren", family="Vîrgă"), "virga2021leren"),
        (item("Leren", family="Łøß"), "loss2021leren"),
        (item("Leren", literal="Sociaal-Economische Raad"), "sociaaleconomischeraad2021leren"),
        (item("Op de", family="Vos"), "vos2021op"),
        (item("Leren op het werk"), "2021leren"),
        (item("Leren", year=0), "leren"),
        (item("学习", year=0, family="王"), "werk"),
        (item("Nul", year=0), "nul-2"),
        (item("A" * 90, family="B" * 90), f"{'b' * 24}2021{'a' * 24}"),
    ],
)
def test_a_key_is_made_of_who_when_and_what(work: CslItem, expected: str) -> None:
    """Small words of the title tell nothing; what is no Latin letter is left out."""
    assert new_key(work, ()) == expected
    assert ADDRESS_KEY.fullmatch(expected)


def test_a_key_that_is_taken_gets_a_number() -> None:
    """Capitals do not make a key another one."""
    work = item("Work redesign", family="Knight")

    assert new_key(work, {"Knight2021work", "knight2021work-2"}) == "knight2021work-3"
