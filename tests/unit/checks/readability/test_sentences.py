"""Markdown becomes the words that a reader reads, sentence by sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisbank.checks.readability.sentences import sentences_of, without_markup


def shown(markdown: str) -> list[str]:
    """Return the counted words of each sentence."""
    return [" ".join(word.text for word in one.words) for one in sentences_of(markdown)]


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("Kijk terug. Praat erover! Wat nu?", ["Kijk terug", "Praat erover", "Wat nu"]),
        ("Hij zei: ‘stop.’ Daarna ging het goed.", ["Hij zei stop", "Daarna ging het goed"]),
        ("Dat past bij u. U kiest zelf.", ["Dat past bij u", "U kiest zelf"]),
        ("Vraag het dr. Visser, bijv. op dag 3.", ["Vraag het dr bijv op dag"]),
        ("Een zin\nover twee regels.\n\nEen tweede", ["Een zin over twee regels", "Een tweede"]),
        ("## De kop\nDe tekst.", ["De kop", "De tekst"]),
        ("Kies:\n\n- eerst dit\n- dan dat\n1. of dit", ["Kies", "eerst dit", "dan dat", "of dit"]),
        ("| een cel | twee |\n|---|---|\n| drie | vier |", ["een cel", "twee", "drie", "vier"]),
        ("> Geciteerd.\n> Nog iets.", ["Geciteerd", "Nog iets"]),
    ],
)
def test_sentences_end_where_a_reader_stops(markdown: str, expected: list[str]) -> None:
    """A point behind an abbreviation ends nothing; a list item or heading stands by itself."""
    assert shown(markdown) == expected


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("Dit helpt [@jansen2020, p. 3; @tno2021]. Soms.", ["Dit helpt", "Soms"]),
        ("Dit helpt. @jansen2020 laat dat zien.", ["Dit helpt", "laat dat zien"]),
        ("Zie [[method:jobcrafting]] of ga door.", ["Zie of ga door"]),
        ("Zie [[method:jobcrafting|zelf sleutelen]].", ["Zie zelf sleutelen"]),
        ("Lees [de gids](../bijdragen/index.md) eerst.", ["Lees de gids eerst"]),
        ("Open https://voorbeeld.nl/a-b of mail aan info@voorbeeld.nl.", ["Open of mail aan"]),
        ("Draai `kennisbank check` nu.\n\n```\ngeen proza\n```\n", ["Draai nu"]),
        (
            "De gemeente Vlissingen en TNO vroegen 24 HR-adviseurs.",
            ["De gemeente en vroegen HR-adviseurs"],
        ),
        ("TNO vroeg het.", ["vroeg het"]),
    ],
)
def test_what_is_no_prose_is_not_counted(markdown: str, expected: list[str]) -> None:
    """Citations, addresses, code, names and numbers cost a reader no words."""
    assert shown(markdown) == expected


def test_a_word_knows_its_place() -> None:
    """The place counts from the start of the text, whatever was left out before it."""
    text = "Zie [[method:x|dit]] en `dat` [@a2020]. Het werkt."
    words = [word for one in sentences_of(text) for word in one.words]

    assert [text[word.start :].startswith(word.text) for word in words] == [True] * 5
    assert sentences_of(text)[1].start == text.index("Het")


@given(st.text(alphabet="aB @[]|(){}`~.\n-#:/<>é"))
def test_every_text_keeps_its_length(text: str) -> None:
    """Leaving out what is no prose moves nothing, however odd the text."""
    assert len(without_markup(text)) == len(text)
    assert all(text[w.start :].startswith(w.text) for s in sentences_of(text) for w in s.words)
