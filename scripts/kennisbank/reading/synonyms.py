"""The file of synonyms becomes groups of words that mean the same to whoever searches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.reading.rules import BAD_SYNONYMS
from kennisbank.reading.yaml_document import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import PurePosixPath

    from kennisbank.problems import Problem
    from kennisbank.reading.yaml_document import YamlDocument

Synonyms = tuple[tuple[str, ...], ...]


def read_synonyms(path: PurePosixPath, text: str) -> tuple[Synonyms, list[Problem]]:
    """Return each word with the other words for it, and what is no list of words."""
    document, problems = read_yaml(path, text)
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
        if not _is_list_of_words(others):
            message = f"onder '{word}' staat geen lijst van woorden."
            yield BAD_SYNONYMS.problem(document.location_of((word,)), message)


def _is_list_of_words(value: object) -> bool:
    if not isinstance(value, tuple) or not value:
        return False
    return all(isinstance(one, str) and one.strip() for one in value)
