"""The chooser as a page: its questions, its table, and what stands in each row."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from evidence_library import TALKS, TRIAL, finding, method, write_evidence
from kennisbank.fields.compounds import Figure
from kennisbank.library.loading import load_library
from kennisbank.pages.chooser_row import COST, GROUP, obstacles, rows
from kennisbank.pages.context import RenderContext, Repository
from kennisbank.pages.overviews import told_in
from library_files import html_at

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
    """Who it is for, who acts, and what research found, without any sign of the data."""
    found = three_methods(tmp_path)

    assert found["ruilen"].groups == ("Medewerkers van de buitendienst",)
    assert found["ruilen"].roles == ("HR",)
    assert found["ruilen"].research == ("Leren tijdens het werk: eerste aanwijzingen (niveau 3)",)


def test_a_mechanism_without_an_obstacle_is_no_answer(tmp_path: Path) -> None:
    """What stands in the way is said as people say it, by the mechanisms that say so."""
    three_methods(tmp_path)
    library, _problems = load_library(tmp_path)

    found = obstacles(RenderContext(library, Repository()))

    assert found == {"werk": "Alles ligt al vast."}


def test_a_row_says_what_to_mind(tmp_path: Path) -> None:
    """The first caveat; or else what the level leaves open; or else that nothing is known."""
    found = three_methods(tmp_path)

    assert found["vragen"].caution == "Alleen op korte termijn (Bakker, 2016)."
    assert found["ruilen"].caution.startswith("Dit zegt nog niet dat het werkt.")
    assert found["wachten"].caution == "Nog niet onderzocht."


def test_the_questions_offer_only_answers_that_some_method_fits(tmp_path: Path) -> None:
    """No answer leads to nothing."""
    three_methods(tmp_path)
    html = html_at(tmp_path, "keuzehulp/")

    assert '<option value="hr">HR</option>' in html
    assert '<option value="bestuur">' not in html
    assert '<option value="leren">Leren tijdens het werk</option>' in html
    assert '<option value="welzijn">' not in html
    assert '<option value="werk">Alles ligt al vast.</option>' in html
    assert 'value="ruimte"' not in html
    assert '<option value="klein">Klein: past in het gewone werk</option>' in html
    assert html.count('class="kb-choice"') == 3


def test_a_group_whose_page_names_a_method_as_a_help_is_an_answer(tmp_path: Path) -> None:
    """What helps a group is for it, also where the method itself does not name the group."""
    write_evidence(tmp_path, ruilen=method("Ruilen"), vragen=method("Vragen"))
    group = tmp_path / "target-groups/buitendienst.yml"
    text = group.read_text(encoding="utf-8")
    text = text.replace("helps: onbekend", "helps: ['[[method:ruilen]] helpt [@jansen2020].']")
    text = text.replace(
        "works_against: onbekend", "works_against: ['[[method:vragen]] werkt niet [@jansen2020].']"
    )
    group.write_text(text, encoding="utf-8")
    library, problems = load_library(tmp_path)
    assert problems == []
    found = {row.candidate.id: row for row in rows(RenderContext(library, Repository()))}

    assert found["ruilen"].candidate.fits[GROUP] == {"buitendienst"}
    assert found["vragen"].candidate.fits[GROUP] == frozenset()


def test_what_asks_more_than_one_can_spend_does_not_fit(tmp_path: Path) -> None:
    """Who can spend much can spend little; of an unknown effort nobody can say."""
    write_evidence(
        tmp_path,
        klein=method("Klein"),
        groot=method("Groot", effort="groot"),
        weg=method("Weg", effort="onbekend"),
    )
    library, _problems = load_library(tmp_path)
    found = {row.candidate.id: row for row in rows(RenderContext(library, Repository()))}

    assert found["klein"].candidate.fits[COST] == {"klein", "middel", "groot"}
    assert found["groot"].candidate.fits[COST] == {"groot"}
    assert found["weg"].candidate.fits[COST] == frozenset()


def test_the_overview_has_a_row_for_each_with_what_was_found(tmp_path: Path) -> None:
    """One sentence, each outcome in words and by form, the effort; narrowed by what differs."""
    three_methods(tmp_path)
    html = html_at(tmp_path, "methoden/")
    rows_ = re.findall(r'<tr role="row" data-id.*?</tr>', html, re.DOTALL)
    told = [" ".join(re.sub(r"<[^>]+>", " ", row).split()) for row in rows_]

    assert told[0] == (
        "Ruilen Wissel van taak. ▲ Leren tijdens het werk : eerste aanwijzingen ●●●○○"
        " niveau 3 van 5 Onbekend Inspanning: Klein Medewerkers van de buitendienst Doet iets: HR"
    )
    assert "Nog niet onderzocht" in told[2]
    assert 'name="mechanisme"' in html
    # Every method has the same role, so that nothing is narrowed by it.
    assert 'name="rol"' not in html


def test_a_figure_opens_with_the_number_that_its_sentence_names() -> None:
    """Rounded as in the sentence, not the first of the list; without one the first."""
    figures = (figure("2020", "60"), figure("2022", "56.4"))

    assert told_in("In 2022 was 56 procent bevlogen.", figures).label == "2022"
    assert told_in("Ruim de helft was bevlogen.", figures).label == "2020"


def figure(label: str, amount: str) -> Figure:
    """Return a value with its name."""
    return Figure.model_construct(label=label, amount=Decimal(amount))


def test_a_library_without_methods_asks_nothing(tmp_path: Path) -> None:
    """The page is there and invites."""
    write_evidence(tmp_path, TRIAL + TALKS)
    html = html_at(tmp_path, "keuzehulp/")

    assert "Hier staat nog niets." in html
    assert "<form" not in html
