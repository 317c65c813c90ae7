"""Who cites this repository does so with what CITATION.cff says."""

from __future__ import annotations

import yaml

from running import REPOSITORY

# What version 1.2.0 of the Citation File Format asks, and the licences and kinds it knows of ours.
REQUIRED = {"cff-version", "message", "title", "authors"}


def test_the_citation_file_says_what_the_site_says() -> None:
    """The name is that of the site, the licence that of the texts; no people are made up."""
    text = (REPOSITORY / "CITATION.cff").read_text(encoding="utf-8")
    file = yaml.safe_load(text)
    site = (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8")

    assert file.keys() >= REQUIRED
    assert (file["cff-version"], file["type"]) == ("1.2.0", "dataset")
    assert f"site_name: {file['title']}\n" in site
    assert file["authors"] == [{"name": file["title"]}]
    assert file["license"] == "CC-BY-4.0"
    assert "license: https://creativecommons.org/licenses/by/4.0/" in site
