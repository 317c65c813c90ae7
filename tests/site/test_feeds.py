"""Who follows the site gets one item for each real change, and each only once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import feedparser
import pytest
from lxml import etree

from html_files import is_old_address
from kennisbank.build import build_site
from kennisbank.pages.context import SiteMetadata
from our_kinds import KINDS
from running import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

SITE = SiteMetadata(
    "Klein & fijn", "https://voorbeeld.nl/kb/", license="https://voorbeeld.nl/licentie"
)
TERM = """\
title: {title}
summary: Een zin.
reviewed: 2026-01-01
{more}definition: Een zin.
"""
CHANGED = """\
mechanisms:
  - samen
changed:
  - day: 2026-11-25
    note: Nog <b>iets</b> & meer.
  - day: 2026-11-25
    note: Eerst dit.
  - day: 2026-11-20
    note: Begonnen.
"""
MECHANISM = """\
title: Samen
summary: Een zin.
reviewed: 2026-01-01
number: 1
description: Een zin.
why: Een zin.
signs: [Een zin.]
actions: Een zin.
questions: [Waarom?]
"""


def feeds(root: Path, first: str, imprint: SiteMetadata = SITE) -> dict[str, bytes]:
    """Return the feeds of a library of two terms and a mechanism."""
    for folder in ("terms", "mechanisms"):
        (root / folder).mkdir(exist_ok=True)
    texts = {
        "een": TERM.format(title="Een", more=first),
        "twee": TERM.format(title="Twee", more=""),
    }
    for name, text in texts.items():
        (root / "terms" / f"{name}.yml").write_text(text, encoding="utf-8")
    (root / "mechanisms" / "samen.yml").write_text(MECHANISM, encoding="utf-8")
    files = build_site(root, imprint=imprint).files
    return {path: content for path, content in files.items() if path.startswith("volgen/")}


def test_each_change_is_an_item_with_an_id_of_its_own(tmp_path: Path) -> None:
    """The newest stands first; a note is text, whatever is in it; the link is the page."""
    feed = feedparser.parse(feeds(tmp_path, CHANGED)["volgen/alles.xml"])

    assert not feed.bozo
    assert feed.feed.title == "Klein & fijn"
    assert feed.feed.updated == "2026-11-25T00:00:00Z"
    assert [(one.id, one.summary) for one in feed.entries] == [
        ("https://voorbeeld.nl/kb/begrippen/een/#2026-11-25-2", "Nog <b>iets</b> & meer."),
        ("https://voorbeeld.nl/kb/begrippen/een/#2026-11-25-1", "Eerst dit."),
        ("https://voorbeeld.nl/kb/begrippen/een/#2026-11-20-1", "Begonnen."),
    ]
    assert {one.link for one in feed.entries} == {"https://voorbeeld.nl/kb/begrippen/een/"}
    assert {one.tags[0].label for one in feed.entries} == {"Begrip"}


def test_a_later_change_and_a_new_name_leave_old_ids(tmp_path: Path) -> None:
    """A program that knows an item does not show it again."""
    before = feedparser.parse(feeds(tmp_path, CHANGED)["volgen/alles.xml"]).entries
    (tmp_path / "terms" / "een.yml").unlink()
    more = CHANGED.replace(
        "changed:", "redirect_from: [een]\nchanged:\n  - {day: 2026-12-01, note: Later.}"
    )
    text = TERM.format(title="Anders", more=more)
    (tmp_path / "terms" / "anders.yml").write_text(text, encoding="utf-8")
    files = build_site(tmp_path, imprint=SITE).files
    after = feedparser.parse(files["volgen/alles.xml"]).entries

    assert [one.id for one in after][1:] == [one.id for one in before]
    assert after[1].link == "https://voorbeeld.nl/kb/begrippen/anders/"


def test_kinds_and_mechanisms_have_feeds_of_what_belongs_to_them(tmp_path: Path) -> None:
    """A feed in which nothing stands yet is a right feed with a day that stays."""
    found = {path: feedparser.parse(text) for path, text in feeds(tmp_path, CHANGED).items()}
    sizes = {path: len(feed.entries) for path, feed in found.items() if feed.entries}

    assert sizes == {
        "volgen/alles.xml": 3,
        "volgen/begrippen.xml": 3,
        "volgen/mechanismen/samen.xml": 3,
    }
    assert [path for path, feed in found.items() if feed.bozo] == []
    assert found["volgen/methoden.xml"].feed.updated == "2026-01-01T00:00:00Z"


def test_a_site_without_an_address_has_no_feeds(tmp_path: Path) -> None:
    """A feed is read far from the site, so its links are full addresses."""
    assert feeds(tmp_path, CHANGED, SiteMetadata("Klein")) == {}


@pytest.mark.build
def test_each_feed_of_this_site_is_valid_and_every_page_names_the_first(built_site: Path) -> None:
    """What RFC 4287 asks of a feed is there once, at the address that it says it has."""
    names = {"a": "http://www.w3.org/2005/Atom"}
    paths = sorted((built_site / "volgen").rglob("*.xml"))
    for path in paths:
        root = etree.fromstring(path.read_bytes())
        url = f"https://voorbeeld.nl/kb/{path.relative_to(built_site).as_posix()}"
        assert root.xpath("a:link[@rel='self']/@href", namespaces=names) == [url]
        assert root.xpath("a:id/text()", namespaces=names) == [url]
        for node in [root, *root.xpath("a:entry", namespaces=names)]:
            for name in ("id", "title", "updated"):
                assert len(node.xpath(f"a:{name}", namespaces=names)) == 1
        assert root.xpath("count(a:author/a:name)", namespaces=names) == 1
    heads = [
        path
        for path in built_site.rglob("index.html")
        if 'type="application/atom+xml"' not in (text := path.read_text(encoding="utf-8"))
        and not is_old_address(text)
    ]

    assert len(paths) == 1 + len(list((REPOSITORY / "mechanisms").glob("*.yml"))) + len(KINDS)
    assert heads == []
