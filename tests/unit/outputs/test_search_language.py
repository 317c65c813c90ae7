"""Words are found in all their forms; what is another word stays another."""

from __future__ import annotations

import pytest

from kennisbank.messages import speaking
from kennisbank.outputs.search.stemming import stem, words_of

SAME = """
database databases
policy policies
hypothesis hypotheses
analysis analyses
process processes
branch branches
matrix matrices
index indices
team teams
train trains trained training
plan plans planned planning
evaluate evaluates evaluated evaluating evaluation evaluations evaluator
create creates created creating creation
apply applies applied applying
organise organises organize organization organisation organizational
behaviour behaviours behavior behavioral behavioural
manage manages managed managing management manager managers
lead leads leading leader leaders leadership
learn learns learned learning learner learners
share shares shared sharing
develop develops developed developing development developer
secure security
active activity activities
capable capability capabilities
effective effectiveness
skill skills skilled
employee employees
crisis crises
dialog dialogue dialogues
person people
"""
SAME_DUTCH = """
fout foutje foutjes fouten
praat praatje praten
baan baantje
bijscholing bijscholen bijgeschoold bijgeschoolde
geschoold geschoolde geschoolden
"""
APART = [
    ("class", "classic"),
    ("news", "new"),
    ("policy", "police"),
    ("status", "state"),
    ("hour", "hor"),
    ("need", "ne"),
    ("team", "tea"),
    ("series", "serial"),
    ("thing", "the"),
    ("sing", "s"),
    ("bias", "bia"),
]


@pytest.mark.parametrize("line", SAME.strip().splitlines())
def test_forms_of_a_word_have_one_stem(line: str) -> None:
    """Whichever form somebody types, all of them are found."""
    with speaking("en"):
        stems = {word: stem(word) for word in line.split()}

    assert len(set(stems.values())) == 1, stems


@pytest.mark.parametrize("line", SAME_DUTCH.strip().splitlines())
def test_forms_of_a_dutch_word_have_one_stem(line: str) -> None:
    """Also small things, and verbs that stand apart."""
    with speaking("nl"):
        stems = {word: stem(word) for word in line.split()}

    assert len(set(stems.values())) == 1, stems


@pytest.mark.parametrize("other", ["school", "scholen", "scholing"])
def test_who_has_learnt_a_trade_is_no_school(other: str) -> None:
    """Geschoolden are found by that word, and marked for no other."""
    with speaking("nl"):
        assert stem("geschoolden") != stem(other)


@pytest.mark.parametrize(("one", "other"), APART)
def test_other_words_stay_apart(one: str, other: str) -> None:
    """Words that only look alike are not found by each other."""
    with speaking("en"):
        assert stem(one) != stem(other)


def test_words_that_tell_little_are_left_out() -> None:
    """By the language of the library, and none in a language without rules."""
    with speaking("en"):
        assert words_of("How does the team learn?") == ["team", "learn"]
    with speaking("nl"):
        assert words_of("Hoe leert het team?") == ["leert", "team"]
    with speaking("xx"):
        assert words_of("How does the team learn?") == ["how", "does", "the", "team", "learn"]
        assert stem("teams") == "teams"
