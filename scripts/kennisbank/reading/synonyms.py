"""Reads the groups of words that mean the same to whoever searches."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import TypeGuard

from kennisbank.messages import _
from kennisbank.problems import Problem
from kennisbank.reading.rules import BAD_SYNONYMS
from kennisbank.reading.yaml_document import YamlDocument, read_rows

Synonyms = tuple[tuple[str, ...], ...]


def read_synonyms(path: PurePosixPath, text: str) -> tuple[Synonyms, list[Problem]]:
    """Return each word with the other words for it, and what is no list of words."""
    document, problems = read_rows(path, text, BAD_SYNONYMS.advice)
    if document is None:
        return (), problems
    problems = list(_faults(document))
    return () if problems else tuple(_groups(document)), problems


def _groups(document: YamlDocument) -> Iterator[tuple[str, ...]]:
    for word, others in document.value.items():
        if isinstance(others, tuple):
            yield (word, *(str(other) for other in others))


def _faults(document: YamlDocument) -> Iterator[Problem]:
    for word, others in document.value.items():
        if not isinstance(others, tuple) or not others:
            message = _("there is no list of words under '{word}'.", word=word)
            yield BAD_SYNONYMS.problem(document.location_of((word,)), message)
            continue
        seen = {word.casefold()}
        if not _is_word(word):
            place = document.location_of((word,), of_key=True)
            yield BAD_SYNONYMS.problem(place, _("'{word}' is no word.", word=word))
        for index, other in enumerate(others):
            # To ask for a place composes the file once more: only what is wrong is worth that.
            if not _is_word(other):
                message = _("this point under '{word}' is no word.", word=word)
                yield BAD_SYNONYMS.problem(document.location_of((word, index)), message)
            elif other.casefold() in seen:
                message = _("'{other}' stands twice at '{word}'.", other=other, word=word)
                hint = _("Remove one of the two.")
                yield BAD_SYNONYMS.problem(document.location_of((word, index)), message, hint)
            else:
                seen.add(other.casefold())


def _is_word(value: object) -> TypeGuard[str]:
    return isinstance(value, str) and any(sign.isalnum() for sign in value)
