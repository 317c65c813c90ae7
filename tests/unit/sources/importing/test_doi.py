"""People paste a DOI in many ways; what is none stays out."""

from __future__ import annotations

import pytest

from kennisbank.sources.addresses import doi_in


@pytest.mark.parametrize(
    "text",
    [
        "10.1177/0018726719865604",
        " 10.1177/0018726719865604. ",
        "doi:10.1177/0018726719865604",
        "DOI 10.1177/0018726719865604",
        "https://doi.org/10.1177/0018726719865604",
        "http://dx.doi.org/10.1177/0018726719865604",
        "doi.org/10.1177/0018726719865604",
        "doi: https://www.doi.org/10.1177%2F0018726719865604?ref=x#top",
        "<https://doi.org/10.1177/0018726719865604>",
    ],
)
def test_a_doi_is_found_in_what_people_paste(text: str) -> None:
    """An address, a label, and a full stop of the sentence around it go."""
    assert doi_in(text) == "10.1177/0018726719865604"


@pytest.mark.parametrize(
    "doi",
    [
        "10.1002/(SICI)1097-4571(1999)50:1<1::AID-ASI1>3.0.CO;2-X",
        "10.1000.10/123",
        "10.17026/dans-2xq-w8v5",
        "10.1016/S0140-6736(05)67890-1",
        "10.1000/<a>",
    ],
)
def test_old_and_strange_dois_stay_as_they_are(doi: str) -> None:
    """Brackets, colons and semicolons are part of a DOI."""
    assert doi_in(doi) == doi


@pytest.mark.parametrize(
    "text",
    [
        "",
        "doi:",
        "doi:" * 400,
        "jobcrafting",
        "11.1177/1",
        "10.1177",
        "10.1177/",
        "https://example.org/10.1177/1",
        "10.1177/a b",
        "10.1177/a\nb",
        '10.1177/a"b',
        "10.1177/a}, note = {b",
        "10.1177/a\\input",
        "10.1177/../../admin",
        "10.1177/é",
        "10.1177/" + "a" * 400,
    ],
)
def test_anything_else_is_no_doi(text: str) -> None:
    """What could leave a field of a .bib file or a path of an address is refused."""
    assert doi_in(text) == ""
