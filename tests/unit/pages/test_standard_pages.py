"""A library of two terms has a whole site, with a home page, a guide and lists that are empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kennisbank.build import build_site
from kennisbank.pages.context import SiteMetadata

if TYPE_CHECKING:
    from pathlib import Path

    from kennisbank.pages.page import Page

TERM = """\
title: {title}
summary: Een woord uit het vak.
reviewed: 2026-10-01
definition: Wat het betekent.
see_also:
  - {other}
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    """The pages of a library of two terms, without docs/ and without a source."""
    root: Path = tmp_path_factory.mktemp("woorden")
    (root / "terms").mkdir()
    for title, other in (("Alfa", "beta"), ("Beta", "alfa")):
        file = root / "terms" / f"{title.lower()}.yml"
        file.write_text(TERM.format(title=title, other=other), encoding="utf-8")
    site = build_site(root, imprint=SiteMetadata("Twee woorden", about="Twee woorden, meer niet."))
    assert site.problems == ()
    return {page.address: page for page in site.pages}


def test_the_home_page_is_called_after_the_site(pages: dict[str, Page]) -> None:
    """It shows what there is, and nothing of what there is not."""
    home = pages[""]

    assert (home.title, home.description) == ("Twee woorden", "Twee woorden, meer niet.")
    assert 'href="begrippen/"' in home.html
    for absent in ("keuzehulp", "rollen/", "mechanismen/", "methoden/", "bronnen/", "kb-doors"):
        assert absent not in home.html


def test_what_other_pages_lead_to_exists(pages: dict[str, Page]) -> None:
    """The start of the guide, and how research is rated; nothing leads to a page about the site."""
    assert 'href="nieuw/"' in pages["bijdragen/"].html
    assert "De niveaus van onderzoek" in pages["over/bewijs/"].html
    assert "over/" not in pages
    assert "Over deze bibliotheek" not in pages["data/"].html + pages["volgen/"].html


def test_a_page_that_needs_more_says_so(pages: dict[str, Page]) -> None:
    """No empty form, no count of nothing, and no heading without a text."""
    assert "Vergelijken kan zodra er twee zijn." in pages["vergelijken/"].html
    assert "<form" not in pages["vergelijken/"].html + pages["bronnen/"].html
    assert "vakken" not in pages["kaart/"].html
    assert "Per mechanisme" not in pages["volgen/"].html
    assert "Er zijn nog geen methoden." in pages["onderhoud/"].html
    for address in ("keuzehulp/", "kaart/", "bronnen/", "onderwerpen/", "methoden/"):
        assert "Hier staat nog niets." in pages[address].html
