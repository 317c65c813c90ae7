"""`kennisbank schema`: the kinds become the schemas of editors and the forms on GitHub."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kennisbank.commands.library_folder import root_option
from kennisbank.entries.issue_forms import issue_form_files
from kennisbank.entries.schema import schema_files
from kennisbank.exports.editor_names import names_files
from kennisbank.exports.editor_snippets import snippet_files
from kennisbank.loading import load_library
from kennisbank.replacing import replace_file

if TYPE_CHECKING:
    from pathlib import Path


@click.command(
    options_metavar="[OPTIES]",
    short_help="Vernieuw de schema's voor editors en de formulieren op GitHub.",
    help="Vernieuw de bestanden waarmee een editor meekijkt, en de formulieren op GitHub.",
)
@click.option("--check", "only_check", is_flag=True, help="Kijk alleen of ze nog kloppen.")
@root_option
@click.pass_context
def schema(context: click.Context, only_check: bool, root: Path) -> None:
    """Write the schemas that differ from the kinds; leave with 1 when a check finds any."""
    files = schema_files() | issue_form_files()
    if not only_check:
        # Names that lag behind forbid nothing, so that a new entry makes no file stale.
        library, _ = load_library(root)
        files |= names_files(library) | snippet_files(library)
    stale = {path: text for path, text in files.items() if _text_in(root / path) != text}
    for path, text in stale.items():
        click.echo(f"{'Verouderd' if only_check else 'Vernieuwd'}: {root / path}")
        if not only_check:
            replace_file(root / path, text.encode())
    if not stale:
        click.echo("Alle schema's en formulieren kloppen.")
    elif only_check:
        click.echo("Vernieuw ze met: kennisbank schema")
        context.exit(1)


def _text_in(path: Path) -> str | None:
    return path.read_bytes().decode() if path.is_file() else None
