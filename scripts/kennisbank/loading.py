"""A folder becomes the library: every entry, source and page in it is read, or reported."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, TypeVar

from kennisbank.entries import KINDS
from kennisbank.entries.validation import validate
from kennisbank.kept_files import unexpected
from kennisbank.library import EntryFile, EntryKey, Library
from kennisbank.misplaced import misplaced
from kennisbank.problems import Location, Problem
from kennisbank.reading.audit import read_audit
from kennisbank.reading.bib_bytes import bib_text
from kennisbank.reading.bibtex import read_bibtex
from kennisbank.reading.markdown_document import MarkdownDocument, read_markdown
from kennisbank.reading.plain_files import is_there, names_in
from kennisbank.reading.published import read_published
from kennisbank.reading.retired import read_retired
from kennisbank.reading.rules import BAD_FILE
from kennisbank.reading.site_files import site_pages
from kennisbank.reading.site_settings import read_settings
from kennisbank.reading.source import Bibliography
from kennisbank.reading.synonyms import read_synonyms
from kennisbank.reading.text_file import SIZE_LIMIT, is_utf16, not_utf8, read_bytes, read_text
from kennisbank.reading.yaml_document import read_yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from kennisbank.entries.base import Entry

Content = TypeVar("Content")

BIBLIOGRAPHY = PurePosixPath("references.bib")
SYNONYMS = PurePosixPath("synonyms.yml")
AUDIT = PurePosixPath("docs/development/audit.json")
RATING = PurePosixPath("rating.yml")
RETIRED = PurePosixPath("retired.yml")
PUBLISHED = PurePosixPath("addresses.txt")
SITE_SETTINGS = PurePosixPath("mkdocs.yml")
# A library has one of each, which cannot be parted.
_LISTS = frozenset((PUBLISHED, RETIRED, SYNONYMS))
LIST_LIMIT = 5_000_000
BIBLIOGRAPHY_LIMIT = 20_000_000


def load_library(root: Path, kinds: Sequence[type[Entry]] = KINDS) -> tuple[Library, list[Problem]]:
    """Read every entry file and references.bib under root; report what cannot be read."""
    problems = list(_sent_along(root))
    entries = dict(_read_entries(root, kinds, problems))
    _read_optional(root, SITE_SETTINGS, read_settings, None, problems)
    library = Library(
        kinds=kinds,
        files={key: file for key, file in entries.items() if file},
        unreadable=frozenset(key for key, file in entries.items() if not file),
        bibliography=_read_bibliography(root, problems),
        pages=tuple(_read_pages(root, problems)),
        synonyms=_read_optional(root, SYNONYMS, read_synonyms, (), problems),
        rating=_read_optional(root, RATING, read_yaml, None, problems),
        audit=_read_optional(root, AUDIT, read_audit, None, problems),
        retired=_read_optional(root, RETIRED, read_retired, (), problems),
        published=_read_optional(root, PUBLISHED, read_published, {}, problems),
    )
    return library, problems


def _sent_along(root: Path) -> Iterator[Problem]:
    hint = "Haal het weg. Wat een vorige keer gemaakt is, bewaart dit programma buiten deze map."
    for path in unexpected(root):
        message = "hoort niet in een bibliotheek en wordt niet gelezen."
        yield BAD_FILE.problem(Location(PurePosixPath(path)), message, hint)


def _read_entries(
    root: Path, kinds: Sequence[type[Entry]], problems: list[Problem]
) -> Iterator[tuple[EntryKey, EntryFile | None]]:
    """Yield each entry with its file, or with none where that cannot be read."""
    elsewhere = misplaced(root, kinds)
    problems += elsewhere.values()
    for kind in kinds:
        for path in _entry_paths(root, kind, problems):
            if path not in elsewhere:
                yield EntryKey(kind.kind, path.stem), _read_entry(root, path, kind, problems)


def _entry_paths(root: Path, kind: type[Entry], problems: list[Problem]) -> Iterator[PurePosixPath]:
    for path, is_folder in names_in(root, PurePosixPath(kind.folder), problems):
        if path.suffix == ".yml" and not is_folder:
            yield path
        else:
            hint = "Maak er een bestand op .yml van, zonder map ertussen, of zet het elders."
            problems.append(BAD_FILE.problem(Location(path), "hoort niet in deze map.", hint))


def _read_entry(
    root: Path, path: PurePosixPath, kind: type[Entry], problems: list[Problem]
) -> EntryFile | None:
    text = read_text(root, path)
    if isinstance(text, Problem):
        problems.append(text)
        return None
    document, found = read_yaml(path, text)
    problems += found
    if document is None:
        return None
    entry, faults = validate(kind, document.value)
    return EntryFile(kind, path.stem, document, entry, faults)


def _read_bibliography(root: Path, problems: list[Problem]) -> Bibliography:
    if not is_there(root, BIBLIOGRAPHY):
        return Bibliography({})
    bibliography, found = read_bibliography(root, BIBLIOGRAPHY)
    problems += found
    return bibliography


def read_bibliography(root: Path, path: PurePosixPath) -> tuple[Bibliography, list[Problem]]:
    """Read one .bib file, at most 20 MB, and report all that is not as it should be."""
    data = read_bytes(root, path, BIBLIOGRAPHY_LIMIT)
    if isinstance(data, Problem):
        return Bibliography({}, readable=False), [data]
    if is_utf16(data):
        return Bibliography({}, readable=False), [not_utf8(path)]
    text, problems = bib_text(data, path)
    bibliography, found = read_bibtex(path, text)
    return bibliography, problems + found


def _read_optional(
    root: Path,
    path: PurePosixPath,
    read: Callable[[PurePosixPath, str], tuple[Content, list[Problem]]],
    missing: Content,
    problems: list[Problem],
) -> Content:
    """Return what is in a file that need not be there."""
    if not is_there(root, path):
        return missing
    text = read_text(root, path, LIST_LIMIT if path in _LISTS else SIZE_LIMIT)
    if isinstance(text, Problem):
        problems.append(text)
        return missing
    content, found = read(path, text)
    problems += found
    return content


def _read_pages(root: Path, problems: list[Problem]) -> Iterator[MarkdownDocument]:
    for path in site_pages(root, problems):
        text = read_text(root, path)
        if isinstance(text, Problem):
            problems.append(text)
            continue
        page, found = read_markdown(path, text)
        problems += found
        if page:
            yield page
