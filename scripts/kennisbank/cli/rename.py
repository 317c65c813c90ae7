"""`kennisbank rename`: an entry gets another id, and all that names it follows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import nullcontext
from pathlib import Path, PurePosixPath
from typing import NoReturn

import click

from kennisbank.cli.editing import as_before, edit_library
from kennisbank.cli.library_folder import kinds_in, root_option
from kennisbank.cli.output import difference, show_problems
from kennisbank.cli.said import argument, command, option, quoted
from kennisbank.fields.text_rules import ID_LENGTHS, ID_PATTERN
from kennisbank.file_names import is_reserved
from kennisbank.invisible_characters import visible
from kennisbank.library.library import EntryKey, Library
from kennisbank.library.loading import load_library
from kennisbank.library.renaming import renamed, successor, taken_by
from kennisbank.messages import N_, _
from kennisbank.problems import Severity
from kennisbank.suggestions import did_you_mean


def _old(context: click.Context, parameter: click.Parameter, value: str) -> EntryKey:
    written = value.strip().replace("\\", "/").removeprefix("./").replace("/", ":")
    kind, *names = written.split(":", 1)
    known = {
        name.lower(): one.kind
        for one in kinds_in(context.params["root"])
        for name in (one.kind, one.label.one, one.folder)
    }
    if kind.lower() in known and names:
        return EntryKey(known[kind.lower()], names[0].removesuffix(".yml"))
    message = _(
        "'{value}' names no entry. Write method:old or methods/old.yml.", value=visible(value)
    )
    raise click.BadParameter(message, param=parameter)


def _new(_context: click.Context, parameter: click.Parameter, value: str) -> str:
    if is_reserved(value):
        message = _("on Windows, '{value}' is the name of a device. Choose another.", value=value)
        raise click.BadParameter(message, param=parameter)
    if len(value) in ID_LENGTHS and re.fullmatch(ID_PATTERN, value):
        return value
    message = _(
        "'{value}' cannot be a file name. Use small letters, digits and hyphens, without .yml.",
        value=visible(value),
    )
    raise click.BadParameter(message, param=parameter)


@command(
    short_help=N_("Give an entry another address."),
    help=N_(
        "Give an entry another address: 'kennisbank rename method:old new'.\n\nAll links go "
        "along, and the old address leads to the new one."
    ),
)
@argument("old", callback=_old, metavar=N_("OLD"))
@argument("new", callback=_new, metavar=N_("NEW"))
@option(
    "--dry-run",
    is_flag=True,
    help=N_("Show what would change, and change nothing."),
)
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
        edit.replace({one: as_before(root, before[one], text) for one, text in texts.items()})
        edit.remove(path)
    click.echo(_("Renamed: {path} is {moved} now", path=path, moved=moved))
    for other in texts:
        if other != moved:
            click.echo(_("Links adapted: {other}", other=other))


def _planned(
    context: click.Context, old: EntryKey, new: str, root: Path
) -> tuple[Library, PurePosixPath, dict[PurePosixPath, str]]:
    """Return the library, the file of the entry and the new text of each file to write."""
    library, problems = load_library(root)
    if errors := [one for one in sorted(problems) if one.severity is Severity.ERROR]:
        show_problems(errors, root)
        click.echo(_("Nothing is changed: solve this first."), err=True)
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
        click.echo(
            _(
                "This was done already: {path} was '{id}' before.",
                path=library.files[target].path,
                id=old.id,
            )
        )
        context.exit(0)
    known = [key.id for key in library.files if key.kind == old.kind]
    label = next(kind.label.one_in_text for kind in library.kinds if kind.kind == old.kind)
    message = _(
        "{kind} '{id}' does not exist. {question}",
        kind=label,
        id=visible(old.id),
        question=did_you_mean(old.id, known),
    ).strip()
    raise click.BadParameter(message, param_hint=quoted(_("OLD")))


def _refuse_clash(library: Library, old: EntryKey, target: EntryKey, text: str) -> None:
    taken = taken_by(library, target, old)
    if target == old:
        message = _("that is the name already.")
        raise click.BadParameter(message, param_hint=quoted(_("NEW")))
    if not taken:
        return
    # Stopped halfway, the same command left exactly this file: it goes on from there.
    unfinished = target in library.files and library.files[target].document.text == text
    if not unfinished:
        message = _(
            "'{id}' belongs to {taken} already. Choose another name.", id=target.id, taken=taken
        )
        raise click.BadParameter(message, param_hint=quoted(_("NEW")))


def _show(library: Library, path: PurePosixPath, texts: Mapping[PurePosixPath, str]) -> None:
    known = {file.path: file.document.text for file in library.files.values()}
    known |= {page.path: page.text for page in library.pages}
    for new, text in texts.items():
        before = new if new in known else path
        click.echo(difference(known[before], text, before, new))
