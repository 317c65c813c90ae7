"""`kennisbank rename`: an entry gets another id, and all that names it follows."""

from __future__ import annotations

import re
from contextlib import nullcontext
from typing import TYPE_CHECKING, NoReturn

import click

from kennisbank.cli.editing import edit_library
from kennisbank.cli.library_folder import root_option
from kennisbank.cli.output import difference, show_problems
from kennisbank.config.configuration import kinds_of
from kennisbank.fields.text_rules import ID_LENGTHS, ID_PATTERN
from kennisbank.file_names import is_reserved
from kennisbank.invisible_characters import visible
from kennisbank.library.library import EntryKey, Library
from kennisbank.library.loading import load_library
from kennisbank.library.renaming import renamed, successor, taken_by
from kennisbank.problems import Severity
from kennisbank.reading.text_file import read_bytes
from kennisbank.suggestions import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path, PurePosixPath


def _old(context: click.Context, parameter: click.Parameter, value: str) -> EntryKey:
    written = value.strip().replace("\\", "/").removeprefix("./").replace("/", ":")
    kind, *names = written.split(":", 1)
    known = {
        name.lower(): one.kind
        for one in kinds_of(context.params["root"])
        for name in (one.kind, one.label.one, one.folder)
    }
    if kind.lower() in known and names:
        return EntryKey(known[kind.lower()], names[0].removesuffix(".yml"))
    message = f"'{visible(value)}' noemt geen onderwerp. Schrijf methode:oud of methods/oud.yml."
    raise click.BadParameter(message, param=parameter)


def _new(_: click.Context, parameter: click.Parameter, value: str) -> str:
    if is_reserved(value):
        message = f"op Windows is '{value}' de naam van een apparaat. Kies een andere."
        raise click.BadParameter(message, param=parameter)
    if len(value) in ID_LENGTHS and re.fullmatch(ID_PATTERN, value):
        return value
    message = (
        f"'{visible(value)}' kan geen bestandsnaam zijn. Gebruik kleine letters, cijfers en "
        "streepjes, zonder .yml."
    )
    raise click.BadParameter(message, param=parameter)


@click.command(
    options_metavar="[OPTIES]",
    short_help="Geef een onderwerp een ander adres.",
    help="Geef een onderwerp een ander adres: 'kennisbank rename methode:oud nieuw'.\n\nAlle "
    "verwijzingen gaan mee, en het oude adres leidt naar het nieuwe.",
)
@click.argument("old", callback=_old, metavar="OUD")
@click.argument("new", callback=_new, metavar="NIEUW")
@click.option("--dry-run", is_flag=True, help="Toon wat er zou veranderen, en verander niets.")
@root_option
@click.pass_context
def rename(context: click.Context, old: EntryKey, new: str, dry_run: bool, root: Path) -> None:
    """Write the files that change; leave with 1 when the library cannot be read wholly."""
    with nullcontext() if dry_run else edit_library(root) as edit:
        library, path, texts = _planned(context, old, new, root)
        if edit is None:
            _show(library, path, texts)
            return
        moved = path.with_stem(new)
        before = {one: path if one == moved else one for one in texts}
        edit.replace({one: _as_before(root, before[one], text) for one, text in texts.items()})
        edit.remove(path)
    click.echo(f"Hernoemd: {path} is nu {moved}")
    for other in texts:
        if other != moved:
            click.echo(f"Verwijzingen aangepast: {other}")


def _planned(
    context: click.Context, old: EntryKey, new: str, root: Path
) -> tuple[Library, PurePosixPath, dict[PurePosixPath, str]]:
    """Return the library, the file of the entry and the new text of each file to write."""
    library, problems = load_library(root)
    if errors := [one for one in sorted(problems) if one.severity is Severity.ERROR]:
        show_problems(errors, root)
        click.echo("Er is niets veranderd: los dit eerst op.", err=True)
        context.exit(1)
    target = EntryKey(old.kind, new)
    if old not in library.files:
        _say_it_is_gone(context, library, old, target)
    texts = renamed(library, old, new)
    path = library.files[old].path
    _refuse_clash(library, old, target, texts[path.with_stem(new)])
    return library, path, texts


def _say_it_is_gone(
    context: click.Context, library: Library, old: EntryKey, target: EntryKey
) -> NoReturn:
    if successor(library, old) == target:
        click.echo(f"Dit is al gebeurd: {library.files[target].path} was eerder '{old.id}'.")
        context.exit(0)
    known = [key.id for key in library.files if key.kind == old.kind]
    label = next(kind.label.one.lower() for kind in library.kinds if kind.kind == old.kind)
    message = f"{label} '{visible(old.id)}' bestaat niet. {did_you_mean(old.id, known)}".strip()
    raise click.BadParameter(message, param_hint="'OUD'")


def _refuse_clash(library: Library, old: EntryKey, target: EntryKey, text: str) -> None:
    taken = taken_by(library, target, old)
    if target == old:
        message = "dat is al de naam."
        raise click.BadParameter(message, param_hint="'NIEUW'")
    if not taken:
        return
    # Stopped halfway, the same command left exactly this file: it goes on from there.
    unfinished = target in library.files and library.files[target].document.text == text
    if not unfinished:
        message = f"'{target.id}' is al van {taken}. Kies een andere naam."
        raise click.BadParameter(message, param_hint="'NIEUW'")


def _as_before(root: Path, path: PurePosixPath, text: str) -> bytes:
    """Return a text with the line ends that its file has."""
    data = read_bytes(root, path)
    crlf = isinstance(data, bytes) and b"\r\n" in data
    return text.replace("\n", "\r\n").encode() if crlf else text.encode()


def _show(library: Library, path: PurePosixPath, texts: Mapping[PurePosixPath, str]) -> None:
    known = {file.path: file.document.text for file in library.files.values()}
    known |= {page.path: page.text for page in library.pages}
    for new, text in texts.items():
        before = new if new in known else path
        click.echo(difference(known[before], text, before, new))
