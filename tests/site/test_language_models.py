"""A language model that reads llms.txt finds every entry, and how to treat what it finds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

SITE = "https://voorbeeld.nl/kb/"


def test_the_file_names_every_entry_and_no_page_that_is_not_there(built_site: Path) -> None:
    """One title, one quote, lists of links: the form that llms.txt has."""
    text = (built_site / "llms.txt").read_text(encoding="utf-8")
    links = {
        one.removeprefix(SITE)
        for one in re.findall(r"^- \[[^\]]+\]\(([^)]+)\): .", text, re.MULTILINE)
    }
    entries = {
        path.parent.relative_to(built_site).as_posix()
        for path in built_site.glob("*/*/bronnen.bib")
    }

    assert text.startswith("# Bibliotheek leercultuur\n\n> ")
    assert {f"{entry}/" for entry in entries} - {"data/v1/"} <= links
    assert [link for link in links if not (built_site / link).exists()] == []
    assert "Noem die bron mee." in text
