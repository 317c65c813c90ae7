"""A repair changes how an entry is written, never what it says; remarks go with their field."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entry_values import ITEMS, NAMES
from kennisbank.fields.repairing import Repair, repair
from kennisbank.fields.writing import entry_text
from kennisbank.reading.yaml_document import read_yaml
from our_kinds import Method


def repaired(text: str) -> Repair:
    """Return the repair of a method's text that can be read."""
    document, problems = read_yaml(PurePosixPath("entry.yml"), text)
    assert document, problems
    return repair(Method, document)


UNTIDY = """\
# yaml-language-server: $schema=../docs/schemas/method.json
# Over de samenvatting

# Nog even navragen bij HR
summary: 'Kort.'   # later langer
# Waarom dit de naam is
title: "Jobcrafting"\x20\x20
findings:
  # Uit het jaarverslag
  - found: |
      Twee regels,  \n      # geen opmerking
    # de bron is vrij
    source: jansen2020
    outcome: 'leren'
      # over het leren
  - outcome: leren
    source: 'No'

reviewed: 2026-11-25
aliases: ['een, twee', "drie" ]
# Slot


"""
TIDY = """\
# yaml-language-server: $schema=../docs/schemas/method.json
# Over de samenvatting

# Waarom dit de naam is
title: Jobcrafting
# Nog even navragen bij HR
summary: Kort.   # later langer
aliases: ['een, twee', "drie" ]

reviewed: 2026-11-25
findings:
  # Uit het jaarverslag
  - outcome: leren
      # over het leren
    found: |
      Twee regels,  \n      # geen opmerking
    # de bron is vrij
    source: jansen2020
  - outcome: leren
    source: "No"
# Slot
"""


def test_a_repair_mends_order_quotes_blanks_and_the_end() -> None:
    """Remarks and empty lines stay with their field, and a block keeps its blanks."""
    found = repaired(UNTIDY)

    assert found.text == TIDY
    assert found.mended == (
        "end of the file",
        "order of the fields",
        "quotation marks",
        "spaces at the end of a line",
    )


def test_a_second_repair_finds_nothing() -> None:
    """What is tidy stays as it is, also where a blank was in the way of the order."""
    blank = "title: A\nsummary: >-\n  Kort.\n\n  \t\nreviewed: 2026-11-25\naliases:\n  - x\n"
    once = repaired(blank).text

    assert repaired(TIDY) == Repair(TIDY, ())
    assert once.index("aliases") < once.index("reviewed")
    assert repaired(once) == Repair(once, ())


@given(st.dictionaries(NAMES, ITEMS | st.none(), min_size=1, max_size=4))
def test_what_we_write_needs_no_repair(values: dict[str, object]) -> None:
    """The form and the commands write a text that stays byte for byte."""
    text = entry_text(Method, values)

    assert repaired(text).text == text


LINES = st.lists(
    st.sampled_from([
        "title: Een", "summary: >-", "  tekst  ", "  'tekst'", "", "# los", "  # diep", "aliases:",
        "  - 'een'", '  - "a: b"', "- x", "steps: [a, 'b']", "roles:", "  - task: iets ",
        "    role: hr", "  - role: hr", "    # bij de taak", "goal: |+", "level: 'een", "  twee'  ",
        "? goal", ": x", "people:", "  a: 'b'\t", 'kleur: "\\t"', "- - task: x", "    goal: y",
    ]),
    max_size=14,
)  # fmt: skip


@given(LINES)
def test_a_repair_never_changes_a_value(lines: list[str]) -> None:
    """Whatever stands in a file: same values, every remark kept, and once is enough."""
    text = "\n".join(lines)
    document, _ = read_yaml(PurePosixPath("entry.yml"), text)
    if document is None:
        return
    better = repair(Method, document).text
    after, _ = read_yaml(PurePosixPath("entry.yml"), better)

    assert after
    assert after.value == document.value
    assert better.count("#") == text.count("#")
    assert repair(Method, after) == Repair(better, ())


@pytest.mark.parametrize(
    "text", ["roles: [{task: iets, role: hr}]\n", "title: Een\nsummary: 'over\n  twee regels'\n"]
)
def test_what_is_written_in_a_rare_way_stays(text: str) -> None:
    """A repair that is not sure leaves the text alone."""
    assert repaired(text) == Repair(text, ())
