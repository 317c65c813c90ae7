"""Two libraries under one host, each built by itself, and one search over their indexes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from library_files import write_files
from opening import opening
from running import mkdocs
from serving import folder_served

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser
_CONFIG = (
    "site_name: {name}\ntheme: material\nplugins: [{{kennisbank: {{also_searched: [{also}]}}}}]\n"
)
_HOME = "---\ntitle: Begin\ndescription: Een begin.\n---\n\nWelkom.\n"
_TERM = """\
title: {title}
summary: {summary}
definition: {summary}
reviewed: 2026-01-01
"""


def build(root: Path, name: str, also: str, **terms: str) -> Path:
    """Build a library of terms, each with its summary, and return the folder of its site."""
    files = {
        "mkdocs.yml": _CONFIG.format(name=name, also=also),
        "docs/index.md": _HOME,
        **{
            f"terms/{title.lower()}.yml": _TERM.format(title=title, summary=summary)
            for title, summary in terms.items()
        },
    }
    write_files(root, files)
    done = mkdocs("build", folder=root)
    assert done.returncode == 0, done.stderr
    return root / "site"


def test_one_search_asks_two_libraries(tmp_path: Path, browser: Browser) -> None:
    """Below our own answer stands that of the other, under its name; nothing leaves the host."""
    one = build(
        tmp_path / "one",
        "Bibliotheek werk",
        "/zorg/, /weg/",
        Mentoraat="Een ervaren collega begeleidt iemand op het werk.",
    )
    other = build(
        tmp_path / "other",
        "Bibliotheek zorg",
        "/",
        Intervisie="Verpleegkundigen bespreken hun werk met een collega.",
    )
    other.rename(one / "zorg")
    with folder_served(one) as address, opening(browser, f"{address}/") as open_page:
        page = open_page("zoeken/?q=collega")
        # The third library is not there, and keeps no other from answering.
        open_page.expect("404")
        sections = page.locator(".kb-answers > section")

        expect(sections).to_have_count(2)
        expect(sections.nth(0).locator("h3")).to_have_text(["Mentoraat"])
        expect(sections.nth(1).locator("h2")).to_have_text("In Bibliotheek zorg")
        expect(sections.nth(1).locator("h3")).to_have_text(["Intervisie"])
        sections.nth(1).get_by_role("link", name="Alle resultaten in Bibliotheek zorg").click()
        expect(page).to_have_title("Zoeken - Bibliotheek zorg")
        expect(page.locator(".kb-answers h3").first).to_have_text("Intervisie")
