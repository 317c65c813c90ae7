"""An English library with kinds of its own: what its data asks for is on pages and in files."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING

import pytest

from kennisbank.build import Site, build_site
from kennisbank.messages import speaking
from kennisbank.pages.context import SiteMetadata
from running import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LIBRARY = REPOSITORY / "tests" / "examples" / "good" / "secure-delivery"


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    """The site of the library, made once, in its own language."""
    with speaking("en"):
        yield build_site(LIBRARY, imprint=SiteMetadata("Secure delivery", "https://example.org/"))


@pytest.fixture(scope="module")
def pages(site: Site) -> Mapping[str, str]:
    """Each page by its address."""
    return {page.address: " ".join(page.content.split()) for page in site.pages}


def test_it_is_large_enough_to_tell_something(site: Site) -> None:
    """Thirty entries of four kinds, and fifteen sources that are all cited."""
    assert site.problems == ()
    assert len(site.library.entries) >= 30
    assert len(site.library.kinds) == 4
    assert len(site.library.bibliography.sources) >= 15


def test_a_relation_says_why_from_both_sides(pages: Mapping[str, str]) -> None:
    """On the page of the mitigation and on that of the technique, each with a link to the other."""
    here, there = pages["mitigations/breach-alert/"], pages["techniques/credential-stuffing/"]

    for page in (here, there):
        assert "Of the warnings, 26% led to a new password" in page
        assert "Thomas et al., 2019" in page
    assert 'href="../../techniques/credential-stuffing/"' in here
    assert 'href="../../mitigations/breach-alert/"' in there
    assert "makes this harder" in there


def test_readers_narrow_by_lists_kinds_and_tags(pages: Mapping[str, str]) -> None:
    """Each facet of the data is a list, also that of a relation."""
    assert "Continuous integration" in pages["subjects/category/build/"]
    assert "Pair programming" in pages["subjects/tags/learning/"]
    assert 'href="../techniques/tampered-build/"' in pages["subjects/"]


def test_without_findings_no_page_speaks_of_ratings(pages: Mapping[str, str]) -> None:
    """No map, no chooser, no comparison, and no level or dot anywhere."""
    absent = ("map/", "choose/", "compare/", "about/evidence/")

    assert not pages.keys() & {*absent}
    assert [address for address, page in pages.items() if "●" in page or "kb-meter" in page] == []
    assert [
        (address, one) for address, page in pages.items() for one in absent if f'{one}"' in page
    ] == []


def test_what_an_entry_leaves_out_is_not_on_its_page(pages: Mapping[str, str]) -> None:
    """Pair programming has no ways to measure, and no word says that it has none."""
    page = pages["capabilities/pair-programming/"]

    assert "Ways to measure" not in page
    assert "unknown" not in page.casefold()
    assert "Ways to measure" in pages["capabilities/monitoring/"]


def test_pictures_headings_and_terms_are_in_a_text(pages: Mapping[str, str]) -> None:
    """A drawing keeps its room, a heading comes below that of the field, a word is explained."""
    page = pages["techniques/leaked-secret/"]

    assert re.search(r'<img [^>]*alt="Three boxes[^>]*width="320" height="90"', page)
    assert re.search(r"<h3 id=[^>]*>How often</h3>", page)
    assert 'class="kb-term"' in pages["techniques/tampered-build/"]


def test_data_has_what_the_files_say(site: Site) -> None:
    """In JSON as it is written, in a table on one line, with the relation and its text."""
    library = json.loads(site.files["data/v1/library.json"])
    by_id = {one["id"]: one for one in library["entries"]}
    table = site.files["data/v1/mitigations.csv"].decode("utf-8-sig")
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(table))}
    relation = by_id["lock-file"]["fields"]["addresses"][0]
    link = {"kind": "mitigation", "id": "lock-file"}

    assert relation["to"] == "poisoned-dependency"
    assert relation["why"].startswith("A new version")
    assert "poisoned-dependency" in rows["lock-file"]["addresses"]
    assert [one["field"] for one in library["links"] if one["from"] == link] == ["addresses"]


def test_addresses_of_before_lead_on(site: Site) -> None:
    """Those of a whole kind, and one that looks like nothing here."""
    assert b"../techniques/" in site.files["2019/attack-list.html"]
    assert b"../../techniques/stolen-password/" in site.files["attacks/stolen-password/index.html"]
