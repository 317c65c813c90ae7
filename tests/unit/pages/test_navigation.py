"""The menu: what mkdocs.yml names, and the kinds that have something to show."""

from __future__ import annotations

from pathlib import PurePosixPath

from kennisbank.pages.navigation import imprint_links, navigation
from kennisbank.pages.page import Page

PAGES = [
    Page("", "Start", "", "", source=PurePosixPath("docs/index.md")),
    Page("over/", "Over", "", "", source=PurePosixPath("docs/over.md")),
    Page("over/team/", "Team", "", "", source=PurePosixPath("docs/over/team.md")),
    Page("privacy/", "Privacy & wij", "", "", source=PurePosixPath("docs/privacy.md")),
    Page("mechanismen/", "Mechanismen", "", "", section="mechanism"),
    Page("methoden/", "Methoden", "", "", section="method"),
    Page("begrippen/", "Begrippen", "", "", section="term", listed=("begrippen/a/",)),
    Page("begrippen/a/", "A", "", "", section="term"),
    Page("kaart/", "Kaart van het onderzoek", "", "", short="Kaart"),
    Page("bronnen/", "Bronnen", "", "", listed=("bronnen/a/",)),
    Page("bijdragen/", "Bijdragen", "", ""),
]


def test_a_kind_without_entries_is_not_in_the_menu() -> None:
    """What there is stands behind the first item; an empty overview would be a dead end."""
    found = navigation(["index.md", "bronnen/index.md"], PAGES)

    assert found == ["index.md", "begrippen/index.md", "bronnen/index.md"]


def test_without_a_navigation_the_menu_holds_what_the_site_has() -> None:
    """Hand-written pages at the top are in it, by the file they are made from; no empty map."""
    found = navigation([], PAGES, "methoden/")

    assert found == [
        *("index.md", "begrippen/index.md", "bronnen/index.md", "over.md", "bijdragen/index.md"),
    ]


def test_the_items_of_a_group_stand_beside_each_other() -> None:
    """The menu has one level; what already stands in it is not put in again."""
    named = ["index.md", {"Wie": ["over.md", {"Ons team": "over/team.md"}]}]
    named += [{"Woorden": "begrippen/index.md"}]
    found = navigation(named, PAGES)

    assert found == [*named[:1], "over.md", {"Ons team": "over/team.md"}, *named[2:]]


def test_the_foot_leads_only_to_pages_that_exist() -> None:
    """Names are escaped, because the theme prints them as they are."""
    assert imprint_links(PAGES) == [{"address": "privacy/", "title": "Privacy &amp; wij"}]
