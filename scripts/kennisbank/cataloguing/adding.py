"""A work is added to references.bib, unless it is there already; nothing else in it changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kennisbank.cataloguing.known_work import source_with_doi, source_with_title
from kennisbank.cataloguing.new_entry import entry_text, with_entry
from kennisbank.cataloguing.new_key import new_key
from kennisbank.checks.duplicate_work import RULE
from kennisbank.citations.in_text import in_text_forms
from kennisbank.citations.item import csl_item
from kennisbank.citations.reference import reference_html
from kennisbank.loading import BIBLIOGRAPHY, BIBLIOGRAPHY_LIMIT
from kennisbank.problems import Location, Problem
from kennisbank.reading.bib_bytes import bib_text
from kennisbank.reading.bibtex import read_bibtex
from kennisbank.reading.rules import BIB_SYNTAX
from kennisbank.reading.text_file import read_bytes

if TYPE_CHECKING:
    from pathlib import Path

    from markupsafe import Markup

    from kennisbank.atomic import Edit
    from kennisbank.citations.item import Item
    from kennisbank.reading.source import Bibliography, Source


@dataclass(frozen=True, slots=True)
class Addition:
    """A work as it would stand in references.bib, and that whole file with it."""

    entry: str
    source: Source
    reference: Markup
    content: bytes


def known_doi(root: Path, doi: str) -> Problem | None:
    """Return why a DOI cannot be added: it is there, or the file cannot be read."""
    found = _content(root)
    if isinstance(found, Problem):
        return found
    source = source_with_doi(_read(found), doi)
    return _known(source, "heeft deze DOI al.") if source else None


def addition(root: Path, item: Item) -> Addition | Problem:
    """Return what references.bib would become with a work, or why it cannot be added."""
    content = _content(root)
    if isinstance(content, Problem):
        return content
    before = _read(content)
    if source := source_with_doi(before, item["DOI"]):
        return _known(source, "heeft deze DOI al.")
    if source := source_with_title(before, item.get("title", "")):
        return _known(source, "heeft deze titel al.")
    if before.lost:
        # It may be this very work; and BibTeX would take a new entry for part of an open one.
        message = f"'{min(before.lost)}' is niet te lezen, en dat kan ditzelfde werk zijn."
        return BIB_SYNTAX.problem(Location(BIBLIOGRAPHY), message, "Herstel die bron eerst.")
    key = new_key(item, before.sources.keys() | before.others.keys())
    entry = entry_text({**item, "id": key})
    whole = with_entry(content, entry)
    after = _read(whole)
    return Addition(entry, after.sources[key], _reference(after, key), whole)


def write_addition(edit: Edit, item: Item) -> Addition | Problem:
    """Add a work to references.bib."""
    found = addition(edit.root, item)
    if isinstance(found, Addition):
        edit.replace({BIBLIOGRAPHY: found.content})
    return found


def _reference(bibliography: Bibliography, key: str) -> Markup:
    items = {name: csl_item(source) for name, source in bibliography.sources.items()}
    return reference_html(items[key], in_text_forms(items)[key].letter)


def _content(root: Path) -> bytes | Problem:
    file = root / BIBLIOGRAPHY
    # A link to nowhere is a link all the same, and reading says so.
    if not file.exists() and not file.is_symlink():
        return b""
    return read_bytes(root, BIBLIOGRAPHY, BIBLIOGRAPHY_LIMIT)


def _read(content: bytes) -> Bibliography:
    return read_bibtex(BIBLIOGRAPHY, bib_text(content, BIBLIOGRAPHY)[0])[0]


def _known(source: Source, what: str) -> Problem:
    hint = "Noem die bron, of kijk of u een ander werk bedoelt."
    return RULE.problem(source.location, f"'{source.key}' {what}", hint)
