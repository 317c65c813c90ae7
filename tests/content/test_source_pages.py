"""Every source has a page that says what it is, how sure that is, and who uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kennisbank.days import written_day
from kennisbank.library.library import EntryKey
from this_library import this_library, this_site

if TYPE_CHECKING:
    from kennisbank.pages.page import Page


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    """The pages of this library by address."""
    return {page.address: page for page in this_site().pages}


def test_each_source_has_a_page_in_the_list(pages: dict[str, Page]) -> None:
    """The list links to every page of a source, and each is there."""
    addresses = {address for address in pages if address.startswith("bronnen/") and address[8:]}

    assert len(addresses) > 40
    for address in addresses:
        assert f'href="{address.removeprefix("bronnen/")}"' in pages["bronnen/"].html


def test_a_page_says_what_is_known_and_not(pages: dict[str, Page]) -> None:
    """State and design are in words, with what they mean; findings name method and direction."""
    page = pages["bronnen/barzin2021jobcrafting/"]

    assert page.title == "Barzin et al. (2021)"
    assert "<i>Psihologia Resurselor Umane</i>, <i>19</i>(2). <a href=" in page.html
    assert "Gerandomiseerd onderzoek. Het lot bepaalde wie de aanpak kreeg." in page.html
    assert 'href="../../methoden/jobcrafting/"' in page.html
    assert "kb-direction--mixed" in page.html
    assert "(Barzin et al., 2021)" in page.html


def test_a_source_that_was_not_found_says_so(pages: dict[str, Page]) -> None:
    """As plain as the record is thin."""
    html = pages["bronnen/pasman2018/"].html

    assert "Niet nagetrokken: alleen zoals geciteerd in de presentatie." in html
    assert "Wij weten alleen wat de presentatie noemt." in html


def test_the_list_can_be_narrowed_down(pages: dict[str, Page]) -> None:
    """Each row carries the values that the choices above the list offer, with their counts."""
    html = pages["bronnen/"].html

    assert '<option value="randomised-trial">Gerandomiseerd onderzoek (12)</option>' in html
    assert (
        '<li id="bron-barzin2021jobcrafting" data-soort="article-journal" '
        'data-onderzoek="randomised-trial" data-staat="verified" data-jaar="2020–2029" '
        'data-genoemd="method">' in html
    )


def test_a_page_can_be_taken_along(pages: dict[str, Page]) -> None:
    """Three files, and a COinS span for reference managers."""
    html = pages["bronnen/barzin2021jobcrafting/"].html

    for ending in ("bib", "ris", "json"):
        assert f'href="barzin2021jobcrafting.{ending}" download' in html
    assert html.count('class="Z3988"') == 1


def test_an_entry_can_be_cited_and_its_sources_taken_along(pages: dict[str, Page]) -> None:
    """The page names itself with the day of its review, never that of the build."""
    html = pages["methoden/jobcrafting/"].html
    reviewed = this_library().entries[EntryKey("method", "jobcrafting")].reviewed
    assert reviewed
    day = written_day(reviewed).removesuffix(f" {reviewed.year}")

    assert "<summary>Citeer deze pagina</summary>" in html
    assert f"Bibliotheek leercultuur. ({reviewed.year}, {day})" in html
    assert "<i>Jobcrafting</i>. <a href=" in html
    assert "@online{methoden-jobcrafting," in html
    assert 'href="bronnen.ris" download' in html


def test_a_reference_leads_to_its_page_and_back(pages: dict[str, Page]) -> None:
    """Under an entry each reference links to the page of the source and to where it is cited."""
    html = pages["methoden/jobcrafting/"].html

    assert 'href="../../bronnen/barzin2021jobcrafting/"' in html
    assert 'href="#noot-barzin2021jobcrafting-1"' in html
    assert 'id="noot-barzin2021jobcrafting-1" href="#bron-barzin2021jobcrafting"' in html
