"""Finds where a mistake in YAML is, and names it in Dutch that helps an author."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

import yaml

from kennisbank.messages import N_, _

_MESSAGES = (
    (
        "mapping values are not allowed",
        N_("there is a colon here that YAML does not expect."),
        N_("Put the text between quotation marks, or start with >- and put it on the line below."),
    ),
    (
        "cannot start any token",
        N_("a text must not start with this character."),
        N_("Put the text between quotation marks."),
    ),
    ("directive", N_("a line that starts with % is not allowed here."), N_("Remove it.")),
    ("incompatible YAML", N_("a line that starts with % is not allowed here."), N_("Remove it.")),
    (
        "nesting depth",
        N_("too many brackets stand inside each other here."),
        N_("Put the text between quotation marks."),
    ),
    ("found a tab", N_("there is a tab here."), N_("Use spaces to indent.")),
    (
        "could not find expected ':'",
        N_("this line is no field, no point of a list and no text that goes on."),
        N_("Write 'field: value' with a space, start a point with '- ', or indent the text."),
    ),
    (
        "unexpected end of stream",
        N_("a quotation mark or bracket is not closed."),
        N_("Add the closing mark."),
    ),
    (
        "did not find expected <document start>",
        N_("this line belongs to no field."),
        N_("Start each line with 'field:', or indent it under the field that the text belongs to."),
    ),
    (
        "did not find expected key",
        N_("something is wrong here with the indentation or the quotation marks."),
        N_("Put fields right below each other. Write a ' within '…' twice."),
    ),
    (
        "did not find expected '-' indicator",
        N_("in a list, each line starts with a hyphen."),
        N_("Put '- ' before each point, right below each other."),
    ),
    (
        "escape",
        N_("a \\ between double quotation marks means something special."),
        N_("Use single quotation marks, or write \\\\."),
    ),
    (
        "did not find expected node content",
        N_("a value is missing here, or a bracket is not closed."),
        N_("Put text that starts with [ or { between quotation marks."),
    ),
    (
        "did not find expected ',' or",
        N_("a bracket is not closed, or a comma is missing."),
        N_("Put text that starts with [ or { between quotation marks."),
    ),
    (
        "alphabetic or numeric",
        N_("'&' and '*' mean something special in YAML."),
        N_("Put the text between quotation marks."),
    ),
)


def syntax_message(said: str) -> tuple[str, str]:
    """Return what is wrong and what to do."""
    for words, message, hint in _MESSAGES:
        if words in said:
            return _(message), _(hint)
    return _("the YAML is not right here."), _("Compare with another file in this folder.")


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
    hint = _("Put the text between quotation marks, or start with >- and put it on the line below.")
    message = _("a text must not start with {sign}.", sign=sign)
    if "block scalar" in stumble.said:
        message, hint = (
            _("nothing belongs after {sign}.", sign=sign),
            _("Put the text on the line below."),
        )
    return Cause(number, match.start("sign"), message, hint)


def _no_space(stumble: _Stumble) -> Cause | None:
    """The line above was meant as a field, and YAML took it for text."""
    if "mapping values" not in stumble.said or not _FIELD.match(stumble.line(stumble.at.line)):
        return None
    above = [n for n in range(stumble.at.line) if stumble.lines[n].strip()][-1:]
    match = _MEANT_AS_FIELD.match(stumble.line(above[0])) if above else None
    if not match:
        return None
    message = _("after '{name}' belongs a colon with a space.", name=match["name"])
    return Cause(
        above[0], match.start("wrong"), message, _("Write '{name}: …'.", name=match["name"])
    )


def _indented(stumble: _Stumble) -> Cause | None:
    match = _INDENTED.match(stumble.line(stumble.at.line))
    if "mapping values" not in stumble.said or not match or stumble.at.column >= match.end():
        return None
    hint = _(
        "Remove the spaces before it. If the line belongs to the text above it, put that text "
        "between quotation marks."
    )
    message = _("'{name}' does not stand right below the other fields.", name=match["name"])
    return Cause(stumble.at.line, match.start("name"), message, hint)


def _no_field(stumble: _Stumble) -> Cause | None:
    if "expected ':'" not in stumble.said:
        return None
    since = stumble.since
    message, hint = syntax_message(stumble.said)
    if stumble.line(since.line)[since.column : since.column + 1] == "\u00a0":
        message = _("there are hard spaces here (U+00A0).")
        hint = _("Replace them with ordinary spaces.")
    return Cause(since.line, since.column, message, hint)


def _apostrophe(stumble: _Stumble) -> Cause | None:
    since = stumble.since
    start = stumble.line(since.line)[since.column :]
    if "unexpected end of stream" not in stumble.said or not re.match(r"'[a-z]\b", start):
        return None
    message = _("a quotation mark is not closed.")
    hint = _(
        'If the text starts with an apostrophe, put it between double ones: "{start} …".',
        start=start[:2],
    )
    return Cause(since.line, since.column, message, hint)


_CAUSES: tuple[Callable[[_Stumble], Cause | None], ...] = (
    *(_tab, _sign, _no_space, _indented, _no_field, _apostrophe),
)
