"""What becomes of the Markdown of contributors."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.library.loading import load_library
from kennisbank.pages.context import RenderContext, Repository
from kennisbank.pages.prose_context import ProseContext
from kennisbank.reading.mentions import Written, find_citations, find_entry_links
from library_files import write_files

BIB = """\
@book{wet2020, author = {{Ministerie van Leren}}, title = {Een <b>boek</b>}, year = {2020}}
@article{jansen2019, author = {de Jansen, Piet and Pietersen, Anna}, title = {Stuk}, year = {2019}}
@misc{velen, author = {Bakker, A. and others}, title = {Veel}}
"""
TERM = """\
title: Leercultuur
summary: Hoe mensen samen leren.
aliases: [lerende organisatie]
reviewed: 2026-01-01
definition: Tekst.
"""
SUBSIDY = """\
title: SLIM-regeling
summary: Een subsidie voor kleine bedrijven.
aliases: [SLIM]
reviewed: 2026-01-01
definition: Tekst.
"""


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> RenderContext:
    """A library of three sources and two terms."""
    terms = {"terms/leercultuur.yml": TERM, "terms/slim-regeling.yml": SUBSIDY}
    files = {**terms, "references.bib": BIB}
    library, problems = load_library(write_files(tmp_path_factory.mktemp("library"), files))
    assert problems == []
    return RenderContext(library, Repository())


class Seen(HTMLParser):
    """What a browser would make of a piece of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag and its attributes."""
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.addresses += [value or "" for name, value in attrs if name == "href"]


def text_of(html: str) -> str:
    """Return what a reader sees."""
    return re.sub(r"<[^>]+>", "", html)


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("Zo [@wet2020].", "Zo (Ministerie van Leren, 2020)."),
        (
            "Zo [@jansen2019, p. 3; @wet2020].",
            ("Zo (De Jansen &amp; Pietersen, 2019, p. 3; Ministerie van Leren, 2020)."),
        ),
        ("@jansen2019 zeggen.", "De Jansen en Pietersen (2019) zeggen."),
        ("@jansen2019 [3-5] zeggen.", "De Jansen en Pietersen (2019, pp. 3–5) zeggen."),
        ("Zij [-@jansen2019, p. 3] zeggen.", "Zij (2019, p. 3) zeggen."),
        ("Zo [zie ook @velen].", "Zo (zie ook Bakker et al., z.d.)."),
        ("Freud [1900, geciteerd in @velen].", "Freud (1900, geciteerd in Bakker et al., z.d.)."),
        ("Zie [@velen].", "Zie (Bakker et al., z.d.)."),
        ("Zie [@weg].", "Zie ([bron onbekend: weg])."),
        ("Naar [[term:leercultuur]].", "Naar Leercultuur."),
        ("Naar [[term:leercultuur|cultuur]].", "Naar cultuur."),
        ("Naar [[term:weg]].", "Naar [pagina onbekend: weg]."),
        ("`[@wet2020]` en a@wet2020.nl", "[@wet2020] en a@wet2020.nl"),
        ("# Geen kop", "# Geen kop"),
        ("    geen code", "geen code"),
        ("![plaatje](x.png)", "!plaatje"),
    ],
)
def test_prose_reads_as_meant(context: RenderContext, markdown: str, expected: str) -> None:
    """Citations and links become words; code, addresses and headings stay what they are."""
    assert expected == text_of(context.prose.inline(markdown.strip(), ProseContext("methoden/a/")))


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[klik](javascript:alert(1))",
        "[klik](JaVaScRiPt&colon;alert(1))",
        "[klik](data:text/html;base64,PHNjcmlwdD4=)",
        "[klik](vbscript:x)",
        "<a href='javascript:alert(1)'>x</a>",
        "[[term:leercultuur|<img src=x onerror=alert(1)>]]",
        "[@wet2020, <svg onload=alert(1)>]",
        '<https://x.nl/"onmouseover=alert(1)>',
        '[x](https://x.nl "\\" onmouseover=alert(1)")',
    ],
)
def test_hostile_prose_stays_text(context: RenderContext, hostile: str) -> None:
    """No tag, address or attribute of a contributor runs anything."""
    seen = Seen()
    seen.feed(context.prose.block(hostile, ProseContext("a/")))

    assert seen.tags <= {"p", "a", "span"}
    assert seen.attributes <= {"href", "class", "id", "title", "data-card"}
    assert all(one.startswith(("https://", "../", "#")) for one in seen.addresses)


def test_a_source_field_reaches_the_page_escaped(context: RenderContext) -> None:
    """A title in references.bib is shown as it was typed, tags included."""
    assert "Een &lt;b&gt;boek&lt;/b&gt;" in context.works["wet2020"].reference


def test_a_term_is_marked_once_and_not_inside_links(context: RenderContext) -> None:
    """The first use in running text links to the term; the rest stays as written."""
    reading = ProseContext("methoden/a/")
    markdown = "[leercultuur](https://x.nl) Leercultuur is een leercultuur. Leercultuuranders."
    html = context.prose.inline(markdown, reading)

    assert html.count("kb-term") == 1
    assert ">Leercultuur</a> is een leercultuur." in html
    assert [key.id for key in reading.terms] == ["leercultuur"]


def test_a_term_is_found_under_its_other_names(context: RenderContext) -> None:
    """A name of more words marks the same term."""
    html = context.prose.inline("Een lerende organisatie.", ProseContext("methoden/a/"))

    assert 'href="../../begrippen/leercultuur/"' in html


def test_a_name_in_capitals_is_no_common_word(context: RenderContext) -> None:
    """SLIM is a subsidy; a slim plan is only clever."""
    html = context.prose.inline("Een slim plan met SLIM.", ProseContext("methoden/a/"))

    assert html.count("kb-term") == 1
    assert ">SLIM</a>." in html


def test_headings_of_a_page_get_anchors_of_their_own(context: RenderContext) -> None:
    """Two headings with the same words have two addresses, also when one has the other's number."""
    reading = ProseContext("over/")
    titles = ("Één kop", "Kop 2", "Één kop", "kop", "Kop", "kop 2", "…")
    context.prose.page("".join(f"## {title}\n\n" for title in titles), reading)

    assert [heading.id for heading in reading.headings] == [
        *("een-kop", "kop-2", "een-kop-2", "kop", "kop-3", "kop-2-2", "deel"),
    ]


PIECES = st.sampled_from(
    ["[@wet2020]", "@jansen2019", "[@a, p. 2; @b]", "[zie @a; -@b]", "`", "@a [p. 2]",
      "``", "[[term:x]]", "[[y|z]]", " ", "a",
     "\n", "\\", "[", "]", "(", ")", "<", ">", "x@y.nl", "https://x.nl/@z", "*", "[l](https://a.nl/@b)"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=12).map("".join))
def test_check_and_page_see_the_same_citations(context: RenderContext, markdown: str) -> None:
    """What the check finds in a paragraph is what the renderer makes of it."""
    paragraph = " ".join(markdown.split())
    tokens = context.prose.tokens(paragraph)
    shown = [token.meta["citation"] for token in tokens if token.type == "citation"]
    linked = [token.meta["link"] for token in tokens if token.type == "entry_link"]

    assert [[work.key for work in one.works] for one in shown] == [
        [work.key for work in one.works] for one in find_citations(paragraph, Written.LINE)
    ]
    assert [(one.kind, one.id) for one in linked] == [
        (one.kind, one.id) for one in find_entry_links(paragraph, Written.LINE)
    ]


@pytest.mark.parametrize(
    ("folder", "address", "link", "expected"),
    [
        ("docs", "over-ons/", "assets/a.svg", "../assets/a.svg"),
        ("docs", "over-ons/", "./assets/a.pdf#p2", "../assets/a.pdf#p2"),
        ("docs/over", "over/wij/", "../assets/a.svg", "../../assets/a.svg"),
        ("docs/over", "over/wij/", "../index.md", "../../"),
        ("docs/over", "over/wij/", "../../../elders.md", "../../../elders.md"),
        ("docs/over", "over/wij/", "../../kaart/", "../../kaart/"),
        ("docs", "over-ons/", "#wie", "#wie"),
        ("docs", "over-ons/", "https://voorbeeld.nl/a.md", "https://voorbeeld.nl/a.md"),
    ],
)
def test_a_link_of_a_page_leads_to_where_its_file_is_published(
    context: RenderContext, folder: str, address: str, link: str, expected: str
) -> None:
    """Files are named from the folder of the page, as editors do; other links are addresses."""
    reading = ProseContext(address, folder=PurePosixPath(folder))

    assert f'<a href="{expected}"' in str(context.prose.page(f"[x]({link})", reading))
