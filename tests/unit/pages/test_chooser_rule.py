"""Which methods fit the answers best, by points, research, effort and title."""

from __future__ import annotations

import pytest

from kennisbank.pages.chooser_row import LIMIT, Candidate, best, in_order, points

COMPARED = 3


def candidate(
    title: str, *, level: int = 0, studied: bool = True, effort: int = 0, **answers: str
) -> Candidate:
    """Return a method with the answers that it fits, as words in a text.

    Its level is that for each outcome that it fits, or for learning when it names none; of level 0
    nothing may be recommended.
    """
    questions = ("uitkomst", "rol", "doelgroep", "drempel")
    fits = {name: frozenset(answers.get(name, "").split()) for name in questions}
    levels = dict.fromkeys(fits["uitkomst"] or {"leren"}, level) if level else {}
    return Candidate(title.lower(), title, fits, levels, studied, effort)


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
        ({"uitkomst": "leren"}, 0),
        ({"rol": "hr", "doelgroep": "vrouwen", "drempel": "werk"}, 6),
        ({"rol": "bestuur", "doelgroep": "vrouwen", "drempel": "ruimte"}, 2),
        ({"rol": "hr", "doelgroep": "zzpers", "drempel": ""}, 1),
    ],
)
def test_each_answer_that_fits_gives_its_points(answers: dict[str, str], expected: int) -> None:
    """A role counts for one, a target group for two, what is in the way for three."""
    method = candidate(
        "Ruilen", uitkomst="leren", level=3, rol="hr", doelgroep="vrouwen", drempel="werk"
    )

    assert points(method, answers) == expected


def test_what_was_compared_comes_first_and_then_the_points() -> None:
    """However many answers an association or an opinion fits, it stands below."""
    found = [
        candidate("Mening", studied=False, rol="hr", drempel="werk"),
        candidate("Samenhang", level=2, rol="hr", drempel="werk"),
        candidate("Onderzocht", level=3, rol="hr"),
        candidate("Passend", level=3, rol="hr", drempel="werk"),
        candidate("Sterk", level=5, rol="hr"),
    ]
    shown = best(found, {"rol": "hr", "drempel": "werk"}, COMPARED)

    assert titles(shown) == ["Passend", "Sterk", "Onderzocht", "Samenhang", "Mening"]


def test_what_a_reader_wants_to_reach_ranks_by_its_own_level() -> None:
    """The level for another outcome says nothing of this one, and points come after it."""
    found = [
        candidate("Anders", level=5, uitkomst="welzijn", rol="hr"),
        candidate("Redelijk", level=4, uitkomst="leren", rol="hr"),
        candidate("Sterk", level=5, uitkomst="leren"),
        candidate("Ervaring", level=1, uitkomst="leren", rol="hr"),
    ]
    shown = best(found, {"uitkomst": "leren", "rol": "hr"}, COMPARED)

    assert titles(shown) == ["Sterk", "Redelijk", "Ervaring"]


def test_what_was_studied_without_gain_is_never_shown() -> None:
    """A null or contrary result is no advice, whatever else fits; it stands last in the table."""
    null = candidate("Zonder verschil", level=0, studied=True, rol="hr", drempel="werk")
    new = candidate("Nieuw", level=0, studied=False, rol="hr")

    assert titles(best([null, new], {"rol": "hr", "drempel": "werk"}, COMPARED)) == ["Nieuw"]
    assert best([null, new], {"uitkomst": "leren"}, COMPARED) == []
    assert titles(in_order([null, new])) == ["Nieuw", "Zonder verschil"]


def test_equal_points_go_by_research_then_effort_then_title() -> None:
    """Each next rule speaks only when those before it are silent."""
    found = [
        candidate("Zwaar", rol="hr", level=3, effort=2),
        candidate("beta", rol="hr", level=3, effort=1),
        candidate("Alfa", rol="hr", level=3, effort=1),
        candidate("Onderzocht", rol="hr", level=4, effort=2),
    ]
    expected = ["Onderzocht", "Alfa", "beta", "Zwaar"]

    assert titles(best(found, {"rol": "hr"}, COMPARED)) == expected
    assert titles(in_order(reversed(found))) == expected


def test_a_method_that_fits_no_answer_is_not_shown() -> None:
    """Without answers nothing is advised."""
    method = candidate("Ruilen", rol="hr", level=4)

    assert best([method], {"rol": "bestuur", "drempel": "werk"}, COMPARED) == []
    assert best([method], {}, COMPARED) == []


def test_at_most_five_are_shown() -> None:
    """More would be a list and no choice."""
    found = [candidate(f"Methode {number}", rol="hr", level=1) for number in range(9)]
    shown = best(found, {"rol": "hr"}, COMPARED)

    assert titles(shown) == [f"Methode {number}" for number in range(LIMIT)]
