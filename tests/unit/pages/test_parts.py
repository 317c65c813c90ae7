"""Long lists in parts: where each part is, and what stands in it."""

from __future__ import annotations

import gzip
import json
import re
from typing import TYPE_CHECKING

import pytest

from generated import write_library
from kennisbank.build import rated_pages, single_pages
from kennisbank.library.loading import load_library
from kennisbank.outputs.compared import choice_files, compared_files
from kennisbank.pages.context import RenderContext, Repository
from kennisbank.pages.indexes import role_pages
from kennisbank.pages.map_pages import map_pages
from kennisbank.pages.overviews import overview_pages
from kennisbank.pages.parts import in_parts
from kennisbank.pages.upkeep_page import upkeep_pages

if TYPE_CHECKING:
    from kennisbank.pages.page import Page

# Just too many for one page.
COUNT = 252
LISTS = (overview_pages, role_pages, map_pages, rated_pages, upkeep_pages, single_pages)


def test_a_list_that_fits_is_one_part_at_its_own_address() -> None:
    """A small library has whole lists; a group without rows stands there as well."""
    (part,) = in_parts("bronnen/", [("a", [1, 2]), ("b", []), ("c", [3])], most=3)

    assert (part.address, part.is_whole, part.rows) == ("bronnen/", True, (1, 2, 3))
    assert part.groups == (("a", (1, 2)), ("b", ()), ("c", (3,)))


def test_a_list_without_rows_is_one_part() -> None:
    """The page is there, and says that there is nothing."""
    nothing: list[tuple[str, list[int]]] = [("a", [])]

    assert [part.groups for part in in_parts("bronnen/", nothing)] == [(("a", ()),)]
    assert [part.rows for part in in_parts("bronnen/", nothing[1:])] == [()]


def test_a_long_list_is_cut_into_parts_of_about_the_same_length() -> None:
    """Each row stands once, in order; a group may go on in the next part."""
    parts = in_parts("bronnen/", [("a", [1, 2, 3]), ("b", []), ("c", [4, 5, 6, 7])], most=3)

    assert [part.address for part in parts] == ["bronnen/", "bronnen/deel~2/", "bronnen/deel~3/"]
    assert [part.groups for part in parts] == [
        (("a", (1, 2, 3)), ("b", ())),
        (("c", (4, 5, 6)),),
        (("c", (7,)),),
    ]
    assert [(part.first, part.last) for part in parts] == [(1, 3), (4, 6), (7, 7)]


def test_a_group_is_found_in_the_part_where_it_begins() -> None:
    """A link to it leads there, from every part."""
    parts = in_parts("a-z/", [("a", [1, 2]), ("b", [3, 4]), ("c", [5])], most=2)

    assert {part.places for part in parts} == {
        (("a", "a-z/"), ("b", "a-z/deel~2/"), ("c", "a-z/deel~3/"))
    }


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> RenderContext:
    """Return what renders the pages of a library with just too many methods."""
    root = tmp_path_factory.mktemp("large")
    write_library(root, COUNT)
    return RenderContext(load_library(root)[0], Repository())


@pytest.fixture(scope="module")
def pages(context: RenderContext) -> dict[str, Page]:
    """Return its lists."""
    return {page.address: page for group in LISTS for page in group(context)}


def links(page: Page) -> list[str]:
    """Return the addresses on a page below its own folder."""
    return re.findall(r'href="([^"#]+)"', page.content)


def test_each_part_is_a_page_that_plain_links_lead_to(pages: dict[str, Page]) -> None:
    """Without JavaScript a reader comes from any part to any other, and to every entry."""
    first, second = pages["methoden/"], pages["methoden/deel~2/"]

    assert second.title == "Methoden, deel 2 van 2"
    assert "deel~2/" in links(first)
    assert "../" in links(second)
    assert "1 tot en met 126 van 252" in first.content
    named = {one for page in (first, second) for one in links(page) if "methode-" in one}
    assert len(named) == COUNT
    assert len(first.listed) == len(second.listed) == COUNT // 2


def test_every_list_of_entries_has_parts(pages: dict[str, Page]) -> None:
    """The overview, what a role does, the map and the upkeep all grow with the library."""
    assert [address for address in pages if "~2" in address] == [
        "methoden/deel~2/",
        "rollen/hr/deel~2/",
        "kaart/deel~2/",
        "onderhoud/deel~2/",
    ]


def test_a_long_list_is_narrowed_down_by_the_search(pages: dict[str, Page]) -> None:
    """A script sees only the rows of its page, so the same choices go to the search page."""
    form = pages["methoden/"].content.partition("<form")[2].partition("</form>")[0]

    assert 'action="../zoeken/"' in form
    assert '<input type="hidden" name="soort" value="methoden">' in form
    assert 'name="volgorde"' not in form


def test_a_long_comparison_loads_what_it_compares(
    context: RenderContext, pages: dict[str, Page]
) -> None:
    """The page knows in which file each method is, and holds none itself."""
    html = pages["vergelijken/"].content
    starts = re.findall(r'data-starts="([^"]+)"', html)[0].split()
    files = compared_files(context)

    assert "<template" not in html
    assert starts[:2] == ["methode-0", "methode-143"]
    assert [*files] == [f"assets/compared/{number}.js" for number in range(6)]
    assert b'"methode-143":{"title":"Methode 143' in files["assets/compared/1.js"]


def test_a_long_chooser_loads_the_cards_that_it_shows(
    context: RenderContext, pages: dict[str, Page]
) -> None:
    """One file has what the rule asks of every method, in its order, and others have the cards."""
    html = pages["keuzehulp/"].content
    files = choice_files(context)
    data = {name: script.partition(b'",')[2].rstrip(b")\n") for name, script in files.items()}
    index = json.loads(data["assets/choices/index.js"])
    cards = json.loads(data["assets/choices/0.js"])

    assert 'data-files="50"' in html
    assert "kb-choice" not in html
    assert index["effort"] == [["0"], [0] * COUNT]
    assert index["rol"] == [["hr"], [0] * COUNT]
    assert [*files] == [f"assets/choices/{name}.js" for name in ("index", *range(6))]
    assert len(cards) == 50
    assert cards[0].startswith('<article class="kb-choice" data-id="methode-0"')


def test_no_list_outgrows_its_reader(pages: dict[str, Page]) -> None:
    """Half of the longest part, of texts that compress well, stays far below 60 kB."""
    weights = {one: len(gzip.compress(page.html.encode())) for one, page in pages.items()}

    assert max(weights.values()) < 26_000, weights
