"""Whether two studies come from different people."""

from __future__ import annotations

import pytest

from kennisbank.evidence.independence import are_independent, authors_of, share_author


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jansen, Piet", "Piet Jansen"),
        ("Jansen, P.", "Jansen, Piet and Smit, Eva"),
        ("Jansen", "Jansen, Piet"),
        ("van der Torre, Wouter", "Van der Torre, W."),
        ("Vîrgă, Delia", "Virga, D."),
        ("{Ockham IPS}", "{Ockham IPS}"),
    ],
)
def test_the_same_person_is_recognised(one: str, other: str) -> None:
    """Order, initials, accents and capitals of a prefix do not make someone else."""
    assert share_author(authors_of(one), authors_of(other))
    assert not are_independent([authors_of(one), authors_of(other)])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jansen, Piet", "Jansen, Anna"),
        ("Jansen, Piet", "de Jansen, Piet"),
        ("{TNO}", "{SER}"),
        ("Parker, Kelsey and Smit, Eva", "Parker, Sharon and Mulder, Jan"),
    ],
)
def test_different_people_are_independent(one: str, other: str) -> None:
    """Another initial, prefix or organisation is another author."""
    assert are_independent([authors_of(one), authors_of(other)])


@pytest.mark.parametrize("field", ["", "Jansen, Piet and others"])
def test_an_incomplete_list_proves_nothing(field: str) -> None:
    """Who is not named may be the same person: no shared author seen, no independence either."""
    assert not share_author(authors_of(field), authors_of("Smit, Eva"))
    assert not are_independent([authors_of(field), authors_of("Smit, Eva")])
