"""Pages of entries as blocks of text, read in the browser that makes a handout of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from opening import opening

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def selection(browser: Browser, served_site: str) -> Iterator[Page]:
    """The page of the selection, which makes handouts."""
    with opening(browser, served_site) as opened:
        yield opened("selectie/")


def blocks_of(selection: Page, html: str) -> list[object]:
    """Return the blocks of the content of a page; JSON has lists for what is a pair here."""
    page = {"title": "", "kind": "", "address": "", "html": html, "works": []}
    asked = "page => kennisbankSelection.handoutOf(page).blocks"
    return list(selection.evaluate(asked, page))


def as_lists(value: object) -> object:
    """Return a value as JSON gives it back."""
    return [as_lists(one) for one in value] if isinstance(value, list | tuple) else value


@pytest.mark.parametrize(
    ("html", "runs"),
    [
        ("gewone tekst", ["gewone tekst"]),
        ("a <em>b</em> c", ["a ", ("i", "b"), " c"]),
        ("<strong>a</strong><strong> b</strong>", [("b", "a b")]),
        ("  veel\n   ruimte  ", ["veel ruimte"]),
        ("R&amp;D &lt;b&gt;", ["R&D <b>"]),
        ('<a href="../x/">hier</a>', ["hier"]),
        ('<a href="https://a.nl/">hier</a>.', ["hier (https://a.nl/)."]),
        ('<a href="https://a.nl/">https://a.nl/</a>', ["https://a.nl/"]),
        ('<span aria-hidden="true">●●</span> niveau 2', ["niveau 2"]),
        ("<p>een</p><p>twee</p>", ["een twee"]),
        ("", []),
    ],
)
def test_a_piece_of_html_becomes_its_text_with_its_looks(
    selection: Page, html: str, runs: list[object]
) -> None:
    """Spaces are single, signs are signs, and a link to elsewhere shows its address."""
    page = (
        f'<section class="kb-section"><p>Kop</p><table><tr><td>{html}</td></tr></table></section>'
    )

    assert blocks_of(selection, page)[1:] == [["table", [[as_lists(runs)]]]]


@pytest.mark.parametrize(
    ("html", "blocks"),
    [
        ("<p>a</p><p>b</p>", [("p", ["a"]), ("p", ["b"])]),
        ("<ul><li>a</li><li><p>b</p></li></ul>", [("ul", ["a"]), ("ul", ["b"])]),
        ("<ol><li>a</li><li>b</li></ol>", [("ol", ["a"], 1), ("ol", ["b"], 2)]),
        ('<ol start="3"><li>a</li></ol>', [("ol", ["a"], 3)]),
        (
            "<ul><li><p>a</p><p>b</p><dl><dt>c</dt><dd>d</dd></dl></li></ul>",
            [("ul", ["a"]), ("p", ["b"]), ("p", [("b", "c"), ": d"])],
        ),
        (
            "<dl><div><dt>Niveau</dt><dd>team</dd><dd>individu</dd></div></dl>",
            [("p", [("b", "Niveau"), ": team, individu"])],
        ),
        (
            "<dl><dt>a</dt><dd>1</dd><dt>b</dt><dd>2</dd></dl>",
            [("p", [("b", "a"), ": 1"]), ("p", [("b", "b"), ": 2"])],
        ),
        (
            "<table><caption>t</caption><tr><th>a</th></tr><tr><td>1</td></tr></table>",
            [("p", ["t"]), ("table", [[["a"]], [["1"]]])],
        ),
    ],
)
def test_each_kind_of_html_becomes_its_block(
    selection: Page, html: str, blocks: list[object]
) -> None:
    """Lists, definitions and tables keep what belongs together."""
    page = f'<section class="kb-section"><h2>Kop</h2>{html}</section>'

    assert blocks_of(selection, page) == [["h2", ["Kop"]], *map(as_lists, blocks)]


def test_what_is_no_text_of_the_entry_is_left_out(selection: Page) -> None:
    """Cards of related entries, sources, crumbs and downloads stay behind, with their headings."""
    page = """
    <header><nav>Home</nav><h1>Titel</h1></header>
    <section class="kb-facts"><h2>In het kort</h2><dl><dt>a</dt><dd>b</dd></dl></section>
    <section class="kb-section"><h2>Methoden</h2><ul class="kb-grid"><li>x</li></ul></section>
    <section class="kb-section kb-sources"><h2>Bronnen</h2><ul><li>y</li></ul></section>
    <section class="kb-section"><h2>Tekst</h2><p>t</p><a href="z.csv" download>CSV</a></section>
    """

    assert blocks_of(selection, page) == [
        ["h2", ["In het kort"]],
        ["p", [["b", "a"], ": b"]],
        ["h2", ["Tekst"]],
        ["p", ["t"]],
    ]


def test_a_handout_holds_the_text_and_the_sources_of_its_page(selection: Page) -> None:
    """Steps are numbered, findings are there, and a reference is whole and without tags."""
    asked = "() => kennisbankSelection.load('method:jobcrafting')"
    handout = selection.evaluate(asked)
    steps = [block[2] for block in handout["blocks"] if block[0] == "ol"]

    assert steps == list(range(1, len(steps) + 1))
    assert ["h3", ["Welzijn en gezondheid"]] in handout["evidence"]
    assert "".join(run if isinstance(run, str) else run[1] for run in handout["summary"])
    assert ["i", "Psihologia Resurselor Umane"] in handout["sources"][0][2]
