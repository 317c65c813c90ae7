"""The comparison as a page: every method in a template, with the same rows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from evidence_library import finding, method, write_evidence
from kennisbank.build import build_site
from kennisbank.pages.chooser import row_titles
from library_files import html_at
from our_kinds import Method

if TYPE_CHECKING:
    from pathlib import Path


def comparison(root: Path) -> str:
    """Return the page of a library with two methods."""
    write_evidence(
        root,
        ruilen=method(
            "Ruilen",
            finding("jansen2020"),
            groups="buitendienst",
            mechanisms="werk, ruimte",
            for_whom="Zie [[method:vragen]] en [@bakker2016].",
        ),
        vragen=method("Vragen", steps="onbekend", people="Een & ander"),
    )
    return html_at(root, "vergelijken/")


def cell(html: str, identifier: str, row: str) -> str:
    """Return what a method says in a row."""
    own, _, _ = html.partition(f'<template data-method="{identifier}">')[2].partition("</template>")
    found = re.search(rf'<div data-row="{row}">(.*?)</div>', own, re.DOTALL)
    assert found
    return found[1]


def test_every_method_has_every_row(tmp_path: Path) -> None:
    """The script only has to put them side by side."""
    html = comparison(tmp_path)
    for row in ("title", *row_titles(Method)):
        assert f'<tr data-row="{row}">' in html
        assert cell(html, "ruilen", row)
        assert cell(html, "vragen", row)


def test_what_the_editors_advise_is_named(tmp_path: Path) -> None:
    """A cell that nobody found out stands beside what research found."""
    said = "Advies van de redactie, tenzij er een bron staat: Voor wie, Eerste stap, Voorwaarden."

    assert said in comparison(tmp_path)


def test_texts_are_plain(tmp_path: Path) -> None:
    """Links and references are on the page of the method; signs stay signs."""
    html = comparison(tmp_path)

    assert cell(html, "ruilen", "for_whom") == "Zie Vragen en (Bakker, 2016)."
    assert cell(html, "vragen", "people") == "Een &amp; ander"
    assert cell(html, "ruilen", "title") == '<a href="../methoden/ruilen/">Ruilen</a>'


def test_a_list_is_a_list_and_one_thing_is_not(tmp_path: Path) -> None:
    """Two mechanisms stand under each other, one effort stands by itself."""
    html = comparison(tmp_path)

    assert cell(html, "ruilen", "mechanisms") == (
        "<ul><li>Inhoud van het werk</li><li>Ruimte en veiligheid</li></ul>"
    )
    assert cell(html, "ruilen", "effort") == "Klein: past in het gewone werk"
    assert cell(html, "ruilen", "first_step") == "Zet de taken op een rij."


def test_what_no_source_tells_is_unknown(tmp_path: Path) -> None:
    """A cell is never empty."""
    html = comparison(tmp_path)

    assert cell(html, "vragen", "first_step") == '<span class="kb-unknown">onbekend</span>'
    assert cell(html, "vragen", "target_groups") == '<span class="kb-unknown">geen genoemd</span>'


def test_research_and_description_stand_beside_each_other(tmp_path: Path) -> None:
    """Two scales in two rows, never one."""
    html = comparison(tmp_path)

    assert cell(html, "ruilen", "research") == (
        "Leren tijdens het werk: eerste aanwijzingen (niveau 3)"
    )
    assert cell(html, "ruilen", "description") == "De kern is beschreven"
    assert cell(html, "vragen", "research") == "Nog niet onderzocht"


def test_a_method_links_to_its_comparison(tmp_path: Path) -> None:
    """Only methods do."""
    comparison(tmp_path)
    pages = {page.address: page.html for page in build_site(tmp_path).pages}

    assert 'href="../../vergelijken/?m=ruilen"' in pages["methoden/ruilen/"]
    assert "vergelijken/" not in pages["mechanismen/werk/"]


def test_a_method_keeps_the_names_it_had(tmp_path: Path) -> None:
    """The script finds a method by each of them."""
    text = method("Ruilen") + "redirect_from: [draaien, rouleren]\n"
    write_evidence(tmp_path, ruilen=text, ander=method("Ander"))
    html = html_at(tmp_path, "vergelijken/")

    assert '<template data-method="ruilen" data-earlier="draaien rouleren">' in html
