"""Readers see what happened to a source: on its page, at every method, and in the feed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidence_library import TRIAL, finding, method, write_evidence
from kennisbank.build import build_site
from kennisbank.pages.context import SiteMetadata
from library_files import problems_in, write_files

if TYPE_CHECKING:
    from pathlib import Path

STATUS = "status = {retracted},\n  statusdoi = {10.5555/notice},\n  statusdate = {2026-11-30},\n}"


def test_a_retraction_is_seen_everywhere(tmp_path: Path) -> None:
    """The level falls, the page of the method says why, and followers hear of it."""
    bibliography = TRIAL.rstrip().removesuffix("}") + STATUS
    root = write_evidence(tmp_path, bibliography, ruilen=method("Ruilen", finding("jansen2020")))
    site = build_site(root, imprint=SiteMetadata(url="https://voorbeeld.nl/", name="X"))
    pages = {page.address: page.html for page in site.pages}
    source, entry = pages["bronnen/jansen2020/"], pages["methoden/ruilen/"]

    assert (
        "Deze publicatie is ingetrokken. Zij telt in deze bibliotheek nergens meer mee." in source
    )
    assert '<a href="https://doi.org/10.5555/notice">Lees het bericht</a>' in source
    assert "de publicatie is teruggetrokken" in entry
    feed = site.files["volgen/methoden.xml"].decode()
    assert "De bron Jansen (2020) is ingetrokken en telt niet meer mee." in feed


def test_a_status_that_nobody_knows_is_told(tmp_path: Path) -> None:
    """The word, the DOI and the day, each at its place."""
    fields = "status = {retracted?},\n  statusdoi = {hier},\n  statusdate = {gisteren},\n"
    text = f"@book{{vos2020,\n  title = {{Leren}},\n  year = {{2020}},\n  {fields}}}\n"
    found = problems_in(write_files(tmp_path, {"references.bib": text}))
    messages = {one.location.line: one.message for one in found if one.code == "bad-source"}

    assert messages[4] == "in 'vos2020' bestaat status 'retracted?' niet."
    assert messages[5] == "in 'vos2020' is 'hier' in het veld 'statusdoi' geen DOI."
    assert messages[6] == "in 'vos2020' is 'gisteren' in het veld 'statusdate' geen dag."
