"""Whole small libraries: the good ones give no problem, the bad ones give exactly what they say."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

import pytest

from kennisbank.build import build_site
from kennisbank.checks import RULES
from kennisbank.pages.context import SiteMetadata
from library_files import problems_in
from running import REPOSITORY
from this_library import this_library

if TYPE_CHECKING:
    from pathlib import Path

EXAMPLES = REPOSITORY / "tests" / "examples"
GOOD = sorted((EXAMPLES / "good").iterdir())
BAD = sorted((EXAMPLES / "bad").iterdir())


def report(root: Path) -> str:
    """Return every problem of a library, one on a line, by place."""
    return "".join(sorted(f"{problem}\n" for problem in problems_in(root)))


@pytest.mark.parametrize("root", BAD, ids=lambda path: path.name)
def test_a_bad_example_gives_exactly_its_report(root: Path) -> None:
    """The expected lines stand beside the example; `make renew` writes them again."""
    expected = root / "expected.txt"
    if os.environ.get("UPDATE_EXPECTED"):
        expected.write_text(report(root), encoding="utf-8")

    assert expected.read_text(encoding="utf-8") == report(root)


@pytest.mark.parametrize("root", BAD, ids=lambda path: path.name)
def test_a_bad_example_shows_the_rule_it_is_named_after(root: Path) -> None:
    """A folder has the name of a code, and its report has that code."""
    assert root.name in {rule.code for rule in RULES}
    assert f": {root.name}: " in (root / "expected.txt").read_text(encoding="utf-8")


def test_every_rule_has_a_bad_example() -> None:
    """No code without an example of what it reports."""
    assert {rule.code for rule in RULES} == {path.name for path in BAD}


@pytest.mark.parametrize("root", GOOD, ids=lambda path: path.name)
def test_a_good_example_gives_no_problem_and_has_pages(root: Path) -> None:
    """Right Dutch and right links are never called wrong."""
    site = build_site(root)

    assert report(root) == ""
    assert site.problems == ()
    assert len(site.pages) > len(site.library.entries)


def test_a_library_on_another_subject_shows_nothing_of_this_one() -> None:
    """Pages, feeds and data have the name of their own library, its words and its counts."""
    imprint = SiteMetadata("Veilig naar school", "https://voorbeeld.org/projecten/verkeer/")
    site = build_site(EXAMPLES / "good" / "another-subject", imprint=imprint)
    ours = this_library()
    methods = (key.id for key in ours.entries if key.kind == "method")
    words = {"leercultuur", "de presentatie", "zeven", *methods}
    # The forms and the guide show how a field is filled, by examples from this library.
    texts = {page.address: page.html for page in site.pages if "bijdragen/" not in page.address}
    texts |= {
        path: content.decode()
        for path, content in site.files.items()
        if path.endswith((".xml", ".txt")) or path == "data/v1/library.json"
    }
    of_ours = re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)
    found = {(path, word) for path, text in texts.items() for word in of_ours.findall(text)}

    assert found == set()
    assert "Wat staat er vooral in de weg?" not in texts["keuzehulp/"]
    form = site.files["assets/form/kinds/method.js"].decode()
    assert [name in form for name in ("snelheid", "buttazzoni2018bus", "inhoud-van-het-werk")] == [
        *(True, True, False)
    ]
    assert 'placeholder="bijvoorbeeld: schoolstraat"' in texts[""]
    assert '<h2 id="kb-map">Mechanismen</h2>' in texts[""]
    assert "alleen zoals geciteerd in een ander werk." in texts["bronnen/toespraak/"]


def test_a_bad_library_still_has_pages_for_what_is_right() -> None:
    """A faulty entry has no page; the others have theirs, so that an author can look."""
    site = build_site(EXAMPLES / "bad" / "wrong-type")
    addresses = {page.address for page in site.pages}

    assert "begrippen/leercultuur/" in addresses
    assert "begrippen/reflectie/" not in addresses


def test_this_library_gives_no_problem() -> None:
    """What is published here is checked like any library."""
    assert report(REPOSITORY) == ""
