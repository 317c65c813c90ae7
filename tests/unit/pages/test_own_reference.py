"""A page's own reference is made of a pattern; it is the text that would be formatted anew."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from kennisbank.library.loading import load_library
from kennisbank.pages.context import RenderContext, Repository, SiteMetadata
from kennisbank.pages.entry_page import own_reference, page_item
from kennisbank.sources.style.references import reference_html
from library_files import write_files

if TYPE_CHECKING:
    from pathlib import Path

TITLES = (
    "leren & werken (2e ronde)",
    "Gewoon",
    "Wat werkt?",
    "STAP, SLIM en meer…",
    "Een 'woord'  met  ruimte",
    "Van <b> naar __ en \\ en {x}",
    "_onder_ streepje_",
    "Xqkbtitleqx xqkbidqx",
    "D.",
    "Zoals dit / zoals dat: 5%",
    "Twee – drie; vier, vijf",
    "Éen 日本 ß",
)
TERM = "title: {}\nsummary: Kort.\nreviewed: 2026-11-{}\ndefinition: Kort.\n"


@pytest.mark.parametrize(
    "site",
    [SiteMetadata(), SiteMetadata("S"), SiteMetadata("Site & co.", "https://voorbeeld.nl/kb/")],
    ids=["nowhere", "a name", "an address"],
)
def test_the_pattern_gives_what_formatting_gives(site: SiteMetadata, tmp_path: Path) -> None:
    """For any title and day, with and without the name and the address of the site."""
    terms = {
        f"terms/term-{number}.yml": TERM.format(json.dumps(title), 10 + number % 2)
        for number, title in enumerate(TITLES)
    }
    library, problems = load_library(write_files(tmp_path, terms))
    context = RenderContext(library, Repository(), imprint=site)

    assert len(context.site_map.targets) == len(TITLES), problems
    for key, target in context.site_map.targets.items():
        item = page_item(key, target.entry, site.name, site.url)
        assert own_reference(context, target, item) == reference_html(item)
    assert 0 < len(context.own_references) < len(TITLES)
