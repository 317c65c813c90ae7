"""Which methods fit the answers best: how many answers, the level, the effort, and the title."""

from __future__ import annotations

import pytest

from kennisbank.pages.chooser_row import Candidate, best, fit, in_order, rank


def candidate(
    title: str, *, level: int = 0, studied: bool = True, effort: int = 0, **answers: str
) -> Candidate:
    """Return a method with the answers that it fits, as words in a text.

    Its level is that for each outcome that it fits, or for learning when it names none; of level 0
    nothing may be recommended.
    """
    questions = ("uitkomst", "rol", "doelgroep", "drempel", "inzet")
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
        ({"doelgroep": "vrouwen", "drempel": ""}, 1),
        ({"uitkomst": "leren", "inzet": "klein"}, 2),
        ({"rol": "hr", "doelgroep": "vrouwen", "drempel": "werk"}, 3),
        ({"rol": "bestuur", "doelgroep": "vrouwen", "drempel": "ruimte"}, 1),
    ],
)
def test_each_answer_that_fits_counts_once(answers: dict[str, str], expected: int) -> None:
    """No answer weighs more than another: a reader gave them all."""
    method = candidate(
        *("Ruilen",),
        uitkomst="leren",
        level=3,
        rol="hr",
        doelgroep="vrouwen",
        drempel="werk",
        inzet="klein middel",
    )

    assert fit(method, answers) == expected


def test_what_fits_most_comes_first_and_then_the_level() -> None:
    """However strong, what fits one answer stands below what fits both."""
    found = [
        candidate("Sterk", level=5, rol="hr"),
        candidate("Mening", studied=False, rol="hr", drempel="werk"),
        candidate("Passend", level=3, rol="hr", drempel="werk"),
        candidate("Samenhang", level=2, rol="hr"),
    ]
    shown = best(found, {"rol": "hr", "drempel": "werk"})

    assert titles(shown) == ["Passend", "Mening", "Sterk", "Samenhang"]


def test_what_a_reader_wants_to_reach_ranks_by_its_own_level() -> None:
    """The level for another outcome says nothing of this one."""
    found = [
        candidate("Anders", level=5, uitkomst="welzijn", rol="hr"),
        candidate("Redelijk", level=4, uitkomst="leren", rol="hr"),
        candidate("Sterk", level=5, uitkomst="leren"),
        candidate("Ervaring", level=1, uitkomst="leren", rol="hr"),
    ]
    shown = best(found, {"uitkomst": "leren", "rol": "hr"})

    assert titles(shown) == ["Redelijk", "Ervaring", "Sterk"]


def test_what_was_studied_without_gain_is_never_shown() -> None:
    """A null or contrary result is no advice, whatever else fits; it stands last in the table."""
    null = candidate("Zonder verschil", level=0, studied=True, rol="hr", drempel="werk")
    new = candidate("Nieuw", level=0, studied=False, rol="hr")

    assert titles(best([null, new], {"rol": "hr", "drempel": "werk"})) == ["Nieuw"]
    assert best([null, new], {"uitkomst": "leren"}) == []
    assert titles(in_order([null, new])) == ["Nieuw", "Zonder verschil"]


def test_equal_fit_goes_by_research_then_effort_then_title() -> None:
    """Each next rule speaks only when those before it are silent."""
    found = [
        candidate("Zwaar", rol="hr", level=3, effort=2),
        candidate("beta", rol="hr", level=3, effort=1),
        candidate("Alfa", rol="hr", level=3, effort=1),
        candidate("Onderzocht", rol="hr", level=4, effort=2),
    ]
    expected = ["Onderzocht", "Alfa", "beta", "Zwaar"]

    assert titles(best(found, {"rol": "hr"})) == expected
    assert titles(in_order(reversed(found))) == expected


def test_what_only_the_alphabet_parts_shares_a_place() -> None:
    """The title orders a list; it is no reason to advise one and leave out the other."""
    alfa = candidate("Alfa", rol="hr", level=3, effort=1)
    beta = candidate("beta", rol="hr", level=3, effort=1)
    heavy = candidate("Zwaar", rol="hr", level=3, effort=2)
    answers = {"rol": "hr"}

    assert rank(alfa, answers) == rank(beta, answers) < rank(heavy, answers)


def test_a_method_that_fits_no_answer_is_not_shown() -> None:
    """Without answers nothing is advised."""
    method = candidate("Ruilen", rol="hr", level=4)

    assert best([method], {"rol": "bestuur", "drempel": "werk"}) == []
    assert best([method], {}) == []


def test_everything_that_fits_is_there() -> None:
    """A reader sees the first few, and can reach all."""
    found = [candidate(f"Methode {number}", rol="hr", level=1) for number in range(9)]

    assert len(best(found, {"rol": "hr"})) == 9
