"""What a reader of a method's page is told about its research."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from typing import TYPE_CHECKING

from evidence_library import TALKS, TRIAL, finding, method, write_evidence
from kennisbank.pages.context import SiteMetadata
from library_files import html_at

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2026, 11, 25)
EFFECT = "    effect: {measure: d, value: 0.47, low: 0.04, high: 0.90}\n"
REVIEW = TRIAL.replace("randomised-trial", "intervention-review")


def page(root: Path, bibliography: str, *findings: str, groups: str = "") -> str:
    """Return the HTML of the page of the method in a library with one."""
    write_evidence(root, bibliography, ruilen=method("Ruilen", *findings, groups=groups))
    return html_at(root, "methoden/ruilen/", SiteMetadata(day=DAY))


def plain(html: str) -> str:
    """Return the text of some HTML, as one line."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def told(html: str) -> str:
    """Return what the section on research says, as one line of text."""
    return plain(html[html.index('id="findings"') :])


def test_each_outcome_comes_with_its_level_its_sum_and_what_it_does_not_say(tmp_path: Path) -> None:
    """The level first, then the findings, the studies, the rule and its limits."""
    found = [finding("jansen2020"), finding("bakker2016")]
    text = told(page(tmp_path, TRIAL + TALKS, *found))
    parts = [
        "Leren tijdens het werk",
        "●●●○○ niveau 3 van 5 ▲ Eerste aanwijzingen : gunstig verschil gevonden (1 studie).",
        "Wat 2 publicaties vonden over Leren tijdens het werk",
        "Zo komen wij op niveau 3",
        "Jansen (2020) Gerandomiseerd onderzoek 1 gunstig Ja, geeft de doorslag",
        "Bakker (2016) Kwalitatief onderzoek 1 gunstig Nee: de bron is niet nagetrokken",
        "Gevonden: één gunstige studie van de soort ‘geloot’ of ‘vergelijkend’.",
        "Dus Niveau 3 van 5 : eerste aanwijzingen.",
        "Wat dit niet zegt Dit zegt nog niet dat het werkt.",
        "Hoe oud? De studie is uit 2020, 6 jaar geleden.",
        "Zo beoordelen wij onderzoek",
        "Hoe goed is het beschreven? ●○○ stap 1 van 3 De kern is beschreven",
        "Nog nodig voor een stap hoger: wat het kost.",
    ]

    places = [text.find(part) for part in parts]

    assert -1 not in places
    assert places == sorted(places)


def test_a_page_opens_with_what_a_manager_takes_along(tmp_path: Path) -> None:
    """Outcome and direction, the level, the size in people and drawn, and the first step."""
    sized = finding("jansen2020") + EFFECT
    html = page(tmp_path, TRIAL, sized)
    start = html.index('<section class="kb-opening')
    text = plain(html[start : html.index("</section>", start)])

    assert text.startswith(
        "Het antwoord in het kort Werkt het? ▲ Leren tijdens het werk : gunstig verschil gevonden "
        "●●●○○ niveau 3 van 5 Eerste aanwijzingen (1 studie) "
        "Hoe groot? Van de 100 deelnemers doen er 68 het beter dan gemiddeld zonder. "
        "met: 68 zonder: 50 d = 0,47 (95%-interval 0,04 tot 0,90) Eerste stap, deze week"
    )
    assert "Φ(0,47) = 0,681" in html[start:]
    assert start < html.index('<section class="kb-section"')


def test_a_size_is_told_beside_what_the_others_got(tmp_path: Path) -> None:
    """Whoever was compared with another training is not told of as if the rest got nothing."""
    sized = finding("jansen2020") + EFFECT + "    comparison: bij een training uit een boek\n"
    text = plain(page(tmp_path, TRIAL, sized))

    assert (
        "Van de 100 deelnemers doen er 68 het beter dan gemiddeld bij een training uit een boek. "
        "met: 68 anders: 50 d = 0,47"
    ) in text
    assert "gemiddeld zonder" not in text


def test_a_size_of_an_association_is_told_beside_the_rest_without_a_cause(tmp_path: Path) -> None:
    """Measured before and after, it is no difference with people who did nothing."""
    design = TRIAL.replace("randomised-trial", "noncomparative-review")
    sized = finding("jansen2020") + EFFECT + "    comparison: vóór de training\n"
    text = plain(page(tmp_path, design, sized))

    assert (
        "Van de 100 mensen die dit doen of krijgen, scoren er 68 hoger dan gemiddeld vóór de "
        "training. Dat is samenhang: het zegt niet wat waardoor komt."
    ) in text


def test_no_difference_is_said_wherever_the_method_stands(tmp_path: Path) -> None:
    """In the opening, the section, on cards and on the map; no level is named beside it."""
    null = finding("jansen2020", direction="none") + EFFECT
    html = page(tmp_path, REVIEW, null)

    assert "geen verschil gevonden" in html.lower()
    for address in ("methoden/", "mechanismen/werk/", "kaart/"):
        assert "geen verschil gevonden" in html_at(tmp_path, address).lower()
    assert "van de 100" not in html
    assert "▲" not in html


def test_harm_stands_first_on_the_page(tmp_path: Path) -> None:
    """Before anything in favour, with a link to whom it happened."""
    found = [
        finding("jansen2020", "leren"),
        finding("jansen2020", "prestaties", direction="unfavourable"),
    ]
    html = page(tmp_path, TRIAL, *found)
    warning = html.index('<p class="kb-harm"><strong>Prestaties: werkte averechts</strong>')

    assert html.index('<section class="kb-opening') < warning < html.index("Werkt het?")
    assert 'href="#uitkomst-prestaties">Lees bij wie</a>' in html


def test_what_can_go_wrong_stands_in_the_opening_once(tmp_path: Path) -> None:
    """A manager takes the risk along with the gain."""
    harm = "    harm: Eén op de tien stopte [@jansen2020].\n"
    found = [finding("jansen2020") + harm, finding("jansen2020", "prestaties") + harm]
    html = page(tmp_path, TRIAL, *found)
    opening = html[html.index('<section class="kb-opening') :].split("</section>")[0]

    assert plain(opening).count("Wat er mis kan gaan Eén op de tien stopte") == 1


def test_what_a_finding_adds_is_shown_with_it(tmp_path: Path) -> None:
    """How many studies and people, the own count of a review, moderators and harm."""
    found = finding("jansen2020") + (
        "    studies: 55\n    people: 4300\n    favourable: 39 van 55\n"
        "    stronger_when: mensen zelf kozen.\n    weaker_when: er niets te kiezen viel.\n"
        "    harm: Eén op de tien stopte.\n"
    )
    text = told(page(tmp_path, REVIEW, found))

    for part in (
        "Overzicht van interventiestudies, 55 studies",
        "Eigen telling van het overzicht 39 van 55 gunstig",
        "80 medewerkers (4.300 mensen)",
        "Sterker wanneer mensen zelf kozen.",
        "Zwakker wanneer er niets te kiezen viel.",
        "Wat er mis kan gaan Eén op de tien stopte.",
        "niveau 5 van 5 ▲ Sterk",
    ):
        assert part in text


def test_a_method_without_findings_says_so_and_what_that_means(tmp_path: Path) -> None:
    """Not researched is not the same as not working."""
    text = told(page(tmp_path, TRIAL))

    assert "Nog niet onderzocht" in text
    assert "Dit zegt niet dat de methode niet werkt." in text
    assert "Kent u een studie? Draag bij ." in text


def test_target_groups_are_told_apart_and_linked(tmp_path: Path) -> None:
    """With whom it was studied stands beside the level."""
    found = finding("jansen2020", population="Medewerkers van de buitendienst")
    html = page(tmp_path, TRIAL, found, groups="buitendienst")

    assert "Bij de doelgroep onderzocht? Ja: medewerkers van de buitendienst ." in told(html)
    assert '<a href="../../doelgroepen/buitendienst/">medewerkers van de buitendienst</a>' in html


def test_only_methods_have_a_rating(tmp_path: Path) -> None:
    """Other kinds show no level."""
    write_evidence(tmp_path, TRIAL, ruilen=method("Ruilen", finding("jansen2020")))

    assert "Onderzoek:" not in html_at(tmp_path, "doelgroepen/")
    assert "niveau" not in html_at(tmp_path, "mechanismen/werk/")
