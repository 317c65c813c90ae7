"""A summary is easy to read, as far as the length of words and sentences tells."""

from __future__ import annotations

from collections.abc import Iterator
from math import floor

from kennisbank.checks.readability.score import reading_ease, syllables
from kennisbank.checks.readability.sentences import Passage
from kennisbank.messages import N_, _, language
from kennisbank.problems import Problem, Rule, Severity

LOWEST_SCORE = 45
RULE = Rule(
    "summary-readability",
    N_(
        "A summary scores less than {limit} points on the Flesch scale. Long words and long "
        "sentences cost points."
    ),
    N_("Choose shorter words and make shorter sentences, as long as it stays true."),
    Severity.ADVICE,
    {"limit": LOWEST_SCORE},
)


def find(passage: Passage) -> Iterator[Problem]:
    """Yield a summary that scores too low, at the word with the most syllables."""
    spoken = language()
    score = reading_ease(passage.sentences, spoken)
    if passage.is_summary and passage.sentences and score is not None and score < LOWEST_SCORE:
        words = [word for one in passage.sentences for word in one.words]
        longest = max(words, key=lambda word: syllables(word.text, spoken))
        message = _("the summary scores {points} points on the Flesch scale.", points=floor(score))
        hint = _(
            "Choose shorter words, starting with '{word}', or make shorter sentences.",
            word=longest.text,
        )
        yield RULE.problem(passage.location(longest.start), message, hint)
