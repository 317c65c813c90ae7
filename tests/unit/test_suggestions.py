"""A word that is not known gets a proposal, as long as there are not too many."""

from __future__ import annotations

from kennisbank.suggestions import PAIRS, Proposals


def test_the_nearest_word_is_proposed() -> None:
    """One that looks like it, whatever its capitals; none when none does."""
    meant = Proposals(["jansen2020", "Vos2019"])

    assert meant.question("jansn2020") == "Bedoelde u 'jansen2020'?"
    assert meant.question("vos2018") == "Bedoelde u 'Vos2019'?"
    assert meant.question("iets") == ""


def test_thousands_of_mistakes_are_told_without_a_proposal() -> None:
    """To compare each with each would take minutes; what was answered before is answered again."""
    known = [f"bron{number}" for number in range(PAIRS // 2)]
    meant = Proposals(known)
    answers = [meant.nearest(word) for word in ("bron0", "bron1", "bron2", "bron0")]

    assert answers == ["bron0", "bron1", None, "bron0"]
