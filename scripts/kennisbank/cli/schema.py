"""`kennisbank schema`: renews the schemas for editors and the forms on GitHub."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath

import click

from kennisbank.cli.editing import edit_library
from kennisbank.cli.library_folder import root_option
from kennisbank.cli.output import as_text, line_reader
from kennisbank.cli.said import command, option
from kennisbank.config.configuration import configuration_of
from kennisbank.config.schema import PATH as CONFIGURATION_SCHEMA
from kennisbank.config.schema import configuration_schema
from kennisbank.fields.base import Entry
from kennisbank.fields.schema import DIALECT, FOLDER, NAMES, SOURCE, schema_files
from kennisbank.fields.types import Schema
from kennisbank.forms.issue_forms import issue_form_files
from kennisbank.library.library import Library
from kennisbank.library.loading import load_library
from kennisbank.messages import N_, _
from kennisbank.problems import Problem
from kennisbank.reading.text_file import read_bytes
from kennisbank.sources.conversion import csl_item
from kennisbank.sources.style.in_text import in_text_forms

SCHEMA_LIMIT = 20_000_000


@command(
    short_help=N_("Renew the schemas for editors and the forms on GitHub."),
    help=N_("Renew the files with which an editor looks along, and the forms on GitHub."),
)
@option(
    "--check",
    "only_check",
    is_flag=True,
    help=N_("Only look whether they are right still."),
)
@root_option
@click.pass_context
def schema(context: click.Context, only_check: bool, root: Path) -> None:
    """Write the schemas that differ from the kinds; leave with 1 when a check finds any."""
    configuration, wrong = configuration_of(root)
    if wrong:
        click.echo(as_text(wrong, line_reader(root)), err=True)
        context.exit(1)
    kinds = configuration.kinds
    files = schemas_of(kinds)
    if not only_check:
        # Names that lag behind forbid nothing, so that a new entry makes no file stale.
        library, _wrong = load_library(root)
        files |= names_files(library)
    contents = {PurePosixPath(path): text.encode() for path, text in files.items()}
    stale = {path: new for path, new in contents.items() if _content_of(root, path) != new}
    if not stale:
        click.echo(_("All schemas and forms are right."))
    elif only_check:
        click.echo(
            "".join(_("Out of date: {path}\n", path=root / path) for path in stale), nl=False
        )
        click.echo(_("Renew them with: kennisbank schema"))
        context.exit(1)
    else:
        _renew(root, stale)


def schemas_of(kinds: Sequence[type[Entry]]) -> dict[str, str]:
    """Return the text of each file that follows from the kinds of a library, by its path in it."""
    files = schema_files(kinds) | issue_form_files(kinds)
    return files | {CONFIGURATION_SCHEMA: configuration_schema()}


def names_files(library: Library) -> dict[str, str]:
    """Return what an editor completes, by its path: the ids of entries and the keys of sources.

    It may lag behind, since it forbids nothing.
    """
    kinds = [kind.kind for kind in library.kinds]
    titles: dict[str, dict[str, str]] = {name: {} for name in (*kinds, SOURCE)}
    for entry_key, entry in library.entries.items():
        titles[entry_key.kind][entry_key.id] = entry.title
    for key, name in _source_names(library).items():
        titles[SOURCE][key] = ". ".join(filter(None, name))
    schema = {"$schema": DIALECT, "$defs": {name: _names(one) for name, one in titles.items()}}
    return {f"{FOLDER}/{NAMES}": json.dumps(schema, ensure_ascii=False, indent=2) + "\n"}


def _source_names(library: Library) -> dict[str, tuple[str, str]]:
    """Return of each source what a sentence calls it, and its title, by key."""
    items = {key: csl_item(source) for key, source in library.bibliography.sources.items()}
    forms = in_text_forms(items)
    return {
        key: (forms[key].in_sentence.striptags(), str(item.get("title", "")))
        for key, item in items.items()
    }


def _names(titles: Mapping[str, str]) -> Schema:
    """Return a closed list with a description of each; the second name is that of VS Code."""
    names = sorted(titles)
    return {"enum": names, "enumDescriptions": [titles[name] for name in names]}


def _renew(root: Path, contents: Mapping[PurePosixPath, bytes]) -> None:
    with edit_library(root) as edit:
        for path, content in contents.items():
            edit.replace({path: content})
            click.echo(_("Renewed: {path}", path=root / path))


def _content_of(root: Path, path: PurePosixPath) -> bytes | None:
    content = read_bytes(root, path, SCHEMA_LIMIT)
    return None if isinstance(content, Problem) else content
