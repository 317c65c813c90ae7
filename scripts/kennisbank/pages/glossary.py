"""Links a term of the library at the first place where a page uses it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from kennisbank.fields.kinds import glossary_kind
from kennisbank.library.library import EntryKey, Library
from kennisbank.pages.prose_context import ProseContext

_WORD = re.compile(r"\w+")


class Glossary:
    """Finds terms by their first word, so that the number of terms costs nothing."""

    def __init__(self, library: Library) -> None:
        # By the first word: a name, its term, and the name as it must be written.
        self.names: dict[str, list[tuple[str, EntryKey, str]]] = defaultdict(list)
        for key in library.of_kind(glossary_kind(library.kinds)):
            entry = library.entries[key]
            for name in (entry.title, *entry.aliases):
                words = _WORD.findall(name.casefold())
                if words:
                    # SLIM is a subsidy and slim is a word.
                    exactly = name if name.isupper() else ""
                    self.names[words[0]].append((name.casefold(), key, exactly))
        for names in self.names.values():
            names.sort(key=lambda one: (-len(one[0]), one[0]))

    def mark(self, state: StateCore) -> None:
        """Replace the first occurrence of each term in running text by a term token."""
        reading: ProseContext = state.env["reading"]
        if not self.names:
            return
        in_heading = False
        for token in state.tokens:
            if token.type in {"heading_open", "heading_close"}:
                in_heading = token.type == "heading_open"
            if token.type == "inline" and not in_heading:
                token.children = list(self._marked(token.children or [], reading))

    def _marked(self, tokens: list[Token], reading: ProseContext) -> Iterator[Token]:
        depth = 0
        for token in tokens:
            depth += token.nesting if token.type in {"link_open", "link_close"} else 0
            if token.type == "text" and not depth:
                yield from self._split(token, reading)
            else:
                yield token

    def _split(self, token: Token, reading: ProseContext) -> Iterator[Token]:
        text, done = token.content, 0
        for start, end, key in self._found(text):
            if start >= done and key not in reading.terms and key != reading.self_key:
                reading.terms[key] = text[start:end]
                yield _text(text[done:start])
                yield Token("explained_word", "", 0, content=text[start:end], meta={"entry": key})
                done = end
        yield _text(text[done:])

    def _found(self, text: str) -> Iterator[tuple[int, int, EntryKey]]:
        folded = text.casefold()
        if len(folded) != len(text):
            return
        for word in _WORD.finditer(folded):
            for name, key, exactly in self.names.get(word.group(), ()):
                end = word.start() + len(name)
                if exactly and text[word.start() : end] != exactly:
                    continue
                if folded.startswith(name, word.start()) and not folded[end : end + 1].isalnum():
                    yield word.start(), end, key
                    break


def _text(content: str) -> Token:
    return Token("text", "", 0, content=content)
