"""One list of problems in three forms."""

from __future__ import annotations

import json
from pathlib import PurePosixPath

import click
import pytest

from kennisbank.problems import Location, Problem, Severity
from kennisbank.reports import as_github, as_json, as_text

PROBLEM = Problem(
    Location(PurePosixPath("methods/a.yml"), 2, 8), "broken-link", "bestaat niet.", "Bedoelde u b?"
)
ANNOTATION = (
    "::error file=methods/a.yml,line=2,col=8,title=broken-link::bestaat niet. Bedoelde u b?"
)
WARNING = Problem(Location(PurePosixPath("b.yml")), "orphan", "los.", "", Severity.WARNING)
ADVICE = Problem(Location(PurePosixPath("c.yml")), "stiff-word", "stijf.", "", Severity.ADVICE)


def plain(problems: list[Problem], line: str) -> list[str]:
    """Return the text report without colour, line by line."""
    return click.unstyle(as_text(problems, lambda _path, _number: line)).split("\n")


def test_text_quotes_the_line_with_a_marker_under_the_place() -> None:
    """A person sees where to look, and the count at the end."""
    expected = [
        "methods/a.yml:2:8: broken-link: bestaat niet. Bedoelde u b?",
        "    2 | links: x",
        "      |        ^",
        "",
        "1 fout",
    ]

    assert expected == plain([PROBLEM], "links: x")


def test_the_marker_stays_under_the_place_in_a_long_line() -> None:
    """Only the part of the line around the place is shown."""
    place = Location(PurePosixPath("a.yml"), 1, 301)
    shown = plain([Problem(place, "x", "y")], "a" * 300 + "HIER" + "b" * 300)

    assert shown[1][shown[2].index("^")] == "H"
    assert len(shown[1]) < 120


def test_text_counts_each_severity_apart() -> None:
    """Singular and plural are right."""
    assert plain([PROBLEM, PROBLEM, WARNING], "")[-1] == "2 fouten en 1 waarschuwing"
    three = [PROBLEM, WARNING, WARNING, ADVICE]
    assert plain(three, "")[-1] == "1 fout, 2 waarschuwingen en 1 advies"
    assert plain([ADVICE, ADVICE], "")[-1] == "2 adviezen"
    assert plain([], "") == ["Alles klopt."]


def test_a_terminal_never_obeys_what_a_file_says() -> None:
    """Control characters in a message or line are spelt out."""
    hostile = Problem(PROBLEM.location, "x", "rood\x1b[31m")

    assert "\x1b" not in "".join(plain([hostile], "regel\x1b[2J\x07"))


@pytest.mark.parametrize(
    ("problem", "expected"),
    [
        (
            PROBLEM,
            ANNOTATION,
        ),
        (WARNING, "::warning file=b.yml,line=1,col=1,title=orphan::los."),
        (ADVICE, "::notice file=c.yml,line=1,col=1,title=stiff-word::stijf."),
        (
            Problem(Location(PurePosixPath("a:b,c%.yml")), "x", "100%\n::add-mask::ge\rheim"),
            "::error file=a%3Ab%2Cc%25.yml,line=1,col=1,title=x::100%25%0A::add-mask::ge\\x0dheim",
        ),
    ],
)
def test_an_annotation_cannot_hold_a_command(problem: Problem, expected: str) -> None:
    """Everything that GitHub would read as a command is encoded."""
    assert expected == as_github([problem])
    assert "\n" not in as_github([problem])


def test_json_is_a_list_of_objects() -> None:
    """Programs get the fields that the design names."""
    expected = {
        "path": "methods/a.yml",
        "line": 2,
        "column": 8,
        "code": "broken-link",
        "severity": "error",
        "message": "bestaat niet.",
        "hint": "Bedoelde u b?",
    }

    assert [expected] == json.loads(as_json([PROBLEM]))
    assert json.loads(as_json([])) == []
