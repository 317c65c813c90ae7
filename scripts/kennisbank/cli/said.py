"""Commands, options and arguments whose help is a message, said when somebody asks for it.

A command is described when its module is loaded; the language is known only once it is clear of
which library it is asked.
"""

from __future__ import annotations

import re
from contextlib import suppress
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kennisbank.config import PATH
from kennisbank.messages import DEFAULT_LANGUAGE, LANGUAGES, N_, _
from kennisbank.reading.text_file import read_text

if TYPE_CHECKING:
    from collections.abc import Sequence

OPTIONS = N_("[OPTIONS]")
_LANGUAGE = re.compile(r"^language:[ \t]*[\"']?([a-z]+)", re.MULTILINE)


class _Said:
    """A text of a command that is looked up when it is read."""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = f"_written_{name}"

    def __get__(self, instance: object, owner: type | None = None) -> str | None:
        written: str | None = vars(instance).get(self._name) if instance is not None else None
        return _(written) if written else written

    def __set__(self, instance: object, value: str | None) -> None:
        vars(instance)[self._name] = value


class SaidCommand(click.Command):
    """A command whose help is a message."""

    help = _Said()
    short_help = _Said()
    epilog = _Said()
    options_metavar = _Said()


class SaidGroup(SaidCommand, click.Group):
    """Commands of which the help is a message; they speak the language of the library."""

    subcommand_metavar = _Said()  # type: ignore[assignment]  # never None where it is given


class SaidOption(click.Option):
    """An option whose help is a message."""

    help = _Said()
    metavar = _Said()


class SaidArgument(click.Argument):
    """An argument whose name is a message."""

    metavar = _Said()


command = partial(click.command, cls=SaidCommand, options_metavar=OPTIONS)
option = partial(click.option, cls=SaidOption)
argument = partial(click.argument, cls=SaidArgument)


def language_of(arguments: Sequence[str]) -> str:
    """Return the language of the library that a command is asked of, as far as that is clear.

    That is the folder behind --root, else a folder among the arguments, else where one is.
    """
    for name in (*_named(arguments), *arguments, "."):
        # No path can be made of every text, and what is no file has no language.
        with suppress(ValueError):
            text = read_text(Path(name), PATH)
            if isinstance(text, str):
                found = _LANGUAGE.search(text)
                return found[1] if found and found[1] in LANGUAGES else DEFAULT_LANGUAGE
    return DEFAULT_LANGUAGE


def _named(arguments: Sequence[str]) -> list[str]:
    after = pairwise(arguments)
    named = [value for name, value in after if name == "--root"]
    return [*named, *(one.removeprefix("--root=") for one in arguments if "--root=" in one)]


def quoted(name: str) -> str:
    """Return the name of an argument as click names it where something is wrong with it."""
    return f"'{name}'"
