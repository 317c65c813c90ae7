"""The words of all records become a layer: how each is written, and the records it finds."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from kennisbank.search.coding import coded_weights
from kennisbank.search.weights import body_weights, core_weights
from kennisbank.search.words import all_words_of, stem, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kennisbank.search.records import Record

# Up to this size a layer is one file; a larger one is read by the parts that a question needs.
LETTERS_IN_PART = 60_000


@dataclass(frozen=True, slots=True)
class Layer:
    """The words of one part of all records: a readable form and the coded weights of each."""

    words: tuple[str, ...]
    weights: tuple[str, ...]


def core_layer(found: Sequence[Record]) -> Layer:
    """Return the layer of titles, other names and summaries."""
    return _layer(_core_row(record) for record in found)


def body_layer(found: Sequence[Record]) -> Layer:
    """Return the layer of the rest of the text."""
    bodies = ((words_of(record.body), record.worth) for record in found)
    return _layer((body_weights(words, worth), set(words)) for words, worth in bodies)


def _core_row(record: Record) -> tuple[dict[str, int], set[str]]:
    title, summary = all_words_of(record.title), words_of(record.summary)
    aliases = [all_words_of(alias) for alias in record.aliases]
    weights = core_weights(title, aliases, summary, record.worth)
    return weights, {*title, *chain(*aliases), *summary}


def _layer(rows: Iterable[tuple[dict[str, int], set[str]]]) -> Layer:
    """Return the layer of records in order, each with the weights of its stems and its words."""
    places: dict[str, dict[int, int]] = defaultdict(dict)
    known: set[str] = set()
    for place, (weights, words) in enumerate(rows):
        known |= words
        for word, weight in weights.items():
            places[word][place] = weight
    forms: dict[str, str] = {}
    for word in sorted(known, key=lambda one: (len(one), one)):
        forms.setdefault(stem(word), word)
    coded = sorted((forms[word], coded_weights(places[word])) for word in places)
    return Layer(tuple(word for word, _ in coded), tuple(text for _, text in coded))


def layer_data(name: str, layer: Layer) -> tuple[dict[str, object], dict[str, object]]:
    """Return the layer's own data and its parts; a small layer holds its weights itself."""
    parts = list(_parts(layer.weights))
    words = " ".join(layer.words)
    if len(parts) == 1:
        return {"words": words, "weights": parts[0][1]}, {}
    starts = [start for start, _ in parts]
    return {"words": words, "starts": starts}, {
        f"{name}-{number}": text for number, (_, text) in enumerate(parts)
    }


def _parts(weights: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the weights in parts of a limited size, each with the number of its first word."""
    start, size = 0, 0
    for number, text in enumerate(weights):
        if size > LETTERS_IN_PART:
            yield start, ".".join(weights[start:number])
            start, size = number, 0
        size += len(text) + 1
    yield start, ".".join(weights[start:])
