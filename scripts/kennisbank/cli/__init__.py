"""What a person types goes to the command it names; faults end it with a code that says how."""

from __future__ import annotations

import gc
import io
import os
import sys
from importlib import import_module

import click
from click import core, decorators, exceptions, formatting, parser, types

from kennisbank.atomic import NotWrittenError
from kennisbank.invisible_characters import visible
from kennisbank.os_errors import refusal

DUTCH = {
    "Usage:": "Gebruik:",
    "Options": "Opties",
    "Commands": "Opdrachten",
    "Show this message and exit.": "Toon deze uitleg.",
    "Show the version and exit.": "Toon de versie.",
    "default: {default}": "standaard: {default}",
    "Error: {message}": "Fout: {message}",
    "Try '{command} {option}' for help.": "Uitleg: '{command} {option}'.",
    "Missing command.": "Er ontbreekt een opdracht.",
    "Missing argument": "Er ontbreekt",
    "Invalid value: {message}": "Dit kan niet: {message}",
    "Invalid value for {param_hint}: {message}": "{param_hint} klopt niet: {message}",
    "No such option {name!r}.": "De optie {name!r} bestaat niet.",
    "No such command {name!r}.": "De opdracht {name!r} bestaat niet.",
    "Did you mean {possibility}?": "Bedoelde u {possibility}?",
    "(Did you mean one of: {possibilities}?)": "Bedoelde u een van deze: {possibilities}?",
    "Got unexpected extra argument ({args})": "Dit is te veel: {args}.",
    "Got unexpected extra arguments ({args})": "Dit is te veel: {args}.",
    "Option {name!r} requires an argument.": "Achter de optie {name!r} hoort een waarde.",
    "Option {name!r} does not take a value.": "Achter de optie {name!r} hoort geen waarde.",
    "{value!r} is not one of {choices}.": "{value!r} kan niet. Kies uit: {choices}.",
    "{name} {filename!r} does not exist.": "{filename!r} bestaat niet.",
    "{name} {filename!r} is a file.": "{filename!r} is een bestand, geen map.",
    "{name} {filename!r} is a directory.": "{filename!r} is een map, geen bestand.",
    "{name} {filename!r} is not readable.": "{filename!r} mag u niet lezen.",
}


def speak_dutch() -> None:
    """Put the table in the place where click looks up its texts."""
    for module in (core, decorators, exceptions, formatting, parser, types):
        vars(module).update(_=_dutch, ngettext=_dutch_count)


def _dutch(english: str) -> str:
    return DUTCH.get(english, english)


def _dutch_count(one: str, many: str, count: int) -> str:
    return _dutch(one if count == 1 else many)


INTERRUPTED = 130
# Each command by its name, with its module and the name it has there.
COMMANDS = {
    "book": "book",
    "changes": "changes",
    "check": "check",
    "cite": "cite",
    "export": "export",
    "find": "find",
    "import": "import_issue",
    "init": "init",
    "links": "links",
    "new": "new",
    "preview": "preview",
    "references": "references",
    "rename": "rename",
    "schema": "schema",
    "serve": "serve",
    "watch": "watch",
}

speak_dutch()


class Commands(click.Group):
    """The commands; each is loaded when it is asked for, so that none waits for the others."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - the base's
        """Return the names of all commands, in order."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:
        """Return a command.

        Raises:
            NoSuchCommand: when there is none of that name.
        """
        if cmd_name not in COMMANDS:
            raise click.NoSuchCommand(cmd_name, possibilities=COMMANDS, ctx=ctx)
        name = COMMANDS[cmd_name]
        command: click.Command = vars(import_module(f"kennisbank.cli.{name}"))[name]
        return command


def main() -> None:
    """Run the command; leave with 0 fine, 1 problems found, 2 wrong use, 130 interrupted."""
    color = False if os.environ.get("NO_COLOR") else None
    # A command ends before there is anything to collect; looking for it took a sixth of its time.
    gc.disable()
    try:
        code = kennisbank.main(prog_name="kennisbank", standalone_mode=False, color=color)
        sys.stdout.flush()
    except click.ClickException as error:
        # It quotes what was typed, and that may have come from anywhere.
        said = io.StringIO()
        error.show(said)
        click.echo(visible(said.getvalue()), err=True, nl=False)
        sys.exit(error.exit_code)
    except click.Abort:
        sys.exit(INTERRUPTED)
    except OSError as error:
        click.echo(f"Fout: {_told(error)}", err=True)
        if error.filename is None:
            # What could not be written to the terminal or a file would be tried again at the end.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(2)
    sys.exit(code)


def _told(error: OSError) -> str:
    if isinstance(error, NotWrittenError):
        return visible(str(error))
    if isinstance(error.filename, str | bytes):
        return f"{visible(os.fsdecode(error.filename))} is niet te openen ({refusal(error)})."
    return f"lezen of schrijven is mislukt ({refusal(error)})."


@click.group(
    cls=Commands,
    options_metavar="[OPTIES]",
    subcommand_metavar="OPDRACHT …",
    help="Kijkt een kennisbibliotheek na en helpt bij het schrijven.",
    epilog="Meer over een opdracht: kennisbank OPDRACHT --help",
)
@click.version_option(package_name="kennisbank", message="kennisbank %(version)s")
def kennisbank() -> None:
    """Hold the commands."""
