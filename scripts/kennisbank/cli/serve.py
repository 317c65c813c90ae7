"""`kennisbank serve`: shows the site while somebody works on it; an edit is seen at once."""

from __future__ import annotations

import os
from pathlib import Path

import click

from kennisbank.cli.library_folder import root_option
from kennisbank.cli.said import command, option
from kennisbank.library.loading import SITE_SETTINGS
from kennisbank.messages import N_, _
from kennisbank.os_errors import refusal


@command(
    short_help=N_("Show the site while you work on it."),
    help=N_(
        "Show the site on your own computer. What you save, you see at once. What is not right, "
        "you read at the top of the page and here. Stop with Ctrl+C."
    ),
)
@option(
    "--address",
    default="",
    metavar=N_("ADDRESS"),
    help=N_("Such as 127.0.0.1:8000."),
)
@root_option
def serve(address: str, root: Path) -> None:
    """Serve the site of a library."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    from kennisbank.engines.mkdocs import serving  # noqa: PLC0415 - a second, for no other command

    try:
        serving.serve(root / SITE_SETTINGS, lambda said: click.echo(said, err=True), address)
    except serving.NotServedError as error:
        raise click.ClickException(str(error)) from None
    except OSError as error:
        message = _("the address cannot be used: {reason}.", reason=refusal(error))
        raise click.ClickException(message) from None
