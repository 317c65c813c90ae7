"""Writing an entry in Chromium: from an empty form to a file that the checker takes as it is."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest
from markdown_it import MarkdownIt
from playwright.sync_api import expect

from commanding import run
from kennisbank.checks import check_library
from kennisbank.fields.specs import field_specs
from kennisbank.fields.text_rules import UNKNOWN
from kennisbank.fields.types import ProseType
from kennisbank.fields.writing import entry_text
from kennisbank.library.library import EntryKey
from kennisbank.library.loading import load_library
from kennisbank.pages.form_pages import form_address
from kennisbank.problems import Severity
from opening import OpenPage
from our_kinds import KINDS
from running import REPOSITORY
from this_library import this_library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from kennisbank.fields.base import Entry
    from kennisbank.fields.specs import FieldSpec
    from kennisbank.fields.types import FieldGroup
    from kennisbank.library.library import Library

pytestmark = pytest.mark.browser
HOSTILE = "<script>alert(1)</script>: - 'a' \"b\" # c \\ & * | `d`\r\n---\r\n\tHet {{ eind }}. 🙂"
ADDRESSES = {kind.kind: form_address(kind) for kind in KINDS}
# As a browser does it for one who types, but for all fields in one go.
TYPE = """(texts) => {
  for (const [id, text] of texts) {
    const input = document.getElementById(id);
    input.value = text;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }
}"""
SUBMIT = "#kb-form [type=submit]"


@pytest.fixture
def open_page(browser: Browser, served_site: str) -> Iterator[OpenPage]:
    """Open a page of the site and note what the console says and what is asked for elsewhere."""
    opened = OpenPage(browser, served_site)
    yield opened
    opened.close()


def open_form(open_page: OpenPage, kind: str, query: str = "", **look: Any) -> Page:  # noqa: ANN401 - see OpenPage
    """Return the page with the form of a kind, ready to be filled in."""
    page = open_page(ADDRESSES[kind] + query, **look)
    page.wait_for_selector("#kb-write:not([hidden])")
    return page


class Filling:
    """Fills in a form: marks, boxes and rows by their own controls, then all texts at once."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.texts: list[tuple[str, str]] = []

    def all(self, part: type[FieldGroup], values: dict[str, Any]) -> None:
        """Fill in every field of a form that has a value."""
        self._group(part, values, "veld")
        self.page.evaluate(TYPE, self.texts)

    def _group(self, part: type[FieldGroup], values: dict[str, Any], place: str) -> None:
        for spec in field_specs(part):
            if spec.name in values:
                self._field(spec, values[spec.name], f"{place}-{spec.name}")

    def _field(self, spec: FieldSpec, value: Any, place: str) -> None:  # noqa: ANN401 - as in YAML
        if value == UNKNOWN and spec.unknown:
            self.page.check(f"#{place}-unknown")
        elif spec.many and spec.choices:
            for one in value:
                self.page.check(f"#{place} [value='{one}']")
        elif spec.many:
            for index, item in enumerate(value):
                if not self.page.locator(f"#{place}-{index}").count():
                    self.page.press(f"#{place} > div > button", "Enter")
                self._one(spec, item, f"{place}-{index}")
        else:
            self._one(spec, value, place)

    def _one(self, spec: FieldSpec, value: Any, place: str) -> None:  # noqa: ANN401 - as in YAML
        if spec.group:
            self._group(spec.group, value, place)
        else:
            self.texts.append((place, value))


def new_values(library: Library, kind: type[Entry]) -> dict[str, Any]:
    """Return the values of the shortest entry, with a title of its own and hostile prose."""
    files = [library.files[key] for key in library.by_kind[kind.kind]]
    values = dict(min(files, key=lambda file: len(file.document.text)).document.value)
    prose = next(
        one
        for one in field_specs(kind)
        if isinstance(one.field_type, ProseType) and one.name != "summary"
    )
    text = (HOSTILE.replace("\r\n", "\n") + " [@karasek1979]",) if prose.many else HOSTILE
    return values | {"title": f"Nieuw: {kind.label.one} #1", prose.name: text, "redirect_from": ...}


def submitted(page: Page) -> str:
    """Send the form and return the text of the file."""
    page.press(SUBMIT, "Enter")
    expect(page.locator("#insturen")).to_be_focused()
    return file_in(page.input_value("#kb-form-text"))


def file_in(text: str) -> str:
    """Return the entry in what is sent; a page that is improved is sent as it is."""
    blocks = {token.info: token.content for token in MarkdownIt().parse(text)}
    return next((one for info, one in blocks.items() if info.startswith("yaml ")), text)


def test_every_kind_is_written_from_an_empty_form(open_page: OpenPage, tmp_path: Path) -> None:
    """An empty form names what is missing; filled, also with hostile text, its file passes."""
    for name in ("references.bib", *(kind.folder for kind in KINDS)):
        source = REPOSITORY / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, tmp_path / name)
    library = this_library()
    for kind in KINDS:
        page = open_form(open_page, kind.kind)
        given = new_values(library, kind)
        values = {name: one for name, one in given.items() if one is not ...}
        required = [spec for spec in field_specs(kind) if spec.required and spec.name != "reviewed"]
        page.press(SUBMIT, "Enter")
        expect(page.locator("#kb-form-summary li")).to_have_count(len(required))
        Filling(page).all(kind, values)
        text = submitted(page)
        identifier = page.input_value("#veld-id")
        cleaned = {
            name: one.replace("\r\n", "\n") if isinstance(one, str) else one
            for name, one in values.items()
        }
        assert text == entry_text(kind, cleaned)
        assert identifier == f"nieuw-{ADDRESSES[kind.kind].split('/')[-2]}-1"
        (tmp_path / kind.folder / f"{identifier}.yml").write_text(text, encoding="utf-8")
        page.close()
    library, problems = load_library(tmp_path)
    problems += check_library(library)

    assert [one for one in problems if one.severity is Severity.ERROR] == []
    assert EntryKey("term", "nieuw-begrip-1") in library.entries
    assert open_page.complaints == []


def test_a_mistake_is_told_at_its_field_and_on_top(open_page: OpenPage) -> None:
    """Leaving a field tells what is wrong there; sending leads to each field; mending clears it."""
    page = open_form(open_page, "method")
    page.fill("#veld-summary", "woord " * 61)
    page.press("#veld-summary", "Tab")
    error = page.locator("#veld-summary-error")
    expect(error).to_contain_text("telt 61 woorden; er mogen er 60 zijn.")
    expect(page.locator("#veld-summary-count")).to_have_text("61 van 60 woorden")
    expect(page.locator("#veld-summary")).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#veld-goal-error p")).to_have_count(0)
    page.fill("#veld-goal", "Zie [@karasek1997] en [[method:jobcraftin]].")
    page.press(SUBMIT, "Enter")
    expect(page.locator("#kb-form-summary")).to_be_focused()
    expect(page.locator("#veld-goal-error")).to_contain_text("Bedoelde u 'karasek1979'?")
    expect(page.locator("#veld-goal-error")).to_contain_text("Bedoelde u 'jobcrafting'?")
    link = page.locator("#kb-form-summary a", has_text="telt 61 woorden")
    link.press("Enter")
    expect(page.locator("#veld-summary")).to_be_focused()
    page.fill("#veld-summary", "Kort.")
    expect(error).to_have_text("")
    expect(link).to_have_count(0)
    page.locator("#kb-form-summary a", has_text="‘Stappen’").press("Enter")
    expect(page.locator("#veld-steps-unknown")).to_be_focused()

    expect(page.locator("#kb-form-end")).to_be_hidden()
    assert open_page.complaints == []


def test_a_list_is_made_with_the_keyboard_alone(open_page: OpenPage) -> None:
    """Rows are added, moved and taken away, and an entry is found by its words; focus stays."""
    page = open_form(open_page, "practice")
    page.focus("#veld-aliases button")
    for word in ("een", "twee", "drie"):
        page.keyboard.press("Enter")
        page.keyboard.type(word)
        page.focus("#veld-aliases > div > button")
    page.get_by_role("button", name="Omhoog: Ook wel genoemd, punt 3").press("Enter")
    expect(page.locator("[data-act='-1']:focus")).to_have_attribute(
        "aria-label", "Omhoog: Ook wel genoemd, punt 2"
    )
    page.get_by_role("button", name="Haal weg: Ook wel genoemd, punt 1").press("Enter")
    rows = page.locator("#veld-aliases input")
    expect(rows).to_have_count(2)
    expect(rows.first).to_have_value("drie")
    expect(rows.last).to_have_value("twee")

    combo = page.get_by_role("combobox", name="Laat zien, punt 1")
    combo.press_sequentially("inhoud")
    expect(page.get_by_role("option")).to_contain_text(["Inhoud van het werk"])
    combo.press("ArrowDown")
    expect(combo).to_have_attribute("aria-activedescendant", "veld-mechanisms-0-list-0")
    combo.press("Enter")
    expect(combo).to_have_value("inhoud-van-het-werk")
    expect(page.locator("#veld-mechanisms-0 ~ .kb-combo__chosen")).to_have_text(
        "Inhoud van het werk"
    )
    combo.press("ArrowDown")
    combo.press("Escape")
    expect(page.get_by_role("listbox").get_by_role("option")).to_have_count(0)
    combo.fill("SAMENWERKEND leren en teamontwikkeling")
    expect(page.locator("#veld-mechanisms-0 ~ .kb-combo__chosen")).to_have_text(
        "Samenwerkend leren en teamontwikkeling"
    )

    page.fill("#veld-actions", "Dat zegt")
    page.get_by_role("button", name="Voeg een bron of verwijzing in: Wat zij deden").press("Enter")
    page.keyboard.type("karasek")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("#veld-actions")).to_have_value("Dat zegt [@karasek1979]")
    expect(page.locator("#veld-actions")).to_be_focused()
    expect(page.locator("#kb-form-shown [data-field=actions]")).to_contain_text("(Karasek, 1979)")


def test_a_draft_waits_in_this_browser(open_page: OpenPage) -> None:
    """After a reload everything is there again; starting anew asks first and then clears it."""
    page = open_form(open_page, "term")
    page.fill("#veld-title", "Leren: <b>samen</b>")
    page.press("#veld-aliases > div > button", "Enter")
    page.fill("#veld-aliases-0", "samenleren")
    expect(page.locator("#kb-form-draft")).to_have_text("Concept bewaard in deze browser.")
    expect(page.locator("#kb-form-shown h3")).to_have_text("Leren: <b>samen</b>")
    page.reload()
    expect(page.locator("#kb-form-start")).to_contain_text("Uw concept staat er weer.")
    expect(page.locator("#veld-title")).to_have_value("Leren: <b>samen</b>")
    expect(page.locator("#veld-aliases-0")).to_have_value("samenleren")
    expect(page.locator("#veld-id")).to_have_value("leren-b-samen-b")
    page.get_by_text("Meer", exact=True).click()
    expect(page.locator("#veld-id")).to_be_visible()
    page.press("#kb-form-again", "Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.press("#kb-form-stay", "Enter")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.locator("#veld-title")).to_have_value("Leren: <b>samen</b>")
    page.press("#kb-form-again", "Enter")
    page.press("#kb-form-wipe", "Enter")
    expect(page.locator("#veld-title")).to_be_focused()
    expect(page.locator("#veld-title")).to_have_value("")
    page.reload()
    expect(page.locator("#kb-form-start")).to_contain_text("alleen in deze browser")

    expect(page.locator("#veld-title")).to_have_value("")


def test_an_entry_is_improved_from_its_page(open_page: OpenPage, tmp_path: Path) -> None:
    """The link on the page fills the form; unchanged it is the same file; GitHub opens to edit."""
    page = open_page("methoden/jobcrafting/")
    page.get_by_role("link", name="Verbeter deze pagina").press("Enter")
    page.wait_for_url("**/bijdragen/nieuw/methode/?pagina=jobcrafting")
    expect(page.locator("h1")).to_have_text("‘Jobcrafting’ verbeteren")
    library = this_library()
    file = library.files[EntryKey("method", "jobcrafting")]

    assert submitted(page) == entry_text(file.kind, file.document.value)
    expect(page.locator("#veld-id")).to_have_count(0)
    expect(page.locator("#kb-form-open")).to_have_attribute(
        "href", "https://voorbeeld.nl/kb-bron/edit/main/methods/jobcrafting.yml"
    )
    expect(page.locator("#kb-form-steps-edit")).to_be_visible()
    expect(page.locator("#kb-form-steps-filled")).to_be_hidden()
    page.fill("#veld-title", "")
    expect(page.locator("#kb-form-end")).to_be_hidden()
    page.fill("#veld-title", "Jobcrafting: zo")
    expect(page.locator("#kb-form-text")).to_have_value(re.compile('title: "Jobcrafting: zo"'))
    with page.expect_download() as waiting:
        page.press("#kb-form-download", "Enter")
    waiting.value.save_as(tmp_path / "saved.yml")
    saved = (tmp_path / "saved.yml").read_bytes().decode()

    assert waiting.value.suggested_filename == "jobcrafting.yml"
    assert saved == page.input_value("#kb-form-text")
    assert open_page.complaints == []


def test_what_people_do_together_is_edited_and_kept(open_page: OpenPage) -> None:
    """A tool of each sort comes out as it went in; a card changes; another sort asks its own."""
    library = this_library()
    for name in ("llo-dialoogmodel", "factorenkaart", "zelfscan-leercultuur", "zes-tips"):
        page = open_form(open_page, "instrument", f"?pagina={name}")
        file = library.files[EntryKey("instrument", name)]
        assert submitted(page) == entry_text(file.kind, file.document.value)
        if name == "zes-tips":
            page.get_by_text("Doe het samen", exact=True).first.click()
            page.fill("#veld-tool-cards-cards-0-text", "Doe eens iets anders.")
            expect(page.locator("#kb-form-text")).to_have_value(
                re.compile("- text: Doe eens iets anders[.]")
            )
            page.select_option("#veld-tool-sort", "plan")
            expect(page.locator("#veld-tool-cards-cards-0-text")).to_have_count(0)
            page.select_option("#veld-tool-sort", "cards")
            expect(page.locator("#veld-tool-cards-cards-0-text")).to_be_visible()
        page.close()
    assert open_page.complaints == []


def test_github_opens_with_the_file_or_with_room_for_it(open_page: OpenPage) -> None:
    """A short file goes along in the address; a long one is copied; without GitHub it is saved."""
    page = open_form(open_page, "term")
    values = {
        "title": "Leren & laten: 100%",
        "summary": "Kort.",
        "definition": "Iets [@karasek1979].",
    }
    for name, text in values.items():
        page.fill(f"#veld-{name}", text)
    submitted(page)
    text = page.input_value("#kb-form-text")
    address = urlsplit(page.get_attribute("#kb-form-open", "href") or "")
    query = parse_qs(address.query)
    assert address.path == "/kb-bron/issues/new"
    known = {"template": ["bijdrage.yml"], "title": ["Leren & laten: 100%"]}
    # A browser sends the last line end or leaves it out.
    assert query == known | {"bijdrage": [text]}
    assert text.startswith("```yaml terms/leren-laten-100.yml\n")
    assert page.get_attribute("#kb-form-open", "rel") == "noopener"

    page.fill("#veld-definition", "Lang en nog langer. " * 500)
    expect(page.locator("#kb-form-steps-copied")).to_be_visible()
    address = urlsplit(page.get_attribute("#kb-form-open", "href") or "")
    assert parse_qs(address.query) == known
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.press("#kb-form-copy", "Enter")
    expect(page.locator("#kb-form-said")).to_have_text("De tekst is gekopieerd.")
    assert page.evaluate("navigator.clipboard.readText()") == page.input_value("#kb-form-text")

    expect(page.locator("#kb-form-mail")).to_be_hidden()
    page.evaluate("""() => Object.assign(document.getElementById('kb-write').dataset,
        { issues: '', mail: 'mailto:redactie@voorbeeld.nl' })""")
    page.press(SUBMIT, "Enter")
    expect(page.locator("#kb-form-github")).to_be_hidden()
    letter = urlsplit(page.get_attribute("#kb-form-mail-link", "href") or "")
    assert letter.path == "redactie@voorbeeld.nl"
    assert parse_qs(letter.query)["subject"] == ["Leren & laten: 100%"]
    assert "Plak de tekst hier" in parse_qs(letter.query)["body"][0]
    expect(page.locator("#kb-form-download")).to_be_visible()


def test_a_source_and_a_term_come_along(open_page: OpenPage, tmp_path: Path) -> None:
    """A practice with what it needs is one text, which `kennisbank import` takes as it is."""
    page = open_form(open_page, "practice")
    page.press("#kb-form-add-source", "Enter")
    for name, text in {"author": "Bos, J.", "year": "2021", "title": "Samen & beter koken"}.items():
        page.fill(f"#along-{name}", text)
    page.select_option("#along-sort", "report")
    page.press("#along-url", "Enter")
    expect(page.locator("#kb-form-along-list code")).to_have_text("[@bos2021samen]")
    page.press("#kb-form-add-term", "Enter")
    page.get_by_role("button", name="Voeg toe").press("Enter")
    expect(page.locator("#kb-form-along-box [role=alert]")).to_have_text("Vul beide in.")
    page.fill("#along-title", "Kookploeg")
    page.fill("#along-definition", "Een groep die samen kookt, zegt @bos2021samen.")
    page.get_by_role("button", name="Voeg toe").press("Enter")
    page.fill("#kb-form-message", "Beste redactie,\n```\ngroet")
    library = this_library()
    kind = next(kind for kind in KINDS if kind.kind == "practice")
    given = new_values(library, kind)
    values = {name: one for name, one in given.items() if one is not ...}
    values["summary"] = "Koken in een [[term:kookploeg]] [@bos2021samen]."
    Filling(page).all(kind, values)
    expect(page.locator("#kb-form-draft")).to_have_text("Concept bewaard in deze browser.")
    page.reload()
    page.wait_for_selector("#kb-write:not([hidden])")
    submitted(page)
    for name in ("references.bib", "kennisbank.yml", "docs", *(one.folder for one in KINDS)):
        source = REPOSITORY / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, tmp_path / name)
    (tmp_path / "mkdocs.yml").write_text("site_name: X\n", encoding="utf-8")
    (tmp_path / "issue.md").write_text(page.input_value("#kb-form-text"), encoding="utf-8")
    result = run("import", tmp_path / "issue.md", "--root", tmp_path)

    assert result.exit_code == 0, result.output
    assert 'title: "Kookploeg"' in (tmp_path / "terms" / "kookploeg.yml").read_text("utf-8")
    written = (tmp_path / "references.bib").read_text(encoding="utf-8")
    assert "title = {Samen \\& beter koken}" in written
    assert open_page.complaints == []


def test_a_reader_would_rather_read_another_sentence(open_page: OpenPage) -> None:
    """What is selected is found, or chosen from a list by keyboard; nothing loads before."""
    page = open_page("praktijken/wijkteams-vlissingen/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    select = """(words) => {
      const found = [...document.querySelectorAll("article p")];
      getSelection().selectAllChildren(found.find(one => one.textContent.includes(words)));
    }"""
    page.evaluate(select, "Een medewerker beschreef het verschil")
    page.wait_for_timeout(50)
    assert asked == []
    page.locator("#kb-correct").click()
    better = page.get_by_label("Liever zo", exact=True)
    expect(better).to_have_value(re.compile(r"^Een medewerker beschreef .* \[@presentatie\]\.$"))
    go = page.get_by_role("link", name="Ga verder op GitHub")
    expect(go).to_be_hidden()
    old = better.input_value()
    better.fill("Wie er werkt,\nziet het verschil.")
    query = parse_qs(urlsplit(go.get_attribute("href") or "").query)
    sent = (
        "```diff practices/wijkteams-vlissingen.yml\n"
        f"- {old}\n+ Wie er werkt, ziet het verschil.\n```\n"
    )
    assert query["bijdrage"] == [sent]
    assert query["title"] == ["Liever zo: Werken in wijkteams in Vlissingen"]

    page.keyboard.press("Escape")
    page.evaluate("getSelection().removeAllRanges()")
    page.locator("#kb-correct").press("Enter")
    expect(page.get_by_label("De zin")).to_be_focused()
    page.get_by_label("De zin").select_option(index=1)
    expect(better).to_have_value("Werken in wijkteams in Vlissingen")
    assert open_page.complaints == []


def test_without_javascript_the_page_says_what_to_do(open_page: OpenPage) -> None:
    """The reader is led to the command, the table of fields and the questions on GitHub."""
    page = open_page(ADDRESSES["practice"], script=False)
    shown = page.inner_text("article")

    assert "werkt alleen met JavaScript" in shown
    assert "kennisbank new" in shown
    assert page.locator("#kb-write").is_hidden()
    assert page.locator("noscript a[href$='/issues/new/choose']").count() == 1


def test_the_form_works_in_a_copy_on_a_disk(browser: Browser, built_site: Path) -> None:
    """Opened as a file it loads its choices and the entry, and what is unknown is said."""
    page = browser.new_page()
    address = (built_site / ADDRESSES["statistic"] / "index.html").as_uri()
    page.goto(f"{address}?pagina=slim-nulmeting")
    expect(page.locator("h1")).to_contain_text("verbeteren")
    expect(page.locator("#veld-values-0-amount")).not_to_have_value("")
    page.goto(f"{address}?pagina=../../x")
    expect(page.locator("#kb-form-lost")).to_contain_text("bestaat niet")
    page.close()


@pytest.mark.parametrize(("width", "scheme"), [(1280, "dark"), (320, "light")])
def test_a_form_with_errors_fits_the_screen(open_page: OpenPage, width: int, scheme: str) -> None:
    """It needs no side scroll, and every input has a name and tells its help and its error."""
    page = open_form(open_page, "method", "?pagina=jobcrafting", width=width, scheme=scheme)
    page.fill("#veld-summary", f"[@{'x' * 60}] " * 61)
    page.press(SUBMIT, "Enter")
    expect(page.locator("#kb-form-summary")).to_be_focused()
    root = "document.documentElement"
    nameless = page.eval_on_selector_all(
        "#kb-form :is(input, textarea, select)",
        "found => found.filter(one => !one.labels?.length && !one.ariaLabel).map(one => one.id)",
    )
    lost = page.eval_on_selector_all(
        "#kb-form [aria-describedby]",
        "found => found.flatMap(one => one.getAttribute('aria-describedby').split(' '))"
        ".filter(id => !document.getElementById(id))",
    )

    assert page.evaluate(f"{root}.scrollWidth - {root}.clientWidth") <= 0
    assert nameless == []
    assert lost == []
    assert open_page.complaints == []
