"""A hand-written page that leads to an address without a page is told so when the site is built."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.build import build_site
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
