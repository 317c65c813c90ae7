"""What a reader of a method's page is told about its research."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from typing import TYPE_CHECKING

from evidence_library import TALKS, TRIAL, finding, method, write_evidence
from kennisbank.build import build_site
from kennisbank.pages.context import SiteMetadata

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2026, 11, 25)
REVIEW = TRIAL.replace("randomised-trial", "intervention-review")


def pages(root: Path, bibliography: str, *findings: str, groups: str = "") -> dict[str, str]:
    """Return the HTML of each page of a library with one method."""
    write_evidence(root, bibliography, ruilen=method("Ruilen", *findings, groups=groups))
    return {
        page.address: page.html for page in build_site(root, imprint=SiteMetadata(day=DAY)).pages
    }


def told(html: str) -> str:
    """Return what the section on research says, as one line of text."""
    section = html[html.index('id="findings"') :]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", section)).split())


def test_both_scales_come_with_their_sum_and_what_they_do_not_say(tmp_path: Path) -> None:
    """Labels first, then studies, the rule, the label again and its limits."""
    found = [finding("jansen2020"), finding("bakker2016")]
    text = told(pages(tmp_path, TRIAL + TALKS, *found)["methoden/ruilen/"])
    parts = [
        "Hoe sterk is het onderzoek? ●●○○ niveau 2 van 4 Eerste aanwijzingen",
        "Hoe goed is het beschreven? ●○○ niveau 1 van 3 De kern is beschreven",
        "Nog nodig voor een stap hoger: wat het kost en een voorbeeld uit de praktijk.",
        "Jansen (2020) A2: gerandomiseerd onderzoek 1 gunstig Ja, geeft de doorslag",
        "Bakker (2016) C: kwalitatief onderzoek 1 gunstig Hooguit voor niveau 1",
        "Gevonden: één nagetrokken studie van soort B of sterker. Gunstig is 100%",
        "Dus Eerste aanwijzingen",
        "Wat dit niet zegt Dit zegt niet dat de methode werkt",
        "Hoe oud? De middelste studie is uit 2016, 10 jaar geleden.",
        "Zo beoordelen wij onderzoek",
    ]

    places = [text.find(part) for part in parts]

    assert -1 not in places
    assert places == sorted(places)


def test_mixed_outcomes_are_named_wherever_the_level_stands(tmp_path: Path) -> None:
    """In the section, in the facts, on cards and on the map: the level alone would mislead."""
    site = pages(tmp_path, REVIEW, finding("jansen2020", direction="mixed"))
    label = "eerste aanwijzingen, wisselende uitkomsten"

    assert "Wisselende uitkomsten" in told(site["methoden/ruilen/"])
    assert "Naar de opzet van het onderzoek alleen was dit ‘sterk onderzocht’ geweest." in told(
        site["methoden/ruilen/"]
    )
    for address in ("methoden/ruilen/", "methoden/", "mechanismen/werk/", "kaart/"):
        assert label in site[address]


def test_a_method_without_findings_says_so_and_what_that_means(tmp_path: Path) -> None:
    """Not researched is not the same as not working."""
    text = told(pages(tmp_path, TRIAL)["methoden/ruilen/"])

    assert "Nog niet onderzocht" in text
    assert "Gevonden: geen enkele bron." in text
    assert "Dit zegt niet dat de methode niet werkt." in text
    assert "Kent u een studie? Draag bij ." in text
    assert "Wat er gevonden is" not in text


def test_target_groups_are_told_apart_and_linked(tmp_path: Path) -> None:
    """With whom it was studied stands beside the level."""
    found = finding("jansen2020", population="Medewerkers van de buitendienst")
    html = pages(tmp_path, TRIAL, found, groups="buitendienst")["methoden/ruilen/"]

    assert "Bij de doelgroep onderzocht? Ja: medewerkers van de buitendienst ." in told(html)
    assert '<a href="../../doelgroepen/buitendienst/">medewerkers van de buitendienst</a>' in html


def test_only_methods_have_a_rating(tmp_path: Path) -> None:
    """Other kinds show no level."""
    site = pages(tmp_path, TRIAL, finding("jansen2020"))

    assert "Onderzoek:" not in site["doelgroepen/"]
    assert "niveau" not in site["mechanismen/werk/"]
