"""The library becomes passages: every Dutch text that readers see, with its place in its file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from kennisbank.entries.fields import Form
from kennisbank.entries.scaffold import MARKER
from kennisbank.entries.shapes import PROSE_FORMS
from kennisbank.language.sentences import Sentence, sentences_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kennisbank.library import EntryFile, Library
    from kennisbank.problems import Location
    from kennisbank.reading.markdown_document import MarkdownDocument
    from kennisbank.reading.yaml_document import KeyPath, YamlDocument

_ENGLISH = PurePosixPath("docs/development")
_SUMMARY = ("summary",)
_NAMES = "contributors"
_READ = PROSE_FORMS | {Form.LINE}


@dataclass(frozen=True)
class Passage:
    """One text of an entry or page; a summary is what readers see of it first."""

    document: YamlDocument | MarkdownDocument
    key_path: KeyPath
    form: Form
    text: str
    is_summary: bool = False

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the text that have words to count."""
        return sentences_of(self.text)

    def location(self, offset: int) -> Location:
        """Return the place in the file of one character of the text."""
        return self.document.location_of_text(self.key_path, offset)


def prose_of(library: Library) -> Iterator[Passage]:
    """Yield the passages that are made of sentences; titles and names are not."""
    return (passage for passage in passages_of(library) if passage.form in PROSE_FORMS)


def passages_of(library: Library) -> Iterator[Passage]:
    """Yield every passage, but none that still waits for its text."""
    for file in library.files.values():
        yield from _of_entry(file)
    for page in library.pages:
        if _ENGLISH not in page.path.parents:
            yield Passage(page, ("title",), Form.LINE, page.title)
            yield Passage(page, ("description",), Form.SHORT, page.description, is_summary=True)
            yield Passage(page, (), Form.PROSE, page.body)


def _of_entry(file: EntryFile) -> Iterator[Passage]:
    for text in file.texts:
        read = text.shape.form in _READ and text.key_path[0] != _NAMES
        if read and MARKER not in text.text:
            summary = text.key_path == _SUMMARY
            yield Passage(file.document, text.key_path, text.shape.form, text.text, summary)
