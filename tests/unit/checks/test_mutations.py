"""200 ways to break one thing in a good entry are caught where they stand; right Dutch is not."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import pytest

from breaking import Breaker, Broken
from kennisbank.checks import check_library
from kennisbank.fields.validation import validate
from kennisbank.fields.writing import entry_text
from kennisbank.library.library import EntryFile, EntryKey
from kennisbank.library.loading import load_library
from kennisbank.problems import Problem
from kennisbank.reading.text_file import decode
from kennisbank.reading.yaml_document import read_yaml
from our_kinds import KINDS, Term
from running import REPOSITORY

if TYPE_CHECKING:
    from kennisbank.fields.base import Entry
    from kennisbank.library.library import Library

COUNT = 200
CAUGHT = 0.98


@cache
def library() -> Library:
    """A small library with an entry of every kind."""
    return load_library(REPOSITORY / "tests" / "examples" / "good" / "links-both-ways")[0]


def problems_of(kind: type[Entry], text: str, name: str) -> list[Problem]:
    """Return what the check says of one entry, in the place of the one with that name."""
    path = PurePosixPath(kind.folder, f"{name}.yml")
    read = decode(text.encode(), path)
    if isinstance(read, Problem):
        return [read]
    document, problems = read_yaml(path, read)
    if document is None:
        return problems
    entry, faults = validate(kind, document.value)
    file = EntryFile(kind, name, document, entry, faults)
    changed = replace(library(), files={**library().files, EntryKey(kind.kind, name): file})
    found = [one for one in check_library(changed) if one.location.path == path]
    return [one for one in found if one.code != "orphan"]


def missed(kind: type[Entry], broken: Broken) -> str:
    """Return what is amiss with what the check says of a broken entry; nothing when it is right."""
    found = problems_of(kind, broken.text, f"een-{kind.kind}")
    here = [one for one in found if one.location.line == broken.line]
    told = f"{broken.how} in {kind.kind}, line {broken.line}: {[str(one) for one in found]}"
    if not here or any(not one.message for one in here):
        return told
    if not any(one.hint for one in here):
        return f"no remedy: {told}"
    named = not broken.word or any(broken.word in f"{one.message} {one.hint}" for one in here)
    return "" if named else f"no {broken.word}: {told}"


def test_a_good_entry_of_every_kind_gives_no_problem() -> None:
    """What is broken below is whole before."""
    for kind in KINDS:
        text = entry_text(
            kind, library().files[EntryKey(kind.kind, f"een-{kind.kind}")].document.value
        )
        assert problems_of(kind, text, f"een-{kind.kind}") == []


def test_what_is_broken_is_caught_at_its_line_with_field_cause_and_remedy() -> None:
    """Of 200 seeded faults in all kinds, 98 of 100 are told as a contributor needs."""
    faults = []
    for seed in range(COUNT):
        kind = KINDS[seed % len(KINDS)]
        values = library().files[EntryKey(kind.kind, f"een-{kind.kind}")].document.value
        faults.append(missed(kind, Breaker(kind, entry_text(kind, values), seed).broken()))

    assert sum(not fault for fault in faults) >= CAUGHT * COUNT, "\n".join(filter(None, faults))


@pytest.mark.parametrize(
    "text",
    [
        "'s-Hertogenbosch", "’s Ochtends in ’t Gooi", "foto's en menu’s", "50 punten meer",
        "5 € per uur", 'De "AVG: uitleg" van HR', "IJsland en ijs", "één idee, coördinatie",
        "maandag – vrijdag", "nummer #1 en C#", "mail@voorbeeld.nl", "https://voorbeeld.nl/#kop?a=b",
        "- geen punt", "ja: dit kan", "& co.", "! let op", "100 %-regel", "no", "1e",
        "[haken]", "{accolades}", "een | twee", "> groter", "tab\\n is tekst", "😀 blij",
    ],
)  # fmt: skip
def test_tricky_but_right_dutch_gives_no_problem(text: str) -> None:
    """As we write it, every sign of Dutch is text."""
    values = {"title": text, "summary": f"Over {text}.", "reviewed": "2026-11-24",
              "aliases": (text, f"{text}: x"), "definition": f"{text}\n\n- {text}"}  # fmt: skip

    assert problems_of(Term, entry_text(Term, values), "een-term") == []
