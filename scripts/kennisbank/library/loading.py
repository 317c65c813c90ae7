"""Reads a folder as a library: every entry, source and page in it, or a problem.

One file: each reader of a kind of file adds to the same library and the same problems.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import re
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from kennisbank.atomic import is_leftover
from kennisbank.config.configuration import Configuration, configuration_of
from kennisbank.config.site_settings import MenuItem, read_settings
from kennisbank.fields.validation import validate
from kennisbank.kept_content import read_kept, write_kept
from kennisbank.kept_files import unexpected
from kennisbank.library.library import EntryFile, EntryKey, Library
from kennisbank.messages import _, language
from kennisbank.problems import Location, Problem
from kennisbank.reading.addresses import read_published, read_retired
from kennisbank.reading.audit import read_audit
from kennisbank.reading.images import image_path
from kennisbank.reading.markdown_document import MarkdownDocument, read_markdown
from kennisbank.reading.plain_files import is_there, names_in
from kennisbank.reading.rules import BAD_FILE, LEFTOVER_FILE
from kennisbank.reading.site_files import image_sizes, site_pages
from kennisbank.reading.synonyms import read_synonyms
from kennisbank.reading.text_file import (
    BIBLIOGRAPHY_LIMIT,
    SIZE_LIMIT,
    decode,
    read_bytes,
    read_text,
)
from kennisbank.reading.yaml_document import YamlDocument, read_yaml
from kennisbank.sources.bibtex.file import BIBLIOGRAPHY, bibliography_in
from kennisbank.sources.source import Bibliography

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from kennisbank.fields.base import Entry

    Kind = type[Entry]
    from collections.abc import Callable


# The first line that new files and the form on the site write.
_FIRST_LINE = re.compile(rb"# yaml-language-server: \$schema=\S*/schemas/([a-z-]+)\.json")
_LINE_LIMIT = 200


def misplaced(root: Path, kinds: Sequence[Kind]) -> dict[PurePosixPath, Problem]:
    """Return the problem of each file that is an entry by its first line or its folder's name."""
    by_kind = {kind.kind: kind for kind in kinds}
    by_name = {name.casefold(): kind for kind in kinds for name in _names(kind)}
    found = {}
    for path in _files(root):
        kind = _kind_of(root / path, by_kind) or by_name.get(path.parent.name.casefold())
        if kind and path.parent != PurePosixPath(kind.folder):
            found[path] = _problem(path, kind)
    return found


def _names(kind: Kind) -> tuple[str, ...]:
    return (kind.folder, kind.address, kind.kind, kind.label.one, kind.label.many)


def _files(root: Path) -> Iterator[PurePosixPath]:
    """Yield the .yml files in the root and in the folders right below it; no link is followed."""
    folders = [one for one in _inside(root) if one.is_dir(follow_symlinks=False)]
    for name in ("", *(one.name for one in folders)):
        for one in _inside(root / name):
            if one.name.endswith(".yml") and one.is_file(follow_symlinks=False):
                yield PurePosixPath(name, one.name)


def _inside(folder: str | os.PathLike[str]) -> list[os.DirEntry[str]]:
    # A folder that may not be opened holds nothing of the library.
    with suppress(OSError), os.scandir(folder) as found:
        return sorted((one for one in found if one.name[0] != "."), key=lambda one: one.name)
    return []


def _kind_of(file: Path, kinds: Mapping[str, Kind]) -> Kind | None:
    # What cannot be read is reported by who reads it.
    with suppress(OSError), file.open("rb") as opened:
        if match := _FIRST_LINE.match(opened.readline(_LINE_LIMIT)):
            return kinds.get(match[1].decode())
    return None


def _problem(path: PurePosixPath, kind: Kind) -> Problem:
    message = _(
        "is of the kind '{kind}' and belongs in the folder {folder}/.",
        kind=kind.label.one_in_text,
        folder=kind.folder,
    )
    return BAD_FILE.problem(Location(path), message, _("Move it, or correct the first line."))


Content = TypeVar("Content")

SYNONYMS = PurePosixPath("synonyms.yml")
AUDIT = PurePosixPath("docs/development/audit.json")
RATING = PurePosixPath("rating.yml")
RETIRED = PurePosixPath("retired.yml")
PUBLISHED = PurePosixPath("addresses.txt")
SITE_SETTINGS = PurePosixPath("mkdocs.yml")
# A library has one of each, which cannot be parted.
_LISTS = frozenset((PUBLISHED, RETIRED, SYNONYMS))
LIST_LIMIT = 5_000_000
_NO_MENU: tuple[MenuItem, ...] = ()


FILE = "values"
# In bytes: the values of 100,000 entries.
_LARGEST = 400_000_000


@dataclass
class ReadBefore:
    """What files of a library held when they were read before, by their bytes."""

    entries: dict[PurePosixPath, tuple[bytes, Kind, EntryFile | None, list[Problem]]] = field(
        default_factory=dict
    )
    bibliography: tuple[bytes, Bibliography, list[Problem]] | None = None
    # What other files say, which were read in this language.
    others: dict[PurePosixPath, tuple[tuple[str, str], Any, list[Problem]]] = field(
        default_factory=dict
    )
    # What files of entries say, by the digest of their bytes, as an earlier program read them.
    values: dict[bytes, dict[str, object]] = field(default_factory=dict)

    @classmethod
    def kept(cls, root: Path) -> ReadBefore:
        """Return what an earlier program kept of a library."""
        content = read_kept(root, FILE, _LARGEST)
        return cls(values=marshal.loads(content) if content else {})  # noqa: S302 - see read_kept

    def of_text(
        self,
        path: PurePosixPath,
        text: str,
        read: Callable[[PurePosixPath, str], tuple[Content, list[Problem]]],
    ) -> tuple[Content, list[Problem]]:
        """Return what a file says that is no entry, read again when its text changed."""
        state = (text, language())
        known = self.others.get(path)
        if known is None or known[0] != state:
            known = self.others[path] = (state, *read(path, text))
        return known[1:]

    def keep(self, root: Path) -> None:
        """Leave what files say for the next program, where it is another than before."""
        read = ((data, file) for data, _, file, _ in self.entries.values())
        now = {_digest(data): file.document.value for data, file in read if file}
        if now.keys() != self.values.keys():
            write_kept(root, FILE, marshal.dumps(now))


def load_library(
    root: Path,
    kinds: Sequence[type[Entry]] | None = None,
    today: dt.date | None = None,
    before: ReadBefore | None = None,
) -> tuple[Library, list[Problem]]:
    """Read every entry file and references.bib under root; report what cannot be read.

    `today` is the day of whoever looks, where that is known. The kinds are what kennisbank.yml
    says, unless they are given; where that file is wrong, nothing else is looked at. A file that
    holds what it held `before` is not parsed again.
    """
    before = before or ReadBefore()
    configuration, wrong = (Configuration(tuple(kinds)), []) if kinds else configuration_of(root)
    if wrong:
        return Library((), {}, frozenset(), Bibliography({})), wrong
    kinds = configuration.kinds
    problems = list(_sent_along(root))
    entries = dict(_read_entries(root, kinds, problems, before))
    reading = _LibraryReader(root, before, problems)
    library = Library(
        kinds=kinds,
        files={key: file for key, file in entries.items() if file},
        unreadable=frozenset(key for key, file in entries.items() if not file),
        menu=reading.optional(SITE_SETTINGS, read_settings, _NO_MENU),
        bibliography=_read_bibliography(root, problems, before),
        pages=tuple(reading.pages()),
        synonyms=reading.optional(SYNONYMS, read_synonyms, ()),
        rating=reading.optional(RATING, read_yaml, None),
        audit=reading.optional(AUDIT, read_audit, None),
        retired=reading.optional(RETIRED, read_retired, ()),
        published=reading.optional(PUBLISHED, read_published, {}),
        today=today,
        configuration=configuration.document,
        severities=configuration.severities,
        routes=configuration.routes,
        country=configuration.country,
        images=image_sizes(root, _images_in(entries.values())),
    )
    return library, problems


def _images_in(files: Iterable[EntryFile | None]) -> Iterator[str]:
    """Yield the path in the site of each image that entries show."""
    for file in files:
        if file and "![" in file.document.text:
            yield from (image_path(image.path) for _, image in file.images)


def _sent_along(root: Path) -> Iterator[Problem]:
    hint = _("Take it away. What was made before, this program keeps outside this folder.")
    for path in unexpected(root):
        message = _("does not belong in a library and is not read.")
        yield BAD_FILE.problem(Location(PurePosixPath(path)), message, hint)


def _read_entries(
    root: Path, kinds: Sequence[type[Entry]], problems: list[Problem], before: ReadBefore
) -> Iterator[tuple[EntryKey, EntryFile | None]]:
    """Yield each entry with its file, or with none where that cannot be read."""
    elsewhere = misplaced(root, kinds)
    problems += elsewhere.values()
    for kind in kinds:
        for path in _entry_paths(root, kind, problems):
            if path not in elsewhere:
                file, found = _read_entry(root, path, kind, before)
                problems += found
                yield EntryKey(kind.kind, path.stem), file


def _entry_paths(root: Path, kind: type[Entry], problems: list[Problem]) -> Iterator[PurePosixPath]:
    folder = PurePosixPath(kind.folder)
    for path, is_folder in names_in(root, folder, problems, dotted=True):
        if path.suffix == ".yml" and path.name[0] != "." and not is_folder:
            yield path
        else:
            problems.append(_stranger(path, is_folder=is_folder))


def _stranger(path: PurePosixPath, *, is_folder: bool) -> Problem:
    """Return the problem of what is no entry in a folder of entries."""
    if is_leftover(path.name) and not is_folder:
        message = _("was left by a command that was stopped.")
        return LEFTOVER_FILE.problem(Location(path), message)
    hint = _("Make it a file that ends in .yml, without a folder between, or put it elsewhere.")
    if path.name[0] == ".":
        hint = _("Remove it, or put it elsewhere. A name with a dot before it stays hidden.")
    return BAD_FILE.problem(Location(path), _("does not belong in this folder."), hint)


def _read_entry(
    root: Path, path: PurePosixPath, kind: type[Entry], before: ReadBefore
) -> tuple[EntryFile | None, list[Problem]]:
    data = read_bytes(root, path)
    if isinstance(data, Problem):
        return None, [data]
    known = before.entries.get(path)
    if known is None or known[:2] != (data, kind):
        known = before.entries[path] = (data, kind, *_parse_entry(path, data, kind, before))
    return known[2:]


def _parse_entry(
    path: PurePosixPath, data: bytes, kind: type[Entry], before: ReadBefore
) -> tuple[EntryFile | None, list[Problem]]:
    text = decode(data, path)
    if isinstance(text, Problem):
        return None, [text]
    value = before.values.get(_digest(data))
    document, found = (YamlDocument(path, text, value), []) if value else read_yaml(path, text)
    if document is None:
        return None, found
    entry, faults = validate(kind, document.value)
    return EntryFile(kind, path.stem, document, entry, faults), found


def _digest(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def _read_bibliography(root: Path, problems: list[Problem], before: ReadBefore) -> Bibliography:
    if not is_there(root, BIBLIOGRAPHY):
        return Bibliography({})
    data = read_bytes(root, BIBLIOGRAPHY, BIBLIOGRAPHY_LIMIT)
    if isinstance(data, Problem):
        problems.append(data)
        return Bibliography({}, readable=False)
    if before.bibliography is None or before.bibliography[0] != data:
        before.bibliography = (data, *bibliography_in(data, BIBLIOGRAPHY))
    problems += before.bibliography[2]
    return before.bibliography[1]


class _LibraryReader(NamedTuple):
    """A folder that is read, what was read of it before, and what is wrong with it."""

    root: Path
    before: ReadBefore
    problems: list[Problem]

    def optional(
        self,
        path: PurePosixPath,
        read: Callable[[PurePosixPath, str], tuple[Content, list[Problem]]],
        missing: Content,
    ) -> Content:
        """Return what is in a file that need not be there."""
        if not is_there(self.root, path):
            return missing
        text = read_text(self.root, path, LIST_LIMIT if path in _LISTS else SIZE_LIMIT)
        if isinstance(text, Problem):
            self.problems.append(text)
            return missing
        content, found = self.before.of_text(path, text, read)
        self.problems.extend(found)
        return content

    def pages(self) -> Iterator[MarkdownDocument]:
        """Yield the pages that people wrote."""
        for path in site_pages(self.root, self.problems):
            if page := self.optional(path, read_markdown, None):
                yield page
