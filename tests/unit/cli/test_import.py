"""`import` makes a valid file of a filled form, and nothing of a form that does not fit."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from commanding import run
from kennisbank.forms.issue_forms import asked_in_form
from our_kinds import Practice
from running import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

ANSWERS = {
    "Titel": "Samen de wijk in: een proef",
    "Samenvatting": "Medewerkers werken per wijk.\n\nZij regelen het zelf.",
    "Organisatie": "Gemeente 's-Hertogenbosch",
    "Sector": "Gemeente, ICT",
    "Voor wie": "_No response_",
    "Wat zij deden": "#### Eerst\n\n```\n### Titel\n```\n\n<script>alert(1)</script>\n- ---",
    "Wat er veranderde": "- Meer te zeggen [@jansen2020].\n2. Meer overleg [@jansen2020].",
    "Laat zien": "Een  MECHANISME, een-mechanism\n",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A library with one mechanism, 'Een mechanisme'."""
    example = REPOSITORY / "tests" / "examples" / "good" / "links-both-ways"
    return shutil.copytree(example, tmp_path / "library")


def body(answers: dict[str, str]) -> str:
    """Return the text of an issue, as GitHub writes it."""
    labels = [spec.title for spec in asked_in_form(Practice)]
    parts = (f"### {label}\n\n{answers.get(label, '_No response_')}\n" for label in labels)
    return "\r\n".join("\n".join(parts).split("\n"))


def imported(root: Path, text: str, *options: str) -> tuple[int, str]:
    """Return the code and what was said of the import of a text."""
    issue = root.parent / "issue.md"
    issue.write_bytes(text.encode())
    result = run("import", issue, "--root", root, *options)
    return result.exit_code, result.output


def test_a_filled_form_becomes_a_valid_file(root: Path) -> None:
    """Labels become values, titles become ids, and what was left empty is unknown."""
    code, output = imported(root, body(ANSWERS))
    path = root / "practices" / "samen-de-wijk-in-een-proef.yml"
    text = path.read_text(encoding="utf-8")

    assert (code, output) == (0, f"Gemaakt: {path}\n")
    assert 'title: "Samen de wijk in: een proef"\n' in text
    assert "sector:\n  - gemeente\n  - ict\n" in text
    assert "participants: onbekend\n" in text
    assert "results:\n  - Meer te zeggen [@jansen2020].\n  - Meer overleg" in text
    assert "  #### Eerst\n\n  ```\n  ### Titel\n  ```\n\n  <script>" in text
    assert "mechanisms:\n  - een-mechanism\n" in text
    assert "methods:" not in text
    assert run("check", root).exit_code == 0
    run("check", "--fix", root)
    assert path.read_text(encoding="utf-8") == text
    assert "bestaat al" in imported(root, body(ANSWERS))[1]


def test_text_above_all_answers_is_not_lost_in_silence(root: Path) -> None:
    """Whoever writes above the first heading reads that it would go nowhere."""
    code, output = imported(root, f"\nDit is belangrijk.\n\n{body(ANSWERS)}")

    assert code == 1
    assert "issue.md:2:1: unseen-text: deze tekst staat boven het eerste antwoord" in output
    assert not (root / "practices" / "samen-de-wijk-in-een-proef.yml").exists()


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"Titel": "_No response_"}, "geen titel waar een bestandsnaam van te maken is"),
        ({"Titel": "../../.."}, "geen titel waar een bestandsnaam van te maken is"),
        ({"Samenvatting": "woord " * 61}, "issue.md:5:1: wrong-type: ‘Samenvatting’ (veld"),
        ({"Sector": "Landbouw"}, "kent 'Landbouw' niet"),
        ({"Laat zien": "Een mechaniek"}, "broken-link: mechanisme"),
        ({"Wat zij deden": "x\n\n### Organisatie\n\nAndere"}, "'Organisatie' staat er twee keer."),
        ({"Wat zij deden": "_No response_"}, "missing-field: ‘Wat zij deden’ (veld 'actions')"),
        ({"Wat zij deden": "tekst\u202e"}, "hidden-character"),
        ({"Wat zij deden": "x" * 20_001}, "wrong-type: ‘Wat zij deden’ (veld 'actions')"),
        ({"Wat zij deden": "x" * 300_000}, "too-large"),
        ({"Wat zij deden": "Zie [[method:nergens]]."}, "broken-link: methode 'nergens'"),
    ],
)  # fmt: skip
def test_an_answer_that_does_not_fit_is_told_and_nothing_is_written(
    root: Path, change: dict[str, str], message: str
) -> None:
    """Each problem has the line of its answer in the issue."""
    before = sorted(root.rglob("*"))
    code, output = imported(root, body(ANSWERS | change))

    assert code in {1, 2}
    assert message in " ".join(output.split())
    assert sorted(root.rglob("*")) == before


def test_headings_in_any_order_and_language(root: Path) -> None:
    """Order is free; a label that someone translated leaves its field empty."""
    text = body(ANSWERS)
    first, second = text.index("### Titel"), text.index("### Samenvatting")
    moved = f"{text[:first]}{text[second:]}\r\n{text[first:second]}"

    assert "missing-field: ‘Organisatie’ (veld 'organisation')" in " ".join(
        imported(root, text.replace("### Organisatie", "### Organisation"))[1].split()
    )
    assert imported(root, moved)[0] == 0


def test_a_draft_is_written_with_its_problems(root: Path) -> None:
    """Who asks for it gets the file to finish by hand, and still hears what is wrong."""
    code, output = imported(root, body(ANSWERS | {"Sector": "Landbouw"}), "--draft")

    assert code == 1
    assert "kent 'Landbouw' niet" in output
    text = (root / "practices" / "samen-de-wijk-in-een-proef.yml").read_text(encoding="utf-8")
    assert "  - Landbouw\n" in text


@pytest.mark.parametrize("options", [(), ("--draft",)])
def test_what_is_personal_in_a_name_is_never_written(root: Path, options: tuple[str, ...]) -> None:
    """A draft has the names that are names; the others are told, and stand in no file."""
    names = "- Aisha de Vries\n- jo@voorbeeld.nl\n- Jo (0612345678)\n- jo at voorbeeld punt nl"
    code, output = imported(root, body(ANSWERS | {"Met dank aan": names}), *options)
    written = "".join(path.read_text(encoding="utf-8") for path in root.rglob("*.yml"))

    assert code == 1
    assert output.count("wrong-type: ‘Met dank aan’ (veld 'contributors', punt") == 3
    assert ("  - Aisha de Vries\n" in written) is bool(options)
    assert not any(one in written for one in ("jo@", "0612345678", "jo at voorbeeld"))


def test_a_draft_without_a_single_name_thanks_nobody(root: Path) -> None:
    """An empty list would be a mistake of its own."""
    imported(root, body(ANSWERS | {"Met dank aan": "- jo@voorbeeld.nl"}), "--draft")
    path = root / "practices" / "samen-de-wijk-in-een-proef.yml"

    assert "contributors" not in path.read_text(encoding="utf-8")


def test_what_is_personal_in_an_answer_is_a_warning_with_its_line(root: Path) -> None:
    """The file is made, and whoever makes it reads what to look at."""
    code, output = imported(root, body(ANSWERS | {"Wat zij deden": "Bel Jo op 06-12345678."}))

    assert code == 0
    assert re.search(r"issue.md:\d+:1: personal-data: hier staat een telefoonnummer", output)
