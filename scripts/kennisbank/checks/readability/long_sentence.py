"""A sentence is short enough to understand at the first reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.problems import Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kennisbank.checks.readability.sentences import Passage
    from kennisbank.problems import Problem


MOST_WORDS = 25
RULE = Rule(
    "long-sentence",
    f"Een zin telt meer dan {MOST_WORDS} woorden. Namen, getallen en bronnen tellen niet mee.",
    "Maak er twee zinnen van, of een opsomming.",
    Severity.ADVICE,
)


def find(passage: Passage) -> Iterator[Problem]:
    """Yield each sentence that is too long, with its number of words."""
    for sentence in passage.sentences:
        if len(sentence.words) > MOST_WORDS:
            message = f"deze zin telt {len(sentence.words)} woorden."
            yield RULE.problem(passage.location(sentence.start), message)
