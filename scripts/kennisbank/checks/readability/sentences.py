"""Finds the prose of a library, and the sentences and words in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import PurePosixPath

from kennisbank.fields.scaffold import MARKER
from kennisbank.library.library import EntryFile, Library
from kennisbank.messages import _, language
from kennisbank.problems import Location
from kennisbank.reading.markdown_document import MarkdownDocument
from kennisbank.reading.mention_patterns import CITATION, ENTRY_LINK
from kennisbank.reading.yaml_document import KeyPath, YamlDocument

# What is no prose becomes one mark and blanks, so that every other character keeps its place.
_MARK = "\N{OBJECT REPLACEMENT CHARACTER}"
_NO_PROSE = re.compile(
    r"^ {0,3}(?P<fence>`{3,}|~{3,})[^\n]*\n.*?(?:^ {0,3}(?P=fence)[`~]*[ \t]*$|\Z)"
    r"|(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)|`+"
    rf"|(?P<entry>{ENTRY_LINK.pattern})|{CITATION.pattern}"
    r"|(?<=\])\([^()\n]*\)|<?https?://[^\s<>()]+>?|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
    re.DOTALL | re.MULTILINE,
)
# No file may hold this character, so in a text it can only be ours.
_BREAK = "\x1e"
_HEADING_END = re.compile(r"(?<=\n)(#{1,6} [^\n]*)\n|\A(#{1,6} [^\n]*)\n")
_BLOCK_START = re.compile(
    rf"(?:^|(?<={_BREAK}))[ \t]*(?:>|#{{1,6}}|[-*+]|\d{{1,3}}[.)])(?=[ \t])|\n[ \t]*(?=\n)|\|",
    re.MULTILINE,
)
_SENTENCE_END = re.compile(
    rf"(?<![.!?…])[.!?…]+[\"'”’»)\]*_]*(?=\s+(?:[\"'“‘«(\[*_]*[^\W_a-zà-öø-ÿ]|{_MARK}))|{_BREAK}"
)
_ANY_ABBREVIATED = "[A-Z]|dr|prof|ca|etc"
_ABBREVIATIONS = {
    "nl": r"bijv|bv|drs|ir|mr|nr|blz|pag|d\.w\.z|o\.a|m\.b\.t",
    "en": r"Mr|Mrs|Ms|Dr|Prof|St|vs|cf|Fig|approx|e\.g|i\.e|et al",
}
_LONGEST_ABBREVIATION = 8
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Word:
    """One word; `start` counts characters from the start of the text."""

    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of a sentence, heading, list item or cell; names and numbers are not counted."""

    words: tuple[Word, ...]

    @property
    def start(self) -> int:
        """The place of the first word in the text."""
        return self.words[0].start


def without_markup(markdown: str) -> str:
    """Return a text of the same length in which code, citations and addresses are blank."""
    return _NO_PROSE.sub(_blank, markdown)


def words_of(text: str, start: int = 0) -> list[Word]:
    """Return every word, names included; a number is none."""
    return [Word(match.group(), start + match.start()) for match in _WORD.finditer(text)]


def sentences_of(markdown: str) -> tuple[Sentence, ...]:
    """Return the sentences in which a word is left to count, in order."""
    found = (_sentence(text, start) for text, start in _cut(_with_breaks(without_markup(markdown))))
    return tuple(sentence for sentence in found if sentence.words)


def _blank(match: re.Match[str]) -> str:
    """Keep the words that an author gave a link to an entry; they are part of the sentence."""
    whole, label = match.group(), match["label"]
    if label:
        before = match.start("label") - match.start()
        return " " * before + label + " " * (len(whole) - before - len(label))
    # Brackets that stand behind a sentence, or behind the words of a link, are no part of it.
    return (" " if whole[0] in "[(" and not match["entry"] else _MARK) + " " * (len(whole) - 1)


def _with_breaks(prose: str) -> str:
    """Return the prose with a mark between its blocks: paragraphs, list items, headings, cells."""
    ended = _HEADING_END.sub(lambda match: match.group()[:-1] + _BREAK, prose)
    return _BLOCK_START.sub(lambda match: _BREAK + " " * (len(match.group()) - 1), ended)


@cache
def _abbreviated(language: str) -> re.Pattern[str]:
    names = "|".join(filter(None, (_ANY_ABBREVIATED, _ABBREVIATIONS.get(language))))
    return re.compile(rf"\b(?:{names})\.$")


def _cut(prose: str) -> Iterator[tuple[str, int]]:
    """Yield each sentence with its place."""
    start = 0
    abbreviated = _abbreviated(language())
    for end in _SENTENCE_END.finditer(prose):
        if not abbreviated.search(prose[max(start, end.end() - _LONGEST_ABBREVIATION) : end.end()]):
            yield prose[start : end.end()], start
            start = end.end()
    yield prose[start:], start


def _sentence(text: str, start: int) -> Sentence:
    words = words_of(text, start)
    return Sentence(tuple(w for i, w in enumerate(words) if not _is_name(w.text, first=i == 0)))


def _is_name(word: str, *, first: bool) -> bool:
    """Return whether a word is a name or abbreviation, as far as its capitals tell."""
    if first:
        return len(word) > 1 and word.isupper()
    return all(part[0].isupper() for part in word.split("-"))


_ENGLISH = PurePosixPath("docs/development")
_SUMMARY = ("summary",)
_NAMES = "contributors"


@dataclass(frozen=True)
class Passage:
    """One text of an entry or page; a summary is what readers see of it first."""

    document: YamlDocument | MarkdownDocument
    key_path: KeyPath
    text: str
    is_prose: bool = True
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
    return (passage for passage in passages_of(library) if passage.is_prose)


def passages_of(library: Library) -> Iterator[Passage]:
    """Yield every passage, but none that still waits for its text."""
    for file in library.files.values():
        yield from _of_entry(file)
    for page in library.pages:
        if _ENGLISH not in page.path.parents:
            yield Passage(page, ("title",), page.title, is_prose=False)
            yield Passage(page, ("description",), page.description, is_summary=True)
            yield Passage(page, (), page.body)


def _of_entry(file: EntryFile) -> Iterator[Passage]:
    for text in file.texts:
        read = text.spec.field_type.is_read and text.key_path[0] != _NAMES
        if read and _(MARKER) not in text.text:
            summary = text.key_path == _SUMMARY
            is_prose = text.spec.field_type.written is not None
            yield Passage(file.document, text.key_path, text.text, is_prose, summary)
