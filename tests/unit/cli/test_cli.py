"""The command speaks Dutch, leaves with a code that says how it went, and spares what is there."""

from __future__ import annotations

import inspect
import json
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from click import core, decorators, exceptions, formatting, parser, types

from commanding import name_on_a_page, run
from kennisbank.cli import COMMANDS, OF_CLICK
from library_files import write_files
from our_kinds import KINDS
from running import REPOSITORY
from terminal import on_terminal

if TYPE_CHECKING:
    from pathlib import Path

GOOD = """\
title: Leercultuur
summary: Hoe gewoon het is om te leren.
reviewed: 2026-11-24
definition: Leren hoort erbij.
"""
COMMAND = [sys.executable, "-m", "kennisbank"]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a library with one valid term."""
    name_on_a_page(tmp_path, "[[term:leercultuur]]")
    return write_files(tmp_path, {"terms/leercultuur.yml": GOOD})


def break_entry(root: Path) -> None:
    """Misspell a field of the term."""
    path = root / "terms" / "leercultuur.yml"
    path.write_text(GOOD.replace("reviewed", "reviewd"), encoding="utf-8")


def test_check_of_a_good_library_leaves_with_0(root: Path) -> None:
    """Nothing wrong is one friendly line."""
    result = run("check", root)
    assert (result.exit_code, result.stdout) == (0, "Alles klopt.\n")


def test_check_shows_the_line_of_each_problem(root: Path) -> None:
    """A problem has its place, its line and a marker; errors leave with 1."""
    break_entry(root)
    result = run("check", root)
    assert result.exit_code == 1
    assert "terms/leercultuur.yml:3:1: unknown-field:" in result.stdout
    assert "    3 | reviewd: 2026-11-24\n      | ^\n" in result.stdout
    assert result.stdout.endswith("1 fout\n")


def test_warnings_alone_leave_with_0(root: Path) -> None:
    """A page without relations is worth a look, not a reason to stop."""
    name_on_a_page(root, "niets")
    result = run("check", root)
    assert result.exit_code == 0
    assert "1 waarschuwing" in result.stdout


def test_check_as_json_is_a_list_of_problems(root: Path) -> None:
    """A program reads path, line, column, code, severity, message and hint."""
    break_entry(root)
    (problem,) = json.loads(run("check", root, "--format", "json").stdout)
    place = [problem[name] for name in ("path", "line", "column", "code", "severity")]
    assert place == ["terms/leercultuur.yml", 3, 1, "unknown-field", "error"]
    assert problem["message"]
    assert problem["hint"] == "Bedoelde u 'reviewed'?"


def test_check_as_github_says_nothing_when_all_is_well(root: Path) -> None:
    """GitHub gets an annotation for each problem and not a line more."""
    assert run("check", root, "--format", "github").stdout == ""
    break_entry(root)
    output = run("check", root, "--format", "github").stdout
    assert output.startswith(
        "::error file=terms/leercultuur.yml,line=3,col=1,title=unknown-field::"
    )


def make_stiff(root: Path) -> None:
    """Put a stiff word in the term."""
    text = GOOD.replace("erbij", "er tevens bij")
    (root / "terms" / "leercultuur.yml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("text", "    4 | definition: Leren hoort er tevens bij.\n"),
        ("text", "\n1 advies\n"),
        ("github", "::notice file=terms/leercultuur.yml,line=4,col=28,title=stiff-word::'tevens'"),
        ("json", '"severity": "advice"'),
    ],
)
def test_advice_on_language_comes_in_every_form_and_is_no_fault(
    root: Path, form: str, expected: str
) -> None:
    """Advice has its place like a problem, and leaves with 0."""
    make_stiff(root)
    result = run("check", root, "--language", "--format", form)
    assert result.exit_code == 0
    assert expected in result.stdout


def test_advice_on_language_is_given_only_when_asked_for(root: Path) -> None:
    """What stops a publication and what could be said better stay apart."""
    make_stiff(root)
    assert run("check", root).stdout == "Alles klopt.\n"


def test_advice_hides_no_error(root: Path) -> None:
    """With advice asked for, an error still leaves with 1."""
    break_entry(root)
    assert run("check", root, "--language").exit_code == 1


def test_check_shows_no_line_of_a_file_elsewhere(root: Path) -> None:
    """A link out of the library is a problem, and what it leads to stays unseen."""
    secret = root / "secret.txt"
    secret.write_text("geheim\n", encoding="utf-8")
    (root / "terms" / "geheim.yml").symlink_to(secret)
    result = run("check", root)
    assert "terms/geheim.yml:1:1: bad-file:" in result.stdout
    assert " | " not in result.stdout


@pytest.mark.parametrize("word", ["term", "Begrip", "BEGRIP", "Term"])
def test_new_takes_english_and_dutch_names(root: Path, word: str) -> None:
    """A kind may be named as in the files or as on the site."""
    result = run("new", word, "Leren: een begin", "--root", root)
    path = root / "terms" / "leren-een-begin.yml"
    assert result.exit_code == 0
    assert result.stdout.startswith(f"Gemaakt: {path}\n")
    assert path.read_text(encoding="utf-8").startswith("# yaml-language-server: $schema=../docs/")


def test_new_makes_the_folder_of_a_kind(root: Path) -> None:
    """The first entry of a kind needs no folder beforehand."""
    assert run("new", "doelgroep", "Starters", "--root", root).exit_code == 0
    assert (root / "target-groups" / "starters.yml").is_file()


def test_new_never_overwrites(root: Path) -> None:
    """A file that is there stays as it is."""
    result = run("new", "term", "Leercultuur", "--root", root)
    assert result.exit_code == 2
    assert "bestaat al" in result.stderr
    assert (root / "terms" / "leercultuur.yml").read_text(encoding="utf-8") == GOOD


@pytest.mark.parametrize(
    ("title", "message"),
    [
        ("!", "geen bestandsnaam"),
        ("onbekend", "mag niet 'onbekend' zijn"),
        ("een\ntwee", "op één regel"),
        ("pieep\a", "onzichtbaar teken"),
        ("woord " * 40, "telt 239 tekens"),
    ],
)
def test_new_refuses_a_title_that_can_be_none(root: Path, title: str, message: str) -> None:
    """A title that the check would refuse makes no file."""
    result = run("new", "term", title, "--root", root)
    assert result.exit_code == 2
    assert message in result.stderr
    assert len(list((root / "terms").iterdir())) == 1


def test_schema_writes_what_differs(root: Path) -> None:
    """Schemas are written once; a check tells when one is stale and leaves it alone."""
    assert run("schema", "--root", root).stdout.count("Vernieuwd:") == len(KINDS) + 7
    assert run("schema", "--root", root).stdout == "Alle schema's en formulieren kloppen.\n"
    path = root / "docs" / "schemas" / "term.json"
    path.write_text("{}", encoding="utf-8")
    result = run("schema", "--check", "--root", root)
    assert result.exit_code == 1
    assert f"Verouderd: {path}\n" in result.stdout
    assert path.read_text(encoding="utf-8") == "{}"
    assert len(list(path.parent.iterdir())) == len(KINDS) + 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["chek"], "De opdracht 'chek' bestaat niet. Bedoelde u"),
        (["check", "--fromat", "x"], "De optie '--fromat' bestaat niet. Bedoelde u '--format'?"),
        (["check", "--format"], "Achter de optie '--format' hoort een waarde."),
        (["check", "--format", "xml"], "'xml' kan niet. Kies uit: 'text', 'github', 'json'."),
        (["check", "nergens"], "'nergens' bestaat niet."),
        (["check", __file__], "is een bestand, geen map."),
        (["check", ".", "twee"], "Dit is te veel: twee."),
        (["new"], "Er ontbreekt 'SOORT'."),
        (["new", "term"], "Er ontbreekt 'TITEL'."),
        (["new", "methdoe", "X", "--root", "."], "Bedoelde u 'methode'?"),
        (["new", "xyzzy", "X"], "Kies uit: mechanisme, methode, doelgroep,"),
        (["schema", "--check=ja"], "Achter de optie '--check' hoort geen waarde."),
        (["--"], "Er ontbreekt een opdracht."),
    ],
)
def test_wrong_use_is_told_in_dutch(arguments: list[str], message: str) -> None:
    """Each way of wrong use leaves with 2 and says in Dutch what is wrong."""
    result = run(*arguments)
    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stdout == ""
    assert not re.search(r"\b(Usage|Error|Try|option|argument|Invalid)\b", result.stderr)


def test_folder_without_library_is_wrong_use(tmp_path: Path) -> None:
    """A folder without mkdocs.yml and without entries is no library."""
    result = run("check", tmp_path)
    assert result.exit_code == 2
    assert "staat geen bibliotheek" in result.stderr
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Proef\ntheme: material\nplugins: [kennisbank]\n"
    )
    assert run("check", tmp_path).exit_code == 0


def test_below_a_library_the_message_says_where_it_is(tmp_path: Path) -> None:
    """Who stands in the folder of a kind is told where to go."""
    (tmp_path / "mkdocs.yml").touch()
    (tmp_path / "terms").mkdir()
    result = run("check", tmp_path / "terms")

    assert result.exit_code == 2
    assert f"de bibliotheek staat hierboven. Ga naar {tmp_path.resolve()}." in result.stderr


@pytest.mark.parametrize(
    "command",
    [[], ["check"], ["new"], ["references"], ["rename"], ["import"], ["cite"], ["schema"]],
)
def test_help_is_dutch(command: list[str]) -> None:
    """No heading or standard text of the help is left in English."""
    text = run(*command, "--help").stdout
    assert text.startswith("Gebruik: ")
    assert "Toon deze uitleg." in text
    english = r"\b(Usage|Options?|Commands?|Show|default|required|ARGS|OPTIONS|Arguments?)\b"
    assert not re.search(english, text)


@pytest.mark.parametrize("english", OF_CLICK)
def test_click_still_says_what_we_translate(english: str) -> None:
    """A new version of click that words a text differently is noticed."""
    modules = (core, decorators, exceptions, formatting, parser, types)
    assert any(f'"{english}"' in inspect.getsource(module) for module in modules)


def test_program_runs_by_itself(root: Path) -> None:
    """`python -m kennisbank` checks the folder it is started in, without colour in a pipe."""
    break_entry(root)
    done = subprocess.run([*COMMAND, "check"], cwd=root, capture_output=True, check=False)
    assert done.returncode == 1
    assert done.stdout.startswith(b"terms/leercultuur.yml:3:1: unknown-field:")
    assert done.stderr == b""


def test_output_that_cannot_be_written_is_told(root: Path) -> None:
    """On a full disk the message says so, and names no file that is not known."""
    with open("/dev/full", "w", encoding="utf-8") as full:  # noqa: PTH123 - no path to work with
        program = [sys.executable, "-m", "kennisbank", "check", str(root)]
        done = subprocess.run(program, stdout=full, stderr=subprocess.PIPE, text=True, check=False)

    assert done.returncode == 2
    assert done.stderr == "Fout: lezen of schrijven is mislukt (de schijf is vol).\n"


def test_reader_that_stops_early_gets_no_traceback(root: Path) -> None:
    """A closed pipe ends the command quietly."""
    break_entry(root)
    command = subprocess.Popen(
        [*COMMAND, "check", str(root)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert command.stdout
    command.stdout.close()
    assert command.stderr
    with command.stderr as errors:
        assert errors.read() == b""
    command.wait(timeout=30)


@pytest.mark.parametrize(("no_color", "coloured"), [("", True), ("1", False)])
def test_colour_is_for_terminals_and_can_be_refused(
    root: Path, no_color: str, coloured: bool
) -> None:
    """A terminal shows colour, unless NO_COLOR is set."""
    break_entry(root)
    environment = {**os.environ, "NO_COLOR": no_color, "TERM": "xterm"}
    output, _ = on_terminal([*COMMAND, "check", str(root)], environment)
    assert (b"\x1b[" in output) is coloured


def test_long_check_shows_progress_and_stops_quietly(root: Path) -> None:
    """Over 300 files a terminal tells what is going on; Ctrl-C leaves with 130 and no traceback."""
    for number in range(1500):
        (root / "terms" / f"begrip-{number}.yml").write_text(GOOD, encoding="utf-8")
    output, code = on_terminal([*COMMAND, "check", str(root)], dict(os.environ), stop_at=b"lezen")
    assert b"1501 bestanden lezen" in output
    assert b"Traceback" not in output
    assert code == 130


def test_every_command_tells_its_help_in_the_language_of_each_library() -> None:
    """Also where another library was asked first in the same program."""
    english = REPOSITORY / "tests" / "examples" / "good" / "secure-delivery"
    for name in COMMANDS:
        dutch, said = (run(name, *folder, "--help").output for folder in ([], [english]))

        assert dutch.splitlines()[2] != said.splitlines()[2], name
        assert "[OPTIES]" in dutch, name
        assert "[OPTIONS]" in said, name


def test_help_and_errors_follow_the_language_of_the_library(tmp_path: Path) -> None:
    """What is asked, what click says and what a check finds are in one language."""
    configuration = (
        "language: en\nkinds:\n  word:\n    folder: words\n    address: words\n"
        "    label: [Word, Words, What words mean.]\n"
        "    fields:\n      meaning: {is: definition, title: Meaning}\n"
    )
    root = write_files(tmp_path, {"kennisbank.yml": configuration, "words/x.yml": "title: X\n"})

    assert "Mend" not in run("check", "--help").output
    assert "First mend what needs no choice" in run("check", str(root), "--help").output
    assert run("new", "--root", str(root), "--nope").output.splitlines()[-1] == (
        "Error: No such option '--nope'."
    )
    assert "‘Meaning’ (field 'meaning') is missing." in run("check", str(root)).output
