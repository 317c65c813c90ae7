"""Keeps what is made of entries and sources, and makes only that again which would differ.

What is made of one, its page above all, is used again when each of its questions has the
answer that it had. What is the same for all pages (kinds, scale, settings, the program) counts as
one answer more. See asking.py.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
import marshal
import secrets
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from functools import cache, partial
from pathlib import PurePath, PurePosixPath
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from kennisbank.kept_content import read_kept, write_kept
from kennisbank.library.library import EntryKey
from kennisbank.messages import language
from kennisbank.pages.asking import EVERYTHING, Notes, asked_context, without_places
from kennisbank.pages.page import Heading, Page
from kennisbank.workers import done_to_all

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from kennisbank.pages.asking import Question
    from kennisbank.pages.context import Name, Parts, RenderContext

FILE = "pages"
# In bytes: the pages of 30,000 entries.
_LARGEST = 1_000_000_000
_DIGEST = 12
# What equals nothing, not even itself at the next build.
_UNKNOWN = object()

# With what was asked for it, and one digest of all answers.
Kept = tuple[tuple["Question", ...], bytes, "Parts"]


class AnswerDigests:
    """What a library answers to the questions of pages, as digests."""

    def __init__(self, context: RenderContext) -> None:
        self._context = context
        self._known: dict[Question, bytes] = {}

    def digest(self, questions: tuple[Question, ...]) -> bytes:
        """Return one digest of the answers to all questions."""
        found = hashlib.blake2b(digest_size=_DIGEST)
        for question in questions:
            if question not in self._known:
                self._known[question] = digest_of(self._answer(*question))
            found.update(self._known[question])
        return found.digest()

    def _answer(self, sort: str, *about: str) -> object:
        """Return all that a page may have seen of the answer, entries by the text of their file."""
        if sort in _OF_ENTRY:
            return _OF_ENTRY[sort](self._context, EntryKey(*about))
        return _ANSWERS[sort](self._context, *about) if sort in _ANSWERS else _UNKNOWN


def _entry(context: RenderContext, key: EntryKey) -> object:
    file = context.library.files.get(key)
    return file and (str(file.path), file.document.text, file.entry is None)


def _named(context: RenderContext, key: EntryKey) -> object:
    target = context.site_map.targets.get(key)
    return target and (target.address, target.title)


def _text(context: RenderContext, key: EntryKey) -> object:
    target = context.site_map.targets.get(key)
    return target and target.text


def _links_to(context: RenderContext, key: EntryKey) -> object:
    return [
        (one.origin, one.key_path, one.offset, one.spec and one.spec.name)
        for one in context.library.links_to.get(key, ())
    ]


def _related(context: RenderContext, key: EntryKey) -> object:
    if key not in context.library.links:
        return None
    found = context.site_map.related(key)
    return [(one.target.key, one.reasons, one.told) for of in found.values() for one in of]


def _usage(context: RenderContext, key: str) -> object:
    usage = context.usage.get(key)
    findings = usage and [
        (one.key, one.title, one.address, finding) for one, finding in usage.findings
    ]
    entries = usage and [(one.key, one.title, one.address) for one in usage.entries.values()]
    return usage and (entries, usage.hand_pages, findings)


def _work(context: RenderContext, key: str) -> object:
    return without_places(context.works[key]) if key in context.works else None


_OF_ENTRY: dict[str, Callable[[RenderContext, EntryKey], object]] = {
    "entry": _entry,
    "named": _named,
    "text": _text,
    "links_to": _links_to,
    "related": _related,
    "assessment": lambda context, key: context.assessments.get(key),
}
_ANSWERS: dict[str, Callable[..., object]] = {
    "kind": lambda context, kind: context.library.by_kind.get(kind),
    "file": lambda context, path: context.library.texts.get(path),
    "usage": _usage,
    "work": _work,
    "glossary": lambda context: context.glossary.names,
    "rates_any": lambda context: context.rates_any,
    "rates_several": lambda context: context.rates_several,
    "day": lambda context: context.day,
}


def digest_of(value: object) -> bytes:
    """Return a digest that is the same for the same values, in whatever process.

    Of an object that nobody described here it is another one each time.
    """
    return hashlib.blake2b(_plain(value).encode(), digest_size=_DIGEST).digest()


def _plain(value: object) -> str:
    """Return all that a value says, as text."""
    name = type(value).__name__
    if isinstance(value, Enum):
        return f"{name}.{value.name}"
    if value is None or isinstance(value, str | int | float | Decimal | bytes | dt.date | PurePath):
        return f"{name}{value!r}"
    if isinstance(value, frozenset | set):
        return f"{name}{sorted(map(_plain, value))}"
    if isinstance(value, tuple | list):
        return f"[{','.join(map(_plain, value))}]"
    if (parts := _parts(value)) is not None:
        return f"{name}{{{','.join(f'{_plain(one)}:{_plain(of)}' for one, of in parts)}}}"
    # Nothing equals it.
    return secrets.token_hex()


def _parts(value: object) -> Iterable[tuple[object, object]] | None:
    if names := _field_names(type(value)):  # type: ignore[arg-type]  # a class can be a key
        return [(name, getattr(value, name)) for name in names]
    if isinstance(value, Mapping):
        return value.items()
    return value if isinstance(value, BaseModel) else None


@cache
def _field_names(kind: type) -> tuple[str, ...]:
    found = dataclasses.fields(kind) if dataclasses.is_dataclass(kind) else ()
    return tuple(one.name for one in found)


class KeptPages:
    """What functions make of entries and sources: that of an earlier build, or made now."""

    def __init__(self, root: Path, context: RenderContext) -> None:
        self._root, self._context = root, context
        self._for_all = digest_of(_for_all(context))
        self._notes = Notes()
        self._asked = asked_context(context, self._notes)
        self._answers = AnswerDigests(context)
        self._earlier = self._read()
        # By what made it, and of what.
        self._now: dict[Name, Kept] = {}
        # Those that could not be used again.
        self.made: list[Name] = []

    def of(
        self, make: Callable[[RenderContext, Name], Parts], names: Sequence[Name]
    ) -> list[Parts]:
        """Return what a function makes of each."""
        sort = make.__name__
        stale = [one for one in names if not self._is_fresh((sort, *one))]
        self.made += [(sort, *one) for one in stale]
        found = done_to_all(partial(self._made, make), stale)
        for name, (parts, asked) in zip(stale, found, strict=True):
            self._now[sort, *name] = (asked, self._answers.digest(asked), parts)
        return [self._now[sort, *one][2] for one in names]

    def keep(self) -> None:
        """Leave it for the next build, where it is another than before."""
        if self.made or self._now.keys() != self._earlier.keys():
            kept = {name: one for name, one in self._now.items() if EVERYTHING not in one[0]}
            write_kept(self._root, FILE, marshal.dumps((self._for_all, kept)))

    def _read(self) -> dict[Name, Kept]:
        content = read_kept(self._root, FILE, _LARGEST)
        if content is None:
            return {}
        for_all, kept = marshal.loads(content)  # noqa: S302 - see read_kept
        return kept if for_all == self._for_all else {}

    def _is_fresh(self, name: Name) -> bool:
        kept = self._earlier.get(name)
        if kept is None or self._answers.digest(kept[0]) != kept[1]:
            return False
        self._now[name] = kept
        return True

    def _made(
        self, make: Callable[[RenderContext, Name], Parts], name: Name
    ) -> tuple[Parts, tuple[Question, ...]]:
        self._notes.take()
        return make(self._asked, name), self._notes.take()


def _for_all(context: RenderContext) -> object:
    """Return what is the same for all pages: what asking.py passes on without a note."""
    library, imprint = context.library, dataclasses.replace(context.imprint, day=None)
    files = [one and one.text for one in (library.configuration, library.rating)]
    # Templates know how far sources are checked without asking for it.
    said = (dict(library.images), library.checks_sources, language())
    return (files, imprint, context.repository, *said)


def plain_page(page: Page) -> tuple[Any, ...]:
    """Return what the page of an entry or a source says, as plain values."""
    return (
        *map(str, (page.address, page.title, page.description, page.content)),
        tuple((str(one.id), str(one.title)) for one in page.headings),
        str(page.source),
        *(page.section, page.short, page.listed, page.styles, page.cited),
    )


def page_of(plain: tuple[Any, ...]) -> Page:
    """Return the page that says it."""
    address, title, description, content, headings, source, *rest = plain
    shown = tuple(Heading(*one) for one in headings)
    return Page(address, title, description, content, shown, PurePosixPath(source), *rest)
