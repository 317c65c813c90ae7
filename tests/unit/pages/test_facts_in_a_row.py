"""The facts of an entry: several values stand in a row, with a sign between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import html

from kennisbank.build import build_site

if TYPE_CHECKING:
    from pathlib import Path

KINDS = """\
language: nl
kinds:
  tip:
    folder: tips
    address: tips
    label: [Tip, Tips, Wat u kunt doen]
    fields:
      makers: {is: tags, title: Makers, help: Wie het maakten.}
      places: {is: tags, title: Plaatsen, help: Waar het was.}
"""
ENTRY = """\
title: Een tip
summary: Kort.
reviewed: 2026-11-24
makers: ["Bösl, Korbinian", "Jansen, An"]
places: [Breda, Vlissingen]
"""


def test_names_that_hold_a_comma_are_told_apart(tmp_path: Path) -> None:
    """A row of which a value has a comma is marked, and the style sheet puts semicolons there."""
    (tmp_path / "tips").mkdir()
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: Tips\nplugins: [kennisbank]\n")
    (tmp_path / "kennisbank.yml").write_text(KINDS)
    (tmp_path / "tips" / "een.yml").write_text(ENTRY)
    pages = {page.address: page.html for page in build_site(tmp_path).pages}
    facts = html.fromstring(pages["tips/een/"]).xpath("//section[@class='kb-facts']//div")
    marked = {one.findtext("dt"): one.get("class") for one in facts}

    assert marked == {"Makers": "kb-facts__long", "Plaatsen": None}
