"""`kennisbank check`: the folder of a library becomes a report of what is wrong in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kennisbank.checks import check_library
from kennisbank.commands.editing import edit_library
from kennisbank.commands.fixing import clean, fixes, mend
from kennisbank.commands.library_folder import FOLDER, library_root
from kennisbank.commands.progress import show_step, someone_waits
from kennisbank.commands.shown_lines import line_reader
from kennisbank.entries import KINDS
from kennisbank.language import advise
from kennisbank.loading import load_library
from kennisbank.problems import Problem, Severity
from kennisbank.reports import as_github, as_json, as_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LONG_CHECK = 300


@click.command(
    options_metavar="[OPTIES]",
    short_help="Kijk alle bestanden na.",
    help="Kijk alle bestanden na in MAP, of in de map waarin u nu bent. Zonder --fix verandert dit "
    "niets.",
)
@click.argument("root", default=".", type=FOLDER, callback=library_root, metavar="[MAP]")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github", "json"]),
    default="text",
    show_default=True,
    help="Tekst om te lezen, meldingen voor GitHub, of JSON voor een programma.",
)
@click.option(
    "--language",
    is_flag=True,
    help="Geef ook advies over gewone taal. Dat is nooit een fout.",
)
@click.option(
    "--fix",
    is_flag=True,
    help="Herstel eerst wat geen keuze vraagt: de volgorde van velden, aanhalingstekens, spaties "
    "aan het eind van een regel en regeleinden. De inhoud en uw opmerkingen blijven gelijk.",
)
@click.option("--dry-run", is_flag=True, help="Toon bij --fix wat er zou veranderen.")
@click.pass_context
def check(context: click.Context, /, root: Path, form: str, **wishes: bool) -> None:
    """Print the problems of a library; leave with 1 when one of them is an error."""
    if wishes["dry_run"] and not wishes["fix"]:
        message = "'--dry-run' hoort bij '--fix'."
        raise click.UsageError(message)
    if wishes["fix"]:
        (_show_fixes if wishes["dry_run"] else _mend)(root, beside=form != "text")
    problems = _problems(root, _say_steps(root), language=wishes["language"])
    if form == "text":
        report = as_text(problems, line_reader(root))
    else:
        report = as_github(problems) if form == "github" else as_json(problems)
    click.echo(report, nl=bool(report))
    context.exit(any(problem.severity is Severity.ERROR for problem in problems))


def _show_fixes(root: Path, *, beside: bool) -> None:
    """Show what would be mended, beside the report when a program reads that."""
    for fixed in fixes(root):
        click.echo(fixed.difference, err=beside)


def _mend(root: Path, *, beside: bool) -> None:
    """Mend files and say so, beside the report when a program reads that."""
    with edit_library(root) as edit:
        clean(edit)
        for fixed in fixes(root):
            mend(edit, fixed)
            click.echo(f"Hersteld: {fixed.summary}", err=beside)


def _problems(root: Path, say: Callable[[str], None], *, language: bool) -> list[Problem]:
    say("lezen")
    library, problems = load_library(root)
    say("nakijken")
    problems += check_library(library)
    if language:
        say("op taal nakijken")
        problems += advise(library)
    say("")
    return sorted(problems)


def _say_steps(root: Path) -> Callable[[str], None]:
    """Return what shows a step on the line where the cursor is, when someone waits for it."""
    count = sum(1 for kind in KINDS for _ in (root / kind.folder).glob("*.yml"))
    if count <= LONG_CHECK or not someone_waits():
        return lambda _: None

    return lambda step: show_step(f"{count} bestanden {step} …" if step else "")
