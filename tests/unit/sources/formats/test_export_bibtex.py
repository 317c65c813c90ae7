"""A work goes out as BibTeX and comes back as the same work."""

from __future__ import annotations

import string
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from pybtex.database.input.bibtex import Parser
from pybtex.richtext import Text

from items import GOLD, LIBRARY, every_item, item, items_in
from kennisbank.problems import Location
from kennisbank.sources.conversion import csl_item
from kennisbank.sources.formats.bibtex import bibtex
from kennisbank.sources.source import Source

if TYPE_CHECKING:
    from pybtex.database import Entry, Person

    from kennisbank.sources.csl_item import CslItem

HOSTILE = [
    "een\nregel",
    "{",
    "}",
    "}{",
    "}, title = {ander",
    '"',
    '" # x',
    "\\",
    "\\\\",
    "\\end{document}",
    "\\begin",
    "~ ^ _ # $ % &",
    "$x$",
    "a -- b --- c",
    "''citaat''",
    "``citaat``",
    "?` !`",
    "@book{x, y = {z}}",
    "</script><script>",
    "%commentaar",
    "a and b",
    "and",
    "others",
    "et al.",
    ",",
    ", ,",
    "=",
    "TY  - JOUR",
    "{Heel}",
    "ĳ é ﬁ",
    "x" * 300,
]
# Everything that means something to BibTeX or LaTeX, with a few letters in between.
MARKS = st.text("{}\\\"',=@#%&$_~^-`?!<>()[]. \n" + "abAB" + "éij1", max_size=12)
TEXT_FIELDS = ["title", "journal", "publisher", "series", "volume", "number", "pages", "edition"]
TEXT_FIELDS += ["booktitle", "address", "eventtitle", "shorttitle", "eid", "type", "isbn"]


def through(work: CslItem) -> CslItem:
    """Return what our own reader makes of the BibTeX of a work."""
    (found,) = items_in(bibtex(work)).values()
    return found


def independent(work: CslItem) -> Entry:
    """Return what pybtex makes of it; it raises on whatever it cannot read."""
    # By its own class: to look it up by name takes longer than to read.
    (entry,) = Parser().parse_string(bibtex(work)).entries.values()
    return entry


def said(latex: str) -> str:
    """Return what LaTeX would print, by pybtex."""
    return str(Text.from_latex(latex))


def as_name(person: Person) -> dict[str, str]:
    """Return a name of pybtex as CSL calls its parts."""
    last = " ".join(person.last_names)
    if last.startswith("{") and last.endswith("}") and not person.first_names:
        return {"literal": said(last)}
    parts = {
        "family": last,
        "given": " ".join(person.first_names + person.middle_names),
        "non-dropping-particle": " ".join(person.prelast_names),
        "suffix": " ".join(person.lineage_names),
    }
    return {part: said(text) for part, text in parts.items() if text}


def test_an_article_is_written_so() -> None:
    """Fields in a fixed order, a comma behind each, LaTeX's signs escaped, an address as it is."""
    text = """@article{j, author = {van Dam, An and {TNO} and others}, title = {R\\&D: 50\\% {LLO}},
        journal = {Gedrag}, year = 2022, volume = 3, number = 2, pages = {1--9}, langid = {english},
        doi = {10.1/a_b}, url = {https://x.nl/a_b?c=1&d=%20}, file = {/home/x.pdf},
        abstract = {Geheim}, note = {Ook geheim}}"""

    assert bibtex(items_in(text)["j"]) == (
        "@article{j,\n"
        "  author = {van Dam, An and {TNO} and others},\n"
        "  title = {R\\&D: 50\\% LLO},\n"
        "  journal = {Gedrag},\n"
        "  volume = {3},\n"
        "  number = {2},\n"
        "  langid = {english},\n"
        "  pages = {1--9},\n"
        "  year = {2022},\n"
        "  doi = {10.1/a_b},\n"
        "  url = {https://x.nl/a_b?c=1&d=%20},\n"
        "}\n"
    )


def test_every_work_comes_back_the_same() -> None:
    """Each source of the library and of the cases, each on its own and all in one file."""
    for text in (LIBRARY, *GOLD.values()):
        items = items_in(text)

        assert {key: through(one) for key, one in items.items()} == items
        assert items_in("\n".join(bibtex(one) for one in items.values())) == items


def test_another_reader_reads_the_same() -> None:
    """Pybtex finds the same names, title, year, DOI and address."""
    for work in every_item():
        reads_the_same(work)


def reads_the_same(work: CslItem) -> None:
    """Compare one work with what pybtex finds."""
    entry = independent(work)
    for role in ("author", "editor"):
        names = [as_name(person) for person in entry.persons.get(role, [])]
        named = [one for one in names if one != {"family": "others"}]
        assert named == work.get(role, [])
    years = [parts[0] for parts in work.get("issued", {}).get("date-parts", [])]
    # A year before Christ is written as ISO 8601 counts it.
    years = [year if year > 0 else year + 1 for year in years]

    assert said(entry.fields.get("title", "")) == work.get("title", "")
    if years:
        assert int(entry.fields["year"]) == years[0]
    else:
        # What is no date goes out as it was written.
        assert entry.fields.get("year", "") == work.get("issued", {}).get("literal", "")
    assert entry.fields.get("doi", "") == work.get("DOI", "")
    assert entry.fields.get("url", "") == work.get("URL", "")
    assert ("others" in {str(one) for one in entry.persons.get("author", [])}) == (
        "others" in work and "author" in work
    )


def test_some_pages_of_a_book_go_out_as_such() -> None:
    """BibTeX calls it @inbook; the pages of a @book are how many it has."""
    work = item("book", title="Leren", page="10-12")

    assert bibtex(work).startswith("@inbook{werk,\n  title = {Leren},\n")
    assert through(work) == work


def test_nothing_but_the_item_goes_out() -> None:
    """Paths, abstracts, notes and our own judgements stay where they are."""
    text = """@book{b, title = {Leren}, file = {C:\\\\Users\\\\x.pdf}, abstract = {A}, note = {N},
        keywords = {K}, groups = {G}, studydesign = {theory}, recordstate = {verified}}"""

    assert bibtex(items_in(text)["b"]) == "@book{b,\n  title = {Leren},\n}\n"


@pytest.mark.parametrize("value", HOSTILE)
def test_no_value_breaks_the_file(value: str) -> None:
    """Whatever stands in a field, the entry closes where it should and both readers read it."""
    given_name = {"family": value, "given": value}
    work = item(
        title=value, container_title=value, publisher=value, genre=value, edition=value,
        author=[given_name, {"literal": value}, {"family": value}], editor=[{"literal": value}],
        issued={"literal": value}, DOI=value, URL=value, page=value,
    )  # fmt: skip
    text = bibtex(work) + "@book{erna, title = {Na}}\n"

    assert list(items_in(text)) == ["werk", "erna"]
    assert list(Parser().parse_string(text).entries) == ["werk", "erna"]
    assert items_in(text)["werk"]["title"] == " ".join(value.split())
    assert {"literal": " ".join(value.split())} in items_in(text)["werk"]["author"]


def source(type_: str, fields: dict[str, str]) -> Source:
    """Return a source with LaTeX fields, as a reader would hand it over."""
    return Source("werk", type_, fields, Location(PurePosixPath("references.bib"), 1))


@settings(deadline=None)
@given(
    st.sampled_from(["article", "book", "incollection", "techreport", "misc", "phdthesis"]),
    st.dictionaries(st.sampled_from(TEXT_FIELDS), MARKS),
)
def test_any_text_comes_back_the_same(type_: str, fields: dict[str, str]) -> None:
    """Whatever our reader makes of LaTeX, good or bad, is written so that it reads the same."""
    work = csl_item(source(type_, fields))

    assert through(work) == work


@settings(deadline=None)
@given(st.lists(MARKS.filter(str.strip), min_size=1, max_size=3).map(" and ".join))
def test_any_name_comes_back_the_same(names: str) -> None:
    """So with names: a comma, a brace or an "and" changes nobody."""
    work = csl_item(source("book", {"author": names, "title": "Leren"}))
    # A prefix alone is no name.
    assume(all(one.keys() & {"family", "literal"} for one in work.get("author", ())))

    assert through(work) == work


@settings(deadline=None)
@given(st.text(string.printable + "éø“”–ı̂", min_size=1).filter(str.strip))
def test_any_title_is_read_back_by_another_reader(title: str) -> None:
    """Pybtex finds an entry with a title, whatever the title is."""
    assert independent(item(title=title)).fields["title"]


@pytest.mark.parametrize(
    ("type_", "genre", "entry_type"),
    [
        ("article-journal", "", "article"), ("article-newspaper", "", "article"),
        ("book", "", "book"), ("chapter", "", "incollection"),
        ("paper-conference", "", "inproceedings"), ("report", "Rapport", "techreport"),
        ("thesis", "Proefschrift", "phdthesis"), ("thesis", "Masterscriptie", "mastersthesis"),
        ("thesis", "Bachelorscriptie", "thesis"), ("webpage", "", "online"),
        ("speech", "Presentatie", "unpublished"), ("speech", "Causerie", "presentation"),
        ("dataset", "Dataset", "dataset"), ("legislation", "", "legislation"),
        ("manuscript", "Ongepubliceerd manuscript", "unpublished"), ("document", "", "misc"),
        ("motion_picture", "Video", "video"), ("song", "Audio", "audio"),
        ("graphic", "Afbeelding", "image"), ("software", "Computersoftware", "software"),
        ("legal_case", "", "jurisdiction"), ("patent", "", "patent"), ("post", "", "post"),
        ("standard", "", "standard"), ("article-magazine", "", "article"),
    ],
)  # fmt: skip
def test_a_type_has_its_entry_type(type_: str, genre: str, entry_type: str) -> None:
    """What BibTeX or biblatex calls it, and our reader takes for the same."""
    work = item(type_, title="Leren") | ({"genre": genre} if genre else {})
    if type_ == "chapter":
        work["container-title"] = "Handboek"

    assert independent(work).type == entry_type
    assert through(work) == work


@pytest.mark.parametrize(
    ("name", "written"),
    [
        (
            {"family": "Weide", "given": "Arjen", "non-dropping-particle": "van der"},
            "van der Weide, Arjen",
        ),
        ({"family": "King", "given": "Martin Luther", "suffix": "Jr."}, "King, Jr., Martin Luther"),
        ({"family": "De Stobbeleir", "given": "Katleen"}, "De Stobbeleir, Katleen"),
        ({"family": "Luther Rhoten"}, "{Luther Rhoten}{}"),
        ({"family": "Pasman"}, "Pasman"),
        ({"family": "Vries en Zn, de", "given": "A"}, "{Vries en Zn, de}, {A}"),
        ({"literal": "Berenschot & Partners, afd. and"}, "{Berenschot \\& Partners, afd. and}"),
    ],
)
def test_a_name_takes_the_plainest_form(name: dict[str, str], written: str) -> None:
    """Braces only where a prefix, a comma or an "and" would be read as what it is not."""
    work = item(title="Leren", author=[name])

    assert f"  author = {{{written}}},\n" in bibtex(work)
    assert through(work) == work


@pytest.mark.parametrize(
    ("dates", "written"),
    [
        ({"issued": {"date-parts": [[2022]]}}, "  year = {2022},\n"),
        ({"issued": {"date-parts": [[2022, 3]]}}, "  year = {2022},\n  month = mar,\n"),
        (
            {"issued": {"date-parts": [[2022, 3, 3]]}},
            "  year = {2022},\n  month = mar,\n  date = {2022-03-03},\n",
        ),
        ({"issued": {"date-parts": [[2019], [2021]]}}, "  year = {2019},\n  date = {2019/2021},\n"),
        (
            {"issued": {"date-parts": [[1950]], "circa": True}},
            "  year = {1950},\n  date = {1950~},\n",
        ),
        ({"issued": {"literal": "voorjaar"}}, "  year = {voorjaar},\n"),
        ({"status": "in druk"}, "  pubstate = {inpress},\n"),
        ({"original-date": {"date-parts": [[1938]], "circa": True}}, "  origdate = {1938~},\n"),
        ({"accessed": {"date-parts": [[2024, 5, 3]]}}, "  urldate = {2024-05-03},\n"),
    ],
)
def test_a_date_takes_the_plainest_form(dates: CslItem, written: str) -> None:
    """Year and month for BibTeX; a date beside them only for what these cannot say."""
    work = item(title="Leren") | dates

    assert (
        bibtex(work) == f"@book{{werk,\n  title = {{Leren}},\n  langid = {{dutch}},\n{written}}}\n"
    )
    assert through(work) == work
