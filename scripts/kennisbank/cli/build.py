"""`kennisbank build`: builds the site of a library, once everything in it is right."""

from __future__ import annotations

import logging
import os
from pathlib import Path

import click

from kennisbank.cli.library_folder import root_option
from kennisbank.cli.said import command, option
from kennisbank.library.loading import SITE_SETTINGS
from kennisbank.messages import N_, _


@command(
    short_help=N_("Build the site."),
    help=N_("Build the whole site, as `mkdocs build --strict` does. It says first what is wrong."),
)
@option(
    "--site",
    type=click.Path(path_type=Path),
    metavar=N_("FOLDER"),
    help=N_("Where the site goes; otherwise where mkdocs.yml says, or site/."),
)
@root_option
def build(site: Path | None, root: Path) -> None:
    """Build the site of a library."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    from kennisbank.engines.mkdocs import building  # noqa: PLC0415 - a second, for no other command

    logging.basicConfig(format="%(message)s", level=logging.WARNING)
    try:
        made = building.build_folder(root / SITE_SETTINGS, site)
    except building.NotBuiltError as error:
        if not str(error):
            raise click.exceptions.Exit(1) from None
        raise click.ClickException(str(error)) from None
    click.echo(_("Built: {folder}.", folder=made))
