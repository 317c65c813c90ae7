"""A sentence is short enough to understand at the first reading."""

from __future__ import annotations

from collections.abc import Iterator

from kennisbank.checks.readability.sentences import Passage
from kennisbank.messages import N_, _
from kennisbank.problems import Problem, Rule, Severity

MOST_WORDS = 25
RULE = Rule(
    "long-sentence",
    N_("A sentence has more than {limit} words. Names, numbers and sources do not count."),
    N_("Make it two sentences, or a list."),
    Severity.ADVICE,
    {"limit": MOST_WORDS},
)


def find(passage: Passage) -> Iterator[Problem]:
    """Yield each sentence that is too long, with its number of words."""
    for sentence in passage.sentences:
        if len(sentence.words) > MOST_WORDS:
            message = _("this sentence has {count} words.", count=len(sentence.words))
            yield RULE.problem(passage.location(sentence.start), message)
