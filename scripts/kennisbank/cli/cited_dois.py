"""Looks up the works that texts cite by their DOI, and writes their keys in these texts."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

import click

from kennisbank.atomic import Edit
from kennisbank.checks.doi_citation import cited_dois, with_keys
from kennisbank.cli.cite import agent_of, registry_address, said_by
from kennisbank.cli.editing import edit_library
from kennisbank.invisible_characters import visible
from kennisbank.library.library import Library
from kennisbank.library.loading import load_library
from kennisbank.messages import _
from kennisbank.problems import Problem
from kennisbank.reading.text_file import read_bytes
from kennisbank.sources.addresses import doi_in
from kennisbank.sources.bibtex.file import BIBLIOGRAPHY
from kennisbank.sources.csl_item import CslItem
from kennisbank.sources.importing.adding import write_addition
from kennisbank.sources.importing.doi_lookup import RegistryAnswer, look_up
from kennisbank.sources.importing.known_work import source_with_doi
from kennisbank.sources.importing.registry import item_of

_LARGEST = 5_000_000


def mend_cited_dois(root: Path, *, beside: bool) -> None:
    """Add each work that is cited by its DOI, and write its key; each registry is asked once."""
    library, _problems = load_library(root)
    found = [doi for _place, written in cited_dois(library) if (doi := doi_in(written))]
    # Capitals do not count in a DOI.
    wanted = {doi.casefold(): doi for doi in reversed(found)}.values()
    if not wanted:
        return
    known = {doi for doi in wanted if source_with_doi(library.bibliography, doi)}
    items = [item for doi in wanted if doi not in known and (item := work_of(root, doi))]
    with edit_library(root) as edit:
        for item in items:
            _add(edit, item, beside=beside)
        # The places are those of this moment: somebody else may have written meanwhile.
        _write_keys(edit, load_library(root)[0], beside=beside)


def work_of(root: Path, doi: str) -> CslItem | None:
    """Ask the registry for a work; say why when there is none."""
    said = said_by(look_up(doi, agent_of(root), registry_address()))
    if isinstance(said, RegistryAnswer):
        click.echo(f"{visible(doi)}: {visible(said.message)} {said.hint}", err=True)
        return None
    item = item_of(said, doi)
    if "title" not in item:
        click.echo(f"{visible(doi)}: " + _("there is no title in the answer."), err=True)
        return None
    return item


def _add(edit: Edit, item: CslItem, *, beside: bool) -> None:
    found = write_addition(edit, item)
    if isinstance(found, Problem):
        click.echo(f"{visible(item['DOI'])}: {found.message} {found.hint}", err=True)
    else:
        message = _("Added to {file}: {key}", file=BIBLIOGRAPHY, key=found.source.key)
        click.echo(message, err=beside)


def _write_keys(edit: Edit, library: Library, *, beside: bool) -> None:
    changes: dict[PurePosixPath, dict[tuple[int, int], tuple[str, str]]] = {}
    for place, written in cited_dois(library):
        if source := source_with_doi(library.bibliography, doi_in(written)):
            rows = changes.setdefault(PurePosixPath(place.path), {})
            rows[place.line, place.column] = (written, source.key)
    new = dict(_texts(edit.root, changes.items()))
    if new:
        edit.replace(new)
    for path in new:
        message = _("Mended: {file}: keys in the place of DOIs", file=path)
        click.echo(message, err=beside)


def _texts(
    root: Path,
    changes: Iterable[tuple[PurePosixPath, dict[tuple[int, int], tuple[str, str]]]],
) -> Iterable[tuple[PurePosixPath, bytes]]:
    for path, found in changes:
        data = read_bytes(root, path, _LARGEST)
        if isinstance(data, bytes):
            mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
            text = data.removeprefix(mark).decode("utf-8", "surrogateescape")
            yield path, mark + with_keys(text, found).encode("utf-8", "surrogateescape")
