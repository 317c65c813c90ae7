"""`kennisbank check`: reports what is wrong in a library, and mends what needs no choice.

What the check itself is made of is read when there is something to look at: that takes longer than
to see that nothing changed since the last one.
"""

from __future__ import annotations

from pathlib import Path

import click

from kennisbank.cli.kept_report import KeptReport
from kennisbank.cli.library_folder import FOLDER, library_root
from kennisbank.cli.output import as_github, as_json, as_text, line_reader
from kennisbank.cli.said import argument, command, option
from kennisbank.messages import N_, _
from kennisbank.problems import Problem, Severity


@command(
    short_help=N_("Check all files."),
    help=N_(
        "Check all files in FOLDER, or in the folder where you are now. Without --fix, this "
        "changes nothing."
    ),
)
@argument(
    "root",
    default=".",
    type=FOLDER,
    callback=library_root,
    metavar=N_("[FOLDER]"),
)
@option(
    "--format",
    "form",
    type=click.Choice(["text", "github", "json"]),
    default="text",
    show_default=True,
    help=N_("Text to read, messages for GitHub, or JSON for a program."),
)
@option(
    "--language",
    is_flag=True,
    help=N_("Give advice on plain language, too. That is never an error."),
)
@option(
    "--fix",
    is_flag=True,
    help=N_(
        "First mend what needs no choice: the order of fields, quotation marks, spaces at the end "
        "of a line, line ends, and titles where an id belongs. The content and your remarks stay "
        "the same."
    ),
)
@option("--dry-run", is_flag=True, help=N_("With --fix, show what would change."))
@option(
    "--strict",
    is_flag=True,
    help=N_("Reject a warning, too, as `mkdocs build --strict` does."),
)
@click.pass_context
def check(context: click.Context, /, root: Path, form: str, **wishes: bool) -> None:
    """Print the problems of a library; leave with 1 when one of them is an error.

    Strictly, a warning is as bad; advice never is.
    """
    if wishes["dry_run"] and not wishes["fix"]:
        message = _("'--dry-run' goes with '--fix'.")
        raise click.UsageError(message)
    if wishes["fix"]:
        from kennisbank.cli.mending import mend_all, show_mended  # noqa: PLC0415

        (show_mended if wishes["dry_run"] else mend_all)(root, beside=form != "text")
    problems = _problems(root, language=wishes["language"])
    if form == "text":
        report = as_text(problems, line_reader(root))
    else:
        report = as_github(problems) if form == "github" else as_json(problems)
    click.echo(report, nl=bool(report))
    bad = {Severity.ERROR, Severity.WARNING} if wishes["strict"] else {Severity.ERROR}
    context.exit(any(problem.severity in bad for problem in problems))


def _problems(root: Path, *, language: bool) -> list[Problem]:
    kept = KeptReport(root, language=language)
    problems = kept.problems()
    if problems is None:
        from kennisbank.cli.checking import checked  # noqa: PLC0415

        problems = checked(root, kept, language=language)
    return problems
