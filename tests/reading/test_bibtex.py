"""Nothing in references.bib is lost without a word."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from kennisbank.reading.bibtex import read_bibtex

PATH = PurePosixPath("references.bib")
GOOD = "@book{goed,\n  title = {Goed},\n  year = {2001},\n}\n"


@pytest.mark.parametrize(
    ("text", "expected", "unreadable"),
    [
        (GOOD, [], set()),
        (
            GOOD + "@book{goed,\n  title = {Weer},\n}\n",
            ["references.bib:5:1: duplicate-source: de sleutel 'goed' staat ook al op regel 1."],
            set(),
        ),
        (
            "@book{a, title = {A}}\n@book{A, title = {B}}\n",
            ["references.bib:2:1: bib-syntax: de sleutel 'A' kan geen adres worden."],
            {"A"},
        ),
        (
            "@book{a,\n  title = {A},\n  title = {B},\n}\n",
            ["references.bib:1:1: bib-syntax: in 'a' staat het veld 'title' twee keer."],
            {"a"},
        ),
        (
            "@book{a,\n  title = {A}\n  year = {2001},\n}\n",
            ["references.bib:1:1: bib-syntax: in 'a' ontbreekt een komma na het veld 'title'."],
            {"a"},
        ),
        (
            "@book{a b,\n  title = {A},\n}\n",
            ["references.bib:1:1: bib-syntax: de sleutel 'a b' kan geen adres worden."],
            {"a b"},
        ),
        (
            "@book{open,\n  title = {A,\n}\n" + GOOD,
            ["references.bib:1:1: bib-syntax: 'open' is niet te lezen."],
            {"open"},
        ),
        (
            "@book{a title = {A}}\n",
            ["references.bib:1:1: bib-syntax: 'a' is niet te lezen."],
            {"a"},
        ),
    ],
)
def test_each_fault_is_reported_with_line_and_reason(
    text: str, expected: list[str], unreadable: set[str]
) -> None:
    """A block that fails has its line, its key and what to do."""
    bibliography, problems = read_bibtex(PATH, text)

    assert len(expected) == len(problems)
    for start, problem in zip(expected, problems, strict=True):
        assert str(problem).startswith(start)
        assert problem.hint
    assert bibliography.unreadable == unreadable


def test_a_source_has_its_fields_and_place() -> None:
    """Fields lose their outer braces and keep the inner ones, which protect names."""
    text = "% uitleg\n\n@Report{tno2021,\n  author = {{TNO}},\n  Title = {Een  werk},\n}\n"
    bibliography, _ = read_bibtex(PATH, text)
    source = bibliography.sources["tno2021"]

    assert (source.type, source.location.line) == ("report", 3)
    assert source.fields == {"author": "{TNO}", "title": "Een  werk"}
