"""`kennisbank book`: the library, or some kinds of it, as one PDF."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import click

from kennisbank.atomic import replace_file
from kennisbank.build import build_site
from kennisbank.cli.library_folder import kinds_in, root_option, this_day
from kennisbank.cli.output import show_problems
from kennisbank.cli.said import argument, command, option
from kennisbank.cli.settings import library_settings
from kennisbank.messages import N_, _
from kennisbank.outputs.pdf import NoPrinterError, pdf_of
from kennisbank.problems import Severity


@command(
    short_help=N_("Make a PDF of the library, or of some kinds."),
    help=N_(
        "Make one PDF of the whole library, or of the kinds that you name, with contents, "
        "bookmarks and one list of sources."
    ),
)
@argument("file", type=Path, metavar=N_("FILE.pdf"))
@option("--kind", "kinds", multiple=True, metavar=N_("KIND"), help=N_("Only this kind."))
@root_option
@click.pass_context
def book(context: click.Context, file: Path, kinds: tuple[str, ...], root: Path) -> None:
    """Write the PDF when the library has no errors; leave with 1 when it has."""
    known = [kind.kind for kind in kinds_in(root)]
    for kind in kinds:
        if kind not in known:
            message = _(
                "there is no kind {kind}. Choose from: {kinds}.", kind=kind, kinds=", ".join(known)
            )
            raise click.BadParameter(message, context, param_hint="--kind")
    settings = library_settings(root)
    site = build_site(
        root, repository=settings.repository, imprint=settings.imprint, today=this_day()
    )
    errors = [one for one in site.problems if one.severity is Severity.ERROR]
    if errors or not site.book:
        show_problems(errors, root)
        click.echo(_("Nothing was written."), err=True)
        context.exit(1)
    try:
        pdf = pdf_of(site.book(kinds))
    except NoPrinterError as error:
        raise click.ClickException(str(error)) from None
    replace_file(file.absolute().parent, PurePosixPath(file.name), pdf)
    click.echo(_("{file} is ready.", file=str(file)))
