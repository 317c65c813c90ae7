"""A citation of several works: one order, one author's years joined, each part its own link."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from kennisbank.messages import speaking
from kennisbank.sources.bibtex.reader import read_bibtex
from kennisbank.sources.style.cluster import ClusterItem, cluster, locator_in_words
from kennisbank.sources.works import works_of

BIB = """
@report{tno2021, author = {{TNO}}, title = {Leren}, date = {2021}}
@report{tno2023, author = {{TNO}}, title = {Werken}, date = {2023}}
@report{tnozd, author = {{TNO}}, title = {Blijven}}
@book{jansen, author = {Jansen, Piet and de Boer, An}, title = {Leren}, year = 2020}
@book{a, author = {de Vries, An}, title = {Aanpak}, year = 2019}
@book{b, author = {de Vries, An}, title = {Begin}, year = 2019}
@book{titel, title = {Een handboek}, year = 2015}
"""


def shown(*cited: tuple[str, ...]) -> str:
    """Return what stands between the parentheses, with the key of each link before its text."""
    bibliography, _ = read_bibtex(PurePosixPath("references.bib"), BIB)
    works = works_of(bibliography.sources)
    parts = cluster(
        ClusterItem(key, works[key].form, locator, "".join(before))
        for key, locator, *before in cited
    )
    return "".join(f"{part.before}<{part.key}>{part.html}" for part in parts)


@pytest.mark.parametrize(
    ("cited", "expected"),
    [
        ([("jansen", "")], "<jansen>Jansen &amp; De Boer, 2020"),
        ([("jansen", "p. 3-5")], "<jansen>Jansen &amp; De Boer, 2020, pp. 3–5"),
        (
            [("tno2021", ""), ("jansen", "")],
            "<jansen>Jansen &amp; De Boer, 2020; <tno2021>TNO, 2021",
        ),
        (
            [("tno2023", ""), ("tno2021", ""), ("tnozd", "")],
            "<tnozd>TNO, z.d., <tno2021>2021, <tno2023>2023",
        ),
        ([("b", ""), ("a", "")], "<a>De Vries, 2019a, <b>2019b"),
        ([("tno2021", "p. 3"), ("tno2023", "")], "<tno2021>TNO, 2021, p. 3; <tno2023>TNO, 2023"),
        ([("tno2021", ""), ("tno2023", "p. 3")], "<tno2021>TNO, 2021, <tno2023>2023, p. 3"),
        ([("a", ""), ("a", "")], "<a>De Vries, 2019a"),
        (
            [("tno2023", ""), ("jansen", "", "zie <b>")],
            "<tno2023>TNO, 2023; zie &lt;b&gt; <jansen>Jansen &amp; De Boer, 2020",
        ),
        (
            [("titel", ""), ("jansen", "")],
            "<titel><i>Een handboek</i>, 2015; <jansen>Jansen &amp; De Boer, 2020",
        ),
    ],
)
def test_a_cluster_is_in_order_and_joined(cited: list[tuple[str, ...]], expected: str) -> None:
    """The order is that of the list, whatever the author typed; words in front keep their group."""
    assert shown(*cited) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("3", "p. 3"),
        ("p.3", "p. 3"),
        ("p. 3", "p. 3"),
        ("blz. 3", "p. 3"),
        ("pagina 12", "p. 12"),
        ("3-5", "pp. 3–5"),
        ("p. 3--5", "pp. 3–5"),
        ("pp. iv-x", "pp. iv–x"),
        ("p. 3-5, 8", "pp. 3–5, 8"),
        ("blz. 3 en 8", "pp. 3 en 8"),
        ("p. 3 en p. 8", "pp. 3 en 8"),
        ("hoofdstuk 2", "hoofdstuk 2"),
        ("tabel 1-2", "tabel 1–2"),
        ("par. 4", "par. 4"),
    ],
)
def test_a_locator_is_written_in_one_way(typed: str, expected: str) -> None:
    """A bare number is a page; a range has an en dash and pp."""
    assert locator_in_words(typed) == expected


def test_pages_are_written_in_the_words_of_the_language() -> None:
    """What says a page elsewhere is no word here, and stays as it was written."""
    typed = ("pages 3 and 8", "page 3", "3 and p. 8", "blz. 3", "3 en 8")
    with speaking("en"):
        english = [*map(locator_in_words, typed)]

    assert english == ["pp. 3 and 8", "p. 3", "pp. 3 and 8", "blz. 3", "3 en 8"]
