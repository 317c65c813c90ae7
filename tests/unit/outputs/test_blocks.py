"""HTML of our own pages as blocks of text."""

from __future__ import annotations

import pytest

from kennisbank.outputs.selection_export import page_blocks, runs_of


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
def test_a_piece_of_html_becomes_its_text_with_its_looks(html: str, runs: list[object]) -> None:
    """Spaces are single, signs are signs, and a link to elsewhere shows its address."""
    assert runs_of(html) == runs


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
def test_each_kind_of_html_becomes_its_block(html: str, blocks: list[object]) -> None:
    """Lists, definitions and tables keep what belongs together."""
    page = f'<section class="kb-section"><h2>Kop</h2>{html}</section>'

    assert page_blocks(page) == [("h2", ["Kop"]), *blocks]


def test_what_is_no_text_of_the_entry_is_left_out() -> None:
    """Cards of related entries, sources, crumbs and downloads stay behind, with their headings."""
    page = """
    <header><nav>Home</nav><h1>Titel</h1></header>
    <section class="kb-facts"><h2>In het kort</h2><dl><dt>a</dt><dd>b</dd></dl></section>
    <section class="kb-section"><h2>Methoden</h2><ul class="kb-grid"><li>x</li></ul></section>
    <section class="kb-section kb-sources"><h2>Bronnen</h2><ul><li>y</li></ul></section>
    <section class="kb-section"><h2>Tekst</h2><p>t</p><a href="z.csv" download>CSV</a></section>
    """

    assert page_blocks(page) == [
        ("h2", ["In het kort"]),
        ("p", [("b", "a"), ": b"]),
        ("h2", ["Tekst"]),
        ("p", ["t"]),
    ]
