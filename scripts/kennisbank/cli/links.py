"""`kennisbank links`: lists the addresses elsewhere, or reports which do not answer."""

from __future__ import annotations

from pathlib import Path

import click

from kennisbank.cli.library_folder import root_option
from kennisbank.library.loading import load_library
from kennisbank.outputs.external_links import (
    LinkVerdict,
    links_report,
    nothing_answered,
    outside_addresses,
    read_outcomes,
)


@click.command(
    options_metavar="[OPTIES]",
    short_help="Toon de adressen buiten de site, of wat ermee is.",
    help="Toon alle adressen buiten de site die bronnen, onderwerpen en pagina's noemen, één per "
    "regel. Met --report: wat lychee van die lijst vond, als tekst voor een melding.",
)
@click.option(
    "--report",
    "outcome",
    type=click.Path(exists=True, dir_okay=False),
    metavar="BESTAND",
    help="De uitkomst van lychee, in JSON.",
)
@root_option
@click.pass_context
def links(context: click.Context, outcome: str | None, root: Path) -> None:
    """Print the list, or the report; leave with 1 when an address does not work."""
    library, _ = load_library(root)
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
        message = "geen enkel adres gaf antwoord; dit zegt niets over de adressen."
        raise click.UsageError(message)
    context.exit(any(one.verdict is LinkVerdict.BROKEN for one in outcomes))
