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
from kennisbank.cli.said import OPTIONS, SaidGroup, language_of
from kennisbank.invisible_characters import visible
from kennisbank.messages import N_, _, speak
from kennisbank.os_errors import refusal

# What click itself says, by the words that it looks up.
OF_CLICK = (
    N_("Usage:"),
    N_("Options"),
    N_("Commands"),
    N_("Show this message and exit."),
    N_("Show the version and exit."),
    N_("default: {default}"),
    N_("Error: {message}"),
    N_("Try '{command} {option}' for help."),
    N_("Missing command."),
    N_("Missing argument"),
    N_("Invalid value: {message}"),
    N_("Invalid value for {param_hint}: {message}"),
    N_("No such option {name!r}."),
    N_("No such command {name!r}."),
    N_("Did you mean {possibility}?"),
    N_("(Did you mean one of: {possibilities}?)"),
    N_("Got unexpected extra argument ({args})"),
    N_("Got unexpected extra arguments ({args})"),
    N_("Option {name!r} requires an argument."),
    N_("Option {name!r} does not take a value."),
    N_("{value!r} is not one of {choices}."),
    N_("{name} {filename!r} does not exist."),
    N_("{name} {filename!r} is a file."),
    N_("{name} {filename!r} is a directory."),
    N_("{name} {filename!r} is not readable."),
)


def speak_for_click() -> None:
    """Put our messages in the place where click looks up its texts."""
    for module in (core, decorators, exceptions, formatting, parser, types):
        vars(module).update(_=_, ngettext=_counted)


def _counted(one: str, many: str, count: int) -> str:
    return _(one if count == 1 else many)


INTERRUPTED = 130
# Each command by its name, with its module and the name it has there.
COMMANDS = {
    "book": "book",
    "build": "build",
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

speak_for_click()


class Commands(SaidGroup):
    """The commands; each is loaded when it is asked for, so that none waits for the others."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Speak the language of the library from here on."""
        speak(language_of(args))
        return super().parse_args(ctx, args)

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
        click.echo(_("Error: {message}", message=_told(error)), err=True)
        if error.filename is None:
            # What could not be written to the terminal or a file would be tried again at the end.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(2)
    sys.exit(code)


def _told(error: OSError) -> str:
    if isinstance(error, NotWrittenError):
        return visible(str(error))
    if isinstance(error.filename, str | bytes):
        return _(
            "{path} cannot be opened ({reason}).",
            path=visible(os.fsdecode(error.filename)),
            reason=refusal(error),
        )
    return _("reading or writing failed ({reason}).", reason=refusal(error))


@click.group(
    cls=Commands,
    options_metavar=OPTIONS,
    subcommand_metavar=N_("COMMAND …"),
    help=N_("Checks a library and helps to write for it."),
    epilog=N_("More about a command: kennisbank COMMAND --help"),
)
@click.version_option(package_name="kennisbank", message="kennisbank %(version)s")
def kennisbank() -> None:
    """Hold the commands."""
