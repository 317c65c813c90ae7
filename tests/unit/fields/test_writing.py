"""What is written reads back as the same values, in one form that a form can write, too."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entry_values import ITEMS, NAMES
from kennisbank.fields.writing import entry_text
from kennisbank.reading.yaml_document import read_yaml
from our_kinds import KINDS, Method, Term
from running import REPOSITORY


def read(text: str) -> dict[str, object]:
    """Return the values of a file."""
    document, problems = read_yaml(PurePosixPath("entry.yml"), text)
    assert document, (problems, text)
    return document.value


@given(st.dictionaries(NAMES, ITEMS | st.none(), min_size=1, max_size=4))
def test_any_values_read_back_as_they_were(values: dict[str, object]) -> None:
    """Whatever a text holds, the file holds the same, and is written the same a second time."""
    text = entry_text(Method, values)

    assert read(text) == values
    assert entry_text(Method, read(text)) == text


def test_every_entry_of_the_library_reads_back() -> None:
    """The values of real entries survive."""
    changed = []
    for kind in KINDS:
        for path in sorted((REPOSITORY / kind.folder).glob("*.yml")):
            values = read(path.read_text(encoding="utf-8"))
            if read(entry_text(kind, values)) != values:
                changed.append(path.name)

    assert changed == []


LONG = (
    "Een zin die langer is dan de regel en dus niet in zijn geheel "
    "achter de naam van het veld past."
)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Jobcrafting", "title: Jobcrafting"),
        ("’s Ochtends in ’s-Hertogenbosch: 50 %", 'title: "’s Ochtends in ’s-Hertogenbosch: 50 %"'),
        ("'s-Hertogenbosch", "title: \"'s-Hertogenbosch\""),
        ("Foto's, IJ, é – en € 5", "title: Foto's, IJ, é – en € 5"),
        ("de 'AVG'-regels", "title: de 'AVG'-regels"),
        ('"AVG": uitleg', 'title: "\\"AVG\\": uitleg"'),
        ("Zie https://voorbeeld.nl/#deel", "title: Zie https://voorbeeld.nl/#deel"),
        ("C# en nummer #1", 'title: "C# en nummer #1"'),
        ("@karasek1979 zegt dit", 'title: "@karasek1979 zegt dit"'),
        ("[@karasek1979]", 'title: "[@karasek1979]"'),
        ("Zie [[term:leren]] [@a, p. 3]", "title: Zie [[term:leren]] [@a, p. 3]"),
        ("- punt", 'title: "- punt"'),
        ("-3.5", "title: -3.5"),
        ("2026-11-25", "title: 2026-11-25"),
        ("No", 'title: "No"'),
        ("Waarom:", 'title: "Waarom:"'),
        ("", 'title: ""'),
        (None, "title:"),
        ((), "title: []"),
        ("een\ttab", 'title: "een\\ttab"'),
        (" blank", 'title: " blank"'),
        (LONG, f"title: >-\n  {LONG}"),
        (
            f"{LONG} {LONG}",
            f"title: >-\n  {LONG}\n  {LONG}",
        ),
        ("Een.\n\nTwee.", "title: >-\n  Een.\n\n  Twee."),
        ("- een\n  - twee\n\n- drie", "title: |-\n  - een\n    - twee\n\n  - drie"),
        ("een  \ntwee", 'title: "een  \\ntwee"'),
        (f"Twee  spaties. {LONG}", f"title: |-\n  Twee  spaties. {LONG}"),
        (f"https://voorbeeld.nl/{'a' * 100}", f"title: https://voorbeeld.nl/{'a' * 100}"),
        (("een", "twee: drie"), 'title:\n  - een\n  - "twee: drie"'),
        ((f"Ja: {LONG}",), f"title:\n  - >-\n    Ja: {LONG[:-6]}\n    past."),
    ],
)  # fmt: skip
def test_each_rule_has_its_form(value: object, expected: str) -> None:
    """One value has one form."""
    head, _, body = entry_text(Term, {"title": value}).partition("\n")

    assert head == "# yaml-language-server: $schema=../docs/schemas/term.json"
    assert body == f"{expected}\n"
    assert read(f"{head}\n{body}")["title"] == value


def test_a_hidden_character_stays_visible_and_is_refused() -> None:
    """It is written by its number, so that a reviewer sees it and the reader says no."""
    text = entry_text(Term, {"title": "een\u200bteken"})

    assert text.endswith('title: "een\\u200bteken"\n')
    assert read_yaml(PurePosixPath("entry.yml"), text)[0] is None


def test_fields_follow_in_the_order_of_the_model() -> None:
    """In groups, too; a field that the model does not know stands last."""
    finding = {"source": "jansen2020", "kleur": "rood", "outcome": "leren"}
    values = {"findings": (finding, {"found": "Een.\n\nTwee."}), "kleur": {"b": "1"}, "title": "X"}

    assert entry_text(Method, values).splitlines()[1:] == [
        "title: X",
        "findings:",
        "  - outcome: leren",
        "    source: jansen2020",
        "    kleur: rood",
        "  - found: >-",
        "      Een.",
        "",
        "      Twee.",
        "kleur:",
        "  b: 1",
    ]
