"""Adds a work to references.bib, unless it is there already; nothing else in it changes."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from markupsafe import Markup

from kennisbank.atomic import Edit
from kennisbank.file_names import is_reserved
from kennisbank.messages import N_, _
from kennisbank.problems import Location, Problem
from kennisbank.reading.rules import BIB_SYNTAX
from kennisbank.reading.text_file import BIBLIOGRAPHY_LIMIT, read_bytes
from kennisbank.sources.bibtex.file import BIBLIOGRAPHY, bib_text
from kennisbank.sources.bibtex.reader import read_bibtex
from kennisbank.sources.conversion import csl_item
from kennisbank.sources.csl_item import CslItem, leading_role, names_in, publication
from kennisbank.sources.formats.bibtex import bibtex
from kennisbank.sources.importing.known_work import (
    DUPLICATE_WORK,
    source_with_doi,
    source_with_title,
)
from kennisbank.sources.order import fold
from kennisbank.sources.source import Bibliography, Source
from kennisbank.sources.style.in_text import in_text_forms
from kennisbank.sources.style.references import reference_html

# Stands where a person must still fill in something; the check refuses it.
# What stands where something must be added by hand.
MARKER = N_("ADD-ME")
# The registry answers for the record. What kind of study it is, nobody has judged yet.
# How sure it is that a work is the one that was meant: looked up, or only named by somebody.
VERIFIED, AS_CITED = "verified", "as-cited"
_OURS = "  studydesign = {{unknown}},\n  recordstate = {{{state}}},\n}}\n"


def entry_text(item: CslItem, state: str = VERIFIED) -> str:
    """Return the entry of a work, by default one that a registry described."""
    return bibtex(item).removesuffix("}\n") + _OURS.format(state=state)


def skeleton(doi: str) -> str:
    """Return the entry of a work of which only the DOI is known."""
    fields = ("author", "year", "title", "journal")
    waiting = "".join(f"  {name} = {{{_(MARKER)}}},\n" for name in fields)
    ours = _OURS.format(state=AS_CITED)
    return f"@article{{{_(MARKER).lower()},\n{waiting}  doi = {{{doi}}},\n{ours}"


def with_entry(data: bytes, entry: str) -> bytes:
    """Return a .bib file with an entry behind all that was in it, with the file's own line ends."""
    newline = "\r\n" if b"\r\n" in data else "\n"
    gap = "" if not data.strip(b"\xef\xbb\xbf\r\n") else "\n"
    if data.removeprefix(b"\xef\xbb\xbf") and not data.endswith(b"\n"):
        gap = f"\n{gap}"
    return data + f"{gap}{entry}".replace("\n", newline).encode()


_WORDS = """
a an and are as at by can do does for from how in into is it its of on or that the their this to
toward towards under what when where which who why with you aan als bij dat de der des die dit een
en er het hoe in is met naar of om onder ook op over te tot uit van voor waar waarom wat wie wordt
zijn
"""
_SMALL_WORDS = frozenset(_WORDS.split())
_LONGEST_PART = 24
_NAMELESS = "werk"


def new_key(item: CslItem, taken: Collection[str]) -> str:
    """Return surname, year and first telling word of the title; a number where that is taken.

    Windows takes some words for a device, and so they are taken, too.
    """
    names = names_in(item, leading_role(item))
    start = publication(item).start
    parts = [
        _plain(names[0].alone) if names else "",
        str(start.year) if start else "",
        _telling_word(item.get("title", "")),
    ]
    key = "".join(parts) or _NAMELESS
    folded = {one.casefold() for one in taken}
    tries = (key if number == 1 else f"{key}-{number}" for number in count(1))
    return next(one for one in tries if one not in folded and not is_reserved(one))


def _telling_word(title: str) -> str:
    words = [_plain(word) for word in title.split()]
    telling = (word for word in words if len(word) > 1 and word not in _SMALL_WORDS)
    return next(telling, next(filter(None, words), ""))


def _plain(text: str) -> str:
    return re.sub("[^a-z0-9]", "", fold(text))[:_LONGEST_PART]


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
    return _known(source, _("'{key}' has this DOI already.", key=source.key)) if source else None


def addition(root: Path, item: CslItem, state: str = VERIFIED) -> Addition | Problem:
    """Return what references.bib would become with a work, or why it cannot be added."""
    content = _content(root)
    if isinstance(content, Problem):
        return content
    before = _read(content)
    doi = item.get("DOI", "")
    if source := source_with_doi(before, doi) if doi else None:
        return _known(source, _("'{key}' has this DOI already.", key=source.key))
    if source := source_with_title(before, item.get("title", "")):
        return _known(source, _("'{key}' has this title already.", key=source.key))
    if before.lost:
        # It may be this very work; and BibTeX would take a new entry for part of an open one.
        message = _("'{key}' cannot be read, and that may be this very work.", key=min(before.lost))
        return BIB_SYNTAX.problem(Location(BIBLIOGRAPHY), message, _("Mend that source first."))
    key = new_key(item, before.sources.keys() | before.others.keys())
    entry = entry_text({**item, "id": key}, state)
    whole = with_entry(content, entry)
    after = _read(whole)
    return Addition(entry, after.sources[key], _reference(after, key), whole)


def write_addition(edit: Edit, item: CslItem, state: str = VERIFIED) -> Addition | Problem:
    """Add a work to references.bib."""
    found = addition(edit.root, item, state)
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
    hint = _("Name that source, or see whether you mean another work.")
    return DUPLICATE_WORK.problem(source.location, what, hint)
