"""Nothing in a .bib file is lost without a word."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from kennisbank.sources.bibtex.reader import read_bibtex

PATH = PurePosixPath("references.bib")
GOOD = "@book{goed,\n  title = {Goed},\n  year = {2001},\n}\n"


@pytest.mark.parametrize(
    ("text", "expected", "kept", "lost"),
    [
        (GOOD, [], {"goed"}, set()),
        (
            GOOD + "@book{goed,\n  title = {Weer},\n}\n",
            ["5:1: duplicate-source: de sleutel 'goed' staat ook al op regel 1. Haal een van"],
            {"goed"},
            set(),
        ),
        (
            GOOD + "@book{twee,\n  title = {A}},\n  year = {2020},\n}\n",
            ["7:1: bib-syntax: het veld 'year' staat buiten een bron."],
            {"goed", "twee"},
            {""},
        ),
        (
            GOOD + "@book twee, title = {A}\n",
            ["5:1: bib-syntax: achter '@book' ontbreekt een {."],
            {"goed"},
            {"twee"},
        ),
        (GOOD + "@comment Van het bureau: a@b.nl {zo}\n", [], {"goed"}, set()),
        (
            "TY  - BOOK\nTI  - Iets\nER  -\n",
            ["1:1: bib-syntax: in dit bestand staat geen enkele bron."],
            set(),
            set(),
        ),
        (
            GOOD + "@book{twee,\n  title = {A},\n  Title = {B},\n  crossref = {twee},\n}\n",
            [
                "7:3: bib-syntax: in 'twee' staat het veld 'Title' twee keer.",
                "8:3: bib-syntax: 'twee' verwijst met 'crossref' naar zichzelf terug.",
            ],
            {"goed", "twee"},
            set(),
        ),
        (
            GOOD + "@book{Goed,\n  title = {Weer},\n}\n",
            ["5:1: duplicate-source: de sleutel 'Goed' is op hoofdletters na die van regel 1."],
            {"goed"},
            set(),
        ),
        (
            "@book{A:1, title = {B}}\n",
            ["1:1: bib-syntax: de sleutel 'A:1' kan geen adres worden. Schrijf 'a-1', hier"],
            set(),
            set(),
        ),
        (
            "@book{a b,\n  title = {A},\n}\n",
            ["1:1: bib-syntax: de sleutel 'a b' kan geen adres worden."],
            set(),
            set(),
        ),
        (
            "@book{,\n  title = {A},\n}\n",
            ["1:1: bib-syntax: de sleutel '' kan geen adres worden. Gebruik kleine letters"],
            set(),
            set(),
        ),
        (
            "@book{a,\n  title = {A},\n  title = {B},\n}\n",
            ["3:3: bib-syntax: in 'a' staat het veld 'title' twee keer. Haal een van de twee weg"],
            {"a"},
            set(),
        ),
        (
            "@book{a,\n  title = {A}\n  year = {2001},\n}\n",
            ["2:3: bib-syntax: in 'a' ontbreekt een komma na het veld 'title'. Zet een komma voor"],
            {"a"},
            set(),
        ),
        (
            "@book{a,\n  title = {A},\n  journal = jams,\n}\n",
            ["3:3: bib-syntax: in 'a', veld 'journal', staat 'jams', en dat is nergens vastgelegd"],
            {"a"},
            set(),
        ),
        (
            "@string{tho = onbekende}\n@book{a, title = tho}\n",
            ["1:1: bib-syntax: in @string 'tho' staat 'onbekende', en dat is nergens vastgelegd"],
            {"a"},
            set(),
        ),
        (
            "@book{a,\n  % pages = {3},\n  title = {A},\n}\n",
            ["2:3: bib-syntax: in 'a' kan '% pages' geen naam van een veld zijn."],
            {"a"},
            set(),
        ),
        (
            '@book{a, title = "A" B, year = 2001}\n',
            ["1:10: bib-syntax: in 'a', veld 'title', staat 'B' buiten de accolades."],
            {"a"},
            set(),
        ),
        (
            "@inbook{a, title = {A}, crossref = {weg}}\n",
            ["1:25: bib-syntax: 'a' verwijst naar 'weg', en die bron is er niet."],
            {"a"},
            set(),
        ),
        (
            "@book{open,\n  title = {A,\n}\n" + GOOD,
            ["2:3: bib-syntax: bron 'open' is niet te lezen: de volgende bron begint voordat deze"],
            {"goed"},
            {"open"},
        ),
        (
            "@book{a title = {A}}\n",
            ["1:1: bib-syntax: bron 'a' is niet te lezen: achter de sleutel staat geen komma."],
            set(),
            {"a"},
        ),
        (
            "@book{a, title}\n" + GOOD,
            ["1:10: bib-syntax: bron 'a' is niet te lezen: een veld heeft geen waarde."],
            {"goed"},
            {"a"},
        ),
        (
            GOOD + "@book{laatste, title = {A}",
            ["5:1: bib-syntax: bron 'laatste' is niet te lezen: het bestand houdt op voordat"],
            {"goed"},
            {"laatste"},
        ),
        (GOOD + "@book{\n", ["5:1: bib-syntax: een bron is niet te lezen:"], {"goed"}, {""}),
        (
            "book{vergeten, title = {A}}\n" + GOOD,
            ["1:1: bib-syntax: voor 'vergeten' ontbreekt een @."],
            {"goed"},
            {"vergeten"},
        ),
    ],
)
def test_each_fault_is_reported_with_line_and_reason(
    text: str, expected: list[str], kept: set[str], lost: set[str]
) -> None:
    """A fault has its line, its key and what to do; the sources around it are read."""
    bibliography, problems = read_bibtex(PATH, text)

    assert len(expected) == len(problems), problems
    for start, problem in zip(expected, problems, strict=True):
        assert str(problem).startswith(f"references.bib:{start}")
        assert problem.hint
    assert bibliography.sources.keys() == kept
    assert bibliography.lost == lost


def test_a_source_has_its_fields_and_place() -> None:
    """Fields lose their outer braces and keep the inner ones, which protect names."""
    text = "% uitleg\n\n@Report{tno2021,\n  author = {{TNO}},\n  Title = {Een  werk},\n}\n"
    bibliography, _ = read_bibtex(PATH, text)
    source = bibliography.sources["tno2021"]

    assert (source.type, source.location.line) == ("report", 3)
    assert source.fields == {"author": "{TNO}", "title": "Een  werk"}
    assert source.place_of("title").line == 5
    assert source.place_of("year").line == 3


def test_pieces_strings_and_numbers_are_joined() -> None:
    """Braces, quotes, bare numbers, @string and # are read as BibTeX reads them."""
    text = (
        '@string{ser = "Sociaal-Economische" # { Raad}}\n'
        '@book{a, title = {Over {"}leren{"}} # " bij de " # SER, year = 2020, month = mar}\n'
    )
    bibliography, problems = read_bibtex(PATH, text)

    assert problems == []
    assert bibliography.sources["a"].fields == {
        "title": 'Over {"}leren{"} bij de Sociaal-Economische Raad',
        "year": "2020",
        "month": "mar",
    }


def test_swallowed_fields_are_read_all_the_same() -> None:
    """Where commas are missing, each field is found and each gap is reported."""
    text = "@book{a,\n  title = {A}\n  year = {2001}\n  volume = 3\n}\n"
    bibliography, problems = read_bibtex(PATH, text)

    assert bibliography.sources["a"].fields == {"title": "A", "year": "2001", "volume": "3"}
    assert len(problems) == 2


def test_strings_that_repeat_each_other_stay_small() -> None:
    """Ten strings of ten times the one before would be a text of ten thousand million signs."""
    bomb = ['@string{s0 = "aaaaaaaaaa"}']
    bomb += [f"@string{{s{n} = {' # '.join([f's{n - 1}'] * 10)}}}" for n in range(1, 10)]
    bibliography, problems = read_bibtex(PATH, "\n".join([*bomb, "@book{a, title = s9}"]))

    assert len(bibliography.sources["a"].fields["title"]) <= 100_000
    assert "is de tekst te lang" in problems[0].message


def test_a_part_takes_over_the_fields_of_its_book() -> None:
    """Crossref fills what is missing; the title of the whole becomes the title of the book."""
    text = (
        "@incollection{deel, title = {Deel}, author = {Vos, An}, crossref = {Boek}}\n"
        "@book{boek, title = {Boek}, editor = {Wit, Ko}, year = 2020, doi = {10.1/x}}\n"
    )
    bibliography, problems = read_bibtex(PATH, text)

    assert problems == []
    assert bibliography.sources["deel"].fields == {
        "title": "Deel",
        "author": "Vos, An",
        "crossref": "Boek",
        "booktitle": "Boek",
        "editor": "Wit, Ko",
        "year": "2020",
    }


def test_sources_that_refer_in_a_circle_end() -> None:
    """A crossref to itself, by way of another, takes over what it can and stops."""
    text = "@book{a, title = {A}, crossref = {b}}\n@book{b, year = 2020, crossref = {a}}\n"
    bibliography, _ = read_bibtex(PATH, text)

    assert bibliography.sources["a"].fields["year"] == "2020"
    assert bibliography.sources["b"].fields["year"] == "2020"
