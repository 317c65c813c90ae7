"""The chooser as a page: its questions, its table, and what stands in each row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidence_library import TALKS, TRIAL, finding, method, write_evidence
from kennisbank.build import build_site
from kennisbank.library.loading import load_library
from kennisbank.pages.chooser_row import rows
from kennisbank.pages.context import RenderContext, Repository

if TYPE_CHECKING:
    from pathlib import Path

    from kennisbank.pages.chooser_row import ChooserRow

CAVEAT = "    caveat: Alleen op *korte* termijn [@bakker2016].\n"


def three_methods(root: Path) -> dict[str, ChooserRow]:
    """Return the rows of three methods, in order; work has an obstacle, room has none."""
    write_evidence(
        root,
        ruilen=method("Ruilen", finding("jansen2020"), groups="buitendienst"),
        vragen=method("Vragen", finding("bakker2016"), finding("jansen2020") + CAVEAT),
        wachten=method("Wachten", mechanisms="ruimte", effort="onbekend"),
    )
    work = root / "mechanisms/werk.yml"
    text = work.read_text(encoding="utf-8") + "obstacle: Alles ligt *al* vast.\n"
    work.write_text(text, encoding="utf-8")
    library, problems = load_library(root)
    assert problems == []
    return {row.candidate.id: row for row in rows(RenderContext(library, Repository()))}


def test_rows_stand_in_the_order_of_the_rule(tmp_path: Path) -> None:
    """Stronger research first, then the smaller effort: unknown is never small."""
    found = three_methods(tmp_path)

    assert list(found) == ["ruilen", "vragen", "wachten"]
    assert [row.effort for row in found.values()] == ["Klein", "Klein", "Onbekend"]
    assert found["wachten"].candidate.effort > found["ruilen"].candidate.effort


def test_a_row_says_in_plain_words_what_a_method_fits(tmp_path: Path) -> None:
    """A mechanism without an obstacle is no answer to what is in the way."""
    found = three_methods(tmp_path)

    assert found["ruilen"].obstacles == ("Alles ligt al vast.",)
    assert found["ruilen"].groups == ("Medewerkers van de buitendienst",)
    assert found["ruilen"].roles == ("HR",)
    assert found["ruilen"].research == ("Leren tijdens het werk: eerste aanwijzingen (niveau 3)",)
    assert found["wachten"].obstacles == ()


def test_a_row_says_what_to_mind(tmp_path: Path) -> None:
    """The first caveat; or else what the level leaves open; or else that nothing is known."""
    found = three_methods(tmp_path)

    assert found["vragen"].caution == "Alleen op korte termijn (Bakker, 2016)."
    assert found["ruilen"].caution.startswith("Dit zegt nog niet dat het werkt.")
    assert found["wachten"].caution == "Nog niet onderzocht."


def test_the_questions_offer_only_answers_that_some_method_fits(tmp_path: Path) -> None:
    """No answer leads to nothing; the points of the rule are printed."""
    three_methods(tmp_path)
    html = {page.address: page.html for page in build_site(tmp_path).pages}["keuzehulp/"]

    assert '<option value="hr">HR</option>' in html
    assert '<option value="bestuur">' not in html
    assert '<option value="leren">Leren tijdens het werk</option>' in html
    assert '<option value="welzijn">' not in html
    assert '<input type="radio" name="drempel" value="werk"> <span>Alles ligt al vast.' in html
    assert 'value="ruimte"' not in html
    assert "<li>3 punten als de methode werkt aan wat in de weg staat.</li>" in html
    assert "<li>1 punt als uw rol er een taak in heeft.</li>" in html
    assert html.count('role="rowheader"') == 3


def test_a_library_without_methods_asks_nothing(tmp_path: Path) -> None:
    """The page is there and invites."""
    write_evidence(tmp_path, TRIAL + TALKS)
    html = {page.address: page.html for page in build_site(tmp_path).pages}["keuzehulp/"]

    assert "Hier staat nog niets." in html
    assert "<form" not in html
