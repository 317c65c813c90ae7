"""Remembers which texts of a library the rules on single texts found nothing in.

Most of a check goes to rules that look at one text by itself: an entry, a page or a source. One
that had nothing to say need not look again as long as the text stays the same. Only digests of
such texts are kept, and texts with a problem are looked at each time.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path, PurePosixPath

from kennisbank.kept_content import read_kept, write_kept
from kennisbank.library.library import Library
from kennisbank.messages import language
from kennisbank.problems import Problem
from kennisbank.sources.bibtex.file import BIBLIOGRAPHY
from kennisbank.sources.source import Source

# What names a text: the path of its file, or the key of a source.
Name = PurePosixPath | str

FILE = "clean"
# In bytes: the digests of a million texts.
_LARGEST = 16_000_000
_DIGEST = 16


class CleanTexts:
    """The texts of a library, and which of them an earlier check of its folder found clean."""

    def __init__(self, root: Path, library: Library) -> None:
        self._root, self._library = root, library
        kept = read_kept(root, FILE, _LARGEST) or b""
        self._earlier = {kept[at : at + _DIGEST] for at in range(0, len(kept), _DIGEST)}

    @cached_property
    def _digests(self) -> dict[Name, bytes]:
        configuration = self._library.configuration
        same = f"{language()}\0{configuration.text if configuration else ''}".encode()
        begun = hashlib.blake2b(same, digest_size=_DIGEST)
        found = {}
        for name, text in self.texts():
            digest = begun.copy()
            digest.update(f"\0{name}\0{text}".encode())
            found[name] = digest.digest()
        return found

    def texts(self) -> Iterator[tuple[Name, str]]:
        """Yield each text with its name: all that these rules see of it."""
        for file in self._library.files.values():
            yield file.path, file.document.text
        for page in self._library.pages:
            yield page.path, page.text
        for source in self._library.bibliography.all_sources:
            yield source.key, repr((source.type, source.fields, [*source.places]))

    def doubtful(self) -> Library:
        """Return the library with no more texts than those of which nothing is known."""
        library, bibliography = self._library, self._library.bibliography
        clean = {name for name, digest in self._digests.items() if digest in self._earlier}
        files = {key: file for key, file in library.files.items() if file.path not in clean}
        return replace(
            library,
            files=files,
            pages=[page for page in library.pages if page.path not in clean],
            bibliography=replace(
                bibliography,
                sources=_besides(clean, bibliography.sources),
                others=_besides(clean, bibliography.others),
            ),
        )

    def keep(self, problems: Iterable[Problem]) -> None:
        """Remember which texts are clean, given all that these rules found now."""
        sources = self._library.bibliography.all_sources
        places = {
            place: one.key for one in sources for place in (one.location, *one.places.values())
        }
        marred: set[Name] = {places.get(one.location, one.location.path) for one in problems}
        if BIBLIOGRAPHY in marred:
            marred |= {one.key for one in sources}
        clean = {digest for name, digest in self._digests.items() if name not in marred}
        if clean != self._earlier:
            write_kept(self._root, FILE, b"".join(sorted(clean)))


def _besides(clean: set[Name], sources: Mapping[str, Source]) -> dict[str, Source]:
    return {key: one for key, one in sources.items() if key not in clean}
