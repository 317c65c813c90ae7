"""What the YAML reader accepts, and what it refuses with which words."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from kennisbank.reading.text_file import decode
from kennisbank.reading.yaml_document import read_yaml
from kennisbank.reading.yaml_nodes import NODE_LIMIT

PATH = PurePosixPath("a.yml")


def report(text: str) -> list[str]:
    """Return the problems of a text as they are printed, or its values."""
    document, problems = read_yaml(PATH, text)
    return [str(problem) for problem in problems] if document is None else [str(document.value)]


@pytest.mark.parametrize(
    "written",
    ["no", "on", "yes", "012", "0x1f", "1e3", "1:30", "2024-02-30", "~", "null", "1.10", "true"],
)
def test_every_scalar_stays_text(written: str) -> None:
    """Nothing becomes a boolean, a date, an octal or nothing by itself."""
    document, _ = read_yaml(PATH, f"land: {written}\n")

    assert document
    assert document.value == {"land": written}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &x 1", "a.yml:1:4: yaml-feature: bij veld 'a': '&' en '*' hebben in YAML"),
        ("a: *x", "a.yml:1:4: yaml-feature: bij veld 'a': '&' en '*' hebben in YAML"),
        ("a: !!set {b}", "a.yml:1:4: yaml-feature: bij veld 'a': '!' heeft in YAML"),
        ("a: !ENV b", "a.yml:1:4: yaml-feature: bij veld 'a': '!' heeft in YAML"),
        ("%YAML 1.1\n---\na: 1", "a.yml:1:1: yaml-feature: een regel die met % begint"),
        ("a: 1\n---\nb: 2", "a.yml:2:1: yaml-feature: er staat een tweede document"),
        ("? [a]\n: b", "a.yml:1:3: yaml-feature: de naam van een veld moet gewone tekst zijn."),
        ("a: 1\nb: 2\na: 3", "a.yml:3:1: duplicate-key: veld 'a' staat ook al op regel 1."),
        ("", "a.yml:1:1: yaml-syntax: het bestand is leeg of heeft geen velden."),
        ("tekst", "a.yml:1:1: yaml-syntax: het bestand is leeg of heeft geen velden."),
        ("- a\n- b", "a.yml:1:1: yaml-syntax: het bestand is leeg of heeft geen velden."),
        ("a: AVG: uitleg", "a.yml:1:7: yaml-syntax: bij veld 'a': hier staat een dubbele punt"),
        ("a: @jansen", "a.yml:1:4: yaml-syntax: bij veld 'a': een tekst mag niet met @ beginnen."),
        ("a: 'foto's'", "a.yml:1:10: yaml-syntax: bij veld 'a': hier klopt iets niet"),
        ("a: 1\nb 2\nc: 3", "a.yml:2:1: yaml-syntax: deze regel is geen veld, geen punt"),
        ("a: >-\n  é b\nc d\ne: 3", "a.yml:3:1: yaml-syntax: deze regel is geen veld, geen punt"),
        ("a: één #1 b", "a.yml:1:8: yaml-syntax: bij veld 'a': vanaf dit hekje leest YAML niets"),
        ("a:\n - é\n  - c", "a.yml:3:3: yaml-syntax: bij veld 'a': dit streepje staat niet onder"),
        ("a: [", "a.yml:2:1: yaml-syntax: bij veld 'a': hier ontbreekt een waarde"),
        ('a: "\\q"', "a.yml:1:5: yaml-syntax: bij veld 'a': een \\ heeft tussen dubbele"),
        ("a: x\nb: [[term:y]] helpt", "a.yml:2:4: yaml-syntax: bij veld 'b': een tekst mag"),
        ("a: **zo** is", "a.yml:1:4: yaml-syntax: bij veld 'a': een tekst mag niet met *"),
        ("a: > zo", "a.yml:1:4: yaml-syntax: bij veld 'a': achter > hoort niets te staan."),
        ("a:\n  - x\n - y", "a.yml:3:2: yaml-syntax: bij veld 'a': hier klopt iets niet"),
        ("a:\n\t- x", "a.yml:2:1: yaml-syntax: bij veld 'a': hier staat een tab."),
        ("aa:x\nb: y", "a.yml:1:3: yaml-syntax: bij veld 'aa': achter 'aa' hoort een dubbele punt"),
        ("aa = x\nb: y", "a.yml:1:4: yaml-syntax: achter 'aa' hoort een dubbele punt met"),
        ("a: x\n b: y", "a.yml:2:2: yaml-syntax: bij veld 'b': 'b' staat niet recht onder"),
        ("a:\n\u00a0- x\n", "a.yml:2:1: yaml-syntax: bij veld 'a': hier staan harde spaties"),
        ("a: 's avonds\nb: x", "a.yml:1:4: yaml-syntax: bij veld 'a': een aanhalingsteken is niet"),
        ("%X y\n---\na: b", "a.yml:1:3: yaml-syntax: een regel die met % begint mag hier niet."),
        ("a: x\u200dy", "a.yml:1:4: hidden-character: hier staat een onzichtbaar teken (U+200D)"),
        ('a: "x\\u200by"', "a.yml:1:4: hidden-character: hier staat een onzichtbaar teken"),
    ],
)  # fmt: skip
def test_what_is_refused_is_said_with_its_place(text: str, expected: str) -> None:
    """Each refusal has file, line, column, code and a Dutch sentence."""
    found = report(text)

    assert len(found) == 1
    assert found[0].startswith(expected)


def test_what_only_looks_like_a_slip_is_read() -> None:
    """A comment has a space after its mark; a dash in quotes or in a block is text."""
    text = """a: b  # uitleg
c: "d #1"
e: f#1
g:
  - "h
    - i"
  - >-
    j
    - k
  - l-m
"""

    assert report(text) == ["{'a': 'b', 'c': 'd #1', 'e': 'f#1', 'g': ('h - i', 'j - k', 'l-m')}"]


def test_deep_nesting_is_refused_and_does_not_crash() -> None:
    """A hundred thousand brackets give one problem; the parser never sees them all."""
    found = report("a: " + "[" * 100_000)

    assert len(found) == 1
    assert found[0].startswith("a.yml:1:")


def test_nesting_past_the_limit_is_refused() -> None:
    """Twenty levels are enough for anyone who writes by hand."""
    found = report("a: " + "[" * 21 + "]" * 21)

    assert len(found) == 1
    assert found[0].startswith("a.yml:1:24: too-large: hier staan meer dan 20 lagen in elkaar.")


def test_too_many_values_are_refused() -> None:
    """A file with more values than anyone writes stops at the limit."""
    found = report("".join(f"k{number}: x\n" for number in range(NODE_LIMIT)))

    assert len(found) == 1
    assert "too-large" in found[0]


def test_all_duplicate_keys_are_reported_at_once() -> None:
    """Two mistakes of one kind give two problems."""
    assert len(report("a: 1\na: 2\nb: 1\nb: 2")) == 2


def test_windows_line_ends_and_a_byte_order_mark_are_harmless() -> None:
    """A file saved on Windows reads like any other."""
    text = decode("\ufeffa: 1\r\nb: twee\r\n".encode(), PATH)

    assert text == "a: 1\nb: twee\n"


@pytest.mark.parametrize("hidden", ["\x00", "\x1b", "\u202e", "\u200b", "\ufeff", "\U000e0041"])
def test_hidden_characters_are_refused_with_their_place(hidden: str) -> None:
    """What a reviewer cannot see does not get in."""
    problem = decode(f"a: b\nc: d{hidden}e\n".encode(), PATH)

    assert str(problem).startswith("a.yml:2:5: hidden-character:")
