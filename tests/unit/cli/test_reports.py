"""One list of problems in three forms."""

from __future__ import annotations

import json
from pathlib import PurePosixPath

import click
import pytest

from kennisbank.checks import orphan
from kennisbank.cli.output import as_github, as_json, as_text
from kennisbank.invisible_characters import HIDDEN
from kennisbank.problems import LONGEST_MESSAGE, Location, Problem, Severity

PROBLEM = Problem(
    Location(PurePosixPath("methods/a.yml"), 2, 8), "broken-link", "bestaat niet.", "Bedoelde u b?"
)
ANNOTATION = (
    "::error file=methods/a.yml,line=2,col=8,title=broken-link::bestaat niet. Bedoelde u b?"
)
WARNING = orphan.RULE.problem(Location(PurePosixPath("b.yml")), "los.")
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


def test_a_page_of_text_in_a_message_is_cut_in_the_middle() -> None:
    """Where a whole page was pasted for a word, its start and the end of the sentence tell that."""
    problem = orphan.RULE.problem(PROBLEM.location, f"kent '{'lang ' * 9_000}' niet.")

    assert problem.message.startswith("kent 'lang lang ")
    assert problem.message.endswith("lang ' niet.")
    assert len(problem.message) < LONGEST_MESSAGE + 5


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


@pytest.mark.parametrize("hidden", ["\x1b[31m", "\x07", "\x9b2J", "\u202e", "\udce9", "\u200b"])
def test_a_terminal_never_obeys_what_a_file_says(hidden: str) -> None:
    """Control characters in a path, a message or a line are spelt out, in every form."""
    place = Location(PurePosixPath(f"methods/{hidden}.yml"))
    hostile = Problem(place, "x", f"rood {hidden}", f"weg {hidden}")
    said = [
        "\n".join(plain([hostile], f"regel {hidden}")),
        as_github([hostile]),
        as_json([hostile]),
    ]

    assert [form for form in said if HIDDEN.search(form)] == []
    assert json.loads(said[2])[0]["message"] == hostile.message


@pytest.mark.parametrize("command", ["::error::x", "::add-mask::de", "  ::stop-commands::x"])
def test_a_report_holds_no_command_of_others(command: str) -> None:
    """No line of a report but our own annotations starts as a command of GitHub."""
    place = Location(PurePosixPath(f"{command}\n{command}.yml"))
    hostile = Problem(place, "x", f"{command}\n{command}", f"{command}\n{command}")
    text = "\n".join(plain([hostile], command)) + as_json([hostile])

    assert [line for line in text.split("\n") if line.lstrip().startswith("::")] == []
    assert as_github([hostile]).count("\n") == 0
    assert as_github([hostile]).startswith("::error file=")


def test_the_old_form_of_a_command_is_broken_up() -> None:
    """GitHub looks for it anywhere in a line, so no form shows it whole."""
    hostile = Problem(PROBLEM.location, "x", "a ##[add-mask]b")
    said = ["\n".join(plain([hostile], "c ##[error]d")), as_github([hostile]), as_json([hostile])]

    assert [form for form in said if "##[" in form] == []
    assert json.loads(said[2])[0]["message"] == hostile.message


@pytest.mark.parametrize(
    ("problem", "expected"),
    [
        (PROBLEM, ANNOTATION),
        (WARNING, f"::warning file=b.yml,line=1,col=1,title=orphan::los. {orphan.RULE.advice}"),
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
