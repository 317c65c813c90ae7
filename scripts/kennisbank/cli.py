"""What a person types becomes checks, new entry files and schemas; only this module prints."""

from __future__ import annotations

import os
import sys
from datetime import datetime
from functools import cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import click

from kennisbank.checks import check_library
from kennisbank.dutch_click import speak_dutch
from kennisbank.entries import KINDS
from kennisbank.entries.fields import ID_LENGTHS
from kennisbank.entries.scaffold import MARKER, new_id, scaffold
from kennisbank.entries.schema import schema_files
from kennisbank.entries.validation import validate
from kennisbank.language import advise
from kennisbank.loading import BIBLIOGRAPHY_LIMIT, load_library
from kennisbank.problems import Problem, Severity
from kennisbank.reading.text_file import read_text
from kennisbank.reading.yaml_document import read_yaml
from kennisbank.replacing import replace_file
from kennisbank.reports import as_github, as_json, as_text
from kennisbank.suggestions import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable

    from kennisbank.entries.base import Entry

LONG_CHECK = 300
INTERRUPTED = 130
_STEP_WIDTH = 60

speak_dutch()


def main() -> None:
    """Run the command; leave with 0 fine, 1 problems found, 2 wrong use, 130 interrupted."""
    color = False if os.environ.get("NO_COLOR") else None
    try:
        code = kennisbank.main(prog_name="kennisbank", standalone_mode=False, color=color)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.Abort:
        sys.exit(INTERRUPTED)
    except OSError as error:
        click.echo(f"Fout: {error.filename} is niet te openen ({error.strerror}).", err=True)
        sys.exit(2)
    sys.exit(code)


def _library_root(_: click.Context, parameter: click.Parameter, value: str) -> Path:
    root = Path(value)
    if (root / "mkdocs.yml").is_file() or any((root / kind.folder).is_dir() for kind in KINDS):
        return root
    folders = ", ".join(f"{kind.folder}/" for kind in KINDS)
    message = f"in '{value}' staat geen bibliotheek: geen mkdocs.yml en geen van {folders}."
    raise click.BadParameter(message, param=parameter)


def _kind(_: click.Context, parameter: click.Parameter, value: str) -> type[Entry]:
    names = {kind.label.one.lower(): kind for kind in KINDS} | {kind.kind: kind for kind in KINDS}
    if value.lower() in names:
        return names[value.lower()]
    labels = ", ".join(kind.label.one.lower() for kind in KINDS)
    hint = did_you_mean(value, names) or f"Kies uit: {labels}."
    message = f"de soort '{value}' bestaat niet. {hint}"
    raise click.BadParameter(message, param=parameter)


_FOLDER = click.Path(exists=True, file_okay=False)
_root_option = click.option(
    "--root",
    default=".",
    type=_FOLDER,
    callback=_library_root,
    metavar="MAP",
    help="De map van de bibliotheek; anders de map waarin u nu bent.",
)


@click.group(
    options_metavar="[OPTIES]",
    subcommand_metavar="OPDRACHT …",
    help="Kijkt een kennisbibliotheek na en helpt bij het schrijven.",
    epilog="Meer over een opdracht: kennisbank OPDRACHT --help",
)
def kennisbank() -> None:
    """Hold the commands."""


@kennisbank.command(
    options_metavar="[OPTIES]",
    short_help="Kijk alle bestanden na.",
    help="Kijk alle bestanden na in MAP, of in de map waarin u nu bent. Dit verandert niets.",
)
@click.argument("root", default=".", type=_FOLDER, callback=_library_root, metavar="[MAP]")
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
@click.pass_context
def check(context: click.Context, root: Path, form: str, language: bool) -> None:
    """Print the problems of a library; leave with 1 when one of them is an error."""
    problems = _problems(root, _say_steps(root), language=language)
    if form == "text":
        report = as_text(problems, _line_reader(root))
    else:
        report = as_github(problems) if form == "github" else as_json(problems)
    click.echo(report, nl=bool(report))
    context.exit(any(problem.severity is Severity.ERROR for problem in problems))


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
    if count <= LONG_CHECK or not sys.stderr.isatty():
        return lambda _: None

    def say(step: str) -> None:
        text = f"{count} bestanden {step} …" if step else ""
        click.echo(f"\r{text:<{_STEP_WIDTH}}\r{text}", nl=False, err=True)

    return say


def _line_reader(root: Path) -> Callable[[PurePosixPath, int], str]:
    @cache
    def lines(path: PurePosixPath) -> list[str]:
        # What may not be read, such as a link to a file elsewhere, is not shown either.
        text = read_text(root, path, BIBLIOGRAPHY_LIMIT)
        return [] if isinstance(text, Problem) else text.split("\n")

    return lambda path, number: "".join(lines(path)[number - 1 : number])


@kennisbank.command(
    options_metavar="[OPTIES]",
    short_help="Maak een nieuw bestand om in te vullen.",
    help="Maak een nieuw bestand om in te vullen: kennisbank new methode 'Taken ruilen'.\n\n"
    f"SOORT is een van: {', '.join(kind.label.one.lower() for kind in KINDS)}.",
)
@click.argument("kind", callback=_kind, metavar="SOORT")
@click.argument("title", metavar="TITEL")
@_root_option
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


@kennisbank.command(
    options_metavar="[OPTIES]",
    short_help="Vernieuw de schema's voor editors.",
    help="Vernieuw in docs/schemas de bestanden waarmee een editor meekijkt.",
)
@click.option("--check", "only_check", is_flag=True, help="Kijk alleen of ze nog kloppen.")
@_root_option
@click.pass_context
def schema(context: click.Context, only_check: bool, root: Path) -> None:
    """Write the schemas that differ from the kinds; leave with 1 when a check finds any."""
    stale = {path: text for path, text in schema_files().items() if _text_in(root / path) != text}
    for path, text in stale.items():
        click.echo(f"{'Verouderd' if only_check else 'Vernieuwd'}: {root / path}")
        if not only_check:
            replace_file(root / path, text.encode())
    if not stale:
        click.echo("Alle schema's kloppen.")
    elif only_check:
        click.echo("Vernieuw ze met: kennisbank schema")
        context.exit(1)


def _text_in(path: Path) -> str | None:
    return path.read_bytes().decode() if path.is_file() else None
