"""`kennisbank changes`: what readers would notice of a proposal."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import click

from kennisbank.build import Site, build_site
from kennisbank.cli.library_folder import FOLDER, library_root, this_day
from kennisbank.cli.output import as_github
from kennisbank.cli.pull_request.changes import changes_between
from kennisbank.cli.pull_request.files import (
    data_changes,
    first_problems,
    lay_over,
    other_changes,
    strangers,
)
from kennisbank.cli.pull_request.summary import summary
from kennisbank.cli.said import argument, command, option
from kennisbank.messages import N_, _
from kennisbank.problems import Severity


def _new_folder(
    _context: click.Context, parameter: click.Parameter, value: str | None
) -> Path | None:
    if value is not None and os.path.lexists(value):
        message = _("'{value}' exists already. Name a new folder.", value=value)
        raise click.BadParameter(message, param=parameter)
    return Path(value) if value is not None else None


@command(
    short_help=N_("Show what a proposal changes for readers."),
    help=N_(
        "Show what changes for readers when the data in PROPOSAL take the place of those in BASE. "
        "Only data count; code from PROPOSAL is named and not used."
    ),
)
@argument("base", type=FOLDER, callback=library_root, metavar=N_("BASE"))
@argument("head", type=FOLDER, callback=library_root, metavar=N_("PROPOSAL"))
@option(
    "--format",
    "form",
    type=click.Choice(["markdown", "github"]),
    default="markdown",
    show_default=True,
    help=N_("A summary in Markdown, or the first messages for GitHub."),
)
@option(
    "--preview",
    callback=_new_folder,
    metavar=N_("FOLDER"),
    help=N_("Put BASE with the data of PROPOSAL in this new folder, to build the site from."),
)
@click.pass_context
def changes(
    context: click.Context, base: Path, head: Path, form: str, preview: Path | None
) -> None:
    """Print what a proposal changes; leave with 1 when the library would have an error."""
    with tempfile.TemporaryDirectory() as folder:
        laid_over = preview or Path(folder) / "preview"
        lay_over(base, head, laid_over)
        after = build_site(laid_over, today=this_day())
    report = _annotations(after, base, head) if form == "github" else _told(after, base, head)
    click.echo(report, nl=bool(report))
    context.exit(any(one.severity is Severity.ERROR for one in after.problems))


def _annotations(after: Site, base: Path, head: Path) -> str:
    return as_github(first_problems(after.problems, data_changes(base, head)))


def _told(after: Site, base: Path, head: Path) -> str:
    found = changes_between(build_site(base, today=this_day()), after)
    return summary(found, after.problems, other_changes(base, head), strangers(base, head))
