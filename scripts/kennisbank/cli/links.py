"""`kennisbank links`: lists the addresses elsewhere, or reports which do not answer."""

from __future__ import annotations

from pathlib import Path

import click

from kennisbank.cli.library_folder import root_option
from kennisbank.cli.said import command, option
from kennisbank.library.loading import load_library
from kennisbank.messages import N_, _
from kennisbank.outputs.external_links import (
    LinkVerdict,
    links_report,
    nothing_answered,
    outside_addresses,
    read_outcomes,
)


@command(
    short_help=N_("Show the addresses outside the site, or what is the matter with them."),
    help=N_(
        "Show all addresses outside the site that sources, entries and pages name, one on each "
        "line. With --report: what lychee found of that list, as a text for an issue."
    ),
)
@option(
    "--report",
    "outcome",
    type=click.Path(exists=True, dir_okay=False),
    metavar=N_("FILE"),
    help=N_("The outcome of lychee, in JSON."),
)
@root_option
@click.pass_context
def links(context: click.Context, outcome: str | None, root: Path) -> None:
    """Print the list, or the report; leave with 1 when an address does not work."""
    library, _wrong = load_library(root)
    addresses = outside_addresses(library, root)
    if outcome is None:
        # In angle brackets an address is whole, whatever signs it ends with.
        click.echo("".join(f"<{address.url}>\n" for address in addresses), nl=False)
        return
    try:
        text = Path(outcome).read_text(encoding="utf-8-sig", errors="replace")
        outcomes = read_outcomes(text, addresses)
    except ValueError as error:
        message = f"{outcome}: {error}"
        raise click.UsageError(message) from None
    click.echo(links_report(outcomes, len(addresses)), nl=False)
    if nothing_answered(outcomes, len(addresses)):
        message = _("no address answered; this says nothing about the addresses.")
        raise click.UsageError(message)
    context.exit(any(one.verdict is LinkVerdict.BROKEN for one in outcomes))
