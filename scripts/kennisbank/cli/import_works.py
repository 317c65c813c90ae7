"""Brings works of another program into references.bib: a file, or a public group of Zotero."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import click

from kennisbank.checks import source_problems
from kennisbank.cli.cite import agent_of, registry_address
from kennisbank.cli.editing import edit_library
from kennisbank.cli.watch import patiently
from kennisbank.cli.watch_report import FIELDS
from kennisbank.invisible_characters import one_line, visible
from kennisbank.messages import _, ngettext
from kennisbank.problems import Problem
from kennisbank.reading.text_file import BIBLIOGRAPHY_LIMIT, read_bytes
from kennisbank.sources.bibtex.file import BIBLIOGRAPHY, bib_text
from kennisbank.sources.bibtex.reader import read_bibtex
from kennisbank.sources.importing.merging import Merge, merge_of, merged
from kennisbank.sources.importing.works_in_file import MOST_WORKS, WorksInFile, works_in
from kennisbank.sources.style.references import reference_html

ZOTERO_SETTING = "KENNISBANK_ZOTERO_ADDRESS"
# Abstracts and all, twice as many may be more than fits in an answer.
_PER_PAGE = 50


def import_works(root: Path, works: WorksInFile, *, write: bool, changes: bool) -> bool:
    """Show what works would bring, and write it where asked; return whether all went well."""
    told = [
        _(works.place, line=one.location.line, message=f"{one.message} {one.hint}")
        for one in sorted(source_problems(works.bibliography))
    ]
    for message in (*works.messages, *told):
        click.echo(f"- {one_line(visible(message))}", err=True)
    if not works.items:
        click.echo(_("There is no work in it."), err=True)
        return False
    if not write:
        merge = _merge(root, works)
        _show(merge)
        if merge.new or merge.changed:
            click.echo(_("Nothing was written yet. Add '--write' for the new works."), err=True)
        return True
    with edit_library(root) as edit:
        merge = _merge(root, works)
        content, left = merged(_content(root), merge, changes=changes)
        if merge.new or (merge.changed and changes):
            edit.replace({BIBLIOGRAPHY: content})
    _show(merge)
    for message in left:
        click.echo(f"- {visible(message)}", err=True)
    added = ngettext("Added {n} work.", "Added {n} works.", len(merge.new))
    click.echo(added, err=True)
    return True


def _content(root: Path) -> bytes:
    if not (root / BIBLIOGRAPHY).exists():
        return b""
    found = read_bytes(root, BIBLIOGRAPHY, BIBLIOGRAPHY_LIMIT)
    if isinstance(found, Problem):
        message = f"{BIBLIOGRAPHY}: {found.message}"
        raise click.UsageError(message)
    return found


def _merge(root: Path, works: WorksInFile) -> Merge:
    bibliography = read_bibtex(BIBLIOGRAPHY, bib_text(_content(root), BIBLIOGRAPHY)[0])[0]
    if bibliography.lost:
        # It may be one of these very works; and a new entry could become part of an open one.
        message = _(
            "'{key}' in {file} cannot be read. Repair that source first.",
            key=min(bibliography.lost),
            file=BIBLIOGRAPHY,
        )
        raise click.UsageError(message)
    return merge_of(works.items, bibliography)


def _show(merge: Merge) -> None:
    for line in _lines(merge):
        click.echo(one_line(line))


def _lines(merge: Merge) -> Iterator[str]:
    if merge.new:
        yield ngettext("New: {n} work", "New: {n} works", len(merge.new))
    for key, item in merge.new:
        yield f"  {key}: {reference_html({**item, 'id': key}).striptags()}"
    if merge.changed:
        n = len(merge.changed)
        yield ngettext("Different: {n} source", "Different: {n} sources", n)
    for one in merge.changed:
        yield f"  {one.source.key} ({BIBLIOGRAPHY}:{one.source.location.line})"
        for row in one.differences:
            field = _(FIELDS[row.name])
            yield "    " + (
                _("{field}: ‘{ours}’ → ‘{theirs}’", field=field, ours=row.ours, theirs=row.theirs)
                if row.ours
                else _("{field}: not here; there ‘{theirs}’", field=field, theirs=row.theirs)
            )
    if merge.same:
        yield ngettext("There already: {n} work", "There already: {n} works", merge.same)
    if merge.doubles:
        n = len(merge.doubles)
        yield ngettext("Twice in the file: {n} work", "Twice in the file: {n} works", n)
    yield from (f"  {title}" for title in merge.doubles)


def zotero_group(root: Path, group: int) -> WorksInFile:
    """Ask Zotero for the works of a public group.

    Raises:
        UsageError: when it does not answer, or the group is not public.
    """
    base = registry_address(ZOTERO_SETTING, "https://api.zotero.org")
    ask = partial(patiently, agent=agent_of(root))
    rows: list[object] = []
    # Notes and attachments count in a page and are not in it: it can be short, and not the last.
    for start in range(0, MOST_WORKS, _PER_PAGE):
        wishes = f"format=csljson&limit={_PER_PAGE}&start={start}"
        answer = ask(f"{base}/groups/{group}/items/top?{wishes}")
        page = works_page(answer.body)
        if page is None:
            reason = answer.message or _("the answer is cut off or cannot be read.")
            reason = _("there is no public group with this number.") if answer.unknown else reason
            message = _("Zotero group {group}: {reason}", group=group, reason=reason)
            raise click.UsageError(message)
        rows += page
        if start + _PER_PAGE >= answer.total and (answer.total or not page):
            break
    return works_in(json.dumps(rows).encode())


def works_page(body: bytes) -> list[object] | None:
    """Return the rows of one page of an answer; None where it is none."""
    try:
        said = json.loads(body) if body else None
    except (ValueError, RecursionError):
        return None
    rows = said.get("items") if isinstance(said, dict) else said
    return rows if isinstance(rows, list) else None
