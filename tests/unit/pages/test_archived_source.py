"""A web source shows its copy in an archive, and when a person last looked, where that is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.build import build_site
from library_files import write_files

if TYPE_CHECKING:
    from pathlib import Path

TERM = """\
title: Leercultuur
summary: Hoe gewoon het is om te leren.
reviewed: 2026-11-24
definition: Leren hoort erbij [@bewaard; @los].
"""
SOURCES = """\
@online{bewaard,
  author = {{TNO}},
  title = {Leren},
  url = {https://voorbeeld.nl/leren},
  urldate = {2026-11-03},
  archiveurl = {https://archief.voorbeeld.nl/1/https://voorbeeld.nl/leren?a=1&b=2},
}
@online{los,
  author = {{CBS}},
  title = {Werken},
  url = {https://voorbeeld.nl/werken},
}
"""


def test_a_copy_and_a_day_are_shown_where_they_are_known(tmp_path: Path) -> None:
    """The other source says nothing of a copy or a day: neither is made up."""
    files = {"terms/leercultuur.yml": TERM, "references.bib": SOURCES}
    site = build_site(write_files(tmp_path, files))
    kept, loose = (
        next(page.html for page in site.pages if page.address == f"bronnen/{key}/")
        for key in ("bewaard", "los")
    )

    copy = "https://archief.voorbeeld.nl/1/https://voorbeeld.nl/leren?a=1&amp;b=2"
    assert f'<dt>Gearchiveerde kopie</dt><dd><a href="{copy}">{copy}</a></dd>' in kept
    assert "<dt>Adres laatst bekeken</dt><dd>3 november 2026</dd>" in kept
    assert "Gearchiveerde kopie" not in loose
    assert "Adres laatst bekeken" not in loose
    assert b'"archiveurl":"https://archief.voorbeeld.nl/1/' in site.files["data/v1/library.json"]
