"""The catalogues: every message in the code has a translation, with the same places for values."""

from __future__ import annotations

import ast
import re
from functools import cache
from typing import TYPE_CHECKING

import pytest
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po

from architecture import PACKAGE, tree_of
from kennisbank.cli import OF_CLICK
from kennisbank.messages import LANGUAGES, SOURCE_LANGUAGE, _, language, ngettext, speaking
from running import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from babel.messages.catalog import Catalog

KEYWORDS = {**DEFAULT_KEYWORDS, "N_": None, "NC_": ((1, "c"), 2), "t": None, "tn": (1, 2)}
# A message, after the context that sets it apart, if any.
Said = tuple[str | None, str]
TRANSLATED = [language for language in LANGUAGES if language != SOURCE_LANGUAGE]


@cache
def said() -> list[tuple[Said, str]]:
    """Return each message in the code with its context, and the file that says it."""
    with (REPOSITORY / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)  # type: ignore[no-untyped-call]  # babel's own
    found = extract_from_dir(PACKAGE, methods, options, KEYWORDS)
    return [
        ((context, one), file_name)
        for file_name, _line, message, _comments, context in found
        for one in (message if isinstance(message, tuple) else (message,))
    ]


def catalogue_of(language: str) -> Catalog:
    """Return a catalogue as it is written."""
    with (PACKAGE / "messages" / f"{language}.po").open("rb") as file:
        return read_po(file, locale=language)


def texts_of(value: str | Sequence[str] | None) -> tuple[str, ...]:
    """Return the forms of a message or a translation."""
    return (value,) if isinstance(value, str) else tuple(value or ("",))


def places(text: str) -> set[str]:
    """Return the names of the values that a message has a place for."""
    return set(re.findall(r"(?<!\{)\{(\w+)(?:[!:][^{}]*)?\}", text))


@pytest.mark.parametrize("name", TRANSLATED)
def test_every_message_is_translated(name: str) -> None:
    """No message in the code is missing or empty; `make messages` adds what is new."""
    translated = {
        (message.context, one)
        for message in catalogue_of(name)
        if all(texts_of(message.string))
        for one in texts_of(message.id)
    }

    assert [f"{file}: {one[1]}" for one, file in said() if one not in translated] == []


@pytest.mark.parametrize("name", TRANSLATED)
def test_a_catalogue_holds_no_message_that_nobody_says(name: str) -> None:
    """What went from the code is gone from the catalogue."""
    known = {one for one, _ in said()}

    found = [(m.context, texts_of(m.id)[0]) for m in catalogue_of(name) if m.id]
    assert [one for one in found if one not in known] == []


@pytest.mark.parametrize("name", TRANSLATED)
def test_a_translation_has_the_places_of_its_message(name: str) -> None:
    """A value that is said in English is said in the other language; nothing else is asked for.

    Click says of a file what it is, which need not be said.
    """
    wrong = [
        message.id
        for message in catalogue_of(name)
        if message.id
        and message.id not in OF_CLICK
        and set[str]().union(*map(places, texts_of(message.string)))
        != set[str]().union(*map(places, texts_of(message.id)))
    ]

    assert wrong == []


def test_a_message_is_said_in_the_language_of_the_moment() -> None:
    """Another language for a while, and the first one after it."""
    with speaking("en"):
        assert _("the disk is full") == "the disk is full"
    with speaking("nl"):
        assert language() == "nl"
        assert _("the disk is full") == "de schijf is vol"


def test_what_no_catalogue_has_is_said_in_english() -> None:
    """A message is never empty, and a number takes the form that belongs to it."""
    with speaking("nl"):
        assert ngettext("{n} unheard-of", "{n} unheard-ofs", 2) == "2 unheard-ofs"
        assert ngettext("{n} unheard-of", "{n} unheard-ofs", 1) == "1 unheard-of"
        assert re.fullmatch(r"never .* of", _("never heard {what} of", what="once"))


SAYING = {"_", "ngettext", "pgettext", "routes"}


def said_while_read(path: Path) -> Iterator[str]:
    """Yield each place where a module says something at once, not when somebody asks."""
    waiting: list[ast.AST] = [tree_of(path)]
    while waiting:
        node = waiting.pop()
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in SAYING
        ):
            yield f"{path.relative_to(PACKAGE)}:{node.lineno}"
        for child in ast.iter_child_nodes(node):
            # What stands in a function is said when it is called.
            if isinstance(child, ast.FunctionDef | ast.Lambda):
                waiting += [*child.args.defaults, *(one for one in child.args.kw_defaults if one)]
            else:
                waiting.append(child)


def test_nothing_is_said_before_the_language_is_known() -> None:
    """At the top of a module, a message or an address would be that of another library."""
    assert [place for path in PACKAGE.rglob("*.py") for place in said_while_read(path)] == []


def said_in_a_template(path: Path) -> Iterator[str]:
    """Yield each place where a message is said within f"…", where the collecting looks not."""
    for node in ast.walk(tree_of(path)):
        for inner in ast.walk(node) if isinstance(node, ast.JoinedStr) else ():
            if not isinstance(inner, ast.Call) or not isinstance(inner.func, ast.Name):
                continue
            # What has a name was marked for the collecting where it stands.
            if inner.func.id in SAYING and inner.args and isinstance(inner.args[0], ast.Constant):
                yield f"{path.relative_to(PACKAGE)}:{inner.lineno}"


def test_nothing_is_said_within_an_f_string() -> None:
    """No catalogue would have it, so every reader would meet it in English."""
    assert [place for path in PACKAGE.rglob("*.py") for place in said_in_a_template(path)] == []
