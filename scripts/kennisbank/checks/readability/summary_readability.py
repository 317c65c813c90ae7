"""A summary is easy to read, as far as the length of words and sentences tells."""

from __future__ import annotations

from math import floor
from typing import TYPE_CHECKING

from kennisbank.checks.readability.score import flesch_douma, syllables
from kennisbank.problems import Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kennisbank.checks.readability.sentences import Passage
    from kennisbank.problems import Problem


LOWEST_SCORE = 45
RULE = Rule(
    "summary-readability",
    f"Een samenvatting haalt minder dan {LOWEST_SCORE} punten op de schaal van Flesch-Douma. "
    "Lange woorden en lange zinnen kosten punten.",
    "Kies kortere woorden en maak kortere zinnen, zolang het waar blijft.",
    Severity.ADVICE,
)


def find(passage: Passage) -> Iterator[Problem]:
    """Yield a summary that scores too low, at the word with the most syllables."""
    score = flesch_douma(passage.sentences)
    if passage.is_summary and passage.sentences and score < LOWEST_SCORE:
        words = [word for one in passage.sentences for word in one.words]
        longest = max(words, key=lambda word: syllables(word.text))
        message = f"de samenvatting haalt {floor(score)} punten op de schaal van Flesch-Douma."
        hint = f"Kies kortere woorden, te beginnen met '{longest.text}', of maak kortere zinnen."
        yield RULE.problem(passage.location(longest.start), message, hint)
