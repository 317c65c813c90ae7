"""`kennisbank new`: a kind and a title become the file of a new entry."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import click

from kennisbank.commands.library_folder import root_option
from kennisbank.entries import KINDS
from kennisbank.entries.fields import ID_LENGTHS
from kennisbank.entries.scaffold import MARKER, new_id, scaffold
from kennisbank.entries.validation import validate
from kennisbank.reading.yaml_document import read_yaml
from kennisbank.suggestions import did_you_mean

if TYPE_CHECKING:
    from kennisbank.entries.base import Entry


def _kind(_: click.Context, parameter: click.Parameter, value: str) -> type[Entry]:
    names = {kind.label.one.lower(): kind for kind in KINDS} | {kind.kind: kind for kind in KINDS}
    if value.lower() in names:
        return names[value.lower()]
    labels = ", ".join(kind.label.one.lower() for kind in KINDS)
    hint = did_you_mean(value, names) or f"Kies uit: {labels}."
    message = f"de soort '{value}' bestaat niet. {hint}"
    raise click.BadParameter(message, param=parameter)


@click.command(
    options_metavar="[OPTIES]",
    short_help="Maak een nieuw bestand om in te vullen.",
    help="Maak een nieuw bestand om in te vullen: kennisbank new methode 'Taken ruilen'.\n\n"
    f"SOORT is een van: {', '.join(kind.label.one.lower() for kind in KINDS)}.",
)
@click.argument("kind", callback=_kind, metavar="SOORT")
@click.argument("title", metavar="TITEL")
@root_option
def new(kind: type[Entry], title: str, root: Path) -> None:
    """Write the file of a new entry, where there is none yet."""
    path = PurePosixPath(kind.folder, f"{new_id(title)}.yml")
    text = scaffold(kind, title, datetime.now().astimezone().date())
    if fault := _title_fault(kind, title, text):
        raise click.BadParameter(fault, param_hint="'TITEL'")
    (root / kind.folder).mkdir(exist_ok=True)
    try:
        with (root / path).open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        message = f"{root / path} bestaat al. Vul dat bestand aan of kies een andere titel."
        raise click.BadParameter(message, param_hint="'TITEL'") from None
    click.echo(f"Gemaakt: {root / path}\n")
    click.echo(f"1. Open het bestand en vervang elke {MARKER} door uw tekst.")
    click.echo("2. Kijk het na met: kennisbank check" + ("" if root == Path() else f" {root}"))


def _title_fault(kind: type[Entry], title: str, text: str) -> str:
    if len(new_id(title)) not in ID_LENGTHS:
        return "hiervan is geen bestandsnaam te maken. Gebruik ten minste twee letters of cijfers."
    document, problems = read_yaml(PurePosixPath(kind.folder), text)
    if document is None:
        return problems[0].message
    _, faults = validate(kind, document.value)
    return next((f"de titel {fault.message}" for fault in faults if "title" in fault.key_path), "")
