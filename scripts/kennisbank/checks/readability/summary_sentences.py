"""A summary has short sentences on average."""

from __future__ import annotations

from collections.abc import Iterator

from babel.numbers import format_decimal

from kennisbank.checks.readability.score import mean_length
from kennisbank.checks.readability.sentences import Passage
from kennisbank.messages import N_, _, language
from kennisbank.problems import Problem, Rule, Severity

# A text reads well at 10 to 16 words on average; one sentence of 20 is no fault of its own, and
# a lower limit has writers cut every summary into pieces of six words.
LONGEST_MEAN = 20
RULE = Rule(
    "summary-sentences",
    N_("The sentences of a summary have more than {limit} words on average."),
    N_("Cut the longest sentence in two, or leave out a clause."),
    Severity.ADVICE,
    {"limit": LONGEST_MEAN},
)


def find(passage: Passage) -> Iterator[Problem]:
    """Yield a summary whose sentences are too long on average, at its longest sentence."""
    mean = mean_length(passage.sentences)
    if passage.is_summary and mean > LONGEST_MEAN:
        longest = max(passage.sentences, key=lambda one: len(one.words))
        shown = format_decimal(mean, "0.0", locale=language())
        message = _(
            "the summary has {mean} words per sentence on average; this one is the longest.",
            mean=shown,
        )
        yield RULE.problem(passage.location(longest.start), message)
