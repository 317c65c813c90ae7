"""A link in the site that leads nowhere is told by the check and by the build, at its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commanding import run
from kennisbank.build import build_site
from kennisbank.pages.dead_links import ALWAYS_FILES, always_pages
from library_files import write_files

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "---\ntitle: Over ons\ndescription: Wie wij zijn.\n---\n\n"
TERM = """\
title: Leercultuur
summary: Hoe mensen samen leren.
reviewed: 2026-01-01
redirect_from: [leerklimaat]
definition: Tekst.
"""


def test_an_address_without_a_page_is_a_problem(tmp_path: Path) -> None:
    """Addresses of pages and of redirects are fine, and so are files and other sites."""
    right = (
        "[a](../begrippen/) [b](../begrippen/leerklimaat/#x) [c](../) [d](./) [e](../kaart/?q=1) "
    )
    right += "[f](../llms.txt) [g](https://voorbeeld.nl/weg/) [[term:leercultuur]]\n\n"
    wrong = "[h](begrippen/) en [i](../begripen/).\n"
    files = {"docs/over-ons.md": HEAD + right + wrong, "terms/leercultuur.yml": TERM}
    problems = build_site(write_files(tmp_path, files)).problems

    found = [str(one).removeprefix("docs/over-ons.md:") for one in problems]
    said = "{}: broken-link: op het adres '{}' staat geen pagina. Bedoelde u '../begrippen/'?"
    assert found == [said.format("8:5", "begrippen/"), said.format("8:24", "../begripen/")]


DEAD = {
    "nergens/": "op het adres 'nergens/' staat geen pagina.",
    "/kaart/": "op het adres '/kaart/' staat geen pagina. Bedoelde u '../kaart/'?",
    "//voorbeeld.nl/a": "op het adres '//voorbeeld.nl/a' staat geen pagina.",
    "../../kaart/": "op het adres '../../kaart/' staat geen pagina.",
    "nergens.pdf": "op het adres 'nergens.pdf' staat geen bestand. Zet het bestand in",
    "../data/v1/weg.csv": "op het adres '../data/v1/weg.csv' staat geen bestand.",
    "assets/weg.svg": "op het adres 'assets/weg.svg' staat geen bestand.",
    "#onse-naam": "op die pagina is geen plek '#onse-naam'. Bedoelde u 'onze-naam'?",
    "../kaart/#weg": "op die pagina is geen plek '#weg'. Noem een kop van die pagina",
    "over-ons.md#weg": "op die pagina is geen plek '#weg'.",
    "../begrippen/leercultuur/#weg": "op die pagina is geen plek '#weg'.",
}


def test_check_and_build_say_the_same_of_a_dead_link(tmp_path: Path) -> None:
    """A page, a file and a place on a page that are not there are one problem, at the address."""
    links = "".join(f"Zie [dit]({link}).\n" for link in DEAD)
    text = f"{HEAD}Over [[term:leercultuur]].\n\n## Onze naam\n\n{links}"
    files = {"docs/over-ons.md": text, "terms/leercultuur.yml": TERM}
    root = write_files(tmp_path, files)
    problems = [str(one) for one in build_site(root).problems]
    checked = run("check", root)

    assert len(problems) == len(DEAD)
    for line, (problem, said) in enumerate(zip(problems, DEAD.values(), strict=True), start=10):
        assert problem.startswith(f"docs/over-ons.md:{line}:11: broken-link: {said}")
    assert checked.exit_code == 1
    assert [one for one in checked.stdout.splitlines() if "broken-link" in one] == problems


def test_a_dead_link_in_an_entry_is_told_too(tmp_path: Path) -> None:
    """An address in an entry counts from the page of the entry; what is there is fine."""
    text = "Zie [a](../../kaart/), [b](../nergens/) en [c](../leercultuur/#weg), [d](#weg)."
    files = {
        "docs/over-ons.md": f"{HEAD}Over [[term:leercultuur]].\n",
        "terms/leercultuur.yml": TERM.replace("Tekst.", f'"{text}"'),
    }
    root = write_files(tmp_path, files)
    problems = [
        str(one).removeprefix("terms/leercultuur.yml:") for one in build_site(root).problems
    ]

    assert [one.split(": ")[:2] for one in problems] == [
        ["5:41", "broken-link"],
        ["5:61", "broken-link"],
        ["5:85", "stray-mark"],
    ]
    assert "op het adres '../nergens/' staat geen pagina." in problems[0]
    assert "op die pagina is geen plek '#weg'." in problems[1]
    assert problems[0] in run("check", root).stdout


def test_every_kind_of_link_that_leads_somewhere_is_fine(tmp_path: Path) -> None:
    """Pages with or without their file, places on them, drawings, data, and what comes later."""
    links = (
        *("../kaart", "../kaart/index.html", "../kaart/?q=x", "?q=x", "#onze-naam", "../#titel"),
        *("over-ons.md#onze-naam", "assets/a%20b.svg", "../data/v1/library.json", "../llms.txt"),
        *(
            "../data/bibliotheek.zip",
            "../sitemap.xml",
            "../assets/logo.svg",
            "https://voorbeeld.nl/weg",
        ),
        *("../begrippen/leercultuur/#definition", "../begrippen/leerklimaat/"),
    )
    prose = " ".join(f"[x]({link})" for link in links)
    text = f"{HEAD}Over [[term:leercultuur]].\n\n## Onze naam\n\n{prose}\n"
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'
    files = {
        "docs/over-ons.md": text,
        "docs/assets/a b.svg": drawing,
        "terms/leercultuur.yml": TERM,
    }

    assert [str(one) for one in build_site(write_files(tmp_path, files)).problems] == []


def test_what_is_held_to_be_in_every_library_is(tmp_path: Path) -> None:
    """Also in one without entries; the check makes no pages for links to these."""
    site = build_site(write_files(tmp_path, {"docs/over-ons.md": f"{HEAD}Hoi.\n"}))

    assert {page.address.rstrip("/") for page in site.pages} >= always_pages()
    assert site.files.keys() >= ALWAYS_FILES
