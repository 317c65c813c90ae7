"""Collecting entries in Chromium: keeping, sharing, printing and downloading them."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from docx import Document
from markdown_it import MarkdownIt
from playwright.sync_api import expect

from html_files import is_redirect

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from opening import OpenPage

pytestmark = pytest.mark.browser
SHARED = "selectie/?e=method:jobcrafting&e=method:taakroulatie&e=term:leercultuur"
TITLES = ["Jobcrafting", "Taakroulatie", "Leercultuur"]


def titles(page: Page) -> list[str]:
    """Return the titles in the list, in order."""
    return page.locator(".kb-kept a").all_inner_texts()


def list_is(page: Page, expected: list[str]) -> None:
    """Wait until the list has these titles."""
    expect(page.locator(".kb-kept a")).to_have_text(expected)


def own_selection(open_page: OpenPage) -> Page:
    """Return the page of a selection of three entries."""
    page = open_page(SHARED)
    list_is(page, TITLES)
    page.locator("#kb-adopt").press("Enter")
    expect(page.locator("#kb-shared")).to_be_hidden()
    return page


def act(page: Page, number: int, name: str) -> None:
    """Press a button of an entry in the list with the keyboard; the first entry is 0."""
    page.locator(".kb-kept li").nth(number).get_by_role("button", name=name).press("Enter")


def download(page: Page, button: str, folder: Path) -> Path:
    """Return the file that a button gives."""
    with page.expect_download() as waiting:
        page.locator(button).press("Enter")
    file = folder / waiting.value.suggested_filename
    waiting.value.save_as(file)
    return file


def test_an_entry_is_kept_and_taken_out_with_the_keyboard(open_page: OpenPage) -> None:
    """The button says what it will do, the header counts, and a reload changes nothing."""
    page = open_page("methoden/jobcrafting/")
    link = page.locator("header").get_by_role("link", name="Mijn selectie")
    button = page.locator(".kb-keep button")
    expect(button).to_have_text("Bewaar in mijn selectie")
    button.press("Enter")
    expect(button).to_have_text("Haal uit mijn selectie")
    expect(page.locator(".kb-keep [role=status]")).to_have_text("Bewaard.")
    page.reload()
    expect(button).to_have_text("Haal uit mijn selectie")
    expect(link).to_have_text(re.compile(r"Mijn selectie \(1\)"))
    link.press("Enter")
    list_is(page, ["Jobcrafting"])
    page.go_back()
    button.press("Enter")

    expect(button).to_have_text("Bewaar in mijn selectie")
    expect(link).not_to_have_text(re.compile(r"\("))


def test_every_kind_of_entry_can_be_kept_and_other_pages_cannot(
    open_page: OpenPage, built_site: Path
) -> None:
    """Each entry page names itself, as do its old addresses; other pages have no button."""
    named = {
        str(path.relative_to(built_site).parent)
        for path in built_site.rglob("index.html")
        if 'data-entry="' in path.read_text(encoding="utf-8")
    }
    handouts = list((built_site / "assets/selection").glob("*/*.js"))
    kinds = {name.split("/")[0] for name in named}
    pages = (one for kind in kinds for one in (built_site / kind).rglob("index.html"))
    moved = [one for one in pages if is_redirect(one)]
    page = open_page("over/verantwoording/")

    assert len(named) + len(moved) == len(handouts)
    assert kinds >= {"methoden", "begrippen", "cijfers"}
    assert page.locator(".kb-keep").count() == 0


def test_an_empty_selection_says_how_to_begin(open_page: OpenPage) -> None:
    """The page leads to the search and the list from A to Z, without dead buttons."""
    page = open_page("selectie/")
    expect(page.locator("#kb-empty")).to_contain_text("Uw selectie is nog leeg.")

    expect(page.locator("#kb-filled")).to_be_hidden()
    expect(page.locator("#kb-empty a")).to_have_count(2)


def test_a_shared_selection_leaves_ones_own_alone(open_page: OpenPage) -> None:
    """An address shows its entries; one's own are still there, and both can be put together."""
    page = open_page("begrippen/reflectie/")
    page.locator(".kb-keep button").press("Enter")
    page.goto(open_page.address + SHARED)
    list_is(page, TITLES)
    expect(page.locator("#kb-shared")).to_contain_text("gedeelde selectie")
    page.get_by_role("link", name="Naar mijn eigen selectie").press("Enter")
    page.wait_for_url("**/selectie/")
    list_is(page, ["Reflectie"])
    page.goto(open_page.address + SHARED)
    page.locator("#kb-add").press("Enter")
    list_is(page, ["Reflectie", *TITLES])
    page.locator("#kb-undo").press("Enter")

    list_is(page, ["Reflectie"])
    assert page.url.endswith("/selectie/")


def test_a_shared_selection_becomes_ones_own_when_asked(open_page: OpenPage) -> None:
    """After the button the list can be changed, and the address is the plain one."""
    page = own_selection(open_page)
    page.reload()
    list_is(page, TITLES)

    expect(page.locator(".kb-kept .kb-buttons")).to_have_count(3)
    assert page.url.endswith("/selectie/")


def test_the_address_to_share_shows_the_same_elsewhere(open_page: OpenPage) -> None:
    """A colleague with an empty browser sees the same entries in the same order."""
    page = own_selection(open_page)
    expect(page.locator("#kb-address")).to_have_value(open_page.address + SHARED)
    elsewhere = open_page(SHARED)

    list_is(elsewhere, TITLES)
    expect(elsewhere.locator(".kb-kept .kb-buttons")).to_have_count(0)


def test_entries_move_and_leave_with_the_keyboard(open_page: OpenPage) -> None:
    """The focus goes along, a live region says the place, and leaving can be undone."""
    page = own_selection(open_page)
    act(page, 0, "Omlaag: Jobcrafting")
    list_is(page, ["Taakroulatie", "Jobcrafting", "Leercultuur"])
    expect(page.get_by_role("button", name="Omlaag: Jobcrafting")).to_be_focused()
    expect(page.locator("#kb-said")).to_have_text("Nu nummer 2 van 3.")
    act(page, 1, "Haal weg: Jobcrafting")
    list_is(page, ["Taakroulatie", "Leercultuur"])
    expect(page.get_by_role("button", name="Haal weg: Leercultuur")).to_be_focused()
    page.locator("#kb-undo").press("Enter")

    list_is(page, ["Taakroulatie", "Jobcrafting", "Leercultuur"])
    expect(page.get_by_role("button", name="Omhoog: Taakroulatie")).to_be_disabled()


def test_an_emptied_selection_comes_back(open_page: OpenPage) -> None:
    """Clearing asks nothing beforehand, because it can be undone."""
    page = own_selection(open_page)
    page.locator("#kb-clear").press("Enter")
    expect(page.locator("#kb-empty")).to_be_visible()
    expect(page.locator("#kb-said")).to_have_text("Uw selectie is leeg.")
    page.locator("#kb-undo").press("Enter")

    list_is(page, TITLES)


def test_hostile_and_old_addresses_are_no_entries(open_page: OpenPage) -> None:
    """What is no key is left out; an entry that is gone is named as gone."""
    wrong = "&e=../../x&e=%3Cimg src=x onerror=alert(1)%3E&e=method:Jobcrafting&e=method:../word"
    page = open_page(
        f"selectie/?e=method:jobcrafting&e=method:jobcrafting&e=term:bestaat-niet{wrong}"
    )
    list_is(page, ["Jobcrafting"])

    rows = page.locator(".kb-kept li").all_inner_texts()
    assert [" ".join(row.split()) for row in rows] == [
        "Methode Jobcrafting",
        "Deze pagina is er niet (meer) term:bestaat-niet",
    ]
    assert page.locator("#kb-selection img").count() == 0
    open_page.expect("404")


def test_a_broken_store_is_an_empty_selection(open_page: OpenPage) -> None:
    """Whatever stands in the browser's store, the page works."""
    page = own_selection(open_page)
    page.evaluate("Object.keys(localStorage).forEach(key => localStorage.setItem(key, '{['))")
    page.reload()

    expect(page.locator("#kb-empty")).to_be_visible()


def test_a_browser_that_keeps_nothing_says_so(open_page: OpenPage) -> None:
    """A button that could do nothing does not say that it did."""
    page = open_page("methoden/jobcrafting/")
    page.evaluate("void (Storage.prototype.setItem = () => { throw new DOMException('vol') })")
    page.locator(".kb-keep button").press("Enter")

    expect(page.locator(".kb-keep [role=status]")).to_contain_text("Uw browser bewaart niets.")
    expect(page.locator(".kb-keep button")).to_have_text("Bewaar in mijn selectie")


def test_the_handout_prints_every_entry_and_one_list_of_sources(
    open_page: OpenPage, tmp_path: Path
) -> None:
    """On paper stand titles, texts and each source once; buttons and menus do not."""
    page = own_selection(open_page)
    (tmp_path / "handout.pdf").write_bytes(page.pdf(prefer_css_page_size=True))
    assert shutil.which("pdftotext"), "pdftotext ontbreekt: apt-get install poppler-utils"
    command = ["pdftotext", "-layout", "handout.pdf", "-"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    text = " ".join(done.stdout.split())

    assert all(title in text for title in TITLES)
    assert "Begin deze week bij uzelf." in text
    assert text.count("Barzin, L., Vîrgă, D. M., & Rusu, A. (2021).") == 1
    assert text.index("Leercultuur") < text.rindex("Bronnen")
    assert "Haal weg" not in text
    assert "Adres om te delen" not in text


def test_three_methods_are_three_sheets_and_their_sources(open_page: OpenPage) -> None:
    """Each sheet says who hands it out; what research found comes behind them when asked."""
    names = ("jobcrafting", "taal-op-de-werkvloer", "ontwikkelgesprekken")
    page = open_page("selectie/?" + "&".join(f"e=method:{name}" for name in names))
    sheets = page.locator(".kb-handout > section")
    expect(sheets).to_have_count(4)
    page.fill("#kb-title", "Leren bij ons")
    page.fill("#kb-organisation", "Gemeente Voorbeeld")
    page.fill("#kb-day", "2026-12-24")
    heads = page.locator(".kb-handout__head").all_text_contents()
    pdf = page.pdf(prefer_css_page_size=True)

    assert heads == ["Leren bij ons · Gemeente Voorbeeld · 24 december 2026"] * 3
    assert pdf.count(b"/Type /Page\n") == 4
    page.check("#kb-evidence")
    expect(sheets).to_have_count(7)
    expect(sheets.nth(3).locator("h2")).to_have_text("Bijlage: Jobcrafting")


def test_the_print_button_prints(open_page: OpenPage) -> None:
    """The button opens the browser's own print window."""
    page = own_selection(open_page)
    page.evaluate("void (globalThis.print = () => { document.title = 'afgedrukt' })")
    page.locator("#kb-print").press("Enter")

    expect(page).to_have_title("afgedrukt")


def tables_in(page: Page) -> int:
    """Return how many tables the pages of the selection hold."""
    count = """async () => {
        const selection = kennisbankSelection;
        const handouts = await Promise.all(selection.read().map((key) => selection.load(key)));
        const blocks = handouts.flatMap((one) => [...one.blocks, ...one.evidence]);
        return blocks.filter(([kind]) => kind === "table").length;
    }"""
    return int(page.evaluate(count))


def test_the_word_file_opens_elsewhere(open_page: OpenPage, tmp_path: Path) -> None:
    """Another reader finds the titles as headings, numbers from 1 in each list, and the sources."""
    page = own_selection(open_page)
    page.check("#kb-evidence")
    file = download(page, "#kb-word", tmp_path)
    document = Document(str(file))
    by_style: dict[str, list[str]] = {}
    for paragraph in document.paragraphs:
        by_style.setdefault(paragraph.style.name if paragraph.style else "", []).append(
            paragraph.text
        )
    numbers = document.part.numbering_part.element.xpath("//w:num[w:lvlOverride]")

    assert file.name == "mijn-selectie.docx"
    assert by_style["Title"] == ["Mijn selectie"]
    assert by_style["Heading 1"] == [*TITLES, "Bronnen"]
    assert by_style["List Number"][0].startswith("Begin deze week bij uzelf.")
    assert len(numbers) == 2
    assert [run.text for run in document.paragraphs[-1].runs]
    barzin = [
        text for text in by_style["Normal"] if text.startswith("Barzin, L., Vîrgă, D. M., & ")
    ]
    assert len(barzin) == 1
    assert barzin[0].endswith("https://doi.org/10.24837/pru.v19i2.496")
    assert len(document.tables) == tables_in(page) > 0


def test_the_word_file_is_the_same_each_time(open_page: OpenPage, tmp_path: Path) -> None:
    """The moment of the download is not in it."""
    page = own_selection(open_page)
    (tmp_path / "again").mkdir()
    first = download(page, "#kb-word", tmp_path).read_bytes()

    assert first == download(page, "#kb-word", tmp_path / "again").read_bytes()


def test_the_markdown_file_reads_as_the_handout(open_page: OpenPage, tmp_path: Path) -> None:
    """A Markdown reader finds the headings, the lists and the sources, and no stray signs."""
    page = own_selection(open_page)
    page.check("#kb-evidence")
    file = download(page, "#kb-markdown", tmp_path)
    html = MarkdownIt().enable("table").render(file.read_text(encoding="utf-8"))

    assert file.name == "mijn-selectie.md"
    assert re.findall("<h1>(.*)</h1>", html) == ["Mijn selectie"]
    assert re.findall("<h2>(.*)</h2>", html) == [*TITLES, "Bronnen"]
    assert "<ol>\n<li>Begin deze week bij uzelf." in html
    assert "<em>Psihologia Resurselor Umane</em>" in html
    assert '<a href="https://doi.org/10.24837/pru.v19i2.496">' in html
    assert html.count("<table>") == tables_in(page) > 0
    assert not re.search(r"\*\*|\\", html)


def test_without_javascript_the_page_leads_on(open_page: OpenPage) -> None:
    """The reader is told so and finds the list from A to Z; an entry has no dead button."""
    page = open_page("selectie/", script=False)
    assert "werkt alleen met JavaScript" in page.inner_text("article")
    assert page.locator("#kb-selection").is_hidden()
    assert page.locator("noscript a[href='../a-z/']").count() == 1
    entry = open_page("methoden/jobcrafting/", script=False)

    assert entry.locator(".kb-keep").count() == 0


def test_the_selection_works_in_a_copy_on_a_disk(open_copy: OpenPage, tmp_path: Path) -> None:
    """Opened as a file an entry is kept, shown and downloaded; its address is the published one."""
    page = open_copy("methoden/jobcrafting/index.html")
    page.locator(".kb-keep button").press("Enter")
    page.goto(f"{open_copy.address}selectie/index.html")
    list_is(page, ["Jobcrafting"])
    text = download(page, "#kb-markdown", tmp_path).read_text(encoding="utf-8")
    expect(page.locator("#kb-address")).to_have_value(
        "https://voorbeeld.nl/kb/selectie/?e=method:jobcrafting"
    )
    page.locator(".kb-kept a").press("Enter")
    page.wait_for_url("**/methoden/jobcrafting/index.html")

    assert "<https://voorbeeld.nl/kb/methoden/jobcrafting/>" in text
