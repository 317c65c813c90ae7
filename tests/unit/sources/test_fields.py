"""Nothing of a source is lost: each field is used, knowingly set aside, or reported."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import pytest

from items import GOLD
from kennisbank.checks import as_written, bad_source, source_field, unused_field
from kennisbank.sources.bibtex.reader import read_bibtex
from kennisbank.sources.conversion import csl_item
from kennisbank.sources.fields import SET_ASIDE, is_set_aside, unused_fields
from kennisbank.sources.formats.bibtex import bibtex
from kennisbank.sources.formats.ris import ris
from kennisbank.sources.source import Bibliography, Source
from kennisbank.sources.style.references import reference_html
from running import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Iterator

PATH = PurePosixPath("references.bib")
FILES = [
    Path(__file__).parent / "fields.bib",
    REPOSITORY / "references.bib",
    *sorted((REPOSITORY / "tests" / "examples").rglob("references.bib")),
]
CHECKS = (unused_field, as_written, bad_source, source_field)


def bibliography_of(text: str) -> Bibliography:
    """Return the sources of a .bib text."""
    return read_bibtex(PATH, text)[0]


def outputs(source: Source) -> Iterator[str]:
    """Yield all that readers get of a work: the two exports, and what takes longer to format."""
    item = csl_item(source)
    yield from (bibtex(item), ris(item))
    yield str(reference_html(item))


def without(text: str, source: Source, name: str) -> Source:
    """Return the same source with another text in one field."""
    fields = {**source.fields, name: text}
    return Source(source.key, source.type, fields, source.location, source.places)


def reported(bibliography: Bibliography) -> set[str]:
    """Return the places of all that a person is told."""
    found = [one for check in CHECKS for one in check.problems_in(bibliography)]
    return {str(problem.location) for problem in found}


def lost_fields(text: str) -> list[str]:
    """Return each field that is neither shown anywhere, nor set aside, nor reported."""
    bibliography = bibliography_of(text)
    told = reported(bibliography)
    lost = []
    for source in bibliography.all_sources:
        lost += [
            f"{source.place_of(name)} @{source.type} {name} = {source.fields[name]}"
            for name in source.places
            if source.fields[name].strip("{} ")
            and not is_set_aside(source, name)
            and str(source.place_of(name)) not in told
            and not is_shown(source, name)
        ]
    return lost


def is_shown(source: Source, name: str) -> bool:
    """Return whether outputs hold the words of a field, or change with them."""
    said = source.fields[name].strip("{} ").casefold().removeprefix("arxiv:")
    # A few signs are in any text by chance; then another field must say the same.
    others = [text.strip("{} ") for other, text in source.fields.items() if other != name]
    is_there = len(said) > 3 and any(said in one.casefold() for one in outputs(source))
    other = without("Iets anders", source, name)
    changes = zip(outputs(source), outputs(other), strict=True)
    return said in others or is_there or any(now != then for now, then in changes)


def test_no_field_of_an_example_is_lost() -> None:
    """Our own sources, the examples, and a work of each entry type with each field of biblatex."""
    lost = {str(path): lost_fields(path.read_text(encoding="utf-8")) for path in FILES}

    assert {path: fields for path, fields in lost.items() if fields} == {}


def test_no_field_of_a_gold_case_is_lost() -> None:
    """What the house conventions leave out, they leave out knowingly."""
    assert [lost for bib in GOLD.values() for lost in lost_fields(bib)] == []


@pytest.mark.parametrize(
    ("bib", "name"),
    [
        ("@online{a, title = {Leren}, chapter = {3}, foreword = {Vos, An}}", "foreword"),
        ("@article{a, title = {Leren 22}, journal = {Gids}, speciaal = {2}}", "speciaal"),
        ("@online{a, title = {Leren}, addendum = {Herdrukt}}", "addendum"),
        ("@article{a, title = {Leren}, journal = {Gids}, holder = {{TNO}}}", "holder"),
        ("@book{a, title = {Leren}, lang = {dutch}}", "lang"),
        ("@article{a, title = {Leren}, journal = {Gids}, number = 3, issue = {lente}}", "issue"),
        ("@unpublished{a, title = {Leren}, note = {Ingediend bij Gids}}", "note"),
    ],
)
def test_a_field_that_counts_for_nothing_is_reported(bib: str, name: str) -> None:
    """With its place, as advice."""
    bibliography = bibliography_of(bib)
    (problem,) = unused_field.problems_in(bibliography)

    assert f"'{name}'" in problem.message
    assert problem.location.column == bib.index(f" {name} =") + 2
    assert problem.severity == "advice"


@pytest.mark.parametrize(
    "fields",
    [
        "abstract = {Lang}, keywords = {a}, mendeley-tags = {b}, bdsk-url-1 = {c}, groups = {d}",
        "date = {2022-03-03}, year = 2022, month = mar",
        "pages = {312}, pagetotal = {312}",
        "publisher = {Boom}, organization = {Boom}",
        "doi = {10.1177/00187}, url = {https://doi.org/10.1177/00187}",
        "edition = {}, note = {{}}",
    ],
)
def test_what_says_nothing_new_is_not_reported(fields: str) -> None:
    """Notes of programs, parts of a whole date, and what another field says already."""
    bibliography = bibliography_of(f"@book{{a, title = {{Leren}}, {fields}}}")

    assert not list(unused_field.problems_in(bibliography))


def test_no_volume_yet_is_said_in_words() -> None:
    """Publishers write it where the volume and the issue will be."""
    (source,) = bibliography_of(
        "@article{a, author = {Vos, An}, title = {Leren}, journal = {Gids}, year = {2021}, "
        "volume = {ahead-of-print}, number = {ahead-of-print}}"
    ).all_sources

    assert str(reference_html(csl_item(source))).endswith("<i>Gids</i>. Online voorpublicatie.")


@pytest.mark.parametrize(
    ("field", "is_told"),
    [
        ("edition = {Version 5.05}", True),
        ("edition = {3rd ed., revised and expanded}", True),
        ("edition = {Nachdr.}", True),
        ("edition = {2e, geheel herziene druk}", False),
        ("edition = {Thirteenth}", False),
        ("edition = {Second edition}", False),
        ("pages = {n/a}", True),
        ("pages = {12 pages}", True),
        ("pages = {xii--xv, 3, 12--15}", False),
        ("pages = {S12--S20}", False),
        ("pages = {1:1--1:20}", False),
        ("pages = {e0217239}", False),
        ("pages = {012067}", False),
    ],
)
def test_what_no_rule_knows_is_reported(field: str, *, is_told: bool) -> None:
    """It stands as written, and a person is asked to look."""
    bibliography = bibliography_of(f"@inbook{{a, title = {{Leren}}, {field}}}")

    assert bool(list(as_written.problems_in(bibliography))) is is_told


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ("author = {Elmaghraby R.,Garayalde S.}", "is 'Elmaghraby R.,Garayalde S.' niet als naam"),
        ("author = {J. Jansen, P. de Boer}", "is 'J. Jansen, P. de Boer' niet als naam te lezen."),
        ("author = {Jansen JP, Boer K}", "is 'Jansen JP, Boer K' niet als naam te lezen."),
        ("author = {Piet Jansen, Karin de Boer}", "is 'Piet Jansen, Karin de Boer' niet als naam"),
        ("year = {2012/11}", "is '2012/11' geen datum."),
        ("year = {2013-2011}", "is '2013-2011' geen datum."),
        ("date = {2012-05/2012-03}", "is '2012-05/2012-03' geen datum."),
        ("eventdate = {zomers}", "is 'zomers' geen datum."),
        ("year = 2012, month = {11--12}", "is '11--12' geen maand."),
        ("year = 2012, day = {3}", "is '3' geen dag."),
        ("doi = {https://www.jstor.org/stable/4130}", "geen DOI."),
    ],
)
def test_what_could_only_be_guessed_is_reported(fields: str, message: str) -> None:
    """At the last of the fields, on its own line and column."""
    text = f"@book{{a,\n  title = {{Leren}},\n  {fields},\n}}\n"
    (problem,) = bad_source.problems_in(bibliography_of(text))

    assert message in problem.message
    line = text.split("\n")[2]
    name = fields.split(" = ")[-2].rsplit(" ", maxsplit=1)[-1]
    assert (problem.location.line, problem.location.column) == (3, line.rindex(f"{name} =") + 1)


@pytest.mark.parametrize(
    "author",
    [
        *("Jansen, J. P.", "Smith III, John A", "King Jr., Martin L.", "van de Ven, A.", "B., Jan"),
        *("Garcia Marquez, Gabriel José", "Berg, Jan van den", "Jong, Karin (K.) de"),
    ],
)
def test_a_plain_name_is_never_reported(author: str) -> None:
    """Initials behind the comma, a suffix before it, and who is called B. in the source."""
    bibliography = bibliography_of(f"@book{{a, title = {{Leren}}, author = {{{author}}}}}")

    assert not list(bad_source.problems_in(bibliography))


def test_who_uses_an_unknown_type_sees_all_of_them() -> None:
    """With a word for each, unless one of them is nearly what was written."""
    (problem,) = bad_source.problems_in(bibliography_of("@boekje{a, title = {Leren}}"))

    assert "@collection (bundel met redacteuren)" in problem.hint
    assert all(f"@{name} (" in problem.hint for name in ("report", "video", "standard", "misc"))


def test_what_is_set_aside_is_never_a_field_that_counts() -> None:
    """The list holds names in small letters, and none that a reference is made of."""
    used = {"author", "title", "year", "date", "journal", "doi", "url", "pages", "edition"}

    assert not used & SET_ASIDE
    assert all(name == name.lower() for name in SET_ASIDE)
    assert not list(unused_fields(bibliography_of("@misc{a, title = {Leren}}").sources["a"]))
