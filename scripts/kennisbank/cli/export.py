"""`kennisbank export`: writes the whole site as a folder that another engine builds."""

from __future__ import annotations

import os
from pathlib import Path

import click

from kennisbank.build import build_site
from kennisbank.build_folder import BuildFolderError, Place, begin
from kennisbank.cli.library_folder import root_option, this_day
from kennisbank.cli.output import show_problems
from kennisbank.cli.said import argument, command
from kennisbank.cli.settings import library_settings
from kennisbank.config.configuration import kinds_of
from kennisbank.config.site_settings import with_settings
from kennisbank.engines.static_export import folder_files
from kennisbank.messages import N_, _
from kennisbank.problems import Severity
from kennisbank.reading.site_files import DOCS
from kennisbank.theme.look import MissingLookError

# Engines put these in the folder that they build from.
_MADE_FROM_IT = frozenset({"site", ".cache"})


@command(
    short_help=N_("Write the site as a folder for another generator."),
    help=N_(
        "Write the whole site in FOLDER: pages, data, styles and settings. Another generator, "
        "such as Zensical, builds the same site with it."
    ),
)
@argument("place", type=Path, metavar=N_("FOLDER"))
@root_option
@click.pass_context
def export(context: click.Context, place: Path, root: Path) -> None:
    """Write the folder when the library has no errors; leave with 1 when it has."""
    try:
        with begin(_place(place, root), lambda said: click.echo(said, err=True)) as folder:
            count = _fill(context, folder.path, root)
            folder.publish()
    except BuildFolderError as error:
        raise click.BadParameter(str(error), context, param_hint=_("FOLDER")) from None
    click.echo(
        _("{count} pages are in {place}, ready for another generator.", count=count, place=place)
    )


def _place(place: Path, root: Path) -> Place:
    kept = frozenset(kind.folder for kind in kinds_of(root)) | {".git", str(DOCS)}
    return Place(Path(os.path.normpath(place.absolute())), root, kept, _MADE_FROM_IT)


def _fill(context: click.Context, folder: Path, root: Path) -> int:
    """Write all files of the site into a folder, and return how many pages there are."""
    settings = library_settings(root)
    site = build_site(
        root, repository=settings.repository, imprint=settings.imprint, today=this_day()
    )
    problems = with_settings(site.problems, settings.problems)
    if problems:
        show_problems(problems, root)
    if any(problem.severity is Severity.ERROR for problem in problems):
        click.echo(_("Nothing is written."), err=True)
        context.exit(1)
    try:
        files = folder_files(site, settings.values, root)
    except MissingLookError as error:
        raise click.ClickException(str(error)) from None
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return len(site.pages)
