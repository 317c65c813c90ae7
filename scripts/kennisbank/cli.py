"""What a person types goes to the command it names; faults end it with a code that says how."""

from __future__ import annotations

import io
import os
import sys

import click

from kennisbank.commands.changes import changes
from kennisbank.commands.check import check
from kennisbank.commands.cite import cite
from kennisbank.commands.export import export
from kennisbank.commands.import_issue import import_issue
from kennisbank.commands.links import links
from kennisbank.commands.new import new
from kennisbank.commands.references import references
from kennisbank.commands.rename import rename
from kennisbank.commands.schema import schema
from kennisbank.dutch_click import speak_dutch
from kennisbank.reports import visible

INTERRUPTED = 130

speak_dutch()


def main() -> None:
    """Run the command; leave with 0 fine, 1 problems found, 2 wrong use, 130 interrupted."""
    color = False if os.environ.get("NO_COLOR") else None
    try:
        code = kennisbank.main(prog_name="kennisbank", standalone_mode=False, color=color)
    except click.ClickException as error:
        # It quotes what was typed, and that may have come from anywhere.
        said = io.StringIO()
        error.show(said)
        click.echo(visible(said.getvalue()), err=True, nl=False)
        sys.exit(error.exit_code)
    except click.Abort:
        sys.exit(INTERRUPTED)
    except OSError as error:
        name = visible(str(error.filename))
        click.echo(f"Fout: {name} is niet te openen ({error.strerror}).", err=True)
        sys.exit(2)
    sys.exit(code)


@click.group(
    options_metavar="[OPTIES]",
    subcommand_metavar="OPDRACHT …",
    help="Kijkt een kennisbibliotheek na en helpt bij het schrijven.",
    epilog="Meer over een opdracht: kennisbank OPDRACHT --help",
)
def kennisbank() -> None:
    """Hold the commands."""


for command in (changes, check, cite, export, import_issue, links, new, references, rename, schema):
    kennisbank.add_command(command)
