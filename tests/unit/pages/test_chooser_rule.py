"""Which methods fit the answers best, by points, research, effort and title."""

from __future__ import annotations

import pytest

from kennisbank.pages.chooser_row import LIMIT, Candidate, best, in_order, points


def candidate(title: str, *, level: int = 0, effort: int = 0, **answers: str) -> Candidate:
    """Return a method with the answers that it fits, as words in a text."""
    questions = ("rol", "doelgroep", "drempel")
    fits = {name: frozenset(answers.get(name, "").split()) for name in questions}
    return Candidate(title.lower(), title, fits, level, effort)


def titles(found: list[Candidate]) -> list[str]:
    """Return the titles, in order."""
    return [one.title for one in found]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, 0),
        ({"rol": "hr"}, 1),
        ({"doelgroep": "vrouwen"}, 2),
        ({"drempel": "werk"}, 3),
        ({"rol": "hr", "doelgroep": "vrouwen", "drempel": "werk"}, 6),
        ({"rol": "bestuur", "doelgroep": "vrouwen", "drempel": "ruimte"}, 2),
        ({"rol": "hr", "doelgroep": "zzpers", "drempel": ""}, 1),
    ],
)
def test_each_answer_that_fits_gives_its_points(answers: dict[str, str], expected: int) -> None:
    """A role counts for one, a target group for two, what is in the way for three."""
    method = candidate("Ruilen", rol="hr leidinggevende", doelgroep="vrouwen", drempel="werk")

    assert points(method, answers) == expected


def test_the_most_points_come_first_however_strong_the_research() -> None:
    """Research decides only among methods that fit equally well."""
    strong = candidate("Sterk", rol="hr", level=4)
    fitting = candidate("Passend", rol="hr", drempel="werk")

    assert titles(best([strong, fitting], {"rol": "hr", "drempel": "werk"})) == ["Passend", "Sterk"]


def test_equal_points_go_by_research_then_effort_then_title() -> None:
    """Each next rule speaks only when those before it are silent."""
    found = [
        candidate("Zwaar", rol="hr", level=2, effort=2),
        candidate("beta", rol="hr", level=2, effort=1),
        candidate("Alfa", rol="hr", level=2, effort=1),
        candidate("Onderzocht", rol="hr", level=3, effort=2),
    ]
    expected = ["Onderzocht", "Alfa", "beta", "Zwaar"]

    assert titles(best(found, {"rol": "hr"})) == expected
    assert titles(in_order(reversed(found))) == expected


def test_a_method_that_fits_no_answer_is_not_shown() -> None:
    """Without answers nothing is advised."""
    method = candidate("Ruilen", rol="hr", level=4)

    assert best([method], {"rol": "bestuur", "drempel": "werk"}) == []
    assert best([method], {}) == []


def test_at_most_five_are_shown() -> None:
    """More would be a list and no choice."""
    found = [candidate(f"Methode {number}", rol="hr") for number in range(9)]

    assert titles(best(found, {"rol": "hr"})) == [f"Methode {number}" for number in range(LIMIT)]
