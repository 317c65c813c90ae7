"""A summary has short sentences on average."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kennisbank.checks.readability.score import mean_length
from kennisbank.problems import Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kennisbank.checks.readability.sentences import Passage
    from kennisbank.problems import Problem

# A text reads well at 10 to 16 words on average; one sentence of 20 is no fault of its own, and
# a lower limit has writers cut every summary into pieces of six words.
LONGEST_MEAN = 20
RULE = Rule(
    "summary-sentences",
    f"De zinnen van een samenvatting tellen gemiddeld meer dan {LONGEST_MEAN} woorden.",
    "Knip de langste zin in tweeën, of laat een bijzin weg.",
    Severity.ADVICE,
)


def find(passage: Passage) -> Iterator[Problem]:
    """Yield a summary whose sentences are too long on average, at its longest sentence."""
    mean = mean_length(passage.sentences)
    if passage.is_summary and mean > LONGEST_MEAN:
        longest = max(passage.sentences, key=lambda one: len(one.words))
        shown = f"{mean:.1f}".replace(".", ",")
        message = f"de samenvatting telt gemiddeld {shown} woorden per zin; dit is de langste."
        yield RULE.problem(passage.location(longest.start), message)
