"""Words as a language writes them: what stands within a sentence."""

from __future__ import annotations

import pytest

from kennisbank.config.configuration import read_configuration
from kennisbank.locales import html_language, in_text
from kennisbank.messages import speaking

KINDS = """\
language: en
kinds:
  capability:
    folder: capabilities
    label: [DORA Capability, DORA Capabilities, What teams can do]
    in_text: [capability, capabilities]
    fields: {about: {is: prose}}
"""


@pytest.mark.parametrize(
    ("language", "label", "inside"),
    [
        ("nl", "Midden- en kleinbedrijf", "midden- en kleinbedrijf"),
        ("en", "What it asks", "what it asks"),
        ("nl", "HR", "HR"),
        ("nl", "ICT-afdeling", "ICT-afdeling"),
        ("en", "Psychological Safety", "Psychological Safety"),
        ("de", "Methode", "Methode"),
        ("de", "Was es kostet", "Was es kostet"),
    ],
)
def test_a_label_within_a_sentence(language: str, label: str, inside: str) -> None:
    """It begins small, unless it is a name or an abbreviation, or nouns have a capital there."""
    with speaking(language):
        assert in_text(label) == inside


def test_a_library_says_how_a_kind_stands_within_a_sentence() -> None:
    """One and many, where the rule for labels is not enough."""
    ((kind,), problems) = read_configuration(KINDS)[0].kinds, read_configuration(KINDS)[1]

    assert [*problems] == []
    assert (kind.label.one_in_text, kind.label.many_in_text) == ("capability", "capabilities")


def test_one_word_for_both_is_told_with_its_place() -> None:
    """Line and column, and how to write it."""
    wrong = KINDS.replace("[capability, capabilities]", "capability")
    (told,) = read_configuration(wrong)[1]

    assert str(told.location) == "kennisbank.yml:6:14"
    assert told.message == "'in_text' must be two texts: one, and more than one."


def test_a_browser_is_told_which_way_a_language_is_written() -> None:
    """Only where that is from right to left: a browser takes the other for granted."""
    told = {}
    for spoken in ("nl", "en", "ar", "he"):
        with speaking(spoken):
            told[spoken] = str(html_language())

    assert told == {
        "nl": 'lang="nl"',
        "en": 'lang="en"',
        "ar": 'lang="ar" dir="rtl"',
        "he": 'lang="he" dir="rtl"',
    }
