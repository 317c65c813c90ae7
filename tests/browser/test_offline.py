"""The copy of the site works from a folder, in a browser that has no network."""

from __future__ import annotations

import re
import zipfile
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from html_files import broken_links, read_html
from kennisbank.outputs.offline_copy import for_a_folder, offline_copy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
NAME = "bibliotheek-leercultuur"


@pytest.fixture(scope="module")
def copy(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The copy, taken from the site and unpacked as a reader does."""
    folder = tmp_path_factory.mktemp("mijn downloads")
    with zipfile.ZipFile(built_site / "data" / f"{NAME}.zip") as archive:
        archive.extractall(folder)
    return folder / NAME


@pytest.fixture
def page(browser: Browser, copy: Path) -> Iterator[Page]:
    """The home page of the copy, in a browser without a network; nothing may go wrong on it."""
    context = browser.new_context(locale="nl-NL")
    context.set_offline(True)
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda one: wrong.append(one.text) if one.type == "error" else None)
    page.on("pageerror", lambda one: wrong.append(str(one)))
    # What a click on a link cut short, such as an icon, is no failure.
    cut_short = "net::ERR_ABORTED"
    page.on(
        "requestfailed",
        lambda one: wrong.append(one.url) if one.failure != cut_short else None,
    )
    page.goto((copy / "index.html").as_uri())
    yield page
    context.close()
    assert wrong == []


def test_every_link_in_the_copy_names_a_file_that_is_there(copy: Path) -> None:
    """A browser shows the list of a folder where a link names one."""
    links = {
        urlsplit(link).path
        for path in copy.rglob("*.html")
        for link in read_html(path.read_text(encoding="utf-8")).links
        if not urlsplit(link).scheme
    }

    assert list(broken_links(copy)) == []
    assert [path for path in links if path.endswith(("/", "."))] == []


def test_the_site_offers_the_copy_with_its_size_and_the_copy_does_not(
    built_site: Path, copy: Path
) -> None:
    """Readers know what they download; a copy of a copy is no use."""
    online = (built_site / "data/index.html").read_text(encoding="utf-8")
    offline = (copy / "data/index.html").read_text(encoding="utf-8")
    size = (built_site / "data" / f"{NAME}.zip").stat().st_size / 1e6
    told = re.search(r"als ZIP-bestand</a> \((\d+),(\d) MB\)", online)

    assert told
    assert float(f"{told[1]}.{told[2]}") == pytest.approx(size, abs=0.051)
    assert "U leest nu deze kopie." in offline
    assert ".zip" not in offline


def test_links_become_files_and_other_addresses_stay() -> None:
    """The query and the anchor stay where they are."""
    links = [
        ".",
        "..",
        "../a/",
        "../a/?m=b",
        "../a/#c",
        "./",
        "#d",
        "e.css",
        "https://x.nl/",
        "mailto:a@b.nl",
    ]
    html = "".join(f'<a href="{link}">' for link in links)
    found = re.findall('href="([^"]*)"', for_a_folder(html))

    assert found == [
        "./index.html",
        "../index.html",
        "../a/index.html",
        "../a/index.html?m=b",
        "../a/index.html#c",
        "./index.html",
        *links[6:],
    ]
    assert for_a_folder('content="0; url=../b/"') == 'content="0; url=../b/index.html"'


def test_the_same_site_gives_the_same_copy(tmp_path: Path) -> None:
    """Neither the age of a file nor the order in which they were written is in it."""
    copies = []
    for number, order in enumerate((("a.html", "b.css"), ("b.css", "a.html"))):
        site = tmp_path / str(number)
        site.mkdir()
        for name in order:
            (site / name).write_text(name, encoding="utf-8")
        copies.append(offline_copy(site, "site"))

    assert copies[0] == copies[1]


def test_the_copy_can_be_read_searched_chosen_from_and_kept(page: Page) -> None:
    """From the home page to a result, the selection, the chooser and the comparison."""
    field = page.locator("#kb-search-field")
    field.fill("taakroulatie")
    field.press("Enter")
    result = page.locator(".kb-result a, main h3 a").first
    expect(result).to_contain_text("Taakroulatie")
    result.click()
    expect(page.locator("h1")).to_have_text("Taakroulatie")
    page.locator(".kb-keep button").click()
    page.locator("header").get_by_role("link", name="Mijn selectie").click()
    expect(page.locator(".kb-kept a")).to_have_text(["Taakroulatie"])
    expect(page.locator("#kb-address")).not_to_have_value("")
    shared = page.input_value("#kb-address").partition("selectie/")
    on_disk = shared[0].startswith("file:")
    assert shared[2] == f"{'index.html' if on_disk else ''}?e=method:taakroulatie"
    page.goto(page.url.replace("selectie/", "keuzehulp/"))
    page.locator("#kb-chooser select").first.select_option(index=1)
    page.locator("#kb-chooser [type=submit]").click()
    page.locator("#kb-chooser-compare").click()

    expect(page.locator("#kb-comparing-count")).to_contain_text("methoden naast elkaar")
    assert page.url.startswith("file://")
    assert "vergelijken/index.html?m=" in page.url
