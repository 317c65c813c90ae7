"""All entries and sources together: who is there, and who names whom.

One file: a file, what it names and the whole library are defined by each other.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath
from typing import NamedTuple

from kennisbank.config.site_settings import MenuItem
from kennisbank.fields.base import Entry
from kennisbank.fields.kinds import (
    audience_kind,
    link_to,
    numbered_kind,
    outcomes_of,
    rated_kind,
    reported_kind,
)
from kennisbank.fields.specs import TO, FieldSpec, Text, texts
from kennisbank.fields.types import Choice, LinkType
from kennisbank.fields.validation import Fault
from kennisbank.problems import Location
from kennisbank.reading.addresses import Retired
from kennisbank.reading.audit import Audit
from kennisbank.reading.images import Size
from kennisbank.reading.markdown_document import MarkdownDocument
from kennisbank.reading.mentions import (
    Image,
    Written,
    find_citations,
    find_entry_links,
    find_images,
)
from kennisbank.reading.yaml_document import KeyPath, YamlDocument
from kennisbank.routes import Addresses
from kennisbank.sources.source import Bibliography

OLD_IDS = "redirect_from"


class EntryKey(NamedTuple):
    """What names an entry in the whole library."""

    kind: str
    id: str


@dataclass(frozen=True)
class EntryFile:
    """One file: its values, and the entry they make or the faults that keep them from it."""

    kind: type[Entry]
    id: str
    document: YamlDocument
    entry: Entry | None
    faults: tuple[Fault, ...]

    @property
    def key(self) -> EntryKey:
        """What names the entry in the whole library."""
        return EntryKey(self.kind.kind, self.id)

    @property
    def path(self) -> PurePosixPath:
        """Where the file lies, from the root of the library."""
        return self.document.path

    @property
    def old_ids(self) -> tuple[str, ...]:
        """The ids that the entry had before, as they are written; there may be faults in them."""
        return tuple(one for _, one in self._moved if not one.startswith("/"))

    @property
    def old_addresses(self) -> tuple[tuple[int, str], ...]:
        """Each whole address that the page had before, with its place in the list of old ones."""
        return tuple((place, one) for place, one in self._moved if one.startswith("/"))

    @property
    def _moved(self) -> Iterator[tuple[int, str]]:
        written = self.document.value.get(OLD_IDS)
        yield from enumerate(map(str, written) if isinstance(written, tuple) else ())

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """Every text with a known field, also where other fields are faulty."""
        return tuple(texts(self.kind, self.document.value))

    @cached_property
    def links(self) -> list[Link]:
        """What the entry names."""
        return list(_links_of(self))

    @cached_property
    def citations(self) -> list[Cited]:
        """What the entry cites."""
        return list(_citations_of(self))

    @property
    def images(self) -> Iterator[tuple[Text, Image]]:
        """Yield each image in the prose of the file, with the text that it stands in."""
        for text in self.texts:
            if text.spec.blocks.images:
                yield from ((text, image) for image in find_images(text.text))


@dataclass(frozen=True, slots=True)
class Mention:
    """A file names something: in a value, or at a character of a text."""

    document: YamlDocument | MarkdownDocument
    key_path: KeyPath
    offset: int

    @property
    def place(self) -> Location:
        """Where the mention stands in its file."""
        return self.document.location_of_text(self.key_path, self.offset)


@dataclass(frozen=True, slots=True)
class Link(Mention):
    """An entry is named, in a field of its own or (spec is None) inside prose."""

    target: EntryKey
    origin: EntryKey | None = None
    spec: FieldSpec | None = None

    @property
    def is_relation(self) -> bool:
        """Whether fields of its own tell of it."""
        return self.spec is not None and self.key_path[-1] == TO


@dataclass(frozen=True, slots=True)
class Cited(Mention):
    """A source is cited; `enclosed` tells of brackets around a citation in a sentence."""

    key: str
    enclosed: bool = False


@dataclass(frozen=True)
class Library:
    """Entries by key in the order of kinds and titles, sources by key; both may be incomplete."""

    kinds: Sequence[type[Entry]]
    files: Mapping[EntryKey, EntryFile]
    unreadable: frozenset[EntryKey]
    bibliography: Bibliography
    pages: Sequence[MarkdownDocument] = ()
    menu: Sequence[MenuItem] = ()
    synonyms: Sequence[tuple[str, ...]] = ()
    audit: Audit | None = None
    # Its own scale of evidence, as it is written.
    rating: YamlDocument | None = None
    retired: Sequence[Retired] = ()
    # Every address that was published, with its place in the list of them.
    published: Mapping[str, Location] = field(default_factory=dict)
    # Its own kennisbank.yml, and how bad it says that what a rule finds is.
    configuration: YamlDocument | None = None
    severities: Mapping[str, str] = field(default_factory=dict)
    # The names of the country that it is about, first as a sentence has it.
    country: Sequence[str] = ()
    # Where pages were that are elsewhere now: the file that answers there, and the new address.
    routes: Mapping[str, str] = field(default_factory=dict)
    # How large the images in entries are, by their path in the site.
    images: Mapping[str, Size] = field(default_factory=dict)
    # The day of whoever looks, where it is known; it only tells what lies ahead.
    today: dt.date | None = None

    @cached_property
    def rated(self) -> type[Entry] | None:
        """The kind whose research is rated, where there is one."""
        return rated_kind(self.kinds)

    def about(self, kind: type[Entry]) -> Library:
        """Return the same library, in which another kind is the one to choose from."""
        other = copy(self)
        for name in ("rated", "outcomes", "has_map"):
            other.__dict__.pop(name, None)
        other.__dict__["rated"] = kind
        return other

    @cached_property
    def checks_sources(self) -> bool:
        """Whether anybody keeps book of how far sources were checked, and of what kind they are."""
        sources = self.bibliography.sources.values()
        told = ({"recordstate", "studydesign"} & one.fields.keys() for one in sources)
        return self.rated is not None or any(told)

    @cached_property
    def subjects(self) -> type[Entry] | None:
        """The kind with an order of its own, where there is one."""
        return numbered_kind(self.kinds)

    @cached_property
    def audience(self) -> type[Entry] | None:
        """The kind of people for whom the rest is, where there is one."""
        return audience_kind(self.kinds)

    @cached_property
    def reported(self) -> type[Entry] | None:
        """The kind of what readers report from practice, where there is one."""
        return reported_kind(self.kinds)

    @cached_property
    def outcomes(self) -> tuple[Choice, ...]:
        """What findings can be about."""
        return outcomes_of(self.rated) if self.rated else ()

    @cached_property
    def has_map(self) -> bool:
        """Whether what is rated can be drawn by subject."""
        return bool(self.rated and self.subjects and link_to(self.rated, self.subjects))

    def of_kind(self, kind: type[Entry] | None) -> Sequence[EntryKey]:
        """Return the valid entries of a kind, in its order; none of no kind."""
        return self.by_kind.get(kind.kind, ()) if kind else ()

    @cached_property
    def addresses(self) -> Addresses:
        """Where entries have their pages."""
        return Addresses({kind.kind: kind.address for kind in self.kinds})

    @cached_property
    def keys(self) -> frozenset[EntryKey]:
        """Every entry that has a file, also where that cannot be read."""
        return self.unreadable.union(self.files)

    def path_of(self, key: EntryKey) -> PurePosixPath:
        """Return where the file of an entry lies, also of one that is not there."""
        return PurePosixPath(self.kind_of(key).folder, f"{key.id}.yml")

    def kind_of(self, key: EntryKey) -> type[Entry]:
        """Return the kind of an entry."""
        return next(kind for kind in self.kinds if kind.kind == key.kind)

    @cached_property
    def entries(self) -> dict[EntryKey, Entry]:
        """The valid entries."""
        return {key: file.entry for key, file in self.files.items() if file.entry}

    @cached_property
    def by_kind(self) -> dict[str, list[EntryKey]]:
        """The keys of the valid entries of each kind, by number or title."""
        found: dict[str, list[EntryKey]] = {kind.kind: [] for kind in self.kinds}
        for key in self.entries:
            found[key.kind].append(key)
        for keys in found.values():
            keys.sort(key=self._order)
        return found

    def _order(self, key: EntryKey) -> tuple[int, str]:
        entry = self.entries[key]
        return getattr(entry, "number", 0), entry.title.casefold()

    @cached_property
    def links(self) -> dict[EntryKey, list[Link]]:
        """What each entry names, faulty entries included."""
        return {key: file.links for key, file in self.files.items()}

    @cached_property
    def links_to(self) -> dict[EntryKey, list[Link]]:
        """Which links of valid entries name an entry."""
        found: dict[EntryKey, list[Link]] = defaultdict(list)
        for key in self.entries:
            for link in self.links[key]:
                found[link.target].append(link)
        return dict(found)

    @cached_property
    def all_links(self) -> list[Link]:
        """The links of every file: entries, faulty ones included, and pages written by hand."""
        by_hand = [
            link for page in self.pages for link in _links_in_prose(page, page.body, Written.PAGE)
        ]
        return [*(link for links in self.links.values() for link in links), *by_hand]

    @cached_property
    def cited_at(self) -> dict[tuple[PurePosixPath, KeyPath], list[str]]:
        """The keys of the sources that each text cites, in its order, by its file and place."""
        found: dict[tuple[PurePosixPath, KeyPath], list[str]] = defaultdict(list)
        for one in self.all_citations:
            found[one.document.path, one.key_path].append(one.key)
        return dict(found)

    @cached_property
    def texts(self) -> dict[str, str]:
        """The text of every file that can cite, by its path."""
        entries = {str(one.path): one.document.text for one in self.files.values()}
        return entries | {str(one.path): one.text for one in self.pages}

    def cited_in(self, path: PurePosixPath) -> set[str]:
        """Return the keys of the sources that a file cites, known or not."""
        return self._cited_by_path.get(path, set())

    @cached_property
    def _cited_by_path(self) -> dict[PurePosixPath, set[str]]:
        found: dict[PurePosixPath, set[str]] = defaultdict(set)
        for one in self.all_citations:
            found[one.document.path].add(one.key)
        return dict(found)

    @cached_property
    def all_citations(self) -> list[Cited]:
        """The citations of every file: entries, faulty ones included, and pages by hand."""
        found = [cited for file in self.files.values() for cited in file.citations]
        return found + [
            cited
            for page in self.pages
            for cited in _citations_in_prose(page, page.body, Written.PAGE)
        ]


def _links_of(file: EntryFile) -> Iterator[Link]:
    for text in file.texts:
        if isinstance(text.spec.field_type, LinkType) and text.text:
            target = EntryKey(text.spec.field_type.kind, text.text)
            yield Link(file.document, text.key_path, 0, target, file.key, text.spec)
        elif written := text.spec.field_type.written:
            yield from _links_in_prose(file.document, text.text, written, file.key, text.key_path)


def _links_in_prose(
    document: YamlDocument | MarkdownDocument,
    prose: str,
    written: Written,
    origin: EntryKey | None = None,
    key_path: KeyPath = (),
) -> Iterator[Link]:
    for link in find_entry_links(prose, written):
        yield Link(document, key_path, link.start, EntryKey(link.kind, link.id), origin)


def _citations_of(file: EntryFile) -> Iterator[Cited]:
    for text in file.texts:
        if text.source_key:
            yield Cited(file.document, text.key_path, 0, text.source_key)
        elif written := text.spec.field_type.written:
            yield from _citations_in_prose(file.document, text.text, written, text.key_path)


def _citations_in_prose(
    document: YamlDocument | MarkdownDocument, prose: str, written: Written, key_path: KeyPath = ()
) -> Iterator[Cited]:
    for citation in find_citations(prose, written):
        for work in citation.works:
            yield Cited(document, key_path, work.start, work.key, citation.enclosed)
