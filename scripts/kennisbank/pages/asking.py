"""Lets a page be made while what it asks of the library is written down, question by question.

A page that is kept for the next build may be used again when each of its questions has the same
answer. So it gets the library only by way of what stands here. What is passed on without a note
is the same for all pages (kinds, scale, settings); what has a key is noted with that key; anything
else is noted as a question about everything, and a page that asked it is never used again. A new
attribute of a library or a context is therefore safe before anybody thinks of it.

One file: that nothing is passed on without a note can only be seen when all of it is here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any, TypeVar, cast

from markdown_it.rules_core import StateCore

from kennisbank.fields.base import Entry
from kennisbank.library.library import EntryKey, Library, Link
from kennisbank.pages.context import Made, RenderContext
from kennisbank.pages.glossary import Glossary
from kennisbank.pages.prose import ProseRenderer
from kennisbank.pages.site_map import EntryRef, Related, SiteMap
from kennisbank.pages.usage import Usage
from kennisbank.problems import Location
from kennisbank.reading.yaml_document import KeyPath
from kennisbank.routes import Addresses
from kennisbank.sources.works import Work

Key = TypeVar("Key")
Value = TypeVar("Value")

# The sort of a question, and what it is about.
Question = tuple[str, ...]
EVERYTHING: Question = ("everything",)


class Notes:
    """The questions that were asked since the last time somebody took them."""

    def __init__(self) -> None:
        self._asked: dict[Question, None] = {}

    def add(self, *question: str) -> None:
        """Note one question."""
        self._asked[question] = None

    def take(self) -> tuple[Question, ...]:
        """Return what was asked, and begin anew."""
        asked, self._asked = tuple(self._asked), {}
        return asked


class Noted(Mapping[Key, Value]):
    """A mapping that notes which keys are looked up; to go through it is to ask for everything."""

    def __init__(
        self, plain: Mapping[Key, Value], notes: Notes, question: Callable[[Key], Question]
    ) -> None:
        self._plain, self._notes, self._question = plain, notes, question

    def __getitem__(self, key: Key) -> Value:
        self._notes.add(*self._question(key))
        return self._plain[key]

    def __contains__(self, key: object) -> bool:
        self._notes.add(*self._question(cast("Key", key)))
        return key in self._plain

    def __iter__(self) -> Iterator[Key]:
        self._notes.add(*EVERYTHING)
        return iter(self._plain)

    def __len__(self) -> int:
        self._notes.add(*EVERYTHING)
        return len(self._plain)


def _of_entry(key: EntryKey) -> Question:
    return ("entry", *key)


def _of_place(place: tuple[PurePosixPath, KeyPath]) -> Question:
    return ("file", str(place[0]))


class _Passing:
    """Passes on what is the same for all pages; what it does not know is asked of everything."""

    # What kennisbank.yml, rating.yml, the settings and the program itself decide.
    same_for_all: frozenset[str] = frozenset()

    def __init__(self, plain: object, notes: Notes) -> None:
        self._plain, self._notes = plain, notes

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever it is
        if name not in self.same_for_all:
            self._notes.add(*EVERYTHING)
        return getattr(self._plain, name)


class AskedLibrary(_Passing):
    """A library, seen by a page."""

    same_for_all = frozenset(
        (
            *("kinds", "rated", "subjects", "audience", "reported", "outcomes", "has_map"),
            *("addresses", "configuration", "country", "images", "rating", "routes", "severities"),
            "checks_sources",
        )
    )
    of_kind = Library.of_kind
    path_of = Library.path_of
    kind_of = Library.kind_of

    def __init__(self, plain: Library, notes: Notes) -> None:
        super().__init__(plain, notes)
        self.entries = Noted(plain.entries, notes, _of_entry)
        self.files = Noted(plain.files, notes, _of_entry)
        self.links = Noted(plain.links, notes, _of_entry)
        # Where in a file somebody names an entry is no part of the answer.
        bare = {key: _without_documents(links) for key, links in plain.links_to.items()}
        self.links_to = Noted(bare, notes, lambda key: ("links_to", *key))
        self.cited_at = Noted(plain.cited_at, notes, _of_place)
        self.by_kind = Noted(plain.by_kind, notes, lambda kind: ("kind", kind))

    def cited_in(self, path: PurePosixPath) -> set[str]:
        """Return the keys of the sources that a file cites."""
        self._notes.add("file", str(path))
        found: set[str] = self._plain.cited_in(path)  # type: ignore[attr-defined]
        return found


def _without_documents(links: list[Link]) -> list[Link]:
    return [replace(one, document=cast("Any", None)) for one in links]


class AskedRef:
    """An entry as others name it; who shows its text asks for that, or for all of the entry."""

    def __init__(self, plain: EntryRef, notes: Notes) -> None:
        self.key, self.address, self.title = plain.key, plain.address, plain.title
        self._text, self._entry, self._notes = plain.text, plain.entry, notes

    @property
    def text(self) -> str:
        """What lists say of it."""
        self._notes.add("text", *self.key)
        return self._text

    @property
    def entry(self) -> Entry:
        """All that it holds."""
        self._notes.add(*_of_entry(self.key))
        return self._entry


class AskedSiteMap(_Passing):
    """Where entries live and what is related to them, seen by a page."""

    _plain: SiteMap

    def __init__(self, plain: SiteMap, notes: Notes, library: AskedLibrary) -> None:
        super().__init__(plain, notes)
        self.library = library
        self.addresses: Addresses = plain.addresses
        self.named = {key: AskedRef(one, notes) for key, one in plain.targets.items()}
        self.targets = Noted(self.named, notes, lambda key: ("named", *key))

    def find(self, kind: str, identifier: str) -> EntryRef | None:
        """Return an entry, if it is there and valid."""
        return cast("EntryRef | None", self.targets.get(EntryKey(kind, identifier)))

    def of_kind(self, kind: str) -> list[EntryRef]:
        """Return the entries of a kind; each of them is asked for."""
        self._notes.add("kind", kind)
        return [self._asked(one) for one in self._plain.of_kind(kind)]

    def _asked(self, target: EntryRef) -> EntryRef:
        return cast("EntryRef", self.targets[target.key])

    def of(self, kind: type[Entry] | None) -> list[EntryRef]:
        """Return the entries of a kind, where the library has it."""
        return self.of_kind(kind.kind) if kind else []

    def place_in_kind(self, key: EntryKey) -> int:
        """Return how many entries of its kind come before an entry."""
        self._notes.add("kind", key.kind)
        return self._plain.place_in_kind(key)

    def related(self, key: EntryKey) -> dict[str, list[Related]]:
        """Return what an entry names and what names it."""
        self._notes.add("related", *key)
        return {
            kind: [replace(one, target=self._asked(one.target)) for one in related]
            for kind, related in self._plain.related(key).items()
        }


def without_places(work: Work) -> Work:
    """Return a work that does not tell where in its file it stands: others push it down."""
    place = Location(work.source.location.path)
    return replace(work, source=replace(work.source, location=place, places={}))


def _named_only(usage: Mapping[str, Usage], site_map: AskedSiteMap) -> dict[str, Usage]:
    """Return where sources are used, by entries of which more than a name must be asked for."""
    named = cast("dict[EntryKey, EntryRef]", site_map.named)
    return {
        key: Usage(
            {address: named[target.key] for address, target in one.entries.items()},
            one.hand_pages,
            [(named[target.key], finding) for target, finding in one.findings],
        )
        for key, one in usage.items()
    }


class _AskedGlossary:
    def __init__(self, plain: Glossary, notes: Notes) -> None:
        self._plain, self._notes = plain, notes

    def mark(self, state: StateCore) -> None:
        self._notes.add("glossary")
        self._plain.mark(state)


class AskedContext(_Passing):
    """What pages are made with, seen by a page."""

    same_for_all = frozenset(
        ("environment", "facets", "format_reference", "own_references", "repository", "scale")
    )
    cited = RenderContext.cited
    known_value = RenderContext.known_value
    link_from = RenderContext.link_from
    look = RenderContext.look
    plain = staticmethod(RenderContext.plain)
    price = RenderContext.price
    rating = RenderContext.rating
    rating_label = RenderContext.rating_label
    render = RenderContext.render
    report_url = RenderContext.report_url
    terms = RenderContext.terms

    def __init__(self, plain: RenderContext, notes: Notes) -> None:
        super().__init__(plain, notes)
        # The day goes on with every commit, and few pages show it.
        self.imprint = replace(plain.imprint, day=None)
        self.library = AskedLibrary(plain.library, notes)
        self.site_map = AskedSiteMap(plain.site_map, notes, self.library)
        bare = {key: without_places(work) for key, work in plain.works.items()}
        self.works = Noted(bare, notes, lambda key: ("work", key))
        self.assessments = Noted(plain.assessments, notes, lambda key: ("assessment", *key))
        self.usage = Noted(
            _named_only(plain.usage, self.site_map), notes, lambda key: ("usage", key)
        )
        glossary = _AskedGlossary(plain.glossary, notes)
        self.prose = ProseRenderer(
            cast("SiteMap", self.site_map),
            cast("Any", self.works),
            cast("Glossary", glossary),
        )

    def once(self, make: Callable[[RenderContext], Made]) -> Made:
        """Return what pages share, made for this page alone: it notes what it asked."""
        return make(cast("RenderContext", self))

    @property
    def rates_any(self) -> bool:
        """Whether any entry is rated."""
        self._notes.add("rates_any")
        found: bool = self._plain.rates_any  # type: ignore[attr-defined]
        return found

    @property
    def rates_several(self) -> bool:
        """Whether there is anything to compare."""
        self._notes.add("rates_several")
        found: bool = self._plain.rates_several  # type: ignore[attr-defined]
        return found

    @property
    def day(self) -> dt.date | None:
        """The day up to which ages are counted."""
        self._notes.add("day")
        found: dt.date | None = self._plain.day  # type: ignore[attr-defined]
        return found


def asked_context(plain: RenderContext, notes: Notes) -> RenderContext:
    """Return a context that notes what pages ask of it."""
    return cast("RenderContext", AskedContext(plain, notes))
