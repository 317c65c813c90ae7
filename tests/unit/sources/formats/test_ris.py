"""A work goes out as a RIS record that another reader reads."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
import rispy
from hypothesis import given, settings
from hypothesis import strategies as st

from items import every_item, item, items_in
from kennisbank.sources.formats.ris import ris

if TYPE_CHECKING:
    from kennisbank.sources.csl_item import CslItem

LINE = re.compile(r"[A-Z][A-Z0-9]  - \S.*")


def read(work: CslItem) -> dict[str, Any]:
    """Return what rispy makes of a record."""
    (found,) = rispy.loads(ris(work))
    return dict(found)


def test_an_article_is_written_so() -> None:
    """TY first, ER last, two spaces before each hyphen, nothing between records."""
    text = """@article{j, author = {van der Weide, Arjen and {TNO} and King, Jr., Martin},
        title = {Leren}, journal = {Gedrag}, year = 2022, month = 3, day = 3, volume = 3,
        number = 2, pages = {10--19}, doi = {10.1/a}, url = {https://x.nl/a}, note = {Geheim},
        langid = {dutch}}"""

    assert ris(items_in(text)["j"]) == (
        "TY  - JOUR\n"
        "ID  - j\n"
        "AU  - van der Weide, Arjen\n"
        "AU  - TNO\n"
        "AU  - King, Martin, Jr.\n"
        "PY  - 2022\n"
        "DA  - 2022/03/03\n"
        "TI  - Leren\n"
        "T2  - Gedrag\n"
        "VL  - 3\n"
        "IS  - 2\n"
        "LA  - nl-NL\n"
        "SP  - 10\n"
        "EP  - 19\n"
        "DO  - 10.1/a\n"
        "UR  - https://x.nl/a\n"
        "ER  - \n"
    )


def test_another_reader_reads_the_same() -> None:
    """Rispy finds the same title, names, year, DOI and address."""
    for work in every_item():
        reads_the_same(work)


def reads_the_same(work: CslItem) -> None:
    """Compare one work with what rispy finds."""
    found = read(work)
    names = [
        one.get("literal")
        or ", ".join(
            part
            for part in (
                f"{one.get('non-dropping-particle', '')} {one['family']}".strip(),
                one.get("given"),
                one.get("suffix"),
            )
            if part
        )
        for one in work.get("author", [])
    ]
    issued = work.get("issued", {})
    years = [f"{parts[0]:04}" for parts in issued.get("date-parts", [])]

    assert found.get("title", "") == work.get("title", "")
    if names:
        assert found["authors"] == names + ["et al."] * bool(work.get("others"))
    assert found.get("year", "") == (
        years[0] if years else issued.get("literal") or work.get("status", "")
    )
    assert found.get("doi", "") == work.get("DOI", "")
    assert found.get("urls", []) == ([work["URL"]] if "URL" in work else [])
    assert "unknown_tag" not in found


@pytest.mark.parametrize(
    ("work", "tag"),
    [
        (item("book", author=[{"family": "A"}]), "BOOK"),
        (item("book", editor=[{"family": "A"}]), "EDBOOK"),
        (item("chapter"), "CHAP"),
        (item("report"), "RPRT"),
        (item("thesis"), "THES"),
        (item("webpage"), "ELEC"),
        (item("article-newspaper"), "NEWS"),
        (item("article-magazine"), "MGZN"),
        (item("paper-conference"), "CPAPER"),
        (item("dataset"), "DATA"),
        (item("speech"), "SLIDE"),
        (item("legislation"), "STAT"),
        (item("document"), "GEN"),
    ],
)  # fmt: skip
def test_a_type_has_its_tag(work: CslItem, tag: str) -> None:
    """Each kind of work is called what RIS calls it."""
    assert ris(work).startswith(f"TY  - {tag}\n")


def test_editors_are_told_from_authors() -> None:
    """Editors of a chapter's book stand apart; those of an edited book are who it is by."""
    names = {"author": [{"family": "Poell"}], "editor": [{"family": "Krogt"}]}

    assert "AU  - Poell\nA2  - Krogt\n" in ris(item("chapter", **names))
    assert "AU  - Krogt\n" in ris(item("book", editor=names["editor"]))
    assert "A4  - Dam\n" in ris(item("book", translator=[{"family": "Dam"}]))


@pytest.mark.parametrize(
    ("dates", "lines"),
    [
        ({"issued": {"date-parts": [[2022]]}}, "PY  - 2022\n"),
        ({"issued": {"date-parts": [[2022, 3]]}}, "PY  - 2022\nDA  - 2022/03\n"),
        ({"issued": {"date-parts": [[2019], [2021]]}}, "PY  - 2019\nDA  - 2019///2019–2021\n"),
        (
            {"issued": {"date-parts": [[2024, 6, 3], [2024, 6, 5]]}},
            "PY  - 2024\nDA  - 2024/06/03/3–5 juni 2024\n",
        ),
        (
            {"issued": {"date-parts": [[1950]], "circa": True}},
            "PY  - 1950\nDA  - 1950///ca. 1950\n",
        ),
        ({"status": "in druk"}, "PY  - in druk\n"),
        ({"original-date": {"date-parts": [[1938]]}}, "OP  - 1938\n"),
        ({"accessed": {"date-parts": [[2024, 5, 3]]}}, "Y2  - 2024/05/03\n"),
        ({}, ""),
    ],
)  # fmt: skip
def test_a_date_has_slashes(dates: CslItem, lines: str) -> None:
    """What year, month and day cannot say stands in words behind the third slash."""
    assert ris(item() | dates) == f"TY  - BOOK\nID  - werk\n{lines}LA  - nl-NL\nER  - \n"


@settings(deadline=None)
@given(
    st.text(min_size=1) | st.sampled_from(["a\nER  - \nTY  - JOUR", "ER  - ", "\r\n", "a\u2028b"])
)
def test_no_value_breaks_the_record(value: str) -> None:
    """Whatever a value holds, each line is a tag and its text, and the record closes once."""
    work = item(title=value, publisher=value, author=[{"literal": value}], URL=value, page=value)
    first, *lines, last = ris(work).removesuffix("\n").split("\n")

    assert (first, last) == ("TY  - BOOK", "ER  - ")
    assert all(LINE.fullmatch(line) for line in lines)
    assert len(ris(work).splitlines()) == len(lines) + 2
    assert read(work).get("title", "") == " ".join(value.split())


def test_numbers_are_where_programs_look() -> None:
    """An article number in C7, that of a report in IS, that of a series in M1."""
    assert "C7  - e018\n" in ris(item("article-journal", number="e018"))
    assert "IS  - 2022-14\n" in ris(item("report", number="2022-14"))
    assert "M1  - 4\n" in ris(item("book", collection_number="4"))
