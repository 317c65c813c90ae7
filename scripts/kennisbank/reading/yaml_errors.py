"""Finds where a mistake in YAML is, and names it in Dutch that helps an author."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    import yaml


_MESSAGES = (
    (
        "mapping values are not allowed",
        "hier staat een dubbele punt die YAML niet verwacht.",
        "Zet de tekst tussen aanhalingstekens, of begin met >- en zet hem op de regel eronder.",
    ),
    (
        "cannot start any token",
        "een tekst mag niet met dit teken beginnen.",
        "Zet de tekst tussen aanhalingstekens.",
    ),
    ("directive", "een regel die met % begint mag hier niet.", "Haal hem weg."),
    ("incompatible YAML", "een regel die met % begint mag hier niet.", "Haal hem weg."),
    (
        "nesting depth",
        "hier staan te veel haken in elkaar.",
        "Zet de tekst tussen aanhalingstekens.",
    ),
    ("found a tab", "hier staat een tab.", "Gebruik spaties om in te springen."),
    (
        "could not find expected ':'",
        "deze regel is geen veld, geen punt van een lijst en geen vervolg van een tekst.",
        "Schrijf 'veld: waarde' met een spatie, begin een punt met '- ', of spring de tekst in.",
    ),
    (
        "unexpected end of stream",
        "een aanhalingsteken of haak is niet gesloten.",
        "Zet het sluitende teken erbij.",
    ),
    (
        "did not find expected <document start>",
        "deze regel hoort niet bij een veld.",
        "Begin elke regel met 'veld:' of spring in onder het veld waar de tekst bij hoort.",
    ),
    (
        "did not find expected key",
        "hier klopt iets niet met de inspringing of de aanhalingstekens.",
        "Zet velden recht onder elkaar. Schrijf een ' binnen '…' twee keer.",
    ),
    (
        "did not find expected '-' indicator",
        "in een lijst begint elke regel met een streepje.",
        "Zet '- ' voor elk punt, recht onder elkaar.",
    ),
    (
        "escape",
        "een \\ heeft tussen dubbele aanhalingstekens een bijzondere betekenis.",
        "Gebruik enkele aanhalingstekens, of schrijf \\\\.",
    ),
    (
        "did not find expected node content",
        "hier ontbreekt een waarde, of een haak is niet gesloten.",
        "Zet tekst die met [ of { begint tussen aanhalingstekens.",
    ),
    (
        "did not find expected ',' or",
        "een haak is niet gesloten of er ontbreekt een komma.",
        "Zet tekst die met [ of { begint tussen aanhalingstekens.",
    ),
    (
        "alphabetic or numeric",
        "'&' en '*' hebben in YAML een bijzondere betekenis.",
        "Zet de tekst tussen aanhalingstekens.",
    ),
)


def syntax_message(said: str) -> tuple[str, str]:
    """Return what is wrong and what to do, in Dutch."""
    for words, message, hint in _MESSAGES:
        if words in said:
            return message, hint
    return "de opmaak klopt hier niet.", "Vergelijk met een ander bestand in deze map."


_VALUE = re.compile(r"(?>\s*(?:- +)*(?:[A-Za-z_]+: +)?)(?P<sign>[\[\]{},*&%@`>|?-])")
_FIELD = re.compile(r"[A-Za-z_]+:")
_MEANT_AS_FIELD = re.compile(r"(?P<name>[A-Za-z_]+)\s*(?P<wrong>:(?![ \n]|$)|=|：)")
_INDENTED = re.compile(r"(?P<blank> +)(?P<name>[A-Za-z_]+):(?= |$)")
_BY_SIGN = ("did not find expected key", "any token", "or numeric", "not allowed", "node content")


class Cause(NamedTuple):
    """What is wrong, and where; line and column count from 0."""

    line: int
    column: int
    message: str
    hint: str


class _Stumble(NamedTuple):
    """What the parser said, where it was, where what it was reading began, and all lines."""

    said: str
    at: Any
    since: Any
    lines: list[str]

    def line(self, number: int) -> str:
        return self.lines[number] if number < len(self.lines) else ""


def cause_of(error: yaml.MarkedYAMLError, text: str) -> Cause:
    """Return the cause of a fault of syntax."""
    at = error.problem_mark or error.context_mark
    since = error.context_mark or at
    said = f"{error.context or ''} {error.problem or ''}"
    stumble = _Stumble(said, at, since, text.split("\n"))
    found = (find(stumble) for find in _CAUSES)
    return next((one for one in found if one), None) or _as_said(stumble)


def _as_said(stumble: _Stumble) -> Cause:
    # A quote or bracket that stays open is found at the end of the file.
    never_closed = "unexpected end of stream" in stumble.said or "parsing a flow" in stumble.said
    mark = stumble.since if never_closed else stumble.at
    return Cause(mark.line, mark.column, *syntax_message(stumble.said))


def _tab(stumble: _Stumble) -> Cause | None:
    line, column = stumble.at.line, stumble.at.column
    if "any token" not in stumble.said or stumble.line(line)[column : column + 1] != "\t":
        return None
    return Cause(line, column, *syntax_message("found a tab"))


def _sign(stumble: _Stumble) -> Cause | None:
    """A text starts with a sign that means something else to YAML."""
    number = stumble.since.line if "scanning" in stumble.said else stumble.at.line
    match = _VALUE.match(stumble.line(number))
    if "found a tab" in stumble.said or not match:
        return None
    if not any(words in stumble.said for words in (*_BY_SIGN, "block scalar")):
        return None
    sign = match["sign"]
    hint = "Zet de tekst tussen aanhalingstekens, of begin met >- en zet hem op de regel eronder."
    message = f"een tekst mag niet met {sign} beginnen."
    if "block scalar" in stumble.said:
        message, hint = f"achter {sign} hoort niets te staan.", "Zet de tekst op de regel eronder."
    return Cause(number, match.start("sign"), message, hint)


def _no_space(stumble: _Stumble) -> Cause | None:
    """The line above was meant as a field, and YAML took it for text."""
    if "mapping values" not in stumble.said or not _FIELD.match(stumble.line(stumble.at.line)):
        return None
    above = [n for n in range(stumble.at.line) if stumble.lines[n].strip()][-1:]
    match = _MEANT_AS_FIELD.match(stumble.line(above[0])) if above else None
    if not match:
        return None
    message = f"achter '{match['name']}' hoort een dubbele punt met een spatie."
    return Cause(above[0], match.start("wrong"), message, f"Schrijf '{match['name']}: …'.")


def _indented(stumble: _Stumble) -> Cause | None:
    match = _INDENTED.match(stumble.line(stumble.at.line))
    if "mapping values" not in stumble.said or not match or stumble.at.column >= match.end():
        return None
    hint = (
        "Haal de spaties ervoor weg. Hoort de regel bij de tekst erboven, zet die dan tussen "
        "aanhalingstekens."
    )
    message = f"'{match['name']}' staat niet recht onder de andere velden."
    return Cause(stumble.at.line, match.start("name"), message, hint)


def _no_field(stumble: _Stumble) -> Cause | None:
    if "expected ':'" not in stumble.said:
        return None
    since = stumble.since
    message, hint = syntax_message(stumble.said)
    if stumble.line(since.line)[since.column : since.column + 1] == "\u00a0":
        message = "hier staan harde spaties (U+00A0)."
        hint = "Vervang ze door gewone spaties."
    return Cause(since.line, since.column, message, hint)


def _apostrophe(stumble: _Stumble) -> Cause | None:
    since = stumble.since
    start = stumble.line(since.line)[since.column :]
    if "unexpected end of stream" not in stumble.said or not re.match(r"'[a-z]\b", start):
        return None
    message = "een aanhalingsteken is niet gesloten."
    hint = f'Begint de tekst met een apostrof, zet hem dan tussen dubbele: "{start[:2]} …".'
    return Cause(since.line, since.column, message, hint)


_CAUSES: tuple[Callable[[_Stumble], Cause | None], ...] = (
    *(_tab, _sign, _no_space, _indented, _no_field, _apostrophe),
)
