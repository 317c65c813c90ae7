"""Which names of files work on every computer."""

from __future__ import annotations

import pytest

from kennisbank.file_names import is_reserved, name_fault


@pytest.mark.parametrize(
    "name",
    ["index.md", "één.md", "Verslag 2026.md", "conflict.md", "auxiliary.md", "com10.md", "a.b.md"],
)
def test_a_usual_name_is_fine(name: str) -> None:
    """Accents, spaces, and words that only begin like a device are no fault."""
    assert name_fault(name) == ""
    assert not is_reserved(name)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("con.md", "'con' is op Windows de naam van een apparaat."),
        ("NUL", "'NUL' is op Windows de naam van een apparaat."),
        ("Com1.tar.gz", "'Com1' is op Windows de naam van een apparaat."),
        ("ee\u0301n.md", "in de naam staan letters los van hun accent (niet in NFC)."),
        ("a\u202egnp.md", "in de naam staat een onzichtbaar teken."),
        ("a\x1b[31m.md", "in de naam staat een onzichtbaar teken."),
        ("a\n::error::.md", "in de naam staat een onzichtbaar teken."),
        ("a\udce9.md", "in de naam staat een onzichtbaar teken."),
        ("a:b.md", "in de naam staat een teken dat niet op elke computer kan."),
        ("..\\a.md", "in de naam staat een teken dat niet op elke computer kan."),
        ("a.md.", "de naam begint of eindigt met een spatie of punt."),
        (" a.md", "de naam begint of eindigt met een spatie of punt."),
        ("a" * 98 + ".md", "de naam is langer dan 100 tekens."),
    ],
)
def test_a_name_that_fails_somewhere_is_refused(name: str, message: str) -> None:
    """Each kind of fault has its own sentence."""
    assert name_fault(name) == message
