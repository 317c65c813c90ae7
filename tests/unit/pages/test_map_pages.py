"""The map of the research, as pages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from evidence_library import TALKS, TRIAL, finding, method, write_evidence
from kennisbank.build import build_site
from kennisbank.pages.map_pages import level_forms, size_of
from library_files import html_at

if TYPE_CHECKING:
    from pathlib import Path


def three_methods(root: Path) -> Path:
    """Write a library with three methods, one for a target group."""
    return write_evidence(
        root,
        ruilen=method(
            "Ruilen",
            finding("jansen2020", "leren"),
            finding("jansen2020", "leren", "mixed"),
            finding("bakker2016", "welzijn"),
            groups="buitendienst",
        ),
        mentor=method("Mentor", finding("jansen2020", "motivatie", "unfavourable")),
        kijken=method("Kijken", mechanisms="werk, ruimte"),
    )


def test_there_is_a_page_for_all_and_one_for_each_group_that_a_method_names(
    tmp_path: Path,
) -> None:
    """The filter is a row of links; the page itself is marked."""
    site = build_site(three_methods(tmp_path))
    pages = {page.address: page for page in site.pages if page.address.startswith("kaart/")}

    assert site.problems == ()
    assert list(pages) == ["kaart/", "kaart/buitendienst/"]
    assert '<a href="./" aria-current="page">Alle doelgroepen</a>' in pages["kaart/"].html
    assert '<a href="buitendienst/">Medewerkers van de buitendienst</a>' in pages["kaart/"].html
    assert "methoden/mentor/" not in pages["kaart/buitendienst/"].html


def test_a_cell_leads_to_its_findings_and_says_whose_they_are(tmp_path: Path) -> None:
    """Read out of its table, the link still names the method and the outcome."""
    html = html_at(three_methods(tmp_path), "kaart/")
    link = html[html.index('<a href="../methoden/ruilen/#uitkomst-leren"') :].split("</a>")[0]

    assert "wisselende uitkomsten" in link
    assert ": Ruilen, Leren tijdens het werk" in link


def test_a_cell_of_a_mechanism_leads_to_its_methods(tmp_path: Path) -> None:
    """The sum of a mechanism leads to the rows that make it up."""
    html = html_at(three_methods(tmp_path), "kaart/")
    link = html[html.index('<td><a href="#kb-group-') :].split("</a>")[0]

    assert "ongunstig" not in link
    assert ": Inhoud van het werk, Leren tijdens het werk" in link


def test_a_gap_is_an_empty_cell_and_the_invitation_stands_once(tmp_path: Path) -> None:
    """Thirty of thirty-three cells have nothing to read aloud; the lead counts them."""
    html = html_at(three_methods(tmp_path), "kaart/")
    table = html[html.index('id="methoden"') :]

    assert table.count('<td class="kb-gap"></td>') == 30
    assert "30 van de 33 vakken zijn leeg" in html
    assert html.count(">Draag bij</a>") == 1


def test_a_cell_shows_strength_and_direction_by_form_and_in_words(tmp_path: Path) -> None:
    """Colour says nothing that words and a mark do not; each study is counted once."""
    html = html_at(three_methods(tmp_path), "kaart/")
    cells = re.findall(r"<td>(.*?)</td>", html[html.index('id="methoden"') :], re.DOTALL)
    told = [" ".join(re.sub(r"<[^>]+>", " ", cell).split()) for cell in cells]

    assert told == [
        "− werkte averechts : Mentor, Motivatie en bevlogenheid 1 één studie",
        "± wisselende uitkomsten : Ruilen, Leren tijdens het werk 1 één studie",
        "? wel genoemd, bron niet nagetrokken : Ruilen, Welzijn en gezondheid 1 één studie",
    ]


def test_a_form_is_filled_as_far_as_its_level_goes() -> None:
    """Nothing at none, half at half, all at the top; the size follows from the count."""
    forms = level_forms(4)

    assert [one.filled == "" for one in forms] == [True, False, False, False, False]
    assert forms[1].filled == "M10 10V2A8 8 0 0 1 18.00 10.00z"
    assert forms[3].filled == "M10 10V2A8 8 0 1 1 2.00 10.00z"
    assert forms[4].filled.startswith("M10 2a8 8")
    assert [size_of(count) for count in (1, 2, 4, 5, 40)] == [1, 2, 2, 3, 3]


def test_the_anchor_of_a_cell_is_on_the_page_of_the_method(tmp_path: Path) -> None:
    """Findings of one outcome stand together, under one anchor."""
    html = html_at(three_methods(tmp_path), "methoden/ruilen/")

    assert html.count('id="uitkomst-leren"') == 1
    assert html.count('class="kb-finding"') == 3


def test_a_library_without_methods_has_an_empty_map(tmp_path: Path) -> None:
    """The page is there and invites."""
    root = write_evidence(tmp_path, TRIAL + TALKS)

    assert "Hier staat nog niets." in html_at(root, "kaart/")
