"""`kennisbank export`: the whole site becomes a folder that another engine builds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kennisbank.build import build_site
from kennisbank.cli.library_folder import root_option
from kennisbank.cli.output import show_problems
from kennisbank.cli.settings import library_settings
from kennisbank.config.site_settings import with_settings
from kennisbank.engines.static_export import FIRST_LINE, SETTINGS, folder_files
from kennisbank.exchanging import beside, bring_back, put_in_place
from kennisbank.problems import Severity
from kennisbank.theme.look import MissingLookError

if TYPE_CHECKING:
    from collections.abc import Mapping


def _place(_: click.Context, parameter: click.Parameter, value: str) -> Path:
    """Return the folder to write; one that holds something else is not written over."""
    place = Path(value)
    if not place.exists() or (place.is_dir() and (_is_ours(place) or not any(place.iterdir()))):
        return place
    message = f"in '{value}' staat al iets anders. Noem een map die er nog niet is."
    raise click.BadParameter(message, param=parameter)


def _is_ours(place: Path) -> bool:
    settings = place / SETTINGS
    return settings.is_file() and settings.read_bytes().startswith(FIRST_LINE.encode())


@click.command(
    options_metavar="[OPTIES]",
    short_help="Schrijf de site als map voor een andere generator.",
    help="Schrijf de hele site in MAP: pagina's, gegevens, stijlen en instellingen. "
    "Een andere generator, zoals Zensical, bouwt daar dezelfde site mee.",
)
@click.argument("place", callback=_place, metavar="MAP")
@root_option
@click.pass_context
def export(context: click.Context, place: Path, root: Path) -> None:
    """Write the folder when the library has no errors; leave with 1 when it has."""
    settings = library_settings(root)
    site = build_site(root, repository=settings.repository, imprint=settings.imprint)
    problems = with_settings(site.problems, settings.problems)
    if problems:
        show_problems(problems, root)
    if any(problem.severity is Severity.ERROR for problem in problems):
        click.echo("Er is niets geschreven.", err=True)
        context.exit(1)
    try:
        files = folder_files(site, settings.values, root)
    except MissingLookError as error:
        raise click.ClickException(str(error)) from None
    _write(place, files)
    click.echo(f"{len(site.pages)} pagina's staan in {place}, klaar voor een andere generator.")


def _write(place: Path, files: Mapping[str, bytes]) -> None:
    """Write the files beside the folder, and put them in its place together."""
    bring_back(place)
    new = beside(place)
    for path, content in files.items():
        (new / path).parent.mkdir(parents=True, exist_ok=True)
        (new / path).write_bytes(content)
    put_in_place(place)
