"""The menu: what mkdocs.yml names, and the kinds that have something to show."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from kennisbank.pages.navigation import MOST, frame, menu, navigation, place_in_menu
from kennisbank.pages.page import Page

if TYPE_CHECKING:
    from collections.abc import Sequence

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


def titles(named: Sequence[object], pages: list[Page], rated: str = "") -> dict[str, list[str]]:
    """Return the items of the menu, each with the addresses of its pages."""
    return {one.title: [page.address for page in one.pages] for one in menu(named, pages, rated)}


def kind(name: str) -> Page:
    """Return the overview of a kind that has an entry."""
    return Page(f"{name}/", name.title(), "", "", section=name, listed=(f"{name}/a/",))


def test_a_library_names_its_menu_in_groups() -> None:
    """A group leads to its first page; home and what is not there are no items."""
    named = ["index.md", {"Wie": ["over.md", {"Ons <b>team": "over/team.md"}, "weg.md"]}]

    assert titles(named, PAGES) == {"Begrippen": ["begrippen/"], "Wie": ["over/", "over/team/"]}


def test_the_menu_has_at_most_six_items() -> None:
    """The kinds that are too much stand behind one name, before research and what is about us."""
    many = [*PAGES, *map(kind, ("een", "twee", "drie", "vier", "vijf"))]
    found = titles([], many)

    assert list(found) == ["Begrippen", "Een", "Twee", "Meer", "Bronnen", "Over deze bibliotheek"]
    assert found["Meer"] == ["drie/", "vier/", "vijf/"]
    assert found["Over deze bibliotheek"] == ["over/", "bijdragen/"]


def test_a_menu_that_names_too_much_ends_in_the_rest() -> None:
    """The first five stay as they are named."""
    pages = [kind(f"k{number}") for number in range(9)]
    named = [f"k{number}/index.md" for number in range(9)]
    found = titles([*named], pages)

    assert len(found) == MOST
    assert found["Meer"] == ["k5/", "k6/", "k7/", "k8/"]


def test_every_page_has_a_place_in_the_menu() -> None:
    """An entry below its kind, the chooser with what it chooses from, the rest with the last."""
    methods = Page("methoden/", "Methoden", "", "", section="method", listed=("methoden/a/",))
    extra = [Page(one, one, "", "") for one in ("keuzehulp/", "volgen/", "data/")]
    pages = [*PAGES[:4], methods, *PAGES[6:], *extra]
    items = menu([], pages, "methoden/")
    addresses = ("", "methoden/a/", "keuzehulp/", "rollen/hr/", "begrippen/a/", "bronnen/x/")
    found = {address: place_in_menu(items, address) for address in addresses}

    assert found == {
        "": "",
        "methoden/a/": "methoden/",
        "keuzehulp/": "methoden/",
        "rollen/hr/": "methoden/",
        "begrippen/a/": "begrippen/",
        "bronnen/x/": "kaart/",
    }
    assert place_in_menu(items, "volgen/") == place_in_menu(items, "privacy/") == "over/"
    assert place_in_menu(items, "a-z/") == place_in_menu(items, "onderwerpen/rol/hr/") == "zoeken/"
    assert place_in_menu((), "weg/") == ""


def test_the_foot_leads_only_to_pages_that_exist() -> None:
    """Names are escaped, because the theme prints them as they are."""
    printed = frame([], PAGES).printed

    assert printed["imprint"] == [{"address": "privacy/", "title": "Privacy &amp; wij"}]
    assert printed["finding"] == []
