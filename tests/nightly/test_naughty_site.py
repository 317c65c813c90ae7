"""A site in which every text is naughty: nothing runs, nothing is asked for, nothing escapes."""

from __future__ import annotations

import json
import re
import shutil
from itertools import cycle
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest

from kennisbank.fields.text_rules import OF_A_PERSON
from kennisbank.fields.types import FieldType, IdType, LineType, LinkType, SourceType
from kennisbank.invisible_characters import HIDDEN
from kennisbank.problems import Severity
from kennisbank.sources.formats.bibtex import latex_text
from library_files import problems_in, write_files
from naughty import FREE, NAUGHTY, as_yaml, filled
from opening import opening
from our_kinds import KINDS
from running import REPOSITORY, mkdocs
from serving import folder_served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Dialog, Page, Response

    from opening import OpenPage

pytestmark = [pytest.mark.build, pytest.mark.browser]
EACH = 3
# The sorts of tools that readers meet the most texts of, one for each instrument.
TOOLS = ("plane", "sorter", "cards")
SORTS = {*TOOLS, "scan", "calculator", "plan"}
NOT_MODIFIED = 304
PAGE = "---\ntitle: Een pagina\ndescription: Een begin\n---\n\nWelkom.\n"
# Signs that mean something to a browser, an address or a spreadsheet.
SHARP = [text for text in NAUGHTY if set(text) & set("<>\"'&%=#{") and not HIDDEN.search(text)]


def shown_texts(root: Path) -> list[str]:
    """Return the strings of which a term can be made without a fault; the others are refused."""
    (root / "terms").mkdir()
    texts = sorted({text.strip() for text in NAUGHTY if text.strip() and len(text) < 180})
    write_bibliography(root, [])
    for number, text in enumerate(texts):
        values = {"title": f"{text} {number}", "summary": text}
        file = root / "terms" / f"t{number}.yml"
        content = as_yaml({**values, "reviewed": "2026-01-01", "definition": f"{text} [@bron]"})
        file.write_bytes(content.encode("utf-8", "surrogatepass"))
    found = problems_in(root)
    bad = {one.location.path.stem for one in found if one.severity is Severity.ERROR}
    for file in (root / "terms").iterdir():
        file.unlink()
    return [text for number, text in enumerate(texts) if f"t{number}" not in bad]


def write_bibliography(root: Path, texts: list[str]) -> None:
    """Write one source that every text cites, and one for each text."""
    others = "".join(
        f"@book{{n{n}, title = {{{latex_text(text)}}}, author = {{{{{latex_text(text)}}}}},\n"
        f"publisher = {{{latex_text(text)}}}, studydesign = {{theory}}}}\n"
        for n, text in enumerate(texts)
    )
    bron = "@book{bron, author = {Jansen, Piet}, title = {Leren}, studydesign = {theory}}\n"
    (root / "references.bib").write_text(bron + others, encoding="utf-8")


def write_entries(root: Path, texts: list[str]) -> None:
    """Write a few entries of each kind; each text stands in one of them at least."""
    following, titles = cycle(texts), cycle(sorted(texts, key=lambda text: "<" not in text))
    # Whatever has a digit or an address in it is no name.
    names = cycle(text for text in texts if not any(one.fault_in(text) for one in OF_A_PERSON))

    def text_of(form: type[FieldType]) -> str:
        text = next(following)
        return text if form is LineType else f"{text} [@bron]"

    for kind in KINDS:
        (root / kind.folder).mkdir(exist_ok=True)
        for number in range(EACH):
            named = {
                LinkType: f"n{(number + 1) % EACH}",
                SourceType: "bron",
                IdType: f"oud{number}",
            }
            values = filled(kind, text_of, FREE, named)
            if "tool" in values:
                more = filled(kind, text_of, FREE, named)
                values["tool"] = one_tool(values["tool"], more["tool"], TOOLS[number], number)
            values |= {"title": next(titles), "aliases": [next(titles)]}
            content = as_yaml(values | {"contributors": [next(names), next(names)]})
            (root / kind.folder / f"n{number}.yml").write_text(content, encoding="utf-8")


def one_tool(values: object, more: object, sort: str, number: int) -> object:
    """Return a tool of one sort, with two of each in its lists, that names entries of ours."""
    tool: dict[str, Any] = json.loads(json.dumps(values, default=str))
    others: dict[str, Any] = json.loads(json.dumps(more, default=str))
    kept = {key: value for key, value in tool.items() if key == sort or key not in SORTS}
    for key, value in tool[sort].items():
        if isinstance(value, list):
            kept[sort][key] = [*value, *others[sort][key]]
    # Cards are written here, and not taken from entries.
    kept[sort] = {key: one for key, one in kept[sort].items() if key not in {"kind", "taken_from"}}
    if "private" in kept[sort]:
        kept[sort]["private"] = [kept[sort]["groups"][0]["cards"][0]["name"]]
    text = json.dumps(kept)
    return json.loads(re.sub(r"\[\[([\w-]+):[\w-]+", rf"[[\1:n{number}", text))


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of naughty texts, built."""
    root = tmp_path_factory.mktemp("naughty") / "library"
    root.mkdir()
    texts = shown_texts(root)
    assert len(texts) > 300
    write_bibliography(root, texts[:40])
    write_entries(root, texts)
    pages = ("docs/index.md", "docs/over/index.md", "docs/bijdragen/index.md")
    write_files(root, dict.fromkeys(pages, PAGE))
    # The site is ours, with its policy; only what people write differs.
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    done = mkdocs("build", folder=root)
    errors = [line for line in done.stderr.splitlines() if line.startswith("ERROR")]
    assert done.returncode == 0, errors
    assert not HIDDEN.search(done.stdout + done.stderr)
    return root


@pytest.fixture
def naughty_pages(browser: Browser, root: Path) -> Iterator[OpenPage]:
    """Open pages of that site; whatever they complain of fails the test."""
    with folder_served(root / "site") as address, opening(browser, f"{address}/") as opened:
        yield opened


def watched(open_page: OpenPage, path: str) -> Page:
    """Return a page that notes each dialog: the sign of a script that ran."""
    page = open_page(path)

    def note_dialog(dialog: Dialog) -> None:
        open_page.complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def note_missing(answer: Response) -> None:
        if not answer.ok and answer.status != NOT_MODIFIED:
            open_page.complaints.append(f"{answer.status}: {answer.url}")

    page.on("dialog", note_dialog)
    page.on("response", note_missing)
    return page


def test_a_build_writes_nothing_but_the_site(root: Path) -> None:
    """No text leads out of the output, and no source is changed."""
    folders = {kind.folder for kind in KINDS}
    expected = {"docs", "mkdocs.yml", "references.bib", "site", ".site.lock"} | folders

    assert [path.name for path in root.parent.iterdir()] == ["library"]
    assert {path.name for path in root.iterdir()} <= expected
    assert {path.name for path in (root / "docs").iterdir()} == {*("index.md", "over", "bijdragen")}


def test_no_page_runs_what_a_text_says(naughty_pages: OpenPage, root: Path) -> None:
    """Each entry and each list opens without a dialog, an error or a request elsewhere."""
    page = watched(naughty_pages, "")
    for kind in KINDS:
        for path in ("", *(f"n{number}/" for number in range(EACH))):
            page.goto(f"{naughty_pages.address}{kind.address}/{path}", wait_until="load")
            assert page.locator("script:not([src]):not([type])").count() <= 4
    for path in ("bronnen/", "bronnen/n3/", "a-z/", "onderhoud/"):
        if (root / "site" / path).exists():
            page.goto(naughty_pages.address + path, wait_until="load")


def test_no_address_runs_what_it_holds(naughty_pages: OpenPage) -> None:
    """A shared address is a text of someone else: a question, a selection, a choice."""
    page = watched(naughty_pages, "zoeken/")
    page.evaluate(
        """async (texts) => {
            const field = document.querySelector("#kb-search-field");
            for (const text of texts) {
                field.value = text;
                field.dispatchEvent(new Event("input", { bubbles: true }));
                await new Promise((done) => setTimeout(done, 5));
            }
        }""",
        [*SHARP, "script", "alert"],
    )
    page.wait_for_timeout(300)
    held = "&".join(f"e={quote(text)}&e=term:{quote(text)}" for text in SHARP)[:30_000]
    page.goto(f"{naughty_pages.address}selectie/?{held}", wait_until="load")
    for text in SHARP[:: len(SHARP) // 4]:
        names = ("q", "m", "e", "rol", "soort", "doel")
        question = "&".join(f"{name}={quote(text)}" for name in names)
        for path in ("zoeken", "keuzehulp", "vergelijken", "selectie"):
            address = f"{naughty_pages.address}{path}/?{question}#{quote(text)}"
            page.goto(address, wait_until="load")
