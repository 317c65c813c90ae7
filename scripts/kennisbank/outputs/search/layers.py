"""The layers of the index: which word stands where, and how much it weighs."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from kennisbank.outputs.search.coding import coded_weights, coded_words
from kennisbank.outputs.search.records import Record
from kennisbank.outputs.search.stemming import all_words_of, rules, stem, words_of

_NOTHING: Mapping[str, Row] = {}
HEAVIEST = 15
_TITLE, _ALIAS, _SUMMARY = 5.0, 4.0, 1.2
_WHOLE = 1.0
_OTHER_PLACES = 0.2
# A title of one word that also stands in the summary and in another name.
_MOST = 7.0
# How many times a word must stand in a body of usual length to be worth half of the most.
_HALF_COUNT = 1.5
_USUAL_LENGTH = 250
# A short entry is no better answer than a long one; a very long one is no worse.
_LENGTH_PART = 0.5


def core_weights(
    title: list[str], aliases: Sequence[list[str]], summary: list[str], worth: float = 1.0
) -> dict[str, int]:
    """Return the weight of each stem, for the words of a title, the other names and the summary.

    All weights of a page that is worth less are lower in the same measure.

    The best place of a word decides; the others add little, or a page that repeats a word would
    come before the page that has it as its title.
    """
    found: dict[str, list[float]] = defaultdict(list)
    for words, weight in ((title, _TITLE), *((alias, _ALIAS) for alias in aliases)):
        content = {word for word in words if word not in rules().stop}
        # A word counts for more when it is the whole name than when it is one of five.
        share = weight / math.sqrt(len(content)) if len(content) > 1 else weight + _WHOLE
        for one in {stem(word) for word in words}:
            found[one].append(share)
    for one in {stem(word) for word in summary}:
        found[one].append(_SUMMARY)
    return {one: _scaled(worth * _combined(weights) / _MOST) for one, weights in found.items()}


def body_weights(body: list[str], worth: float = 1.0) -> dict[str, int]:
    """Return the weight of each stem, for the words of the rest of the text."""
    counts = Counter(stem(word) for word in body)
    length = 1 - _LENGTH_PART + _LENGTH_PART * len(body) / _USUAL_LENGTH
    half = _HALF_COUNT * max(length, _LENGTH_PART)
    return {word: _scaled(worth * count / (count + half)) for word, count in counts.items()}


def _combined(weights: list[float]) -> float:
    best = max(weights)
    return best + _OTHER_PLACES * (sum(weights) - best)


def _scaled(share: float) -> int:
    return min(HEAVIEST, max(1, round(share * HEAVIEST)))


# Up to this size a layer is one file; a larger one is read by the parts that a question needs.
LETTERS_IN_PART = 60_000


@dataclass(frozen=True, slots=True)
class Layer:
    """The words of one part of all records: a readable form and the coded weights of each."""

    words: tuple[str, ...]
    weights: tuple[str, ...]


# The weight of each stem of a record, and the stem of each of its words.
Row = tuple[dict[str, int], dict[str, str]]


def core_layer(found: Sequence[Record], known: Mapping[str, Row] = _NOTHING) -> Layer:
    """Return the layer of titles, other names and summaries; some rows are known by address."""
    return _layer(known.get(record.address) or core_row(record) for record in found)


def body_layer(found: Sequence[Record], known: Mapping[str, Row] = _NOTHING) -> Layer:
    """Return the layer of the rest of the text; some rows are known by address."""
    return _layer(known.get(record.address) or body_row(record) for record in found)


def body_row(record: Record) -> Row:
    """Return what a record brings to the layer of the rest of the text."""
    words = words_of(record.body)
    return body_weights(words, record.worth), _stems(words)


def core_row(record: Record) -> Row:
    """Return what a record brings to the layer of titles, other names and summaries."""
    title, summary = all_words_of(record.title), words_of(record.summary)
    aliases = [all_words_of(alias) for alias in record.aliases]
    weights = core_weights(title, aliases, summary, record.worth)
    return weights, _stems((*title, *chain(*aliases), *summary))


def _stems(words: Iterable[str]) -> dict[str, str]:
    return {word: stem(word) for word in words}


def _layer(rows: Iterable[Row]) -> Layer:
    """Return the layer of records in order, of which these are the rows."""
    places: dict[str, dict[int, int]] = defaultdict(dict)
    stems: dict[str, str] = {}
    for place, (weights, own) in enumerate(rows):
        stems |= own
        for word, weight in weights.items():
            places[word][place] = weight
    forms: dict[str, str] = {}
    for word in sorted(stems, key=lambda one: (len(one), one)):
        forms.setdefault(stems[word], word)
    coded = sorted((forms[word], coded_weights(places[word])) for word in places)
    return Layer(tuple(word for word, _ in coded), tuple(text for _, text in coded))


def layer_data(name: str, layer: Layer) -> tuple[dict[str, object], dict[str, object]]:
    """Return the layer's own data and its parts; a small layer holds its weights itself."""
    parts = list(_parts(layer.weights))
    words = coded_words(layer.words)
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
