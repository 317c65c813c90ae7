"""Mends what is wrong in a library and needs no choice, for `kennisbank check --fix`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

import click

from kennisbank.atomic import Edit
from kennisbank.cli.cited_dois import mend_cited_dois
from kennisbank.cli.editing import as_before, edit_library
from kennisbank.cli.output import difference
from kennisbank.config.configuration import kinds_of
from kennisbank.fields.base import Entry
from kennisbank.fields.repairing import repair
from kennisbank.library.loading import load_library
from kennisbank.library.renaming import with_ids
from kennisbank.messages import N_, _
from kennisbank.problems import Problem
from kennisbank.reading.plain_files import names_in
from kennisbank.reading.text_file import decode, read_bytes
from kennisbank.reading.yaml_document import read_yaml


class Fixed(NamedTuple):
    """A file that is not as it should be: what it should be, and what that mends."""

    path: PurePosixPath
    before: str
    text: str
    mended: tuple[str, ...]

    @property
    def summary(self) -> str:
        """What was mended, on one line."""
        return f"{self.path}: {', '.join(_(name) for name in self.mended)}"

    @property
    def difference(self) -> str:
        """The lines that change."""
        return difference(self.before, self.text, self.path, self.path)


def _fixes(root: Path) -> Iterator[Fixed]:
    """Yield each entry file to mend; what cannot be read wholly is left to the check."""
    for kind in kinds_of(root):
        # What is no plain file or lies behind a link, the check reports.
        for path, is_folder in names_in(root, PurePosixPath(kind.folder), []):
            if path.suffix == ".yml" and not is_folder and (fixed := _fixed(root, path, kind)):
                yield fixed


def _clean(edit: Edit, root: Path) -> None:
    """Remove what commands left among the entries when they were killed."""
    for kind in kinds_of(root):
        edit.clean(PurePosixPath(kind.folder))


def _fixed(root: Path, path: PurePosixPath, kind: type[Entry]) -> Fixed | None:
    data = read_bytes(root, path)
    text = data if isinstance(data, Problem) else decode(data, path)
    document = None if isinstance(text, Problem) else read_yaml(path, text)[0]
    if isinstance(data, Problem) or document is None:
        return None
    mended = repair(kind, document)
    if mended.text.encode() == data:
        return None
    ends = (N_("line ends"),) if document.text.encode() != data else ()
    return Fixed(path, data.decode("utf-8-sig"), mended.text, (*ends, *mended.mended))


def show_mended(root: Path, *, beside: bool) -> None:
    """Show what would be mended, beside the report when a program reads that."""
    for fixed in _fixes(root):
        click.echo(fixed.difference, err=beside)
    _show_ids(root, beside=beside)


def mend_all(root: Path, *, beside: bool) -> None:
    """Mend files and say so, beside the report when a program reads that."""
    mend_cited_dois(root, beside=beside)
    with edit_library(root) as edit:
        _clean(edit, root)
        for fixed in _fixes(root):
            edit.replace({fixed.path: fixed.text.encode()})
            click.echo(_("Mended: {summary}", summary=fixed.summary), err=beside)

    with edit_library(root) as edit:
        _write_ids(edit, beside=beside)


def _write_ids(edit: Edit, *, beside: bool) -> None:
    """Write the id of an entry where its title or an alias stands."""
    library, _problems = load_library(edit.root)
    for path, text in with_ids(library).items():
        edit.replace({path: as_before(edit.root, path, text)})
        click.echo(_("Mended: {file}: ids in the place of titles", file=path), err=beside)


def _show_ids(root: Path, *, beside: bool) -> None:
    library, _problems = load_library(root)
    before = {file.path: file.document.text for file in library.files.values()}
    before |= {page.path: page.text for page in library.pages}
    for path, text in with_ids(library).items():
        click.echo(difference(before[path], text, path, path), err=beside)
